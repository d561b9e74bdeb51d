using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Tests.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tests.Formats;

/// <summary>A database, a folder and short ways to read and write in tests.</summary>
internal sealed class FormatHarness : IDisposable
{
    internal FormatHarness(FormatSettings? settings = null) => Formats = new FileFormats(Database, settings ?? new FormatSettings());

    internal DuckDbDatabase Database { get; } = new();

    internal TemporaryFolder Folder { get; } = new();

    internal FileFormats Formats { get; }

    internal Task<FileRelation> OpenAsync(string format, string path, StructType? schema = null, params ReadOnlySpan<(string Name, string Value)> options) =>
        Formats.OpenAsync(new ReadRequest(format, [path], schema, Dictionary(options)), TestContext.Current.CancellationToken);

    /// <summary>The schema in short, then the rows, columns by <c>|</c>, null as <c>∅</c>.</summary>
    internal async Task<string[]> ReadAsync(string format, string path, StructType? schema = null, params (string Name, string Value)[] options)
    {
        FileRelation relation = await OpenAsync(format, path, schema, options);
        using FileScan scan = relation.Scan();
        return [relation.Schema.SimpleString, .. await Database.RowsAsync($"SELECT * FROM {scan.Sql}")];
    }

    internal Task WriteAsync(
        string format, string path, string sql, StructType schema, WriteMode mode = WriteMode.ErrorIfExists, IReadOnlyList<string>? partitionBy = null, params ReadOnlySpan<(string Name, string Value)> options) =>
        Formats.WriteAsync(new WriteRequest(format, path, mode, sql, schema, Dictionary(options), partitionBy ?? []), TestContext.Current.CancellationToken);

    /// <summary>The files below a folder by their relative paths, with the parts of names that differ from run to run replaced.</summary>
    internal static string[] Files(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => System.Text.RegularExpressions.Regex.Replace(Path.GetRelativePath(folder, file), "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose()
    {
        Database.Dispose();
        Folder.Dispose();
    }

    private static Dictionary<string, string> Dictionary(ReadOnlySpan<(string Name, string Value)> options)
    {
        var values = new Dictionary<string, string>();
        foreach ((string name, string value) in options)
            values[name] = value;
        return values;
    }
}
