namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The angle in radians between the x axis and the point (x, y), from -π to π.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Atan2(Column y, Column x) => Call("atan2", y, x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(Column y, string xName) => Atan2(y, Col(xName));

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, Column x) => Atan2(Col(yName), x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, string xName) => Atan2(Col(yName), Col(xName));

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(Column y, double xValue) => Atan2(y, Lit(xValue));

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, double xValue) => Atan2(Col(yName), Lit(xValue));

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(double yValue, Column x) => Atan2(Lit(yValue), x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(double yValue, string xName) => Atan2(Lit(yValue), Col(xName));

    /// <summary>The length of a right triangle's longest side, without overflow on the way.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Hypot(Column left, Column right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(Column left, string rightName) => Hypot(left, Col(rightName));

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, Column right) => Hypot(Col(leftName), right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, string rightName) => Hypot(Col(leftName), Col(rightName));

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(Column left, double right) => Hypot(left, Lit(right));

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, double right) => Hypot(Col(leftName), Lit(right));

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(double left, Column right) => Hypot(Lit(left), right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(double left, string rightName) => Hypot(Lit(left), Col(rightName));

    /// <summary>The left side to the power of the right.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Pow(Column left, Column right) => Call("power", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(Column left, string rightName) => Pow(left, Col(rightName));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, Column right) => Pow(Col(leftName), right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, string rightName) => Pow(Col(leftName), Col(rightName));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(Column left, double right) => Pow(left, Lit(right));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, double right) => Pow(Col(leftName), Lit(right));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(double left, Column right) => Pow(Lit(left), right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(double left, string rightName) => Pow(Lit(left), Col(rightName));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Power(Column left, Column right) => Pow(left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Power(Column left, double right) => Pow(left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Power(string leftName, double right) => Pow(leftName, right);

    /// <summary>The rest of the division, never negative for a positive divisor. Division by zero is an error in ANSI mode.</summary>
    /// <returns>The arguments' common type.</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Pmod(Column left, Column right) => Call("pmod", left, right);

    /// <inheritdoc cref="Pmod(Column, Column)"/>
    public static Column Pmod(string leftName, string rightName) => Pmod(Col(leftName), Col(rightName));

    /// <inheritdoc cref="Pmod(Column, Column)"/>
    public static Column Pmod(Column left, double right) => Pmod(left, Lit(right));

    /// <summary>The negative of a number or interval; of the smallest integer an error in ANSI mode.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Negate(Column column) => -column;

    /// <inheritdoc cref="Negate(Column)"/>
    public static Column Negate(string columnName) => -Col(columnName);

    /// <summary>True for false, false for true.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Not(Column column) => !column;

    /// <inheritdoc cref="Not(Column)"/>
    public static Column Not(string columnName) => !Col(columnName);
}
