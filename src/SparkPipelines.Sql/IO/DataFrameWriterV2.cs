using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;
using WriteMode = Spark.Connect.WriteOperationV2.Types.Mode;

namespace SparkPipelines.Sql;

/// <summary>Writes a DataFrame to a table of a catalog that takes whole tables, parts and conditions; made by <see cref="DataFrame.WriteTo"/>.</summary>
public sealed class DataFrameWriterV2
{
    private readonly DataFrame _input;
    private readonly string _table;
    private readonly SourceOptions _options = new();
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);
    private readonly List<string> _clustering = [];
    private Column[] _partitioning = [];
    private string? _provider;

    internal DataFrameWriterV2(DataFrame input, string table)
    {
        _input = input;
        _table = table;
    }

    /// <summary>The kind of table to make, such as <c>parquet</c> or <c>delta</c>.</summary>
    public DataFrameWriterV2 Using(string provider)
    {
        _provider = provider;
        return this;
    }

    /// <summary>Sets an option of the write.</summary>
    public DataFrameWriterV2 Option(string key, string value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, bool value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, long value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, double value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets options of the write.</summary>
    public DataFrameWriterV2 Options(IEnumerable<KeyValuePair<string, string>> options)
    {
        _options.SetAll(options);
        return this;
    }

    /// <summary>Sets a property of the table to make.</summary>
    public DataFrameWriterV2 TableProperty(string property, string value)
    {
        _properties[property] = value;
        return this;
    }

    /// <summary>Partitions the table to make by columns, or by <c>Years</c>, <c>Months</c>, <c>Days</c>, <c>Hours</c> or <c>Bucket</c> of them.</summary>
    public DataFrameWriterV2 PartitionedBy(Column column, params Column[] columns)
    {
        _partitioning = [column, .. columns];
        return this;
    }

    /// <summary>Keeps rows with near values in these columns together. Spark 4.0 and later.</summary>
    public DataFrameWriterV2 ClusterBy(string colName, params string[] colNames)
    {
        _clustering.Clear();
        _clustering.AddRange([colName, .. colNames]);
        return this;
    }

    /// <summary>Makes the table of these rows.</summary>
    /// <exception cref="AnalysisException">There is a table of that name.</exception>
    public void Create() => Blocking.Wait(() => CreateAsync());

    /// <inheritdoc cref="Create"/>
    public Task CreateAsync(CancellationToken cancellationToken = default) => RunAsync(WriteMode.Create, null, cancellationToken);

    /// <summary>Makes the table anew of these rows.</summary>
    /// <exception cref="AnalysisException">There is no table of that name.</exception>
    public void Replace() => Blocking.Wait(() => ReplaceAsync());

    /// <inheritdoc cref="Replace"/>
    public Task ReplaceAsync(CancellationToken cancellationToken = default) => RunAsync(WriteMode.Replace, null, cancellationToken);

    /// <summary>Makes the table of these rows, whether there is one or not.</summary>
    public void CreateOrReplace() => Blocking.Wait(() => CreateOrReplaceAsync());

    /// <inheritdoc cref="CreateOrReplace"/>
    public Task CreateOrReplaceAsync(CancellationToken cancellationToken = default) => RunAsync(WriteMode.CreateOrReplace, null, cancellationToken);

    /// <summary>Adds the rows to the table.</summary>
    /// <exception cref="AnalysisException">There is no table of that name.</exception>
    public void Append() => Blocking.Wait(() => AppendAsync());

    /// <inheritdoc cref="Append"/>
    public Task AppendAsync(CancellationToken cancellationToken = default) => RunAsync(WriteMode.Append, null, cancellationToken);

    /// <summary>Puts the rows in the place of those that meet a condition.</summary>
    /// <exception cref="AnalysisException">There is no table of that name.</exception>
    public void Overwrite(Column condition) => Blocking.Wait(() => OverwriteAsync(condition));

    /// <inheritdoc cref="Overwrite"/>
    public Task OverwriteAsync(Column condition, CancellationToken cancellationToken = default) =>
        RunAsync(WriteMode.Overwrite, condition, cancellationToken);

    /// <summary>Puts the rows in the place of every partition that one of them is in.</summary>
    /// <exception cref="AnalysisException">There is no table of that name.</exception>
    public void OverwritePartitions() => Blocking.Wait(() => OverwritePartitionsAsync());

    /// <inheritdoc cref="OverwritePartitions"/>
    public Task OverwritePartitionsAsync(CancellationToken cancellationToken = default) => RunAsync(WriteMode.OverwritePartitions, null, cancellationToken);

    private async Task RunAsync(WriteMode mode, Column? condition, CancellationToken cancellationToken)
    {
        var write = new Proto.WriteOperationV2 { Input = _input.Relation, TableName = _table, Mode = mode };
        if (_provider is not null)
            write.Provider = _provider;
        write.PartitioningColumns.AddRange(_partitioning.Select(column => column.Expression));
        write.ClusteringColumns.AddRange(_clustering);
        _options.CopyTo(write.Options);
        write.TableProperties.Add(_properties);
        if (condition is not null)
            write.OverwriteCondition = condition.Expression;
        _input.Executed(await _input.SparkSession.RunAsync(new() { WriteOperationV2 = write }, cancellationToken).ConfigureAwait(false));
    }
}
