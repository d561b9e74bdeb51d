using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Parts of dates and times, and calendars' arithmetic. Timestamps are taken apart in the session's time zone.</summary>
internal static class DateFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        OfDate("year", "CAST(year({0}) AS INTEGER)"), OfDate("quarter", "CAST(quarter({0}) AS INTEGER)"), OfDate("month", "CAST(month({0}) AS INTEGER)"),
        OfDate("day", "CAST(day({0}) AS INTEGER)"), OfDate("dayofmonth", "CAST(day({0}) AS INTEGER)"), OfDate("dayofweek", "CAST(dayofweek({0}) + 1 AS INTEGER)"),
        OfDate("dayofyear", "CAST(dayofyear({0}) AS INTEGER)"), OfDate("weekofyear", "CAST(weekofyear({0}) AS INTEGER)"), OfDate("weekday", "CAST(isodow({0}) - 1 AS INTEGER)"),
        OfTime("hour", "hour"), OfTime("minute", "minute"), OfTime("second", "second"),
        new() { Name = "date_add", Arguments = DayArguments, Result = Result.Date, Lower = Duck("({0} + CAST({1} AS INTEGER))") },
        new() { Name = "dateadd", Arguments = DayArguments, Result = Result.Date, Lower = Duck("({0} + CAST({1} AS INTEGER))") },
        new() { Name = "date_sub", Arguments = DayArguments, Result = Result.Date, Lower = Duck("({0} - CAST({1} AS INTEGER))") },
        new() { Name = "datediff", Arguments = Args.Of(Input.Date, Input.Date).After(Dates), Result = Result.Int, Lower = Duck("CAST({0} - {1} AS INTEGER)") },
        new() { Name = "date_diff", Arguments = Args.Of(Input.Date, Input.Date).After(Dates), Result = Result.Int, Lower = Duck("CAST({0} - {1} AS INTEGER)") },
        new() { Name = "add_months", Arguments = Args.Of(Input.Date, Input.Int).After(Dates), Result = Result.Date, Lower = Duck("CAST({0} + to_months({1}) AS DATE)") },
        new() { Name = "months_between", Display = (_, a) => $"months_between({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : "true")})", Arguments = MonthsArguments, Result = Result.Double, Lower = MonthsBetween },
        new() { Name = "last_day", Arguments = Args.Of(Input.Date).After(Dates), Result = Result.Date, Lower = Duck("last_day({0})") },
        new() { Name = "next_day", Arguments = Args.Of(Input.Date, Input.String).After(FirstDate), Result = Result.Date, Nulls = Nulls.Always, Lower = NextDay },
        new() { Name = "trunc", Arguments = Args.Of(Input.Date, Input.String).After(FirstDate), Result = Result.Date, Nulls = Nulls.Always, Lower = (site, call, a) => Truncate(Unit(call.Arguments[1]), isDate: true) is { } unit ? $"CAST(date_trunc('{unit}', {a[0]}) AS DATE)" : "CAST(NULL AS DATE)" },
        new()
        {
            Name = "date_trunc", Arguments = Args.Of(Input.String, Input.Timestamp), Result = Result.Timestamp, Nulls = Nulls.Always,
            Lower = (site, call, a) => Truncate(Unit(call.Arguments[0]), isDate: false) is { } unit ? CastLowering.FromLocal(site, $"date_trunc('{unit}', {CastLowering.ToLocal(site, a[1])})") : "CAST(NULL AS TIMESTAMP)",
        },
        new() { Name = "make_date", Arguments = Args.Of(Input.Int, Input.Int, Input.Int), Result = Result.Date, Natives = [DateKernels.MakeDate], Lower = Duck("sp_make_date({*})") },
        new()
        {
            Name = "make_timestamp", Arguments = Args.Of(Input.Int, Input.Int, Input.Int, Input.Int, Input.Int, InputType.Exactly(new DecimalType(16, 6))), Result = Result.Timestamp, Nulls = arguments => arguments.Any(argument => argument is Cast { IsExplicit: false } cast ? cast.Child.IsNullable : argument.IsNullable),
            Lower = (site, _, a) => CastLowering.FromLocal(site, $"make_timestamp({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, CAST({a[5]} AS DOUBLE))"),
        },
        new() { Name = "unix_date", Arguments = Args.Of(Input.Date), Result = Result.Int, Lower = Duck("CAST({0} - DATE '1970-01-01' AS INTEGER)") },
        new() { Name = "date_from_unix_date", Arguments = Args.Of(Input.Int), Result = Result.Date, Lower = Duck("(DATE '1970-01-01' + {0})") },
        Epoch("timestamp_seconds", Input.Numeric, "make_timestamp(CAST(CAST({0} AS DECIMAL(38,6)) * 1000000 AS BIGINT))"), Epoch("timestamp_millis", Input.Integral, "make_timestamp(CAST({0} AS BIGINT) * 1000)"), Epoch("timestamp_micros", Input.Integral, "make_timestamp(CAST({0} AS BIGINT))"),
        UnixTime("unix_seconds", "CAST(floor(epoch_us({0}) / 1000000) AS BIGINT)"), UnixTime("unix_millis", "CAST(floor(epoch_us({0}) / 1000) AS BIGINT)"), UnixTime("unix_micros", "epoch_us({0})"),
        new() { Name = "from_utc_timestamp", Arguments = Args.Of(Input.Timestamp, Input.String), Result = Result.Timestamp, Lower = Duck("timezone({1}, CAST({0} AS TIMESTAMPTZ))") },
        new() { Name = "to_utc_timestamp", Arguments = Args.Of(Input.Timestamp, Input.String), Result = Result.Timestamp, Lower = Duck("CAST(timezone({1}, {0}) AS TIMESTAMP)") },
        Now("current_date", Result.Date, site => $"CAST({CastLowering.ToLocal(site, "CAST(current_timestamp AS TIMESTAMP)")} AS DATE)"), Now("curdate", Result.Date, site => $"CAST({CastLowering.ToLocal(site, "CAST(current_timestamp AS TIMESTAMP)")} AS DATE)"),
        Now("current_timestamp", Result.Timestamp, _ => "CAST(current_timestamp AS TIMESTAMP)"), Now("now", Result.Timestamp, _ => "CAST(current_timestamp AS TIMESTAMP)"),
        Now("localtimestamp", Result.Of(new TimestampNtzType()), site => CastLowering.ToLocal(site, "CAST(current_timestamp AS TIMESTAMP)")),
        Part("extract", (_, a) => $"extract({a[0]} FROM {a[1]})"), Part("date_part", (_, a) => $"date_part({a[0]}, {a[1]})"), Part("datepart", (_, a) => $"datepart({a[0]} FROM {a[1]})"),
    ];

    private static readonly ArgumentRule DayArguments = (site, arguments) => Args.Of(Input.Date, InputType.Either(Input.Int, InputType.Exactly(new ShortType()), InputType.Exactly(new ByteType())))(site, FirstDate(arguments));

    // Functions of dates take timestamps as well, although no other implicit cast goes that way.
    private static IReadOnlyList<TypedExpression> Dates(IReadOnlyList<TypedExpression> arguments) =>
        [.. arguments.Select(argument => argument.Type is TimestampType or TimestampNtzType or StringType ? ImplicitCasts.Cast(argument, new DateType()) : argument)];

    private static IReadOnlyList<TypedExpression> FirstDate(IReadOnlyList<TypedExpression> arguments) => arguments.Count == 0 ? arguments : [.. Dates([arguments[0]]), .. arguments.Skip(1)];

    private static FunctionDefinition OfDate(string name, string template) => new() { Name = name, Arguments = Args.Of(Input.Date).After(Dates), Result = Result.Int, Lower = Duck(template) };

    private static FunctionDefinition OfTime(string name, string part) => new()
    {
        Name = name, Arguments = Args.Of(Input.Timestamp), Result = Result.Int, Lower = (site, _, a) => $"CAST({part}({CastLowering.ToLocal(site, a[0])}) AS INTEGER)",
    };

    private static FunctionDefinition Epoch(string name, InputType input, string template) => new() { Name = name, Arguments = Args.Of(input), Result = Result.Timestamp, Lower = Duck(template) };

    private static FunctionDefinition UnixTime(string name, string template) => new() { Name = name, Arguments = Args.Of(Input.Timestamp), Result = Result.Long, Lower = Duck(template) };

    private static FunctionDefinition Now(string name, ResultRule result, Func<LoweringSite, string> sql) => new() { Name = name, Arguments = Args.None, Result = result, Nulls = Nulls.Never, Lower = (site, _, _) => sql(site) };

    private static string Unit(TypedExpression argument) => argument is Constant { Value: string text } ? text.ToUpperInvariant() : throw Refusal.Of("function", "truncation to a unit that is no literal");

    private static string? Truncate(string unit, bool isDate) => unit switch
    {
        "YEAR" or "YYYY" or "YY" => "year",
        "QUARTER" => "quarter",
        "MONTH" or "MM" or "MON" => "month",
        "WEEK" => "week",
        _ when isDate => null,
        "DAY" or "DD" => "day",
        "HOUR" => "hour",
        "MINUTE" => "minute",
        "SECOND" => "second",
        "MILLISECOND" => "milliseconds",
        "MICROSECOND" => "microseconds",
        _ => null,
    };

    private static readonly LoweringRule NextDay = (_, call, a) =>
    {
        var day = Unit(call.Arguments[1]) switch
        {
            "SU" or "SUN" or "SUNDAY" => 0,
            "MO" or "MON" or "MONDAY" => 1,
            "TU" or "TUE" or "TUESDAY" => 2,
            "WE" or "WED" or "WEDNESDAY" => 3,
            "TH" or "THU" or "THURSDAY" => 4,
            "FR" or "FRI" or "FRIDAY" => 5,
            "SA" or "SAT" or "SATURDAY" => 6,
            var other => throw Refusal.Of("weekday", other),
        };
        return $"({a[0]} + CAST(((({day} - dayofweek({a[0]}) - 1) % 7) + 7) % 7 + 1 AS INTEGER))";
    };

    private static readonly ArgumentRule MonthsArguments = (site, arguments) => Args.Of(Input.Timestamp, Input.Timestamp, Input.Boolean)(site, arguments.Count == 2 ? [.. arguments, Constant.True] : arguments);

    private static readonly LoweringRule MonthsBetween = (site, call, a) =>
    {
        var (x, y) = (CastLowering.ToLocal(site, a[0]), CastLowering.ToLocal(site, a[1]));
        return $"{site.Native(DateKernels.MonthsBetween)}(epoch_us({x}), epoch_us({y}), {a[2]})";
    };

    private static FunctionDefinition Part(string name, NameRule display) => new()
    {
        Name = name, Display = display, Arguments = (_, arguments) => arguments, Result = Result.Int, Lower = Duck("{0}"),
        Rewrite = (settings, arguments) =>
        {
            if (arguments is not [Constant { Value: string field }, var source])
                return null;
            var part = FunctionTable.Get(field.ToUpperInvariant() switch
            {
                "YEAR" or "Y" or "YEARS" or "YR" or "YRS" => "year",
                "QUARTER" or "QTR" => "quarter",
                "MONTH" or "MON" or "MONS" or "MONTHS" => "month",
                "WEEK" or "W" or "WEEKS" => "weekofyear",
                "DAY" or "D" or "DAYS" => "day",
                "DAYOFWEEK" or "DOW" => "dayofweek",
                "DAYOFWEEK_ISO" or "DOW_ISO" => "isodow",
                "DOY" => "dayofyear",
                "HOUR" or "H" or "HOURS" or "HR" or "HRS" => "hour",
                "MINUTE" or "M" or "MIN" or "MINS" or "MINUTES" => "minute",
                "SECOND" or "S" or "SEC" or "SECONDS" or "SECS" => "second with fraction",
                _ => throw Refusal.Of("field", $"{field} of a date or time"),
            });
            return new NamedAs(part.Call(settings, [source]), name switch
            {
                "extract" => $"extract({field} FROM {ColumnNames.Of(source)})",
                "datepart" => $"datepart({field} FROM {ColumnNames.Of(source)})",
                _ => $"date_part({field}, {ColumnNames.Of(source)})",
            });
        },
    };
}
