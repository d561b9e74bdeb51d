namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The angle in radians whose cosine this is; NaN outside -1 to 1.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Acos(Column column) => Call("acos", column);

    /// <inheritdoc cref="Acos(Column)"/>
    public static Column Acos(string columnName) => Call("acos", Col(columnName));

    /// <summary>The inverse hyperbolic cosine; NaN below 1.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Acosh(Column column) => Call("acosh", column);

    /// <inheritdoc cref="Acosh(Column)"/>
    public static Column Acosh(string columnName) => Call("acosh", Col(columnName));

    /// <summary>The angle in radians whose sine this is; NaN outside -1 to 1.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Asin(Column column) => Call("asin", column);

    /// <inheritdoc cref="Asin(Column)"/>
    public static Column Asin(string columnName) => Call("asin", Col(columnName));

    /// <summary>The inverse hyperbolic sine.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Asinh(Column column) => Call("asinh", column);

    /// <inheritdoc cref="Asinh(Column)"/>
    public static Column Asinh(string columnName) => Call("asinh", Col(columnName));

    /// <summary>The angle in radians whose tangent this is.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Atan(Column column) => Call("atan", column);

    /// <inheritdoc cref="Atan(Column)"/>
    public static Column Atan(string columnName) => Call("atan", Col(columnName));

    /// <summary>The inverse hyperbolic tangent; NaN outside -1 to 1.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Atanh(Column column) => Call("atanh", column);

    /// <inheritdoc cref="Atanh(Column)"/>
    public static Column Atanh(string columnName) => Call("atanh", Col(columnName));

    /// <summary>The cosine of an angle in radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Cos(Column column) => Call("cos", column);

    /// <inheritdoc cref="Cos(Column)"/>
    public static Column Cos(string columnName) => Call("cos", Col(columnName));

    /// <summary>The hyperbolic cosine.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Cosh(Column column) => Call("cosh", column);

    /// <inheritdoc cref="Cosh(Column)"/>
    public static Column Cosh(string columnName) => Call("cosh", Col(columnName));

    /// <summary>The cotangent of an angle in radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.3.</remarks>
    public static Column Cot(Column column) => Call("cot", column);

    /// <inheritdoc cref="Cot(Column)"/>
    public static Column Cot(string columnName) => Call("cot", Col(columnName));

    /// <summary>The cosecant of an angle in radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.3.</remarks>
    public static Column Csc(Column column) => Call("csc", column);

    /// <inheritdoc cref="Csc(Column)"/>
    public static Column Csc(string columnName) => Call("csc", Col(columnName));

    /// <summary>An angle in radians as degrees.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 2.1.</remarks>
    public static Column Degrees(Column column) => Call("degrees", column);

    /// <inheritdoc cref="Degrees(Column)"/>
    public static Column Degrees(string columnName) => Call("degrees", Col(columnName));

    /// <summary>The old name of Degrees.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column ToDegrees(Column column) => Call("degrees", column);

    /// <inheritdoc cref="ToDegrees(Column)"/>
    public static Column ToDegrees(string columnName) => Call("degrees", Col(columnName));

    /// <summary>An angle in degrees as radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 2.1.</remarks>
    public static Column Radians(Column column) => Call("radians", column);

    /// <inheritdoc cref="Radians(Column)"/>
    public static Column Radians(string columnName) => Call("radians", Col(columnName));

    /// <summary>The old name of Radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column ToRadians(Column column) => Call("radians", column);

    /// <inheritdoc cref="ToRadians(Column)"/>
    public static Column ToRadians(string columnName) => Call("radians", Col(columnName));

    /// <summary>The secant of an angle in radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.3.</remarks>
    public static Column Sec(Column column) => Call("sec", column);

    /// <inheritdoc cref="Sec(Column)"/>
    public static Column Sec(string columnName) => Call("sec", Col(columnName));

    /// <summary>The sine of an angle in radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Sin(Column column) => Call("sin", column);

    /// <inheritdoc cref="Sin(Column)"/>
    public static Column Sin(string columnName) => Call("sin", Col(columnName));

    /// <summary>The hyperbolic sine.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Sinh(Column column) => Call("sinh", column);

    /// <inheritdoc cref="Sinh(Column)"/>
    public static Column Sinh(string columnName) => Call("sinh", Col(columnName));

    /// <summary>The tangent of an angle in radians.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Tan(Column column) => Call("tan", column);

    /// <inheritdoc cref="Tan(Column)"/>
    public static Column Tan(string columnName) => Call("tan", Col(columnName));

    /// <summary>The hyperbolic tangent.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Tanh(Column column) => Call("tanh", column);

    /// <inheritdoc cref="Tanh(Column)"/>
    public static Column Tanh(string columnName) => Call("tanh", Col(columnName));
}
