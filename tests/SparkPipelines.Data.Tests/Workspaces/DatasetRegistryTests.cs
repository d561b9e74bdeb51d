namespace SparkPipelines.Data.Tests.Workspaces;

public sealed class DatasetRegistryTests
{
    [Fact]
    public void Register_Iris_WritesADefinitionThatReadsBackTheSame()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        folder.Write("ws/data/iris.csv", "length,species,day\n5.1,setosa,2020-01-02\nNA,setosa,2020-01-03\n");
        var iris = Dataset.Tabular.FromDelimitedFiles(new DataPath(workspace.DefaultDatastore, "iris.csv"), new DelimitedOptions { NullValues = ["NA"] });
        var changed = iris.Filter("length > 4 AND species <> 'x: y'").KeepColumns("species", "length").Skip(1).Take(10).TakeSample(0.5, 42).RandomSplit(0.25, 42).Second
            .SplitByKey("species", 0.1, -1).First.StratifiedSplit("species", 0.8, 7).First.DropColumns("species");

        var registered = changed.Register(workspace, "iris", "Fisher's: measurements");

        registered.Registration!.Version.ShouldBe(1);
        File.ReadAllText(folder["ws/datasets/iris/1/MLTable"]).ShouldBe("""
            type: mltable
            paths:
              - file: ../../../data/iris.csv
            transformations:
              - read_delimited:
                  delimiter: ','
                  header: all_files_same_headers
                  encoding: utf8
                  support_multi_line: false
                  infer_column_types: false
              - convert_column_types:
                  - columns:
                      - length
                    column_type: float
                  - columns:
                      - day
                    column_type:
                      datetime:
                        formats:
                          - '%Y-%m-%d'
              - filter: "length > 4 AND species <> 'x: y'"
              - keep_columns:
                  - species
                  - length
              - skip: 1
              - take: 10
              - take_random_sample:
                  probability: 0.5
                  seed: 42
              - sample:
                  from: 0.25
                  to: 1
                  seed: 42
              - sample:
                  from: 0
                  to: 0.1
                  seed: -1
                  keys:
                    - species
              - stratified_split:
                  label: species
                  percentage: 0.8
                  seed: 7
                  part: 1
              - drop_columns:
                  - species
            metadata:
              sparkpipelines:
                version: 1
                kind: tabular
                null_values:
                  - NA
                on_error: fail
                schema:
                  - name: length
                    type: double
                  - name: species
                    type: string
                  - name: day
                    type: date

            """);
        var read = Dataset.GetByName<TabularDataset>(workspace, "iris");
        read.Registration!.ShouldBe(registered.Registration);
        read.Registration!.Description.ShouldBe("Fisher's: measurements");
        read.Operations.Count.ShouldBe(9);
        read.Schema.Select(field => field.ToString()).ShouldBe(["length double"]);
        read.Source.Paths[0].Datastore.Name.ShouldBe("default");
        DatasetDefinitionWriter.Write(read, folder["ws/datasets/iris/1"], folder["ws"]).ShouldBe(File.ReadAllText(folder["ws/datasets/iris/1/MLTable"]));
    }

    [Fact]
    public void Register_SchemaIsPinned_WhenTheFileChangesLater()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        folder.Write("ws/data/a.csv", "n\n1\n");
        Dataset.Tabular.FromDelimitedFiles(new DataPath(workspace.DefaultDatastore, "a.csv")).Register(workspace, "a");
        folder.Write("ws/data/a.csv", "n\nx\n");
        Dataset.GetByName<TabularDataset>(workspace, "a").Schema.ToString().ShouldBe("struct<n:bigint>");
    }

    [Fact]
    public void Register_NameIsTaken_NeedsANewVersion()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        var one = Dataset.File.FromFiles(new DataPath(workspace.DefaultDatastore, "a/*.jpg"), new ArchiveOptions(ArchiveType.Zip, "**/*.jpg"));
        var two = one.Take(5);
        one.Register(workspace, "images").Registration!.Version.ShouldBe(1);
        one.Register(workspace, "images").Registration!.Version.ShouldBe(1);
        Should.Throw<DatasetException>(() => two.Register(workspace, "images")).Message
            .ShouldBe($"The workspace '{folder["ws"]}' has a dataset 'images' with another definition; pass createNewVersion: true to register version 2.");
        two.Register(workspace, "images", createNewVersion: true).Registration!.Version.ShouldBe(2);

        Dataset.GetByName<FileDataset>(workspace, "images").Operations.ShouldBe([new FileOperation.Take(5)]);
        Dataset.GetByName<FileDataset>(workspace, "images", version: 1).Archive.ShouldBe(new ArchiveOptions(ArchiveType.Zip, "**/*.jpg"));
        Dataset.List(workspace).Select(registration => $"{registration.Name} {registration.Version}").ShouldBe(["images 2"]);
        Should.Throw<DatasetException>(() => Dataset.GetByName(workspace, "images", 3)).Message.ShouldBe("The dataset 'images' has no version 3; it has 1, 2.");
        Should.Throw<DatasetException>(() => Dataset.GetByName(workspace, "image")).Message.ShouldBe($"The workspace '{folder["ws"]}' has no dataset 'image'; it has images.");
        Should.Throw<DatasetException>(() => Dataset.GetByName<TabularDataset>(workspace, "images")).Message
            .ShouldBe($"The dataset 'images' in the workspace '{folder["ws"]}' is a FileDataset, not a TabularDataset.");
    }

    [Fact]
    public async Task Register_ManyAtOnce_GivesEachAVersionOfItsOwn()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        var versions = await Task.WhenAll(Enumerable.Range(1, 24).Select(i => Task.Run(() =>
            Dataset.File.FromFiles(new DataPath(workspace.DefaultDatastore, "a")).Take(i).Register(workspace, "busy", createNewVersion: true).Registration!.Version)));
        versions.Order().ShouldBe(Enumerable.Range(1, 24));
        Directory.GetFileSystemEntries(folder["ws/datasets/busy"]).Length.ShouldBe(24);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    public void Register_BadName_IsRefused(string name)
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        Should.Throw<ArgumentException>(() => Dataset.File.FromFiles("/x").Register(workspace, name)).Message
            .ShouldBe($"'{name}' is no name for a dataset; letters, digits, '_', '-' and '.' make one, the first a letter or digit. (Parameter 'name')");
    }

    [Fact]
    public void Load_MLTableFromElsewhere_ReadsWhatItKnowsAndRefusesTheRest()
    {
        using var folder = new TestFolder();
        folder.Write("d/data.csv", "a;b\n1;x\n");
        folder.Write("d/MLTable", """
            $schema: https://azuremlschemas.azureedge.net/latest/MLTable.schema.json
            type: mltable
            paths:
              - pattern: ./*.csv
            transformations:
              - read_delimited:
                  delimiter: ';'
                  encoding: ascii
              - convert_column_types:
                  - columns: a
                    column_type: float
              - take: 3
            """);
        var table = (TabularDataset)Dataset.Load(folder["d"]);
        table.Schema.ToString().ShouldBe("struct<a:double,b:string>");
        table.Operations.ShouldBe([new TakeOperation(3)]);

        folder.Write("d/MLTable", "type: mltable\npaths:\n  - file: data.csv\ntransformations:\n  - read_json_lines\n");
        Should.Throw<DatasetException>(() => Dataset.Load(folder["d"])).Message
            .ShouldBe($"{folder["d/MLTable"]}, line 1: The first transformation must be read_delimited or read_parquet, not 'read_json_lines'.");
        folder.Write("d/MLTable", "type: mltable\npaths:\n  - file: https://x/data.csv\ntransformations:\n  - read_parquet\n");
        Should.Throw<DatasetException>(() => Dataset.Load(folder["d"])).Message
            .ShouldBe($"{folder["d/MLTable"]}, line 3: The path 'https://x/data.csv' does not lie on this machine; this version reads local paths.");
        folder.Write("d/MLTable", "type: mltable\npaths:\n  - file: data.csv\ntransformations:\n  - read_delimited\n  - skipp: 1\n");
        Should.Throw<DatasetException>(() => Dataset.Load(folder["d"])).Message.ShouldBe(
            $"{folder["d/MLTable"]}, line 6: 'skipp' is no operation on rows that this version knows; take, skip, keep_columns, drop_columns, filter, take_random_sample, sample and stratified_split are.");
    }

    [Fact]
    public void Save_ThenLoad_KeepsAbsolutePaths()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "n\n1\n");
        Dataset.Tabular.FromDelimitedFiles(DataPath.FromLocal(folder["a.csv"])).Save(folder["def"]);
        var read = (TabularDataset)Dataset.Load(folder["def"]);
        read.Source.Paths[0].ToString().ShouldBe(folder["a.csv"]);
        read.Schema.ToString().ShouldBe("struct<n:bigint>");
    }
}
