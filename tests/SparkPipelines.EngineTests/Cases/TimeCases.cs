using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class TimeCases
{
    private const string NewYork = "America/New_York";

    public static IEnumerable<EngineCase> All =>
    [
        Select("time.date parts", Tables.Times, t => [Year(t["d"]), Quarter(t["d"]), Month(t["d"]), DayOfMonth(t["d"]), DayOfWeek(t["d"]), DayOfYear(t["d"]), WeekOfYear(t["d"])]),
        Select("time.timestamp parts", Tables.Times, t => [Year(t["ts"]), Hour(t["ts"]), Minute(t["ts"]), Second(t["ts"]), Hour(t["n"])]),
        Select("time.timestamp parts in a zone", Tables.Times, t => [Year(t["ts"]), Hour(t["ts"]), DayOfMonth(t["ts"]), Hour(t["n"])]).At(NewYork),
        Expressions("time.weekday and extract", Tables.Times, "weekday(d)", "extract(year from ts)", "extract(second from ts)", "date_part('week', d)", "extract(month from n)"),
        Select("time.date_add", Tables.Times, t => [DateAdd(t["d"], 1), DateSub(t["d"], 31), DateAdd(t["d"], t["k"])]),
        Select("time.add_months", Tables.Times, t => [AddMonths(t["d"], 1), AddMonths(t["d"], -12), AddMonths(t["d"], t["k"])]),
        Select("time.datediff", Tables.Times, t => [DateDiff(t["d"], Lit(new DateOnly(2000, 1, 1))), MonthsBetween(t["d"], Lit(new DateOnly(2000, 2, 29)))]),
        Select("time.last_day and next_day", Tables.Times, t => [LastDay(t["d"]), NextDay(t["d"], "Mon"), NextDay(t["d"], "sunday")]),
        Select("time.trunc", Tables.Times, t => [Trunc(t["d"], "year"), Trunc(t["d"], "MM"), Trunc(t["d"], "week"), Trunc(t["d"], "quarter")]),
        Select("time.date_trunc", Tables.Times, t => [DateTrunc("hour", t["ts"]), DateTrunc("day", t["ts"]), DateTrunc("month", t["ts"]), DateTrunc("week", t["ts"])]),
        Select("time.date_trunc in a zone", Tables.Times, t => [DateTrunc("day", t["ts"]), DateTrunc("year", t["ts"])]).At(NewYork),
        Select("time.date_format", Tables.Times, t => [DateFormat(t["ts"], "yyyy-MM-dd HH:mm:ss"), DateFormat(t["d"], "dd/MM/yy"), DateFormat(t["ts"], "EEE, d MMM yyyy h:mm a")]),
        Select("time.date_format in a zone", Tables.Times, t => [DateFormat(t["ts"], "yyyy-MM-dd'T'HH:mm:ss.SSS")]).At(NewYork),
        Constants("time.to_date", "to_date('2020-02-29')", "to_date('29/02/2020', 'dd/MM/yyyy')", "to_date(timestamp'2020-02-29 23:59:59')", "cast('2020-2-9' as date)"),
        Constants("time.to_date bad text", "to_date('2020-02-30')"),
        Constants("time.to_timestamp", "to_timestamp('2020-02-29 12:34:56.789')", "to_timestamp('29.02.2020 01:02', 'dd.MM.yyyy HH:mm')", "cast('2020-02-29T12:00:00+02:00' as timestamp)", "cast('2020' as timestamp)"),
        Constants("time.to_timestamp in a zone", "to_timestamp('2020-07-01 12:00:00')", "cast(date'2020-07-01' as timestamp)", "cast(timestamp'2020-07-01 12:00:00' as string)").At(NewYork),
        Constants("time.daylight saving", "to_timestamp('2013-03-10 02:30:00')", "to_timestamp('2013-11-03 01:30:00')", "timestamp'2013-03-10 01:30:00' + interval 1 hour").At(NewYork),
        Select("time.unix_timestamp", Tables.Times, t => [UnixTimestamp(t["ts"]), UnixTimestamp(t["d"]), UnixDate(t["d"])]),
        Constants("time.from_unixtime", "from_unixtime(0)", "from_unixtime(1577836800, 'yyyy-MM-dd')", "timestamp_seconds(1.5)", "timestamp_millis(-1)", "timestamp_micros(1)", "date_from_unix_date(-1)"),
        Select("time.zones", Tables.Times, t => [FromUtcTimestamp(t["ts"], "Asia/Tokyo"), ToUtcTimestamp(t["ts"], NewYork)]),
        Constants("time.make", "make_date(2020, 2, 29)", "make_timestamp(2020, 2, 29, 1, 2, 3.5)", "make_date(null, 1, 1)"),
        Constants("time.make_date bad", "make_date(2021, 2, 29)"),
        Select("time.casts", Tables.Times, t => [t["d"].Cast("string"), t["ts"].Cast("string"), t["n"].Cast("string"), t["ts"].Cast("date"), t["d"].Cast("timestamp"), t["n"].Cast("date")]),
        Select("time.casts in a zone", Tables.Times, t => [t["ts"].Cast("string"), t["ts"].Cast("date"), t["ts"].Cast("timestamp_ntz"), t["n"].Cast("timestamp")]).At(NewYork),
        Select("time.cast to number", Tables.Times, t => [t["ts"].Cast("long"), t["ts"].Cast("double")]),
        Select("time.compare", Tables.Times, t => [t["d"] > Lit(new DateOnly(2000, 1, 1)), t["ts"] >= t["d"], t["n"] == t["ts"]]),
        Expressions("time.intervals", Tables.Times, "d + interval 1 day", "ts - interval 2 hours", "d + interval '1-2' year to month", "n + interval '1 02:03:04' day to second"),
        Expressions("time.difference", Tables.Times, "d - date'2000-01-01'", "ts - timestamp'2000-01-01 00:00:00'"),
        Constants("time.interval literals", "interval '3' day", "interval '1 2:03:04.5' day to second", "interval '2-3' year to month", "interval -5 minutes"),
        Constants("time.literals", "date'2020-02-29'", "timestamp'2020-02-29 01:02:03.123456'", "timestamp_ntz'2020-02-29 01:02:03'", "date'0001-01-01'"),
    ];
}
