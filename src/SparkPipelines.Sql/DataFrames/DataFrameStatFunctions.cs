using Apache.Arrow;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>Statistics of columns; made by <see cref="DataFrame.Stat"/>.</summary>
public sealed class DataFrameStatFunctions
{
    private readonly DataFrame _input;

    internal DataFrameStatFunctions(DataFrame input) => _input = input;

    /// <summary>About the values at shares of a numeric column's ordered values. Nulls and NaNs are left out; empty when nothing is left.</summary>
    /// <param name="columnName">A numeric column.</param>
    /// <param name="probabilities">Shares from 0, the smallest value, to 1, the largest.</param>
    /// <param name="relativeError">How far from a share its value's rank may be; 0 is exact and dear.</param>
    public double[] ApproxQuantile(string columnName, IEnumerable<double> probabilities, double relativeError) =>
        Blocking.Wait(() => ApproxQuantileAsync([columnName], probabilities, relativeError))[0];

    /// <summary>As <see cref="ApproxQuantile(string, IEnumerable{double}, double)"/>, for several columns in one run.</summary>
    public double[][] ApproxQuantile(IEnumerable<string> columnNames, IEnumerable<double> probabilities, double relativeError) =>
        Blocking.Wait(() => ApproxQuantileAsync(columnNames, probabilities, relativeError));

    /// <inheritdoc cref="ApproxQuantile(IEnumerable{string}, IEnumerable{double}, double)"/>
    public Task<double[][]> ApproxQuantileAsync(
        IEnumerable<string> columnNames, IEnumerable<double> probabilities, double relativeError, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(relativeError);
        var quantile = new Proto.StatApproxQuantile { Input = _input.Relation, RelativeError = relativeError };
        quantile.Cols.AddRange(columnNames);
        quantile.Probabilities.AddRange(probabilities);
        return Over(new() { Common = RelationMessages.NewCommon(), ApproxQuantile = quantile }).ReadScalarAsync(Quantiles, cancellationToken);
    }

    /// <summary>The covariance of two numeric columns, as of a sample.</summary>
    public double Cov(string colName1, string colName2) => Blocking.Wait(() => CovAsync(colName1, colName2));

    /// <inheritdoc cref="Cov"/>
    public Task<double> CovAsync(string colName1, string colName2, CancellationToken cancellationToken = default) => Over(new()
    {
        Common = RelationMessages.NewCommon(),
        Cov = new() { Input = _input.Relation, Col1 = colName1, Col2 = colName2 },
    }).ReadScalarAsync(Number, cancellationToken);

    /// <summary>The correlation of two numeric columns.</summary>
    /// <param name="colName1">A numeric column.</param>
    /// <param name="colName2">Another one.</param>
    /// <param name="method"><c>pearson</c>, the only one there is.</param>
    /// <exception cref="ArgumentException">The method is another one.</exception>
    public double Corr(string colName1, string colName2, string method) => Blocking.Wait(() => CorrAsync(colName1, colName2, method));

    /// <summary>Pearson's correlation of two numeric columns.</summary>
    public double Corr(string colName1, string colName2) => Corr(colName1, colName2, "pearson");

    /// <inheritdoc cref="Corr(string, string, string)"/>
    public Task<double> CorrAsync(string colName1, string colName2, string method = "pearson", CancellationToken cancellationToken = default) =>
        method == "pearson"
            ? Over(new()
            {
                Common = RelationMessages.NewCommon(),
                Corr = new() { Input = _input.Relation, Col1 = colName1, Col2 = colName2, Method = method },
            }).ReadScalarAsync(Number, cancellationToken)
            : throw new ArgumentException($"There is no correlation method '{method}'; use pearson.", nameof(method));

    /// <summary>How often each pair of values of two columns occurs: a row for each of the first, a column for each of the second.</summary>
    public DataFrame Crosstab(string colName1, string colName2) => Over(new()
    {
        Common = RelationMessages.NewCommon(),
        Crosstab = new() { Input = _input.Relation, Col1 = colName1, Col2 = colName2 },
    });

    /// <summary>Values that occur in more than this share of the rows, with some false ones, as an array for each column.</summary>
    public DataFrame FreqItems(IEnumerable<string> columnNames, double support)
    {
        var items = new Proto.StatFreqItems { Input = _input.Relation, Support = support };
        items.Cols.AddRange(columnNames);
        return Over(new() { Common = RelationMessages.NewCommon(), FreqItems = items });
    }

    /// <summary>Values that occur in more than 1 % of the rows, with some false ones, as an array for each column.</summary>
    public DataFrame FreqItems(IEnumerable<string> columnNames) => FreqItems(columnNames, 0.01);

    /// <summary>About this share of the rows of each value of a column; values that are not listed have none.</summary>
    public DataFrame SampleBy<T>(string columnName, IDictionary<T, double> fractions, long seed) => SampleBy(Functions.Col(columnName), fractions, seed);

    /// <summary>About this share of the rows of each value of a column; values that are not listed have none.</summary>
    /// <exception cref="ArgumentException">A share is not from 0 to 1.</exception>
    public DataFrame SampleBy<T>(Column column, IDictionary<T, double> fractions, long seed)
    {
        var sample = new Proto.StatSampleBy { Input = _input.Relation, Col = column.Expression, Seed = seed };
        foreach (var (value, fraction) in fractions)
        {
            if (fraction is not (>= 0 and <= 1))
                throw new ArgumentException($"A share is from 0 to 1; that of '{value}' is {fraction}.", nameof(fractions));
            sample.Fractions.Add(new Proto.StatSampleBy.Types.Fraction { Stratum = LiteralMessages.ToLiteral(value), Fraction_ = fraction });
        }

        return new DataFrame(
            _input.SparkSession,
            RelationMessages.WithReferences(new() { Common = RelationMessages.NewCommon(), SampleBy = sample }, column.References));
    }

    private static double Number(IArrowArray column) => ((DoubleArray)column).GetValue(0)
        ?? throw new SparkException("The engine gave null where a number was due.");

    private static double[][] Quantiles(IArrowArray column)
    {
        var perColumn = (ListArray)((ListArray)column).GetSlicedValues(0);
        var result = new double[perColumn.Length][];
        for (var i = 0; i < result.Length; i++)
            result[i] = ((DoubleArray)perColumn.GetSlicedValues(i)).Select(value => value ?? double.NaN).ToArray();
        return result;
    }

    private DataFrame Over(Proto.Relation relation) => new(_input.SparkSession, relation);
}
