namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>How many whole HOURs, MINUTEs, SECONDs and so on lie from one time to another.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column TimeDiff(string unit, Column start, Column end) => Call("time_diff", Lit(unit), start, end);

    /// <inheritdoc cref="TimeDiff(string, Column, Column)"/>
    public static Column TimeDiff(Column unit, Column start, Column end) => Call("time_diff", unit, start, end);

    /// <inheritdoc cref="TimeDiff(string, Column, Column)"/>
    public static Column TimeDiff(string unit, string startName, string endName) => Call("time_diff", Lit(unit), Col(startName), Col(endName));

    /// <summary>The time at the begin of its HOUR, MINUTE, SECOND, MILLISECOND or MICROSECOND.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column TimeTrunc(string unit, Column time) => Call("time_trunc", Lit(unit), time);

    /// <inheritdoc cref="TimeTrunc(string, Column)"/>
    public static Column TimeTrunc(Column unit, Column time) => Call("time_trunc", unit, time);

    /// <inheritdoc cref="TimeTrunc(string, Column)"/>
    public static Column TimeTrunc(string unit, string timeName) => Call("time_trunc", Lit(unit), Col(timeName));

    /// <summary>The time so many seconds after midnight.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeFromSeconds(Column column) => Call("time_from_seconds", column);

    /// <inheritdoc cref="TimeFromSeconds(Column)"/>
    public static Column TimeFromSeconds(string columnName) => Call("time_from_seconds", Col(columnName));

    /// <summary>The time so many milliseconds after midnight.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeFromMillis(Column column) => Call("time_from_millis", column);

    /// <inheritdoc cref="TimeFromMillis(Column)"/>
    public static Column TimeFromMillis(string columnName) => Call("time_from_millis", Col(columnName));

    /// <summary>The time so many microseconds after midnight.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeFromMicros(Column column) => Call("time_from_micros", column);

    /// <inheritdoc cref="TimeFromMicros(Column)"/>
    public static Column TimeFromMicros(string columnName) => Call("time_from_micros", Col(columnName));

    /// <summary>The time's seconds since midnight.</summary>
    /// <returns>decimal</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeToSeconds(Column column) => Call("time_to_seconds", column);

    /// <inheritdoc cref="TimeToSeconds(Column)"/>
    public static Column TimeToSeconds(string columnName) => Call("time_to_seconds", Col(columnName));

    /// <summary>The time's milliseconds since midnight.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeToMillis(Column column) => Call("time_to_millis", column);

    /// <inheritdoc cref="TimeToMillis(Column)"/>
    public static Column TimeToMillis(string columnName) => Call("time_to_millis", Col(columnName));

    /// <summary>The time's microseconds since midnight.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeToMicros(Column column) => Call("time_to_micros", column);

    /// <inheritdoc cref="TimeToMicros(Column)"/>
    public static Column TimeToMicros(string columnName) => Call("time_to_micros", Col(columnName));

    /// <summary>The begin of the bucket of a width, an interval, that a timestamp falls in, counted from an origin, 1970-01-01 unless given.</summary>
    /// <returns>The timestamp's type.</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TimeBucket(Column bucketSize, Column timestamp) => Call("time_bucket", bucketSize, timestamp);

    /// <inheritdoc cref="TimeBucket(Column, Column)"/>
    public static Column TimeBucket(Column bucketSize, string timestampName) => Call("time_bucket", bucketSize, Col(timestampName));

    /// <inheritdoc cref="TimeBucket(Column, Column)"/>
    public static Column TimeBucket(Column bucketSize, Column timestamp, Column origin) => Call("time_bucket", bucketSize, timestamp, origin);

    /// <inheritdoc cref="TimeBucket(Column, Column)"/>
    public static Column TimeBucket(Column bucketSize, string timestampName, Column origin) =>
        Call("time_bucket", bucketSize, Col(timestampName), origin);

    /// <summary>The time of a text; an error when it does not fit.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column ToTime(Column column) => Call("to_time", column);

    /// <inheritdoc cref="ToTime(Column)"/>
    public static Column ToTime(string columnName) => Call("to_time", Col(columnName));

    /// <inheritdoc cref="ToTime(Column)"/>
    public static Column ToTime(Column column, string format) => Call("to_time", column, Lit(format));

    /// <inheritdoc cref="ToTime(Column)"/>
    public static Column ToTime(Column column, Column format) => Call("to_time", column, format);

    /// <inheritdoc cref="ToTime(Column)"/>
    public static Column ToTime(string columnName, string format) => Call("to_time", Col(columnName), Lit(format));

    /// <summary>The time of a text; null when it does not fit.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column TryToTime(Column column) => Call("try_to_time", column);

    /// <inheritdoc cref="TryToTime(Column)"/>
    public static Column TryToTime(string columnName) => Call("try_to_time", Col(columnName));

    /// <inheritdoc cref="TryToTime(Column)"/>
    public static Column TryToTime(Column column, string format) => Call("try_to_time", column, Lit(format));

    /// <inheritdoc cref="TryToTime(Column)"/>
    public static Column TryToTime(Column column, Column format) => Call("try_to_time", column, format);

    /// <inheritdoc cref="TryToTime(Column)"/>
    public static Column TryToTime(string columnName, string format) => Call("try_to_time", Col(columnName), Lit(format));

    /// <summary>The timestamp so many YEARs, MONTHs, DAYs, HOURs and so on later.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TimestampAdd(string unit, Column quantity, Column timestamp) => Call("timestampadd", Lit(unit), quantity, timestamp);

    /// <summary>How many whole YEARs, MONTHs, DAYs, HOURs and so on lie from the start to the end.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TimestampDiff(string unit, Column start, Column end) => Call("timestampdiff", Lit(unit), start, end);

    /// <summary>The time by which rows of a time window belong together: a microsecond before its end.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.4.</remarks>
    public static Column WindowTime(Column column) => Call("window_time", column);

    /// <inheritdoc cref="WindowTime(Column)"/>
    public static Column WindowTime(string columnName) => Call("window_time", Col(columnName));

    /// <summary>What a clock in another zone shows when one in the session's zone shows this.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ConvertTimezone(Column targetTz, Column sourceTimestamp) => Call("convert_timezone", targetTz, sourceTimestamp);

    /// <summary>What a clock in one zone shows when one in another shows this.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ConvertTimezone(Column sourceTz, Column targetTz, Column sourceTimestamp) =>
        Call("convert_timezone", sourceTz, targetTz, sourceTimestamp);
}
