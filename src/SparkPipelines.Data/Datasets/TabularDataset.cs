using RecordBatch = Apache.Arrow.RecordBatch;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>
/// The definition of a table: its source and what is done to it. Each operation gives a new definition and reads nothing; on use the whole becomes a
/// plan that the session's engine runs.
/// </summary>
public sealed class TabularDataset : Dataset
{
    internal TabularDataset(TabularSource source, IReadOnlyList<TabularOperation>? operations = null, DatasetRegistration? registration = null)
        : base(registration)
    {
        Source = source;
        Operations = operations ?? [];
    }

    /// <summary>
    /// Names and types of the columns. Types of text are inferred when first needed and stay: datasets derived from this one, and its written definition, have the same.
    /// </summary>
    /// <exception cref="DatasetException">Files are missing or differ, or an operation names a column that is not there.</exception>
    public StructType Schema => Operations.Aggregate(Source.GetSchema(), (schema, operation) => operation.Transform(schema));

    internal TabularSource Source { get; }

    internal IReadOnlyList<TabularOperation> Operations { get; }

    private int Draws => Operations.Count(operation => operation is DrawOperation or StratifiedOperation);

    /// <summary>The first rows, in the order of paths, files and lines.</summary>
    public TabularDataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(new TakeOperation(count));
    }

    /// <summary>All but the first rows.</summary>
    public TabularDataset Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(new SkipOperation(count));
    }

    /// <summary>
    /// A random part. Which rows are in it follows from their values, the seed and the draws before this one alone: every engine, partitioning and order of the
    /// rows gives the same. Of rows with equal values all are in it or none. With one seed, a smaller sample is part of a larger one.
    /// </summary>
    /// <param name="probability">The share to keep, 0 to 1; the number of rows is near it, not exact.</param>
    /// <param name="seed">Another seed, another sample.</param>
    public TabularDataset TakeSample(double probability, long seed)
    {
        RequireShare(probability, nameof(probability));
        return With(new DrawOperation(0, probability, seed, Draws, Keys: null));
    }

    /// <summary>Two parts that have no row in common and together all rows; as stable as <see cref="TakeSample"/>.</summary>
    /// <param name="percentage">The first part's share, 0 to 1; the number of rows is near it, not exact.</param>
    /// <param name="seed">Another seed, another split.</param>
    public (TabularDataset First, TabularDataset Second) RandomSplit(double percentage, long seed)
    {
        RequireShare(percentage, nameof(percentage));
        return Split(percentage, seed, keys: null);
    }

    /// <summary>Two parts such that all rows with one key are in the same part; null counts as a key.</summary>
    /// <param name="column">The key's column.</param>
    /// <param name="percentage">The share of the keys in the first part, 0 to 1, approximate.</param>
    /// <param name="seed">Another seed, another split.</param>
    public (TabularDataset First, TabularDataset Second) SplitByKey(string column, double percentage, long seed) => SplitByKey([column], percentage, seed);

    /// <inheritdoc cref="SplitByKey(string, double, long)"/>
    /// <param name="columns">The columns that make the key.</param>
    /// <param name="percentage">The share of the keys in the first part, 0 to 1, approximate.</param>
    /// <param name="seed">Another seed, another split.</param>
    public (TabularDataset First, TabularDataset Second) SplitByKey(IReadOnlyList<string> columns, double percentage, long seed)
    {
        RequireNames(columns, nameof(columns));
        RequireShare(percentage, nameof(percentage));
        return Split(percentage, seed, [.. columns]);
    }

    /// <summary>Two parts with the same share of every label's rows, exact to the row; null counts as a label.</summary>
    /// <param name="label">The label's column.</param>
    /// <param name="percentage">The first part's share, 0 to 1; the nearest whole number of rows of each label.</param>
    /// <param name="seed">Another seed, another split.</param>
    public (TabularDataset First, TabularDataset Second) StratifiedSplit(string label, double percentage, long seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        RequireShare(percentage, nameof(percentage));
        return (With(new StratifiedOperation(label, percentage, seed, Draws, First: true)), With(new StratifiedOperation(label, percentage, seed, Draws, First: false)));
    }

    /// <summary>These columns alone, in the order given.</summary>
    public TabularDataset KeepColumns(params IReadOnlyList<string> columns)
    {
        RequireNames(columns, nameof(columns));
        return With(new KeepColumnsOperation([.. columns]));
    }

    /// <summary>All columns but these.</summary>
    public TabularDataset DropColumns(params IReadOnlyList<string> columns)
    {
        RequireNames(columns, nameof(columns));
        return With(new DropColumnsOperation([.. columns]));
    }

    /// <summary>The rows for which a Spark SQL condition is true; a condition that is null does not keep the row.</summary>
    /// <param name="condition">Such as <c>petal_length &gt; 4 AND species IS NOT NULL</c>.</param>
    public TabularDataset Filter(string condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        return With(new FilterOperation(condition));
    }

    /// <summary>The rows for which a condition is true. Such a dataset can't be registered or saved; one filtered by text can.</summary>
    public TabularDataset Filter(Column condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return With(new ColumnFilterOperation(condition));
    }

    /// <summary>The table as a lazy Spark DataFrame; Spark itself reads the files when it runs.</summary>
    /// <param name="session">The session that runs it; the active one, else a new one, when null.</param>
    public DataFrame ToSparkDataFrame(SparkSession? session = null)
    {
        var chosen = DefaultSession.Get(session);
        var rows = Source.Read(chosen);
        if (Operations.Count == 0)
            return rows;
        var schema = Source.GetSchema(chosen);
        foreach (var operation in Operations)
        {
            rows = operation.Apply(rows, schema);
            schema = operation.Transform(schema);
        }

        return rows;
    }

    /// <summary>All rows in memory.</summary>
    /// <exception cref="DatasetConversionException">A text is not of its column's type, under <see cref="OnError.Fail"/>.</exception>
    public Microsoft.Data.Analysis.DataFrame ToDataFrame(SparkSession? session = null) =>
        ConversionFailures.Explain(Source, () => ToSparkDataFrame(session).ToDataFrame());

    /// <summary>The rows as a stream of Arrow batches; each batch is the reader's to dispose.</summary>
    /// <exception cref="DatasetConversionException">A text is not of its column's type, under <see cref="OnError.Fail"/>.</exception>
    public IAsyncEnumerable<RecordBatch> ToArrowAsync(SparkSession? session = null, CancellationToken cancellationToken = default) =>
        ConversionFailures.Explain(Source, ToSparkDataFrame(session).ToArrowAsync(cancellationToken), cancellationToken);

    /// <summary>Writes the rows as Parquet files to a folder that does not exist yet.</summary>
    /// <returns>The files written.</returns>
    public FileDataset ToParquet(DataPath target, SparkSession? session = null) => WriteTo(target, session, (rows, path) => rows.Write().Parquet(path));

    /// <summary>Writes the rows as comma-separated text with a header to a folder that does not exist yet; a null is an empty field.</summary>
    /// <returns>The files written.</returns>
    public FileDataset ToCsv(DataPath target, SparkSession? session = null) =>
        WriteTo(target, session, (rows, path) => rows.Write().Option("header", true).Option("escape", "\"").Csv(path));

    /// <summary>The first rows as a table to print: names, types under them, values.</summary>
    /// <param name="count">How many rows.</param>
    /// <param name="session">The session that runs it; the active one, else a new one, when null.</param>
    public TablePreview Head(int count = 5, SparkSession? session = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return ConversionFailures.Explain(Source, () =>
        {
            var rows = ToSparkDataFrame(session).Limit(count);
            return new TablePreview(rows.Schema(), [.. rows.Collect()]);
        });
    }

    internal override TabularDataset WithRegistration(DatasetRegistration registration) => new(Source, Operations, registration);

    private static void RequireShare(double share, string name)
    {
        if (double.IsNaN(share) || share is < 0 or > 1)
            throw new ArgumentOutOfRangeException(name, share, "A share lies between 0 and 1.");
    }

    private static void RequireNames(IReadOnlyList<string> columns, string name)
    {
        ArgumentNullException.ThrowIfNull(columns, name);
        if (columns.Count == 0)
            throw new ArgumentException("At least one column must be named.", name);
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
            throw new ArgumentException($"A column is named twice in {ColumnNames.List(columns)}.", name);
    }

    private (TabularDataset First, TabularDataset Second) Split(double share, long seed, IReadOnlyList<string>? keys) =>
        (With(new DrawOperation(0, share, seed, Draws, keys)), With(new DrawOperation(share, 1, seed, Draws, keys)));

    private TabularDataset With(TabularOperation operation) => new(Source, [.. Operations, operation]);

    private FileDataset WriteTo(DataPath target, SparkSession? session, Action<DataFrame, string> write)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.IsPattern)
            throw new ArgumentException($"'{target}' is a pattern; rows are written to a folder.", nameof(target));
        return ConversionFailures.Explain(Source, () =>
        {
            write(ToSparkDataFrame(session), target.SparkPath);
            return File.FromFiles(target);
        });
    }
}
