using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>Where a table's rows come from. Datasets derived from one another share their source, and with it the schema decided once.</summary>
internal abstract class TabularSource(IReadOnlyList<DataPath> paths)
{
    public IReadOnlyList<DataPath> Paths { get; } = paths;

    /// <summary>Names and types of the columns, decided when first asked for and never again.</summary>
    /// <param name="session">The session to ask where the engine decides; the default one when null.</param>
    public abstract StructType GetSchema(SparkSession? session = null);

    /// <summary>The rows as a plan; reads headers and a sample at most.</summary>
    public abstract DataFrame Read(SparkSession session);

    public IReadOnlyList<StoredFile> ResolveFiles() => PathResolver.Resolve(Paths, dataFilesOnly: true);
}

/// <summary>Delimited text: read as text by the engine and converted by expressions that are the same for every engine.</summary>
internal sealed class DelimitedSource : TabularSource
{
    // With Spark's default, the empty text, a quoted empty field would be null too. An unquoted one becomes this text first and then null.
    private const string NoText = "\u001F";

    private readonly Lock _deciding = new();
    private StructType? _schema;

    public DelimitedSource(IReadOnlyList<DataPath> paths, DelimitedOptions options, StructType? schema = null)
        : base(paths)
    {
        options.Validate();
        Options = options;
        _schema = schema;
    }

    public DelimitedOptions Options { get; }

    public override StructType GetSchema(SparkSession? session = null)
    {
        lock (_deciding)
            return _schema ??= DelimitedInference.Infer(ResolveFiles(), Options);
    }

    public override DataFrame Read(SparkSession session)
    {
        var schema = GetSchema();
        var files = ResolveFiles();
        var text = new StructType(schema.Select(column => new StructField(column.Name, new StringType())));
        var reader = session.Read().Schema(text)
            .Option("header", Options.HasHeader)
            .Option("sep", Options.Delimiter.ToString())
            .Option("escape", "\"")
            .Option("multiLine", Options.SupportMultiLine)
            .Option("nullValue", NoText);
        if (Options.Encoding != FileEncoding.Utf8)
            reader = reader.Option("encoding", Options.Encoding == FileEncoding.Latin1 ? "ISO-8859-1" : "UTF-16");
        return reader.Csv([.. files.Select(file => file.SparkPattern)])
            .SelectExpr([.. schema.Select(column => ColumnConversion.SelectItem(column, Options))]);
    }
}

/// <summary>Parquet files: their own schema counts, as the engine reads it.</summary>
internal sealed class ParquetSource(IReadOnlyList<DataPath> paths, StructType? schema = null) : TabularSource(paths)
{
    private readonly Lock _deciding = new();
    private StructType? _schema = schema;

    public override StructType GetSchema(SparkSession? session = null)
    {
        lock (_deciding)
            return _schema ??= Read(DefaultSession.Get(session)).Schema();
    }

    public override DataFrame Read(SparkSession session) =>
        session.Read().Parquet([.. ResolveFiles().Select(file => file.SparkPattern)]);
}
