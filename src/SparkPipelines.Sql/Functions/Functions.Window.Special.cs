namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The value so many rows before this one in the window's order; the default where there is no such row.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Null where there is no such row and no default. Since Spark 1.4.</remarks>
    public static Column Lag(Column column, int offset = 1, object? defaultValue = null) => Shifted("lag", column, offset, defaultValue);

    /// <inheritdoc cref="Lag(Column, int, object)"/>
    public static Column Lag(string columnName, int offset = 1, object? defaultValue = null) => Lag(Col(columnName), offset, defaultValue);

    /// <summary>As <see cref="Lag(Column, int, object)"/>; rows where the value is null are passed over when nulls are ignored.</summary>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Lag(Column column, int offset, object? defaultValue, bool ignoreNulls) =>
        Call("lag", column, Lit(offset), Lit(defaultValue), Lit(ignoreNulls));

    /// <summary>The value so many rows after this one in the window's order; the default where there is no such row.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Null where there is no such row and no default. Since Spark 1.4.</remarks>
    public static Column Lead(Column column, int offset = 1, object? defaultValue = null) => Shifted("lead", column, offset, defaultValue);

    /// <inheritdoc cref="Lead(Column, int, object)"/>
    public static Column Lead(string columnName, int offset = 1, object? defaultValue = null) => Lead(Col(columnName), offset, defaultValue);

    /// <summary>As <see cref="Lead(Column, int, object)"/>; rows where the value is null are passed over when nulls are ignored.</summary>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Lead(Column column, int offset, object? defaultValue, bool ignoreNulls) =>
        Call("lead", column, Lit(offset), Lit(defaultValue), Lit(ignoreNulls));

    /// <summary>The value in the window frame's row of this number, from 1, or with nulls ignored of those that are not null.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Null where the frame has no such row. Since Spark 3.1.</remarks>
    public static Column NthValue(Column column, int offset, bool ignoreNulls = false) => Call("nth_value", column, Lit(offset), Lit(ignoreNulls));

    /// <inheritdoc cref="NthValue(Column, int, bool)"/>
    public static Column NthValue(string columnName, int offset, bool ignoreNulls = false) => NthValue(Col(columnName), offset, ignoreNulls);

    /// <summary>Time windows of a width, one after the other from 1970-01-01 UTC: the one that a timestamp falls in.</summary>
    /// <param name="column">The timestamps.</param>
    /// <param name="windowDuration">The width, such as <c>10 minutes</c>; months are not taken.</param>
    /// <returns>struct of start, which is in the window, and end, which is not</returns>
    /// <remarks>Since Spark 2.0.</remarks>
    public static Column Window(Column column, string windowDuration) => Call("window", column, Lit(windowDuration));

    /// <summary>Time windows of a width that begin in steps, so that a timestamp may fall in several: a row for each.</summary>
    /// <inheritdoc cref="Window(Column, string)" path="/returns"/>
    /// <remarks>Since Spark 2.0.</remarks>
    public static Column Window(Column column, string windowDuration, string slideDuration) =>
        Call("window", column, Lit(windowDuration), Lit(slideDuration));

    /// <summary>Time windows of a width that begin in steps, counted from so long after 1970-01-01 UTC.</summary>
    /// <inheritdoc cref="Window(Column, string)" path="/returns"/>
    /// <remarks>Since Spark 2.0.</remarks>
    public static Column Window(Column column, string windowDuration, string slideDuration, string startTime) =>
        Call("window", column, Lit(windowDuration), Lit(slideDuration), Lit(startTime));

    /// <summary>Windows of activity, each ended by a gap: the one that a timestamp falls in. For grouping.</summary>
    /// <returns>struct of start, which is in the window, and end, which is not</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column SessionWindow(Column timeColumn, string gapDuration) => SessionWindow(timeColumn, Lit(gapDuration));

    /// <inheritdoc cref="SessionWindow(Column, string)"/>
    public static Column SessionWindow(Column timeColumn, Column gapDuration) => Call("session_window", timeColumn, gapDuration);

    /// <inheritdoc cref="SessionWindow(Column, string)"/>
    public static Column Session_Window(Column timeColumn, string gapDuration) => SessionWindow(timeColumn, gapDuration);

    /// <inheritdoc cref="SessionWindow(Column, string)"/>
    public static Column Session_Window(Column timeColumn, Column gapDuration) => SessionWindow(timeColumn, gapDuration);

    private static Column Shifted(string function, Column column, int offset, object? defaultValue) => defaultValue is null
        ? Call(function, column, Lit(offset))
        : Call(function, column, Lit(offset), Lit(defaultValue));
}
