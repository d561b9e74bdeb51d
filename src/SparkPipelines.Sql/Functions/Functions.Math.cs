namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The absolute value; of the smallest integer an error in ANSI mode.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Abs(Column column) => Call("abs", column);

    /// <inheritdoc cref="Abs(Column)"/>
    public static Column Abs(string columnName) => Call("abs", Col(columnName));

    /// <summary>The whole number in binary digits.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Bin(Column column) => Call("bin", column);

    /// <inheritdoc cref="Bin(Column)"/>
    public static Column Bin(string columnName) => Call("bin", Col(columnName));

    /// <summary>Rounds half to even at so many digits after the point, 0 unless given.</summary>
    /// <returns>The argument's type; of a decimal one with fewer digits.</returns>
    /// <remarks>Since Spark 2.0.</remarks>
    public static Column Bround(Column column) => Call("bround", column);

    /// <inheritdoc cref="Bround(Column)"/>
    public static Column Bround(string columnName) => Call("bround", Col(columnName));

    /// <inheritdoc cref="Bround(Column)"/>
    public static Column Bround(Column column, int scale) => Call("bround", column, Lit(scale));

    /// <inheritdoc cref="Bround(Column)"/>
    public static Column Bround(Column column, Column scale) => Call("bround", column, scale);

    /// <inheritdoc cref="Bround(Column)"/>
    public static Column Bround(string columnName, int scale) => Call("bround", Col(columnName), Lit(scale));

    /// <summary>The cube root.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Cbrt(Column column) => Call("cbrt", column);

    /// <inheritdoc cref="Cbrt(Column)"/>
    public static Column Cbrt(string columnName) => Call("cbrt", Col(columnName));

    /// <summary>The smallest whole number not below, or the smallest number of so many digits after the point (3.3).</summary>
    /// <returns>long, of a decimal a decimal</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Ceil(Column column) => Call("ceil", column);

    /// <inheritdoc cref="Ceil(Column)"/>
    public static Column Ceil(string columnName) => Call("ceil", Col(columnName));

    /// <inheritdoc cref="Ceil(Column)"/>
    public static Column Ceil(Column column, int scale) => Call("ceil", column, Lit(scale));

    /// <inheritdoc cref="Ceil(Column)"/>
    public static Column Ceil(Column column, Column scale) => Call("ceil", column, scale);

    /// <inheritdoc cref="Ceil(Column)"/>
    public static Column Ceil(string columnName, int scale) => Call("ceil", Col(columnName), Lit(scale));

    /// <summary>The same as Ceil.</summary>
    /// <returns>long, of a decimal a decimal</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Ceiling(Column column) => Call("ceiling", column);

    /// <inheritdoc cref="Ceiling(Column)"/>
    public static Column Ceiling(string columnName) => Call("ceiling", Col(columnName));

    /// <inheritdoc cref="Ceiling(Column)"/>
    public static Column Ceiling(Column column, int scale) => Call("ceiling", column, Lit(scale));

    /// <inheritdoc cref="Ceiling(Column)"/>
    public static Column Ceiling(Column column, Column scale) => Call("ceiling", column, scale);

    /// <inheritdoc cref="Ceiling(Column)"/>
    public static Column Ceiling(string columnName, int scale) => Call("ceiling", Col(columnName), Lit(scale));

    /// <summary>A number's digits in one base (2 to 36) written in another; a negative target base is signed.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Conv(Column column, int fromBase, int toBase) => Call("conv", column, Lit(fromBase), Lit(toBase));

    /// <inheritdoc cref="Conv(Column, int, int)"/>
    public static Column Conv(string columnName, int fromBase, int toBase) => Call("conv", Col(columnName), Lit(fromBase), Lit(toBase));

    /// <summary>Euler's number.</summary>
    /// <returns>double</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column E() => Call("e");

    /// <summary>Euler's number to this power.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Exp(Column column) => Call("exp", column);

    /// <inheritdoc cref="Exp(Column)"/>
    public static Column Exp(string columnName) => Call("exp", Col(columnName));

    /// <summary>Euler's number to this power less 1, exact near 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Expm1(Column column) => Call("expm1", column);

    /// <inheritdoc cref="Expm1(Column)"/>
    public static Column Expm1(string columnName) => Call("expm1", Col(columnName));

    /// <summary>The product of the whole numbers from 1; null outside 0 to 20.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Factorial(Column column) => Call("factorial", column);

    /// <inheritdoc cref="Factorial(Column)"/>
    public static Column Factorial(string columnName) => Call("factorial", Col(columnName));

    /// <summary>The largest whole number not above, or the largest number of so many digits after the point (3.3).</summary>
    /// <returns>long, of a decimal a decimal</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Floor(Column column) => Call("floor", column);

    /// <inheritdoc cref="Floor(Column)"/>
    public static Column Floor(string columnName) => Call("floor", Col(columnName));

    /// <inheritdoc cref="Floor(Column)"/>
    public static Column Floor(Column column, int scale) => Call("floor", column, Lit(scale));

    /// <inheritdoc cref="Floor(Column)"/>
    public static Column Floor(Column column, Column scale) => Call("floor", column, scale);

    /// <inheritdoc cref="Floor(Column)"/>
    public static Column Floor(string columnName, int scale) => Call("floor", Col(columnName), Lit(scale));

    /// <summary>The largest of two or more values; NaN is larger than any number.</summary>
    /// <returns>The values' common type.</returns>
    /// <remarks>Nulls are passed over; null when all are. Since Spark 1.5.</remarks>
    public static Column Greatest(params Column[] columns) => Call("greatest", columns);

    /// <inheritdoc cref="Greatest(Column[])"/>
    public static Column Greatest(string columnName, params string[] columnNames) => Call("greatest", Columns(columnName, columnNames));

    /// <summary>A whole number, text or bytes in hexadecimal digits.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Hex(Column column) => Call("hex", column);

    /// <inheritdoc cref="Hex(Column)"/>
    public static Column Hex(string columnName) => Call("hex", Col(columnName));

    /// <summary>The smallest of two or more values; NaN is larger than any number.</summary>
    /// <returns>The values' common type.</returns>
    /// <remarks>Nulls are passed over; null when all are. Since Spark 1.5.</remarks>
    public static Column Least(params Column[] columns) => Call("least", columns);

    /// <inheritdoc cref="Least(Column[])"/>
    public static Column Least(string columnName, params string[] columnNames) => Call("least", Columns(columnName, columnNames));

    /// <summary>The natural logarithm; null for numbers not above 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Ln(Column column) => Call("ln", column);

    /// <inheritdoc cref="Ln(Column)"/>
    public static Column Ln(string columnName) => Call("ln", Col(columnName));

    /// <summary>The natural logarithm; null for numbers not above 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Log(Column column) => Call("ln", column);

    /// <inheritdoc cref="Log(Column)"/>
    public static Column Log(string columnName) => Call("ln", Col(columnName));

    /// <summary>The logarithm to a base; null for numbers not above 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Log(double logBase, Column column) => Call("log", Lit(logBase), column);

    /// <inheritdoc cref="Log(double, Column)"/>
    public static Column Log(double logBase, string columnName) => Call("log", Lit(logBase), Col(columnName));

    /// <summary>The logarithm to base 10; null for numbers not above 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Log10(Column column) => Call("log10", column);

    /// <inheritdoc cref="Log10(Column)"/>
    public static Column Log10(string columnName) => Call("log10", Col(columnName));

    /// <summary>The natural logarithm of the number and 1, exact near 0; null for numbers not above -1.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Log1p(Column column) => Call("log1p", column);

    /// <inheritdoc cref="Log1p(Column)"/>
    public static Column Log1p(string columnName) => Call("log1p", Col(columnName));

    /// <summary>The logarithm to base 2; null for numbers not above 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Log2(Column column) => Call("log2", column);

    /// <inheritdoc cref="Log2(Column)"/>
    public static Column Log2(string columnName) => Call("log2", Col(columnName));

    /// <summary>The negative of a number or interval; of the smallest integer an error in ANSI mode.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Negative(Column column) => Call("negative", column);

    /// <inheritdoc cref="Negative(Column)"/>
    public static Column Negative(string columnName) => Call("negative", Col(columnName));

    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    /// <returns>double</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column Pi() => Call("pi");

    /// <summary>The number itself.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Positive(Column column) => Call("positive", column);

    /// <inheritdoc cref="Positive(Column)"/>
    public static Column Positive(string columnName) => Call("positive", Col(columnName));

    /// <summary>The nearest whole number as a double, half to even.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Rint(Column column) => Call("rint", column);

    /// <inheritdoc cref="Rint(Column)"/>
    public static Column Rint(string columnName) => Call("rint", Col(columnName));

    /// <summary>Rounds half up at so many digits after the point, 0 unless given; a negative scale rounds before the point.</summary>
    /// <returns>The argument's type; of a decimal one with fewer digits.</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Round(Column column) => Call("round", column);

    /// <inheritdoc cref="Round(Column)"/>
    public static Column Round(string columnName) => Call("round", Col(columnName));

    /// <inheritdoc cref="Round(Column)"/>
    public static Column Round(Column column, int scale) => Call("round", column, Lit(scale));

    /// <inheritdoc cref="Round(Column)"/>
    public static Column Round(Column column, Column scale) => Call("round", column, scale);

    /// <inheritdoc cref="Round(Column)"/>
    public static Column Round(string columnName, int scale) => Call("round", Col(columnName), Lit(scale));

    /// <summary>-1, 0 or 1 as the number is.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Sign(Column column) => Call("sign", column);

    /// <inheritdoc cref="Sign(Column)"/>
    public static Column Sign(string columnName) => Call("sign", Col(columnName));

    /// <summary>-1, 0 or 1 as the number is.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Signum(Column column) => Call("signum", column);

    /// <inheritdoc cref="Signum(Column)"/>
    public static Column Signum(string columnName) => Call("signum", Col(columnName));

    /// <summary>The square root; NaN below 0.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Sqrt(Column column) => Call("sqrt", column);

    /// <inheritdoc cref="Sqrt(Column)"/>
    public static Column Sqrt(string columnName) => Call("sqrt", Col(columnName));

    /// <summary>The bytes that hexadecimal digits stand for; null when they are none.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Unhex(Column column) => Call("unhex", column);

    /// <inheritdoc cref="Unhex(Column)"/>
    public static Column Unhex(string columnName) => Call("unhex", Col(columnName));

    /// <summary>Which of so many equal parts of a range a value falls in: 1 to their number, 0 below, one more above.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column WidthBucket(Column value, Column min, Column max, int numBucket) => Call("width_bucket", value, min, max, Lit(numBucket));

    /// <inheritdoc cref="WidthBucket(Column, Column, Column, int)"/>
    public static Column WidthBucket(Column value, Column min, Column max, Column numBucket) => Call("width_bucket", value, min, max, numBucket);
}
