namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The date so many months later; the last day where the month is too short.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column AddMonths(Column startDate, int numMonths) => Call("add_months", startDate, Lit(numMonths));

    /// <inheritdoc cref="AddMonths(Column, int)"/>
    public static Column AddMonths(Column startDate, Column numMonths) => Call("add_months", startDate, numMonths);

    /// <inheritdoc cref="AddMonths(Column, int)"/>
    public static Column AddMonths(string startDateName, int numMonths) => Call("add_months", Col(startDateName), Lit(numMonths));

    /// <summary>The date when the query begins, in the session's time zone.</summary>
    /// <returns>date</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column Curdate() => Call("curdate");

    /// <summary>The date when the query begins, in the session's time zone.</summary>
    /// <returns>date</returns>
    /// <remarks>Never null. Since Spark 1.5.</remarks>
    public static Column CurrentDate() => Call("current_date");

    /// <summary>The time of day when the query begins, in the session's time zone, with so many digits of a second, 6 unless given.</summary>
    /// <returns>time</returns>
    /// <remarks>Never null. Since Spark 4.1.</remarks>
    public static Column CurrentTime() => Call("current_time");

    /// <inheritdoc cref="CurrentTime()"/>
    public static Column CurrentTime(int precision) => Call("current_time", Lit(precision));

    /// <summary>The instant when the query begins.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Never null. Since Spark 1.5.</remarks>
    public static Column CurrentTimestamp() => Call("current_timestamp");

    /// <summary>The session's time zone.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column CurrentTimezone() => Call("current_timezone");

    /// <summary>The date so many days later.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column DateAdd(Column start, int days) => Call("date_add", start, Lit(days));

    /// <inheritdoc cref="DateAdd(Column, int)"/>
    public static Column DateAdd(Column start, Column days) => Call("date_add", start, days);

    /// <inheritdoc cref="DateAdd(Column, int)"/>
    public static Column DateAdd(string startName, int days) => Call("date_add", Col(startName), Lit(days));

    /// <summary>A date, timestamp or time as text in one of Spark's datetime patterns.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column DateFormat(Column dateExpr, string format) => Call("date_format", dateExpr, Lit(format));

    /// <inheritdoc cref="DateFormat(Column, string)"/>
    public static Column DateFormat(string dateExprName, string format) => Call("date_format", Col(dateExprName), Lit(format));

    /// <summary>The date so many days after 1970-01-01.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column DateFromUnixDate(Column days) => Call("date_from_unix_date", days);

    /// <inheritdoc cref="DateFromUnixDate(Column)"/>
    public static Column DateFromUnixDate(string daysName) => Call("date_from_unix_date", Col(daysName));

    /// <summary>The date so many days earlier.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column DateSub(Column start, int days) => Call("date_sub", start, Lit(days));

    /// <inheritdoc cref="DateSub(Column, int)"/>
    public static Column DateSub(Column start, Column days) => Call("date_sub", start, days);

    /// <inheritdoc cref="DateSub(Column, int)"/>
    public static Column DateSub(string startName, int days) => Call("date_sub", Col(startName), Lit(days));

    /// <summary>The timestamp at the begin of its year, quarter, month, week, day, hour, minute, second, millisecond or microsecond.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Null also for an unknown unit. Since Spark 2.3.</remarks>
    public static Column DateTrunc(string format, Column timestamp) => Call("date_trunc", Lit(format), timestamp);

    /// <summary>The date so many days later.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Dateadd(Column start, int days) => Call("dateadd", start, Lit(days));

    /// <inheritdoc cref="Dateadd(Column, int)"/>
    public static Column Dateadd(Column start, Column days) => Call("dateadd", start, days);

    /// <inheritdoc cref="Dateadd(Column, int)"/>
    public static Column Dateadd(string startName, int days) => Call("dateadd", Col(startName), Lit(days));

    /// <summary>The day of the month, from 1.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Day(Column column) => Call("day", column);

    /// <inheritdoc cref="Day(Column)"/>
    public static Column Day(string columnName) => Call("day", Col(columnName));

    /// <summary>The weekday's name in three English letters.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column Dayname(Column column) => Call("dayname", column);

    /// <inheritdoc cref="Dayname(Column)"/>
    public static Column Dayname(string columnName) => Call("dayname", Col(columnName));

    /// <summary>The day of the month, from 1.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column DayOfMonth(Column column) => Call("dayofmonth", column);

    /// <inheritdoc cref="DayOfMonth(Column)"/>
    public static Column DayOfMonth(string columnName) => Call("dayofmonth", Col(columnName));

    /// <summary>The day of the week, from 1 on Sunday to 7 on Saturday.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 2.3.</remarks>
    public static Column DayOfWeek(Column column) => Call("dayofweek", column);

    /// <inheritdoc cref="DayOfWeek(Column)"/>
    public static Column DayOfWeek(string columnName) => Call("dayofweek", Col(columnName));

    /// <summary>The day of the year, from 1.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column DayOfYear(Column column) => Call("dayofyear", column);

    /// <inheritdoc cref="DayOfYear(Column)"/>
    public static Column DayOfYear(string columnName) => Call("dayofyear", Col(columnName));

    /// <summary>The timestamp shifted from UTC to a zone: what a clock there shows, as if it were UTC.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column FromUtcTimestamp(Column column, string tz) => Call("from_utc_timestamp", column, Lit(tz));

    /// <inheritdoc cref="FromUtcTimestamp(Column, string)"/>
    public static Column FromUtcTimestamp(Column column, Column tz) => Call("from_utc_timestamp", column, tz);

    /// <inheritdoc cref="FromUtcTimestamp(Column, string)"/>
    public static Column FromUtcTimestamp(string columnName, string tz) => Call("from_utc_timestamp", Col(columnName), Lit(tz));

    /// <summary>The hour of a timestamp in the session's time zone, or of a time, 0 to 23.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Hour(Column column) => Call("hour", column);

    /// <inheritdoc cref="Hour(Column)"/>
    public static Column Hour(string columnName) => Call("hour", Col(columnName));

    /// <summary>The last day of the date's month.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column LastDay(Column column) => Call("last_day", column);

    /// <inheritdoc cref="LastDay(Column)"/>
    public static Column LastDay(string columnName) => Call("last_day", Col(columnName));

    /// <summary>The date and time when the query begins in the session's time zone, without a zone.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Never null. Since Spark 3.4.</remarks>
    public static Column Localtimestamp() => Call("localtimestamp");

    /// <summary>The minute of a timestamp in the session's time zone, or of a time, 0 to 59.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Minute(Column column) => Call("minute", column);

    /// <inheritdoc cref="Minute(Column)"/>
    public static Column Minute(string columnName) => Call("minute", Col(columnName));

    /// <summary>The month of the year, 1 to 12.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Month(Column column) => Call("month", column);

    /// <inheritdoc cref="Month(Column)"/>
    public static Column Month(string columnName) => Call("month", Col(columnName));

    /// <summary>The month's name in three English letters.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column Monthname(Column column) => Call("monthname", column);

    /// <inheritdoc cref="Monthname(Column)"/>
    public static Column Monthname(string columnName) => Call("monthname", Col(columnName));

    /// <summary>The first day after the date that is this weekday, named in two or more English letters.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column NextDay(Column date, string dayOfWeek) => Call("next_day", date, Lit(dayOfWeek));

    /// <inheritdoc cref="NextDay(Column, string)"/>
    public static Column NextDay(Column date, Column dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <inheritdoc cref="NextDay(Column, string)"/>
    public static Column NextDay(string dateName, string dayOfWeek) => Call("next_day", Col(dateName), Lit(dayOfWeek));

    /// <summary>The instant when the query begins.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column Now() => Call("now");

    /// <summary>The quarter of the year, 1 to 4.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Quarter(Column column) => Call("quarter", column);

    /// <inheritdoc cref="Quarter(Column)"/>
    public static Column Quarter(string columnName) => Call("quarter", Col(columnName));

    /// <summary>The whole second of a timestamp or time, 0 to 59.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Second(Column column) => Call("second", column);

    /// <inheritdoc cref="Second(Column)"/>
    public static Column Second(string columnName) => Call("second", Col(columnName));

    /// <summary>The date of a text or timestamp, in one of Spark's datetime patterns when given; an error in ANSI mode when it does not fit.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 2.2.</remarks>
    public static Column ToDate(Column column) => Call("to_date", column);

    /// <inheritdoc cref="ToDate(Column)"/>
    public static Column ToDate(string columnName) => Call("to_date", Col(columnName));

    /// <inheritdoc cref="ToDate(Column)"/>
    public static Column ToDate(Column column, string format) => Call("to_date", column, Lit(format));

    /// <inheritdoc cref="ToDate(Column)"/>
    public static Column ToDate(string columnName, string format) => Call("to_date", Col(columnName), Lit(format));

    /// <summary>The timestamp of a text or date, in one of Spark's datetime patterns when given; an error in ANSI mode when it does not fit.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 2.2.</remarks>
    public static Column ToTimestamp(Column column) => Call("to_timestamp", column);

    /// <inheritdoc cref="ToTimestamp(Column)"/>
    public static Column ToTimestamp(string columnName) => Call("to_timestamp", Col(columnName));

    /// <inheritdoc cref="ToTimestamp(Column)"/>
    public static Column ToTimestamp(Column column, string format) => Call("to_timestamp", column, Lit(format));

    /// <inheritdoc cref="ToTimestamp(Column)"/>
    public static Column ToTimestamp(string columnName, string format) => Call("to_timestamp", Col(columnName), Lit(format));

    /// <summary>The timestamp of a text or date; an error in ANSI mode when it does not fit.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToTimestampLtz(Column column) => Call("to_timestamp_ltz", column);

    /// <inheritdoc cref="ToTimestampLtz(Column)"/>
    public static Column ToTimestampLtz(string columnName) => Call("to_timestamp_ltz", Col(columnName));

    /// <inheritdoc cref="ToTimestampLtz(Column)"/>
    public static Column ToTimestampLtz(Column column, string format) => Call("to_timestamp_ltz", column, Lit(format));

    /// <inheritdoc cref="ToTimestampLtz(Column)"/>
    public static Column ToTimestampLtz(Column column, Column format) => Call("to_timestamp_ltz", column, format);

    /// <inheritdoc cref="ToTimestampLtz(Column)"/>
    public static Column ToTimestampLtz(string columnName, string format) => Call("to_timestamp_ltz", Col(columnName), Lit(format));

    /// <summary>The timestamp without zone of a text or date; an error in ANSI mode when it does not fit.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToTimestampNtz(Column column) => Call("to_timestamp_ntz", column);

    /// <inheritdoc cref="ToTimestampNtz(Column)"/>
    public static Column ToTimestampNtz(string columnName) => Call("to_timestamp_ntz", Col(columnName));

    /// <inheritdoc cref="ToTimestampNtz(Column)"/>
    public static Column ToTimestampNtz(Column column, string format) => Call("to_timestamp_ntz", column, Lit(format));

    /// <inheritdoc cref="ToTimestampNtz(Column)"/>
    public static Column ToTimestampNtz(Column column, Column format) => Call("to_timestamp_ntz", column, format);

    /// <inheritdoc cref="ToTimestampNtz(Column)"/>
    public static Column ToTimestampNtz(string columnName, string format) => Call("to_timestamp_ntz", Col(columnName), Lit(format));

    /// <summary>A timestamp's, date's or text's seconds since 1970-01-01 UTC.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToUnixTimestamp(Column column) => Call("to_unix_timestamp", column);

    /// <inheritdoc cref="ToUnixTimestamp(Column)"/>
    public static Column ToUnixTimestamp(string columnName) => Call("to_unix_timestamp", Col(columnName));

    /// <inheritdoc cref="ToUnixTimestamp(Column)"/>
    public static Column ToUnixTimestamp(Column column, string format) => Call("to_unix_timestamp", column, Lit(format));

    /// <inheritdoc cref="ToUnixTimestamp(Column)"/>
    public static Column ToUnixTimestamp(Column column, Column format) => Call("to_unix_timestamp", column, format);

    /// <inheritdoc cref="ToUnixTimestamp(Column)"/>
    public static Column ToUnixTimestamp(string columnName, string format) => Call("to_unix_timestamp", Col(columnName), Lit(format));

    /// <summary>The timestamp shifted from a zone to UTC: the instant when a clock there shows it.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column ToUtcTimestamp(Column column, string tz) => Call("to_utc_timestamp", column, Lit(tz));

    /// <inheritdoc cref="ToUtcTimestamp(Column, string)"/>
    public static Column ToUtcTimestamp(Column column, Column tz) => Call("to_utc_timestamp", column, tz);

    /// <inheritdoc cref="ToUtcTimestamp(Column, string)"/>
    public static Column ToUtcTimestamp(string columnName, string tz) => Call("to_utc_timestamp", Col(columnName), Lit(tz));

    /// <summary>The date at the begin of its year, quarter, month or week.</summary>
    /// <returns>date</returns>
    /// <remarks>Null also for an unknown unit. Since Spark 1.5.</remarks>
    public static Column Trunc(Column column, string format) => Call("trunc", column, Lit(format));

    /// <inheritdoc cref="Trunc(Column, string)"/>
    public static Column Trunc(string columnName, string format) => Call("trunc", Col(columnName), Lit(format));

    /// <summary>The date of a text; null when it does not fit.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryToDate(Column column) => Call("try_to_date", column);

    /// <inheritdoc cref="TryToDate(Column)"/>
    public static Column TryToDate(string columnName) => Call("try_to_date", Col(columnName));

    /// <inheritdoc cref="TryToDate(Column)"/>
    public static Column TryToDate(Column column, string format) => Call("try_to_date", column, Lit(format));

    /// <inheritdoc cref="TryToDate(Column)"/>
    public static Column TryToDate(string columnName, string format) => Call("try_to_date", Col(columnName), Lit(format));

    /// <summary>The timestamp of a text; null when it does not fit.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryToTimestamp(Column column) => Call("try_to_timestamp", column);

    /// <inheritdoc cref="TryToTimestamp(Column)"/>
    public static Column TryToTimestamp(string columnName) => Call("try_to_timestamp", Col(columnName));

    /// <inheritdoc cref="TryToTimestamp(Column)"/>
    public static Column TryToTimestamp(Column column, string format) => Call("try_to_timestamp", column, Lit(format));

    /// <inheritdoc cref="TryToTimestamp(Column)"/>
    public static Column TryToTimestamp(Column column, Column format) => Call("try_to_timestamp", column, format);

    /// <inheritdoc cref="TryToTimestamp(Column)"/>
    public static Column TryToTimestamp(string columnName, string format) => Call("try_to_timestamp", Col(columnName), Lit(format));

    /// <summary>The day of the week, from 0 on Monday to 6 on Sunday.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Weekday(Column column) => Call("weekday", column);

    /// <inheritdoc cref="Weekday(Column)"/>
    public static Column Weekday(string columnName) => Call("weekday", Col(columnName));

    /// <summary>The ISO week of the year, 1 to 53.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column WeekOfYear(Column column) => Call("weekofyear", column);

    /// <inheritdoc cref="WeekOfYear(Column)"/>
    public static Column WeekOfYear(string columnName) => Call("weekofyear", Col(columnName));

    /// <summary>The year.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Year(Column column) => Call("year", column);

    /// <inheritdoc cref="Year(Column)"/>
    public static Column Year(string columnName) => Call("year", Col(columnName));
}
