namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>A part of a date, timestamp, time or interval: YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, WEEK, DOW and so on.</summary>
    /// <returns>int, of seconds a decimal</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Extract(string field, Column source) => Call("extract", Lit(field), source);

    /// <inheritdoc cref="Extract(string, Column)"/>
    public static Column Extract(Column field, Column source) => Call("extract", field, source);

    /// <inheritdoc cref="Extract(string, Column)"/>
    public static Column Extract(string field, string sourceName) => Call("extract", Lit(field), Col(sourceName));

    /// <summary>The same as Extract.</summary>
    /// <returns>int, of seconds a decimal</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column DatePart(string field, Column source) => Call("date_part", Lit(field), source);

    /// <inheritdoc cref="DatePart(string, Column)"/>
    public static Column DatePart(Column field, Column source) => Call("date_part", field, source);

    /// <inheritdoc cref="DatePart(string, Column)"/>
    public static Column DatePart(string field, string sourceName) => Call("date_part", Lit(field), Col(sourceName));

    /// <summary>The same as Extract.</summary>
    /// <returns>int, of seconds a decimal</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Datepart(string field, Column source) => Call("datepart", Lit(field), source);

    /// <inheritdoc cref="Datepart(string, Column)"/>
    public static Column Datepart(Column field, Column source) => Call("datepart", field, source);

    /// <inheritdoc cref="Datepart(string, Column)"/>
    public static Column Datepart(string field, string sourceName) => Call("datepart", Lit(field), Col(sourceName));

    /// <summary>How many days lie from the start to the end.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column DateDiff(Column end, Column start) => Call("datediff", end, start);

    /// <inheritdoc cref="DateDiff(Column, Column)"/>
    public static Column DateDiff(string endName, string startName) => Call("datediff", Col(endName), Col(startName));

    /// <summary>How many months lie between two dates or timestamps, with a fraction of 31 days rounded to 8 digits.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column MonthsBetween(Column end, Column start) => Call("months_between", end, start, Lit(true));

    /// <inheritdoc cref="MonthsBetween(Column, Column)"/>
    public static Column MonthsBetween(string endName, string startName) => Call("months_between", Col(endName), Col(startName), Lit(true));

    /// <summary>How many months lie between two dates or timestamps, with a fraction of 31 days.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column MonthsBetween(Column end, Column start, bool roundOff) => Call("months_between", end, start, Lit(roundOff));

    /// <inheritdoc cref="MonthsBetween(Column, Column, bool)"/>
    public static Column MonthsBetween(string endName, string startName, bool roundOff) =>
        Call("months_between", Col(endName), Col(startName), Lit(roundOff));

    /// <summary>The date of its parts; an error in ANSI mode when there is none.</summary>
    /// <returns>date</returns>
    /// <remarks>Since Spark 3.3.</remarks>
    public static Column MakeDate(Column year, Column month, Column day) => Call("make_date", year, month, day);

    /// <inheritdoc cref="MakeDate(Column, Column, Column)"/>
    public static Column MakeDate(string yearName, string monthName, string dayName) =>
        Call("make_date", Col(yearName), Col(monthName), Col(dayName));

    /// <summary>The time of its parts; an error when there is none.</summary>
    /// <returns>time</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column MakeTime(Column hour, Column minute, Column second) => Call("make_time", hour, minute, second);

    /// <inheritdoc cref="MakeTime(Column, Column, Column)"/>
    public static Column MakeTime(string hourName, string minuteName, string secondName) =>
        Call("make_time", Col(hourName), Col(minuteName), Col(secondName));

    /// <summary>The timestamp of its parts in a zone, the session's unless given; an error in ANSI mode when there is none.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column MakeTimestampLtz(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("make_timestamp_ltz", years, months, days, hours, mins, secs);

    /// <inheritdoc cref="MakeTimestampLtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestampLtz(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName) =>
        Call("make_timestamp_ltz", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName));

    /// <inheritdoc cref="MakeTimestampLtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestampLtz(Column years, Column months, Column days, Column hours, Column mins, Column secs, Column timezone) =>
        Call("make_timestamp_ltz", years, months, days, hours, mins, secs, timezone);

    /// <inheritdoc cref="MakeTimestampLtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestampLtz(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName, string timezoneName) =>
        Call("make_timestamp_ltz", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName), Col(timezoneName));

    /// <summary>The timestamp of its parts in a zone, the session's unless given; null when there is none.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryMakeTimestampLtz(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("try_make_timestamp_ltz", years, months, days, hours, mins, secs);

    /// <inheritdoc cref="TryMakeTimestampLtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestampLtz(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName) =>
        Call("try_make_timestamp_ltz", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName));

    /// <inheritdoc cref="TryMakeTimestampLtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestampLtz(Column years, Column months, Column days, Column hours, Column mins, Column secs, Column timezone) =>
        Call("try_make_timestamp_ltz", years, months, days, hours, mins, secs, timezone);

    /// <inheritdoc cref="TryMakeTimestampLtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestampLtz(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName, string timezoneName) =>
        Call("try_make_timestamp_ltz", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName), Col(timezoneName));

    /// <summary>The timestamp of its parts in a zone, the session's unless given; an error in ANSI mode when there is none.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column MakeTimestamp(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("make_timestamp", years, months, days, hours, mins, secs);

    /// <inheritdoc cref="MakeTimestamp(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestamp(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName) =>
        Call("make_timestamp", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName));

    /// <inheritdoc cref="MakeTimestamp(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestamp(Column years, Column months, Column days, Column hours, Column mins, Column secs, Column timezone) =>
        Call("make_timestamp", years, months, days, hours, mins, secs, timezone);

    /// <inheritdoc cref="MakeTimestamp(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestamp(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName, string timezoneName) =>
        Call("make_timestamp", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName), Col(timezoneName));

    /// <summary>The timestamp of its parts in a zone, the session's unless given; null when there is none.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryMakeTimestamp(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("try_make_timestamp", years, months, days, hours, mins, secs);

    /// <inheritdoc cref="TryMakeTimestamp(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestamp(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName) =>
        Call("try_make_timestamp", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName));

    /// <inheritdoc cref="TryMakeTimestamp(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestamp(Column years, Column months, Column days, Column hours, Column mins, Column secs, Column timezone) =>
        Call("try_make_timestamp", years, months, days, hours, mins, secs, timezone);

    /// <inheritdoc cref="TryMakeTimestamp(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestamp(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName, string timezoneName) =>
        Call("try_make_timestamp", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName), Col(timezoneName));

    /// <summary>The timestamp without zone of its parts; an error in ANSI mode when there is none.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column MakeTimestampNtz(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("make_timestamp_ntz", years, months, days, hours, mins, secs);

    /// <inheritdoc cref="MakeTimestampNtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column MakeTimestampNtz(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName) =>
        Call("make_timestamp_ntz", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName));

    /// <summary>The timestamp of a date and a time in the session's time zone.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column MakeTimestamp(Column date, Column time) => Call("make_timestamp", date, time);

    /// <inheritdoc cref="MakeTimestamp(Column, Column)"/>
    public static Column MakeTimestamp(string dateName, string timeName) => Call("make_timestamp", Col(dateName), Col(timeName));

    /// <summary>The timestamp of a date and a time in a zone.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column MakeTimestamp(Column date, Column time, Column timezone) => Call("make_timestamp", date, time, timezone);

    /// <inheritdoc cref="MakeTimestamp(Column, Column, Column)"/>
    public static Column MakeTimestamp(string dateName, string timeName, string timezoneName) =>
        Call("make_timestamp", Col(dateName), Col(timeName), Col(timezoneName));

    /// <summary>The timestamp of a date and a time in the session's time zone; null when there is none.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column TryMakeTimestamp(Column date, Column time) => Call("try_make_timestamp", date, time);

    /// <inheritdoc cref="TryMakeTimestamp(Column, Column)"/>
    public static Column TryMakeTimestamp(string dateName, string timeName) => Call("try_make_timestamp", Col(dateName), Col(timeName));

    /// <summary>The timestamp of a date and a time in a zone; null when there is none.</summary>
    /// <returns>timestamp</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column TryMakeTimestamp(Column date, Column time, Column timezone) => Call("try_make_timestamp", date, time, timezone);

    /// <inheritdoc cref="TryMakeTimestamp(Column, Column, Column)"/>
    public static Column TryMakeTimestamp(string dateName, string timeName, string timezoneName) =>
        Call("try_make_timestamp", Col(dateName), Col(timeName), Col(timezoneName));

    /// <summary>The timestamp without zone of a date and a time.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column MakeTimestampNtz(Column date, Column time) => Call("make_timestamp_ntz", date, time);

    /// <inheritdoc cref="MakeTimestampNtz(Column, Column)"/>
    public static Column MakeTimestampNtz(string dateName, string timeName) => Call("make_timestamp_ntz", Col(dateName), Col(timeName));

    /// <summary>The timestamp without zone of its parts; null when there is none.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryMakeTimestampNtz(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("try_make_timestamp_ntz", years, months, days, hours, mins, secs);

    /// <inheritdoc cref="TryMakeTimestampNtz(Column, Column, Column, Column, Column, Column)"/>
    public static Column TryMakeTimestampNtz(string yearsName, string monthsName, string daysName, string hoursName, string minsName, string secsName) =>
        Call("try_make_timestamp_ntz", Col(yearsName), Col(monthsName), Col(daysName), Col(hoursName), Col(minsName), Col(secsName));

    /// <summary>The timestamp without zone of a date and a time; null when there is none.</summary>
    /// <returns>timestamp_ntz</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column TryMakeTimestampNtz(Column date, Column time) => Call("try_make_timestamp_ntz", date, time);

    /// <inheritdoc cref="TryMakeTimestampNtz(Column, Column)"/>
    public static Column TryMakeTimestampNtz(string dateName, string timeName) => Call("try_make_timestamp_ntz", Col(dateName), Col(timeName));
}
