namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Pearson's correlation of two columns.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out; null when fewer than two are left. Since Spark 1.6.</remarks>
    public static Column Corr(Column column1, Column column2) => Call("corr", column1, column2);

    /// <inheritdoc cref="Corr(Column, Column)"/>
    public static Column Corr(string column1Name, string column2Name) => Call("corr", Col(column1Name), Col(column2Name));

    /// <summary>The covariance of a whole population.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 2.0.</remarks>
    public static Column CovarPop(Column column1, Column column2) => Call("covar_pop", column1, column2);

    /// <inheritdoc cref="CovarPop(Column, Column)"/>
    public static Column CovarPop(string column1Name, string column2Name) => Call("covar_pop", Col(column1Name), Col(column2Name));

    /// <summary>The covariance of a sample.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out; null when fewer than two are left. Since Spark 2.0.</remarks>
    public static Column CovarSamp(Column column1, Column column2) => Call("covar_samp", column1, column2);

    /// <inheritdoc cref="CovarSamp(Column, Column)"/>
    public static Column CovarSamp(string column1Name, string column2Name) => Call("covar_samp", Col(column1Name), Col(column2Name));

    /// <summary>A histogram of so many bins: their centres and heights.</summary>
    /// <returns>array of structs x, y</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column HistogramNumeric(Column column, Column nBins) => Call("histogram_numeric", column, nBins);

    /// <inheritdoc cref="HistogramNumeric(Column, Column)"/>
    public static Column HistogramNumeric(string columnName, Column nBins) => Call("histogram_numeric", Col(columnName), nBins);

    /// <summary>The excess kurtosis.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.6.</remarks>
    public static Column Kurtosis(Column column) => Call("kurtosis", column);

    /// <inheritdoc cref="Kurtosis(Column)"/>
    public static Column Kurtosis(string columnName) => Call("kurtosis", Col(columnName));

    /// <summary>The value in the middle, or between the two in the middle.</summary>
    /// <returns>double or interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.4.</remarks>
    public static Column Median(Column column) => Call("median", column);

    /// <inheritdoc cref="Median(Column)"/>
    public static Column Median(string columnName) => Call("median", Col(columnName));

    /// <summary>The product of all values.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.2.</remarks>
    public static Column Product(Column column) => Call("product", column);

    /// <inheritdoc cref="Product(Column)"/>
    public static Column Product(string columnName) => Call("product", Col(columnName));

    /// <summary>The mean of x over rows where neither is null.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column RegrAvgx(Column y, Column x) => Call("regr_avgx", y, x);

    /// <inheritdoc cref="RegrAvgx(Column, Column)"/>
    public static Column RegrAvgx(string yName, string xName) => Call("regr_avgx", Col(yName), Col(xName));

    /// <summary>The mean of y over rows where neither is null.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column RegrAvgy(Column y, Column x) => Call("regr_avgy", y, x);

    /// <inheritdoc cref="RegrAvgy(Column, Column)"/>
    public static Column RegrAvgy(string yName, string xName) => Call("regr_avgy", Col(yName), Col(xName));

    /// <summary>In how many rows neither is null.</summary>
    /// <returns>long</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column RegrCount(Column y, Column x) => Call("regr_count", y, x);

    /// <inheritdoc cref="RegrCount(Column, Column)"/>
    public static Column RegrCount(string yName, string xName) => Call("regr_count", Col(yName), Col(xName));

    /// <summary>Where the line of least squares meets the y axis.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 3.5.</remarks>
    public static Column RegrIntercept(Column y, Column x) => Call("regr_intercept", y, x);

    /// <inheritdoc cref="RegrIntercept(Column, Column)"/>
    public static Column RegrIntercept(string yName, string xName) => Call("regr_intercept", Col(yName), Col(xName));

    /// <summary>How much of y's variance the line of least squares explains.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 3.5.</remarks>
    public static Column RegrR2(Column y, Column x) => Call("regr_r2", y, x);

    /// <inheritdoc cref="RegrR2(Column, Column)"/>
    public static Column RegrR2(string yName, string xName) => Call("regr_r2", Col(yName), Col(xName));

    /// <summary>The slope of the line of least squares.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 3.5.</remarks>
    public static Column RegrSlope(Column y, Column x) => Call("regr_slope", y, x);

    /// <inheritdoc cref="RegrSlope(Column, Column)"/>
    public static Column RegrSlope(string yName, string xName) => Call("regr_slope", Col(yName), Col(xName));

    /// <summary>The sum of squares of x about its mean.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 3.5.</remarks>
    public static Column RegrSxx(Column y, Column x) => Call("regr_sxx", y, x);

    /// <inheritdoc cref="RegrSxx(Column, Column)"/>
    public static Column RegrSxx(string yName, string xName) => Call("regr_sxx", Col(yName), Col(xName));

    /// <summary>The sum of products of x and y about their means.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 3.5.</remarks>
    public static Column RegrSxy(Column y, Column x) => Call("regr_sxy", y, x);

    /// <inheritdoc cref="RegrSxy(Column, Column)"/>
    public static Column RegrSxy(string yName, string xName) => Call("regr_sxy", Col(yName), Col(xName));

    /// <summary>The sum of squares of y about its mean.</summary>
    /// <returns>double</returns>
    /// <remarks>Rows with a null are left out. Since Spark 3.5.</remarks>
    public static Column RegrSyy(Column y, Column x) => Call("regr_syy", y, x);

    /// <inheritdoc cref="RegrSyy(Column, Column)"/>
    public static Column RegrSyy(string yName, string xName) => Call("regr_syy", Col(yName), Col(xName));

    /// <summary>The skewness.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.6.</remarks>
    public static Column Skewness(Column column) => Call("skewness", column);

    /// <inheritdoc cref="Skewness(Column)"/>
    public static Column Skewness(string columnName) => Call("skewness", Col(columnName));

    /// <summary>The standard deviation of a sample.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when fewer than two are left. Since Spark 3.5.</remarks>
    public static Column Std(Column column) => Call("std", column);

    /// <inheritdoc cref="Std(Column)"/>
    public static Column Std(string columnName) => Call("std", Col(columnName));

    /// <summary>The standard deviation of a sample.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when fewer than two are left. Since Spark 1.6.</remarks>
    public static Column Stddev(Column column) => Call("stddev", column);

    /// <inheritdoc cref="Stddev(Column)"/>
    public static Column Stddev(string columnName) => Call("stddev", Col(columnName));

    /// <summary>The standard deviation of a whole population.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.6.</remarks>
    public static Column StddevPop(Column column) => Call("stddev_pop", column);

    /// <inheritdoc cref="StddevPop(Column)"/>
    public static Column StddevPop(string columnName) => Call("stddev_pop", Col(columnName));

    /// <summary>The standard deviation of a sample.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when fewer than two are left. Since Spark 1.6.</remarks>
    public static Column StddevSamp(Column column) => Call("stddev_samp", column);

    /// <inheritdoc cref="StddevSamp(Column)"/>
    public static Column StddevSamp(string columnName) => Call("stddev_samp", Col(columnName));

    /// <summary>The variance of a whole population.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.6.</remarks>
    public static Column VarPop(Column column) => Call("var_pop", column);

    /// <inheritdoc cref="VarPop(Column)"/>
    public static Column VarPop(string columnName) => Call("var_pop", Col(columnName));

    /// <summary>The variance of a sample.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when fewer than two are left. Since Spark 1.6.</remarks>
    public static Column VarSamp(Column column) => Call("var_samp", column);

    /// <inheritdoc cref="VarSamp(Column)"/>
    public static Column VarSamp(string columnName) => Call("var_samp", Col(columnName));

    /// <summary>The variance of a sample.</summary>
    /// <returns>double</returns>
    /// <remarks>Nulls are left out; null when fewer than two are left. Since Spark 1.6.</remarks>
    public static Column Variance(Column column) => Call("variance", column);

    /// <inheritdoc cref="Variance(Column)"/>
    public static Column Variance(string columnName) => Call("variance", Col(columnName));
}
