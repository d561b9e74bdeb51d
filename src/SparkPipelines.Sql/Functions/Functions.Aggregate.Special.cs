using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>In how many rows the value is not null; of <c>*</c> how many rows there are.</summary>
    /// <returns>long, never null</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Count(Column column) =>
        Call("count", column.Expression.ExprTypeCase == Proto.Expression.ExprTypeOneofCase.UnresolvedStar ? Lit(1) : column);

    /// <inheritdoc cref="Count(Column)"/>
    public static Column Count(string columnName) => Count(Col(columnName));

    /// <summary>How many different combinations of values there are; those with a null don't count.</summary>
    /// <returns>long, never null</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column CountDistinct(Column column, params Column[] columns) => CallDistinct("count", [column, .. columns]);

    /// <inheritdoc cref="CountDistinct(Column, Column[])"/>
    public static Column CountDistinct(string columnName, params string[] columnNames) => CallDistinct("count", Columns(columnName, columnNames));

    /// <inheritdoc cref="CountDistinct(Column, Column[])"/>
    public static Column Count_Distinct(Column column, params Column[] columns) => CountDistinct(column, columns);

    /// <summary>The mean; the same as <see cref="Avg(Column)"/>, and sent as that.</summary>
    /// <returns>double, of a decimal a decimal, of an interval an interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.4.</remarks>
    public static Column Mean(Column column) => Avg(column);

    /// <inheritdoc cref="Mean(Column)"/>
    public static Column Mean(string columnName) => Avg(columnName);

    /// <summary>The first value of the group, or with nulls ignored the first that is not null; which is first is not set without an order.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column First(Column column, bool ignoreNulls = false) => Call("first", column, Lit(ignoreNulls));

    /// <inheritdoc cref="First(Column, bool)"/>
    public static Column First(string columnName, bool ignoreNulls = false) => First(Col(columnName), ignoreNulls);

    /// <summary>The last value of the group, or with nulls ignored the last that is not null; which is last is not set without an order.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Last(Column column, bool ignoreNulls = false) => Call("last", column, Lit(ignoreNulls));

    /// <inheritdoc cref="Last(Column, bool)"/>
    public static Column Last(string columnName, bool ignoreNulls = false) => Last(Col(columnName), ignoreNulls);

    /// <summary>
    /// Which of the grouping columns a grouping by sets, rollup or cube has put together: a bit for each, the first one's the highest.
    /// Without arguments all grouping columns are meant.
    /// </summary>
    /// <returns>long, never null</returns>
    /// <remarks>Since Spark 2.0.</remarks>
    public static Column GroupingId(params Column[] columns) => Call("grouping_id", columns);

    /// <inheritdoc cref="GroupingId(Column[])"/>
    public static Column GroupingId(string columnName, params string[] columnNames) => Call("grouping_id", Columns(columnName, columnNames));

    /// <summary>The most frequent value; of several some one, or the smallest when that is asked for (4.0).</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.4.</remarks>
    public static Column Mode(Column column, bool deterministic = false) =>
        deterministic ? Call("mode", column, Lit(deterministic)) : Call("mode", column); // Spark 3.5 knows no second argument.

    /// <inheritdoc cref="Mode(Column, bool)"/>
    public static Column Mode(string columnName, bool deterministic = false) => Mode(Col(columnName), deterministic);

    /// <summary>The exact value at a share from 0 to 1 of the ordered values, between two of them if need be.</summary>
    /// <returns>double or interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column Percentile(Column column, double percentage, int frequency = 1) => Call("percentile", column, Lit(percentage), Lit(frequency));

    /// <summary>The exact values at shares from 0 to 1 of the ordered values.</summary>
    /// <returns>array of doubles or intervals</returns>
    /// <inheritdoc cref="Percentile(Column, double, int)" path="/remarks"/>
    public static Column Percentile(Column column, double[] percentages, int frequency = 1) =>
        Call("percentile", column, Lit(percentages), Lit(frequency));

    /// <inheritdoc cref="Percentile(Column, double, int)"/>
    public static Column Percentile(Column column, Column percentage, Column frequency) => Call("percentile", column, percentage, frequency);

    /// <summary>About the value at a share from 0 to 1 of the ordered values; it is one of them.</summary>
    /// <param name="column">The values.</param>
    /// <param name="percentage">The share.</param>
    /// <param name="accuracy">The error is at most 1 divided by this.</param>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.1.</remarks>
    public static Column PercentileApprox(Column column, double percentage, int accuracy = 10000) =>
        Call("percentile_approx", column, Lit(percentage), Lit(accuracy));

    /// <summary>About the values at shares from 0 to 1 of the ordered values.</summary>
    /// <returns>An array of the argument's type.</returns>
    /// <inheritdoc cref="PercentileApprox(Column, double, int)" path="/remarks"/>
    public static Column PercentileApprox(Column column, double[] percentages, int accuracy = 10000) =>
        Call("percentile_approx", column, Lit(percentages), Lit(accuracy));

    /// <inheritdoc cref="PercentileApprox(Column, double, int)"/>
    public static Column PercentileApprox(Column column, Column percentage, Column accuracy) => Call("percentile_approx", column, percentage, accuracy);

    /// <inheritdoc cref="PercentileApprox(Column, double, int)"/>
    public static Column ApproxPercentile(Column column, double percentage, int accuracy = 10000) =>
        Call("approx_percentile", column, Lit(percentage), Lit(accuracy));

    /// <inheritdoc cref="PercentileApprox(Column, double[], int)"/>
    public static Column ApproxPercentile(Column column, double[] percentages, int accuracy = 10000) =>
        Call("approx_percentile", column, Lit(percentages), Lit(accuracy));

    /// <inheritdoc cref="PercentileApprox(Column, double, int)"/>
    public static Column ApproxPercentile(Column column, Column percentage, Column accuracy) => Call("approx_percentile", column, percentage, accuracy);

    /// <summary>A count-min sketch of the values, as bytes, with a random seed.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column CountMinSketch(Column column, Column eps, Column confidence) => Call("count_min_sketch", column, eps, confidence, RandomSeed());
}
