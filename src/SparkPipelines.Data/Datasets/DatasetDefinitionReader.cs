using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>
/// Reads an MLTable file. A word that this version does not know is refused with file and line: passing it over would give other rows than its author meant.
/// </summary>
internal static class DatasetDefinitionReader
{
    public static Dataset Read(string folder, Workspace? workspace, DatasetRegistration? registration)
    {
        var full = Path.GetFullPath(folder);
        var path = Path.Combine(full, DatasetDefinitionWriter.FileName);
        if (!File.Exists(path))
            throw new DatasetException($"There is no file '{path}'.");
        var document = Yaml.Read(File.ReadAllText(path), path);
        document.Allow("$schema", "type", "paths", "transformations", "metadata", "traits");
        var own = document.OptionalSection("metadata")?.OptionalSection("sparkpipelines");
        if (own is not null)
        {
            own.Allow("version", "kind", "null_values", "on_error", "schema", "archive");
            if (own.Number<int>("version") > DatasetDefinitionWriter.FormatVersion)
                throw own.Error($"The definition is of version {own.Text("version")}; this SparkPipelines reads up to {Yaml.Text(DatasetDefinitionWriter.FormatVersion)}.");
        }

        var paths = ReadPaths(document, full, workspace);
        var transformations = document.Sections("transformations");
        return own?.OptionalText("kind") == "file"
            ? ReadFiles(paths, own, transformations, registration)
            : ReadTabular(paths, own, transformations, document, registration);
    }

    private static DataPath[] ReadPaths(YamlSection document, string folder, Workspace? workspace)
    {
        var datastores = workspace?.Datastores.OfType<LocalDatastore>().OrderByDescending(datastore => datastore.RootFolder.Length).ToList() ?? [];
        var paths = document.Sections("paths").Select(entry =>
        {
            entry.Allow("file", "folder", "pattern");
            var text = entry.OptionalText("file") ?? entry.OptionalText("folder") ?? entry.Text("pattern");
            var scheme = text.IndexOf("://", StringComparison.Ordinal);
            if (scheme > 0 && !text.StartsWith("file://", StringComparison.Ordinal))
                throw entry.Error($"The path '{text}' does not lie on this machine; this version reads local paths.");
            var local = Path.GetFullPath(scheme > 0 ? text["file://".Length..] : text, folder);
            var home = datastores.Find(datastore => WorkspacePaths.IsInside(local, datastore.RootFolder));
            return home is null ? DataPath.FromLocal(local) : new DataPath(home, Path.GetRelativePath(home.RootFolder, local));
        }).ToArray();
        return paths.Length > 0 ? paths : throw document.Error("'paths' must name at least one file, folder or pattern.");
    }

    private static FileDataset ReadFiles(DataPath[] paths, YamlSection own, IReadOnlyList<YamlSection> transformations, DatasetRegistration? registration)
    {
        ArchiveOptions? archive = null;
        if (own.OptionalSection("archive") is { } section)
        {
            section.Allow("type", "entry_glob");
            if (section.Text("type") != "zip")
                throw section.Error($"'{section.Text("type")}' is no kind of archive that this version reads; 'zip' is.");
            archive = new ArchiveOptions(ArchiveType.Zip, section.Text("entry_glob"));
        }

        var operations = new List<FileOperation>();
        foreach (var entry in transformations)
        {
            var name = entry.Names.Single();
            operations.Add(name switch
            {
                "take" => new FileOperation.Take(entry.Number<int>(name)),
                "skip" => new FileOperation.Skip(entry.Number<int>(name)),
                "take_random_sample" or "sample" when ReadDraw(entry, name, operations.OfType<FileOperation.Draw>().Count()) is var draw => new FileOperation.Draw(draw.From, draw.To, draw.Seed, draw.Draw),
                _ => throw entry.Error($"'{name}' is no operation on files; take, skip, take_random_sample and sample are."),
            });
        }

        return new FileDataset(paths, archive, operations, registration);
    }

    private static TabularDataset ReadTabular(DataPath[] paths, YamlSection? own, IReadOnlyList<YamlSection> transformations, YamlSection document, DatasetRegistration? registration)
    {
        var reader = transformations.Count > 0 ? transformations[0].Names.Single() : "";
        var rest = transformations.Skip(1);
        TabularSource source;
        switch (reader)
        {
            case "read_parquet":
                source = new ParquetSource(paths);
                break;
            case "read_delimited":
                var options = ReadDelimited(transformations[0].Section(reader), own);
                var types = transformations.Count > 1 && transformations[1].Has("convert_column_types") ? transformations[1] : null;
                if (types is not null)
                    rest = rest.Skip(1);
                source = ReadSchema(own) is { } schema
                    ? new DelimitedSource(paths, options, schema)
                    : new DelimitedSource(paths, types is null ? options : options with { ColumnTypes = ReadTypes(types) });
                break;
            default:
                throw document.Error($"The first transformation must be read_delimited or read_parquet{(reader.Length == 0 ? "" : $", not '{reader}'")}.");
        }

        var operations = new List<TabularOperation>();
        foreach (var entry in rest)
            operations.Add(ReadOperation(entry, operations.Count(operation => operation is DrawOperation or StratifiedOperation)));
        return new TabularDataset(source, operations, registration);
    }

    private static DelimitedOptions ReadDelimited(YamlSection section, YamlSection? own)
    {
        section.Allow("delimiter", "header", "encoding", "support_multi_line", "infer_column_types", "empty_as_string");
        var delimiter = section.OptionalText("delimiter") ?? ",";
        if (delimiter.Length != 1)
            throw section.Error($"The delimiter must be one character, not '{delimiter}'.");
        if (section.OptionalBoolean("empty_as_string", otherwise: false))
            throw section.Error("'empty_as_string: true' is not supported; an empty field without quotes is null.");
        return new DelimitedOptions
        {
            Delimiter = delimiter[0],
            HasHeader = section.OptionalText("header") switch
            {
                null or "all_files_same_headers" => true,
                "no_header" => false,
                var other => throw section.Error($"'header: {other}' is not supported; all_files_same_headers and no_header are."),
            },
            Encoding = section.OptionalText("encoding") switch
            {
                null or "utf8" or "ascii" => FileEncoding.Utf8,
                "iso88591" or "latin1" => FileEncoding.Latin1,
                "utf16" => FileEncoding.Utf16,
                var other => throw section.Error($"The encoding '{other}' is not supported; utf8, ascii, iso88591, latin1 and utf16 are."),
            },
            SupportMultiLine = section.OptionalBoolean("support_multi_line", otherwise: false),
            InferColumnTypes = section.OptionalBoolean("infer_column_types", otherwise: true),
            NullValues = own?.Texts("null_values") ?? [],
            OnError = own?.OptionalText("on_error") == "null" ? OnError.Null : OnError.Fail,
        };
    }

    private static StructType? ReadSchema(YamlSection? own)
    {
        var columns = own?.Sections("schema") ?? [];
        return columns.Count == 0 ? null : new StructType(columns.Select(column => new StructField(column.Text("name"), ReadType(column, column.Text("type")))));
    }

    private static DataType ReadType(YamlSection section, string name) =>
        TextColumnTypes.Parse(name) ?? throw section.Error($"'{name}' is no type that text can be converted to; {TextColumnTypes.Names} are.");

    private static Dictionary<string, DataType> ReadTypes(YamlSection section)
    {
        var types = new Dictionary<string, DataType>();
        foreach (var entry in section.Sections("convert_column_types"))
        {
            entry.Allow("columns", "column_type");
            DataType type = entry.OptionalText("column_type") switch
            {
                "int" => new LongType(),
                "float" => new DoubleType(),
                "string" => new StringType(),
                var other => throw entry.Error($"The column type '{other ?? "with options"}' is not supported; int, float and string are, and every type in a definition written by SparkPipelines."),
            };
            foreach (var column in entry.Texts("columns"))
                types[column] = type;
        }

        return types;
    }

    private static TabularOperation ReadOperation(YamlSection entry, int draws)
    {
        var name = entry.Names.Single();
        switch (name)
        {
            case "take":
                return new TakeOperation(entry.Number<int>(name));
            case "skip":
                return new SkipOperation(entry.Number<int>(name));
            case "keep_columns":
                return new KeepColumnsOperation(entry.Texts(name));
            case "drop_columns":
                return new DropColumnsOperation(entry.Texts(name));
            case "filter":
                return new FilterOperation(entry.Text(name));
            case "take_random_sample" or "sample":
                return ReadDraw(entry, name, draws);
            case "stratified_split":
                var strata = entry.Section(name);
                strata.Allow("label", "percentage", "seed", "part");
                return new StratifiedOperation(strata.Text("label"), strata.Number<double>("percentage"), strata.Number<long>("seed"), draws, strata.Text("part") == "1");
            default:
                throw entry.Error($"'{name}' is no operation on rows that this version knows; take, skip, keep_columns, drop_columns, filter, take_random_sample, sample and stratified_split are.");
        }
    }

    private static DrawOperation ReadDraw(YamlSection entry, string name, int draws)
    {
        var section = entry.Section(name);
        section.Allow(name == "sample" ? ["from", "to", "seed", "keys"] : ["probability", "seed"]);
        var isSample = name == "sample";
        return new DrawOperation(
            isSample ? section.Number<double>("from") : 0,
            section.Number<double>(isSample ? "to" : "probability"),
            section.Number<long>("seed"),
            draws,
            section.Has("keys") ? section.Texts("keys") : null);
    }
}
