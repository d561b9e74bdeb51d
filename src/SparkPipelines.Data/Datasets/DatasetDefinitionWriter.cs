using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>
/// Writes a definition as an MLTable file. What MLTable has words for is said with them, so that other readers understand it; what it lacks (exact Spark types,
/// words for missing values, what becomes of misfits, archives) stands under <c>metadata.sparkpipelines</c>.
/// </summary>
internal static class DatasetDefinitionWriter
{
    public const string FileName = "MLTable";
    public const int FormatVersion = 1;

    /// <param name="dataset">What to write.</param>
    /// <param name="folder">The folder that the file will stand in.</param>
    /// <param name="workspaceFolder">Paths within this folder are written relative to <paramref name="folder"/>; null writes all paths in full.</param>
    public static string Write(Dataset dataset, string folder, string? workspaceFolder)
    {
        var document = dataset switch
        {
            TabularDataset tabular => Tabular(tabular, folder, workspaceFolder),
            FileDataset files => Files(files, folder, workspaceFolder),
            _ => throw new InvalidOperationException($"A {dataset.GetType().Name} has no written form."),
        };
        return Yaml.Write(document);
    }

    private static Dictionary<string, object> Tabular(TabularDataset dataset, string folder, string? workspaceFolder)
    {
        var transformations = new List<object>();
        var own = new Dictionary<string, object> { ["version"] = FormatVersion, ["kind"] = "tabular" };
        switch (dataset.Source)
        {
            case DelimitedSource delimited:
                WriteDelimited(delimited, transformations, own);
                break;
            case ParquetSource:
                transformations.Add("read_parquet");
                break;
            default:
                throw new InvalidOperationException($"A {dataset.Source.GetType().Name} has no written form.");
        }

        transformations.AddRange(dataset.Operations.Select(Operation));
        return Document(Paths(dataset.Source.Paths, folder, workspaceFolder), transformations, own);
    }

    private static Dictionary<string, object> Files(FileDataset dataset, string folder, string? workspaceFolder)
    {
        var own = new Dictionary<string, object> { ["version"] = FormatVersion, ["kind"] = "file" };
        if (dataset.Archive is { } archive)
            own["archive"] = new Dictionary<string, object> { ["type"] = "zip", ["entry_glob"] = archive.EntryGlob };
        var transformations = dataset.Operations.Select(operation => operation switch
        {
            FileOperation.Take take => Entry("take", take.Count),
            FileOperation.Skip skip => Entry("skip", skip.Count),
            FileOperation.Draw draw => Draw(draw.From, draw.To, draw.Seed, null),
            _ => throw new InvalidOperationException($"{operation.GetType().Name} has no written form."),
        });
        return Document(Paths(dataset.Paths, folder, workspaceFolder), [.. transformations], own);
    }

    private static Dictionary<string, object> Document(List<object> paths, List<object> transformations, Dictionary<string, object> own)
    {
        var document = new Dictionary<string, object> { ["type"] = "mltable", ["paths"] = paths };
        if (transformations.Count > 0)
            document["transformations"] = transformations;
        document["metadata"] = Entry("sparkpipelines", own);
        return document;
    }

    private static List<object> Paths(IReadOnlyList<DataPath> paths, string folder, string? workspaceFolder) => [.. paths.Select(path =>
    {
        var local = path.RequireLocal("A written definition");
        var text = workspaceFolder is null ? local.Replace('\\', '/') : WorkspacePaths.ToPortable(local, workspaceFolder, folder);
        var kind = path.IsPattern ? "pattern" : Directory.Exists(local) ? "folder" : "file";
        return (object)Entry(kind, text);
    })];

    private static void WriteDelimited(DelimitedSource source, List<object> transformations, Dictionary<string, object> own)
    {
        var options = source.Options;
        var schema = source.GetSchema();
        transformations.Add(Entry("read_delimited", new Dictionary<string, object>
        {
            ["delimiter"] = options.Delimiter.ToString(),
            ["header"] = options.HasHeader ? "all_files_same_headers" : "no_header",
            ["encoding"] = EncodingName(options.Encoding),
            ["support_multi_line"] = options.SupportMultiLine,
            ["infer_column_types"] = false,
        }));
        var conversions = schema.GroupBy(field => field.DataType).Select(group => (Columns: group.Select(field => field.Name).ToList(), Type: MLTableType(group.Key))).Where(entry => entry.Type is not null)
            .Select(entry => (object)new Dictionary<string, object> { ["columns"] = entry.Columns, ["column_type"] = entry.Type! }).ToList();
        if (conversions.Count > 0)
            transformations.Add(Entry("convert_column_types", conversions));
        if (options.NullValues.Count > 0)
            own["null_values"] = options.NullValues;
        own["on_error"] = options.OnError == OnError.Fail ? "fail" : "null";
        own["schema"] = schema.Select(field => new Dictionary<string, object> { ["name"] = field.Name, ["type"] = field.DataType.SimpleString }).ToList();
    }

    internal static string EncodingName(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8 => "utf8",
        FileEncoding.Latin1 => "iso88591",
        FileEncoding.Utf16 => "utf16",
        _ => throw new InvalidOperationException($"The encoding {encoding} is not known."),
    };

    private static object? MLTableType(DataType type) => type switch
    {
        IntegralType => "int",
        FractionalType => "float",
        BooleanType => Entry("boolean", new Dictionary<string, object>
        {
            ["true_values"] = ColumnTypeInference.TrueWords,
            ["false_values"] = ColumnTypeInference.FalseWords,
            ["mismatch_as"] = "error",
        }),
        DateType => Entry("datetime", Entry("formats", new List<object> { "%Y-%m-%d" })),
        TimestampType => Entry("datetime", Entry("formats", new List<object> { "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S%z" })),
        TimestampNtzType => Entry("datetime", Entry("formats", new List<object> { "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S" })),
        _ => null,
    };

    private static object Operation(TabularOperation operation) => operation switch
    {
        TakeOperation take => Entry("take", take.Count),
        SkipOperation skip => Entry("skip", skip.Count),
        KeepColumnsOperation keep => Entry("keep_columns", keep.Columns),
        DropColumnsOperation drop => Entry("drop_columns", drop.Columns),
        FilterOperation filter => Entry("filter", filter.Condition),
        DrawOperation draw => Draw(draw.From, draw.To, draw.Seed, draw.Keys),
        StratifiedOperation strata => Entry("stratified_split", new Dictionary<string, object>
        {
            ["label"] = strata.Label, ["percentage"] = strata.Share, ["seed"] = strata.Seed, ["part"] = strata.First ? 1 : 2,
        }),
        ColumnFilterOperation => throw new DatasetException("A dataset filtered by a Column can't be written; give Filter the condition as text."),
        _ => throw new InvalidOperationException($"{operation.GetType().Name} has no written form."),
    };

    private static Dictionary<string, object> Draw(double from, double to, long seed, IReadOnlyList<string>? keys)
    {
        if (from == 0 && keys is null)
            return Entry("take_random_sample", new Dictionary<string, object> { ["probability"] = to, ["seed"] = seed });
        var document = new Dictionary<string, object> { ["from"] = from, ["to"] = to, ["seed"] = seed };
        if (keys is not null)
            document["keys"] = keys;
        return Entry("sample", document);
    }

    private static Dictionary<string, object> Entry(string name, object value) => new() { [name] = value };
}
