namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>A day-time interval of its parts, each 0 unless given; an error when it overflows.</summary>
    /// <returns>interval day to second</returns>
    /// <remarks>Null when a part is. Since Spark 3.5.</remarks>
    public static Column MakeDtInterval(Column? days = null, Column? hours = null, Column? mins = null, Column? secs = null) =>
        Call("make_dt_interval", OrZero(days), OrZero(hours), OrZero(mins), secs ?? Lit(0m));

    /// <summary>A year-month interval of its parts, each 0 unless given; an error when it overflows.</summary>
    /// <returns>interval year to month</returns>
    /// <remarks>Null when a part is. Since Spark 3.5.</remarks>
    public static Column MakeYmInterval(Column? years = null, Column? months = null) => Call("make_ym_interval", OrZero(years), OrZero(months));

    /// <summary>A calendar interval of its parts, each 0 unless given; an error in ANSI mode when it overflows.</summary>
    /// <returns>interval</returns>
    /// <remarks>Null when a part is. Since Spark 3.5.</remarks>
    public static Column MakeInterval(
        Column? years = null,
        Column? months = null,
        Column? weeks = null,
        Column? days = null,
        Column? hours = null,
        Column? mins = null,
        Column? secs = null) => Interval("make_interval", years, months, weeks, days, hours, mins, secs);

    /// <summary>A calendar interval of its parts, each 0 unless given; null when it overflows.</summary>
    /// <returns>interval</returns>
    /// <remarks>Null when a part is. Since Spark 4.0.</remarks>
    public static Column TryMakeInterval(
        Column? years = null,
        Column? months = null,
        Column? weeks = null,
        Column? days = null,
        Column? hours = null,
        Column? mins = null,
        Column? secs = null) => Interval("try_make_interval", years, months, weeks, days, hours, mins, secs);

    private static Column Interval(
        string function, Column? years, Column? months, Column? weeks, Column? days, Column? hours, Column? mins, Column? secs) =>
        Call(function, OrZero(years), OrZero(months), OrZero(weeks), OrZero(days), OrZero(hours), OrZero(mins), secs ?? Lit(0m));

    private static Column OrZero(Column? part) => part ?? Lit(0);
}
