using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;
using TableSaveMethod = Spark.Connect.WriteOperation.Types.SaveTable.Types.TableSaveMethod;

namespace SparkPipelines.Sql;

/// <summary>Writes a DataFrame to files or a table. Options are those of Spark's <see href="https://spark.apache.org/docs/4.2.0/sql-data-sources.html">data sources</see>.</summary>
public sealed class DataFrameWriter
{
    private readonly DataFrame _input;
    private readonly SourceOptions _options = new();
    private readonly List<string> _partitioning = [];
    private readonly List<string> _clustering = [];
    private readonly List<string> _sorting = [];
    private Proto.WriteOperation.Types.BucketBy? _buckets;
    private SaveMode _mode = SaveMode.ErrorIfExists;
    private string? _format;

    internal DataFrameWriter(DataFrame input) => _input = input;

    /// <summary>What to do when there is something at the target; an error when this is not called.</summary>
    public DataFrameWriter Mode(SaveMode saveMode)
    {
        _mode = saveMode;
        return this;
    }

    /// <summary>What to do when there is something at the target: <c>append</c>, <c>overwrite</c>, <c>error</c> or <c>ignore</c>.</summary>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public DataFrameWriter Mode(string saveMode) => Mode(SaveModes.Parse(saveMode));

    /// <summary>The kind of target: <c>csv</c>, <c>json</c>, <c>parquet</c>, <c>orc</c>, <c>text</c>, or a class that Spark has.</summary>
    public DataFrameWriter Format(string source)
    {
        _format = source;
        return this;
    }

    /// <summary>Sets an option of the target.</summary>
    public DataFrameWriter Option(string key, string value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, bool value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, long value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, double value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets options of the target.</summary>
    public DataFrameWriter Options(IEnumerable<KeyValuePair<string, string>> options)
    {
        _options.SetAll(options);
        return this;
    }

    /// <summary>Writes a directory <c>column=value</c> for each value of these columns.</summary>
    public DataFrameWriter PartitionBy(params string[] colNames)
    {
        Replace(_partitioning, colNames);
        return this;
    }

    /// <summary>Spreads a table's rows over so many buckets by these columns.</summary>
    public DataFrameWriter BucketBy(int numBuckets, string colName, params string[] colNames)
    {
        _buckets = new() { NumBuckets = numBuckets, BucketColumnNames = { colName } };
        _buckets.BucketColumnNames.AddRange(colNames);
        return this;
    }

    /// <summary>Sorts the rows inside each bucket.</summary>
    public DataFrameWriter SortBy(string colName, params string[] colNames)
    {
        Replace(_sorting, [colName, .. colNames]);
        return this;
    }

    /// <summary>Keeps rows with near values in these columns together. Spark 4.0 and later.</summary>
    public DataFrameWriter ClusterBy(string colName, params string[] colNames)
    {
        Replace(_clustering, [colName, .. colNames]);
        return this;
    }

    /// <summary>Writes to a directory.</summary>
    public void Save(string path) => Blocking.Wait(() => SaveAsync(path));

    /// <inheritdoc cref="Save(string)"/>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var write = NewOperation(_format);
        write.Path = path;
        return RunAsync(write, cancellationToken);
    }

    /// <summary>Writes to a target that needs no path, or has it among its options.</summary>
    public void Save() => Blocking.Wait(() => SaveAsync());

    /// <inheritdoc cref="Save()"/>
    public Task SaveAsync(CancellationToken cancellationToken = default) => RunAsync(NewOperation(_format), cancellationToken);

    /// <summary>Writes to a table, which is made when it is not there; columns go by their name.</summary>
    public void SaveAsTable(string tableName) => Blocking.Wait(() => SaveAsTableAsync(tableName));

    /// <inheritdoc cref="SaveAsTable"/>
    public Task SaveAsTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var write = NewOperation(_format);
        write.Table = new() { TableName = tableName, SaveMethod = TableSaveMethod.SaveAsTable };
        return RunAsync(write, cancellationToken);
    }

    /// <summary>Writes into a table that is there; columns go by their place.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="overwrite">Whether the rows take the place of those that are there; when not given, the mode says so.</param>
    public void InsertInto(string tableName, bool? overwrite = null) => Blocking.Wait(() => InsertIntoAsync(tableName, overwrite));

    /// <inheritdoc cref="InsertInto"/>
    public Task InsertIntoAsync(string tableName, bool? overwrite = null, CancellationToken cancellationToken = default)
    {
        if (overwrite is { } replace)
            Mode(replace ? SaveMode.Overwrite : SaveMode.Append);
        var write = NewOperation(_format);
        write.Table = new() { TableName = tableName, SaveMethod = TableSaveMethod.InsertInto };
        return RunAsync(write, cancellationToken);
    }

    /// <summary>Writes to a table of a database by JDBC.</summary>
    public void Jdbc(string url, string table, IEnumerable<KeyValuePair<string, string>> properties) =>
        Options(properties).Option("url", url).Option("dbtable", table).Format("jdbc").Save();

    /// <summary>Writes text files with separated values.</summary>
    public void Csv(string path) => Format("csv").Save(path);

    /// <inheritdoc cref="Csv"/>
    public Task CsvAsync(string path, CancellationToken cancellationToken = default) => Format("csv").SaveAsync(path, cancellationToken);

    /// <summary>Writes JSON files, one object on each line.</summary>
    public void Json(string path) => Format("json").Save(path);

    /// <inheritdoc cref="Json"/>
    public Task JsonAsync(string path, CancellationToken cancellationToken = default) => Format("json").SaveAsync(path, cancellationToken);

    /// <summary>Writes Parquet files.</summary>
    public void Parquet(string path) => Format("parquet").Save(path);

    /// <inheritdoc cref="Parquet"/>
    public Task ParquetAsync(string path, CancellationToken cancellationToken = default) => Format("parquet").SaveAsync(path, cancellationToken);

    /// <summary>Writes ORC files.</summary>
    public void Orc(string path) => Format("orc").Save(path);

    /// <inheritdoc cref="Orc"/>
    public Task OrcAsync(string path, CancellationToken cancellationToken = default) => Format("orc").SaveAsync(path, cancellationToken);

    /// <summary>Writes text files from the one text column there is.</summary>
    public void Text(string path) => Format("text").Save(path);

    /// <inheritdoc cref="Text"/>
    public Task TextAsync(string path, CancellationToken cancellationToken = default) => Format("text").SaveAsync(path, cancellationToken);

    /// <summary>Writes XML files. Spark 4.0 and later.</summary>
    public void Xml(string path) => Format("xml").Save(path);

    /// <inheritdoc cref="Xml"/>
    public Task XmlAsync(string path, CancellationToken cancellationToken = default) => Format("xml").SaveAsync(path, cancellationToken);

    private Proto.WriteOperation NewOperation(string? format)
    {
        var write = new Proto.WriteOperation { Input = _input.Relation, Mode = _mode.ToMessage() };
        if (format is not null)
            write.Source = format;
        write.PartitioningColumns.AddRange(_partitioning);
        write.ClusteringColumns.AddRange(_clustering);
        write.SortColumnNames.AddRange(_sorting);
        if (_buckets is not null)
            write.BucketBy = _buckets.Clone();
        _options.CopyTo(write.Options);
        return write;
    }

    private async Task RunAsync(Proto.WriteOperation write, CancellationToken cancellationToken) =>
        _input.Executed(await _input.SparkSession.RunAsync(new() { WriteOperation = write }, cancellationToken).ConfigureAwait(false));

    private static void Replace(List<string> target, IEnumerable<string> names)
    {
        target.Clear();
        target.AddRange(names);
    }
}
