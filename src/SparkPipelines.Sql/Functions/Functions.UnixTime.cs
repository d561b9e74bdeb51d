namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Seconds since 1970-01-01 UTC as text in the session's time zone, yyyy-MM-dd HH:mm:ss.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column FromUnixTime(Column column) => Call("from_unixtime", column, Lit("yyyy-MM-dd HH:mm:ss"));

    /// <inheritdoc cref="FromUnixTime(Column)"/>
    public static Column FromUnixTime(string columnName) => Call("from_unixtime", Col(columnName), Lit("yyyy-MM-dd HH:mm:ss"));

    /// <summary>Seconds since 1970-01-01 UTC as text in the session's time zone, in one of Spark's datetime patterns.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column FromUnixTime(Column column, string format) => Call("from_unixtime", column, Lit(format));

    /// <inheritdoc cref="FromUnixTime(Column, string)"/>
    public static Column FromUnixTime(string columnName, string format) => Call("from_unixtime", Col(columnName), Lit(format));

    /// <summary>The timestamp so many microseconds after 1970-01-01 UTC.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TimestampMicros(Column column) => Call("timestamp_micros", column);

    /// <inheritdoc cref="TimestampMicros(Column)"/>
    public static Column TimestampMicros(string columnName) => Call("timestamp_micros", Col(columnName));

    /// <summary>The timestamp so many milliseconds after 1970-01-01 UTC.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TimestampMillis(Column column) => Call("timestamp_millis", column);

    /// <inheritdoc cref="TimestampMillis(Column)"/>
    public static Column TimestampMillis(string columnName) => Call("timestamp_millis", Col(columnName));

    /// <summary>The timestamp so many seconds after 1970-01-01 UTC, a fraction too.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column TimestampSeconds(Column column) => Call("timestamp_seconds", column);

    /// <inheritdoc cref="TimestampSeconds(Column)"/>
    public static Column TimestampSeconds(string columnName) => Call("timestamp_seconds", Col(columnName));

    /// <summary>The date's days since 1970-01-01.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column UnixDate(Column column) => Call("unix_date", column);

    /// <inheritdoc cref="UnixDate(Column)"/>
    public static Column UnixDate(string columnName) => Call("unix_date", Col(columnName));

    /// <summary>The timestamp's microseconds since 1970-01-01 UTC.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column UnixMicros(Column column) => Call("unix_micros", column);

    /// <inheritdoc cref="UnixMicros(Column)"/>
    public static Column UnixMicros(string columnName) => Call("unix_micros", Col(columnName));

    /// <summary>The timestamp's milliseconds since 1970-01-01 UTC.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column UnixMillis(Column column) => Call("unix_millis", column);

    /// <inheritdoc cref="UnixMillis(Column)"/>
    public static Column UnixMillis(string columnName) => Call("unix_millis", Col(columnName));

    /// <summary>The timestamp's seconds since 1970-01-01 UTC.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column UnixSeconds(Column column) => Call("unix_seconds", column);

    /// <inheritdoc cref="UnixSeconds(Column)"/>
    public static Column UnixSeconds(string columnName) => Call("unix_seconds", Col(columnName));

    /// <summary>The seconds since 1970-01-01 UTC when the query begins.</summary>
    /// <returns>long</returns>
    /// <remarks>Never null. Since Spark 1.5.</remarks>
    public static Column UnixTimestamp() => Call("unix_timestamp");

    /// <summary>A timestamp's or date's, or a text's as yyyy-MM-dd HH:mm:ss, seconds since 1970-01-01 UTC.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column UnixTimestamp(Column column) => Call("unix_timestamp", column, Lit("yyyy-MM-dd HH:mm:ss"));

    /// <inheritdoc cref="UnixTimestamp(Column)"/>
    public static Column UnixTimestamp(string columnName) => Call("unix_timestamp", Col(columnName), Lit("yyyy-MM-dd HH:mm:ss"));

    /// <summary>A text's seconds since 1970-01-01 UTC, in one of Spark's datetime patterns.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column UnixTimestamp(Column column, string format) => Call("unix_timestamp", column, Lit(format));

    /// <inheritdoc cref="UnixTimestamp(Column, string)"/>
    public static Column UnixTimestamp(string columnName, string format) => Call("unix_timestamp", Col(columnName), Lit(format));
}
