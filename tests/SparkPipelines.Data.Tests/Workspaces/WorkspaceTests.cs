namespace SparkPipelines.Data.Tests.Workspaces;

public sealed class WorkspaceTests
{
    [Fact]
    public void Create_ThenLoadFromBelow_FindsIt()
    {
        using var folder = new TestFolder();
        var created = Workspace.Create(folder["ws"], "iris");
        Directory.CreateDirectory(folder["ws/a/b"]);
        var loaded = Workspace.Load(folder["ws/a/b"]);
        loaded.Folder.ShouldBe(folder["ws"]);
        loaded.Name.ShouldBe("iris");
        loaded.DefaultDatastore.ToString().ShouldBe($"default (file://{folder["ws"]}/data)");
        File.ReadAllText(folder["ws/workspace.yml"]).ShouldBe("name: iris\ndefault_datastore: default\ndatastores:\n  default:\n    type: local\n    path: data\n");
        Workspace.Create(folder["ws"], "other").Name.ShouldBe("iris");
        created.Folder.ShouldBe(loaded.Folder);
    }

    [Fact]
    public void Load_NoWorkspace_SaysHowToMakeOne()
    {
        using var folder = new TestFolder();
        Should.Throw<DatasetException>(() => Workspace.Load(folder.FullPath)).Message
            .ShouldBe($"There is no workspace.yml in '{folder.FullPath}' or above it; Workspace.Create(\"{folder.FullPath}\") makes a workspace there.");
    }

    [Fact]
    public void Register_Datastore_IsFoundWhateverTheCase()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        workspace.Register(new LocalDatastore("training_data", folder["elsewhere"]), isDefault: true);
        var again = Workspace.Load(folder["ws"]);
        ((LocalDatastore)Datastore.Get(again, "TRAINING_DATA")).RootFolder.ShouldBe(folder["elsewhere"]);
        again.DefaultDatastore.Name.ShouldBe("training_data");
        Should.Throw<DatasetException>(() => Datastore.Get(again, "nope")).Message
            .ShouldBe($"The workspace '{folder["ws"]}' has no datastore 'nope'; it has default, training_data.");
    }

    [Fact]
    public async Task Register_DatastoresAtOnce_LosesNone()
    {
        using var folder = new TestFolder();
        _ = Workspace.Create(folder["ws"]);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Workspace.Load(folder["ws"]).Register(new LocalDatastore($"d{i}", folder["x"])))));
        Workspace.Load(folder["ws"]).Datastores.Count.ShouldBe(21);
    }

    [Theory]
    [InlineData("datastores:\n  a:\n    type: tape\n    path: x\n", "line 3: The datastore 'a' is of the type 'tape'; this version knows 'local'.")]
    [InlineData("datastore: x\n", "line 1: 'datastore' is not known; name, default_datastore, datastores are.")]
    [InlineData("datastores:\n  a:\n    type: local\n", "line 3: 'datastores.a.path' is missing.")]
    [InlineData("- a\n", " must hold one YAML document with names and values.")]
    public void Load_MistakeInTheFile_NamesFileAndLine(string text, string expected)
    {
        using var folder = new TestFolder();
        var file = folder.Write("workspace.yml", text);
        Should.Throw<DatasetException>(() => Workspace.Load(folder.FullPath)).Message.ShouldBe(expected.StartsWith(' ') ? file + expected : $"{file}, {expected}");
    }
}
