using System.Globalization;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>
/// Makes DataFrames from files and tables. Nothing is read before an action, but a source without a <see cref="Schema(StructType)"/> may be
/// looked into when the plan is analysed. Options are those of Spark's
/// <see href="https://spark.apache.org/docs/4.2.0/sql-data-sources.html">data sources</see>.
/// </summary>
public sealed class DataFrameReader
{
    private readonly SparkSession _session;
    private readonly SourceOptions _options = new();
    private string? _format;
    private string? _schema;

    internal DataFrameReader(SparkSession session) => _session = session;

    /// <summary>The kind of source: <c>csv</c>, <c>json</c>, <c>parquet</c>, <c>orc</c>, <c>text</c>, or a class that Spark has.</summary>
    public DataFrameReader Format(string source)
    {
        _format = source;
        return this;
    }

    /// <summary>The columns to read, so that the source need not be looked into for them.</summary>
    public DataFrameReader Schema(StructType schema)
    {
        _schema = schema.Json;
        return this;
    }

    /// <summary>The columns to read as DDL, such as <c>id INT NOT NULL, name STRING</c>.</summary>
    public DataFrameReader Schema(string schemaString)
    {
        _schema = schemaString;
        return this;
    }

    /// <summary>Sets an option of the source.</summary>
    public DataFrameReader Option(string key, string value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, bool value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, long value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, double value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets options of the source.</summary>
    public DataFrameReader Options(IEnumerable<KeyValuePair<string, string>> options)
    {
        _options.SetAll(options);
        return this;
    }

    /// <summary>Reads a source that needs no path, or has it among its options.</summary>
    public DataFrame Load() => Load([]);

    /// <summary>Reads a file, a directory or a glob.</summary>
    public DataFrame Load(string path) => Load([path]);

    /// <summary>Reads files, directories or globs. The format is Spark's default, Parquet, when none is set.</summary>
    public DataFrame Load(params string[] paths)
    {
        var source = NewSource(_format);
        source.Paths.AddRange(paths);
        return From(source);
    }

    /// <summary>Reads text files with separated values.</summary>
    public DataFrame Csv(params string[] paths) => Format("csv").Load(paths);

    /// <summary>Reads JSON files, one object on each line unless the option <c>multiLine</c> is set.</summary>
    public DataFrame Json(params string[] paths) => Format("json").Load(paths);

    /// <summary>Reads Parquet files.</summary>
    public DataFrame Parquet(params string[] paths) => Format("parquet").Load(paths);

    /// <summary>Reads ORC files.</summary>
    public DataFrame Orc(params string[] paths) => Format("orc").Load(paths);

    /// <summary>Reads text files, each line a row of one column <c>value</c>.</summary>
    public DataFrame Text(params string[] paths) => Format("text").Load(paths);

    /// <summary>Reads XML files; the option <c>rowTag</c> names the element that is a row. Spark 4.0 and later.</summary>
    public DataFrame Xml(params string[] paths) => Format("xml").Load(paths);

    /// <summary>Reads a table of a database by JDBC.</summary>
    public DataFrame Jdbc(string url, string table, IEnumerable<KeyValuePair<string, string>> properties) =>
        Jdbc(url, table, properties, []).From(NewSource("jdbc"));

    /// <summary>Reads a table of a database by JDBC, split into partitions by a column between two bounds, which filter nothing.</summary>
    public DataFrame Jdbc(
        string url,
        string table,
        string columnName,
        long lowerBound,
        long upperBound,
        int numPartitions,
        IEnumerable<KeyValuePair<string, string>> properties) => Jdbc(
            url,
            table,
            properties,
            [
                ("partitionColumn", columnName),
                ("lowerBound", lowerBound.ToString(CultureInfo.InvariantCulture)),
                ("upperBound", upperBound.ToString(CultureInfo.InvariantCulture)),
                ("numPartitions", numPartitions.ToString(CultureInfo.InvariantCulture)),
            ]).From(NewSource("jdbc"));

    /// <summary>Reads a table of a database by JDBC, a partition for each of these conditions.</summary>
    public DataFrame Jdbc(string url, string table, IEnumerable<string> predicates, IEnumerable<KeyValuePair<string, string>> properties)
    {
        var reader = Jdbc(url, table, properties, []);
        var source = reader.NewSource("jdbc");
        source.Predicates.AddRange(predicates);
        return reader.From(source);
    }

    /// <summary>A table or view by its name, which may have a catalog and a database before it.</summary>
    public DataFrame Table(string tableName)
    {
        var table = new Proto.Read.Types.NamedTable { UnparsedIdentifier = tableName };
        _options.CopyTo(table.Options);
        return new DataFrame(_session, new Proto.Relation { Common = RelationMessages.NewCommon(), Read = new() { NamedTable = table } });
    }

    /// <summary>The changes of a table between two of its versions, which options name. Spark 4.2 and later.</summary>
    public DataFrame Changes(string tableName)
    {
        var changes = new Proto.RelationChanges { UnparsedIdentifier = tableName };
        _options.CopyTo(changes.Options);
        return new DataFrame(_session, new Proto.Relation { Common = RelationMessages.NewCommon(), RelationChanges = changes });
    }

    /// <summary>Parses the text column of a DataFrame as separated values.</summary>
    public DataFrame Csv(DataFrame lines) => Parse(lines, Proto.Parse.Types.ParseFormat.Csv);

    /// <summary>Parses the text column of a DataFrame as JSON objects.</summary>
    public DataFrame Json(DataFrame lines) => Parse(lines, Proto.Parse.Types.ParseFormat.Json);

    private DataFrameReader Jdbc(
        string url, string table, IEnumerable<KeyValuePair<string, string>> properties, ReadOnlySpan<(string Key, string Value)> partitioning)
    {
        Options(properties).Option("url", url).Option("dbtable", table);
        foreach (var (key, value) in partitioning)
            Option(key, value);
        return this;
    }

    private DataFrame Parse(DataFrame lines, Proto.Parse.Types.ParseFormat format)
    {
        var parse = new Proto.Parse { Input = lines.Relation, Format = format };
        if (_schema is not null)
            parse.Schema = ParsedSchema(_schema).ToProto();
        _options.CopyTo(parse.Options);
        return new DataFrame(_session, new Proto.Relation { Common = RelationMessages.NewCommon(), Parse = parse });
    }

    /// <summary>The protocol has a text for the schema here too, but no Spark reads it.</summary>
    private static StructType ParsedSchema(string schema) => schema.StartsWith('{') ? StructType.FromJson(schema) : StructType.FromDDL(schema);

    private Proto.Read.Types.DataSource NewSource(string? format)
    {
        var source = new Proto.Read.Types.DataSource();
        if (format is not null)
            source.Format = format;
        if (_schema is not null)
            source.Schema = _schema;
        _options.CopyTo(source.Options);
        return source;
    }

    private DataFrame From(Proto.Read.Types.DataSource source) =>
        new(_session, new Proto.Relation { Common = RelationMessages.NewCommon(), Read = new() { DataSource = source } });
}
