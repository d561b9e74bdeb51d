using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Arithmetic with intervals, under names that users can't write (DateArithmetic chooses them), and parts that need more than a column.</summary>
internal static class IntervalFunctions
{
    /// <summary>The days of an interval of days, under Spark's own inner name.</summary>
    public const string WholeDays = "extractansiintervaldays";

    private static readonly ArgumentRule Unchecked = (_, arguments) => arguments;

    public static IEnumerable<FunctionDefinition> All() =>
    [
        Months("date + interval months", "+", isDate: true), Months("date - interval months", "-", isDate: true),
        Months("timestamp + interval months", "+", isDate: false), Months("timestamp - interval months", "-", isDate: false),
        Micros("timestamp + interval", "+"), Micros("timestamp - interval", "-"),
        new() { Name = "date - date", Display = Names.Infix("-"), Arguments = Unchecked, Result = Result.Of(new DayTimeIntervalType(DayTimeField.Day, DayTimeField.Day)), Lower = Duck("(CAST({0} - {1} AS BIGINT) * 86400000000)") },
        new()
        {
            Name = "timestamp - timestamp", Display = Names.Infix("-"), Arguments = Unchecked, Result = Result.Of(new DayTimeIntervalType()),
            Lower = (site, call, a) => call.Arguments[0].Type is TimestampNtzType || site.Settings.TimeZone == "UTC"
                ? $"(epoch_us({a[0]}) - epoch_us({a[1]}))"
                : $"(epoch_us({CastLowering.ToLocal(site, a[0])}) - epoch_us({CastLowering.ToLocal(site, a[1])}))",
        },
        new() { Name = WholeDays, Arguments = Unchecked, Result = Result.Int, Lower = Duck("CAST({0} // 86400000000 AS INTEGER)") },
        Interval("interval + interval", "+"), Interval("interval - interval", "-"),
        new() { Name = "interval * number", Display = Names.Infix("*"), Arguments = Unchecked, Result = arguments => Whole(arguments[0].Type), Lower = Duck("CAST({0} * {1} AS {type})") },
        new() { Name = "isodow", Arguments = Args.Of(Input.Date).After(a => [ImplicitCasts.Cast(a[0], new DateType())]), Result = Result.Int, Lower = Duck("CAST(isodow({0}) AS INTEGER)") },
        new()
        {
            Name = "second with fraction", Arguments = Args.Of(Input.Timestamp), Result = Result.Of(new DecimalType(8, 6)),
            Lower = (site, _, a) => $"CAST((epoch_us({CastLowering.ToLocal(site, a[0])}) % 60000000 + 60000000) % 60000000 AS DECIMAL(38,6)) / 1000000" is var seconds ? $"CAST({seconds} AS DECIMAL(8,6))" : "",
        },
    ];

    private static DataType Whole(DataType type) => type is DayTimeIntervalType ? new DayTimeIntervalType() : new YearMonthIntervalType();

    private static FunctionDefinition Months(string name, string symbol, bool isDate) => new()
    {
        Name = name, Display = (_, a) => $"{a[0]} {symbol} {a[1]}", Arguments = Unchecked, Result = Result.SameAs(0),
        Lower = (site, call, a) => isDate
            ? $"CAST({a[0]} {symbol} to_months({a[1]}) AS DATE)"
            : call.Type is TimestampType ? CastLowering.FromLocal(site, $"({CastLowering.ToLocal(site, a[0])} {symbol} to_months({a[1]}))") : $"({a[0]} {symbol} to_months({a[1]}))",
    };

    // Whole days are days of the calendar, the rest is time that passes.
    private static FunctionDefinition Micros(string name, string symbol) => new()
    {
        Name = name, Display = (_, a) => $"{a[0]} {symbol} {a[1]}", Arguments = Unchecked, Result = Result.SameAs(0),
        Lower = (site, call, a) => call.Type is TimestampNtzType || site.Settings.TimeZone == "UTC"
            ? $"({a[0]} {symbol} to_microseconds({a[1]}))"
            : $"({CastLowering.FromLocal(site, $"({CastLowering.ToLocal(site, a[0])} {symbol} to_days(CAST({a[1]} // 86400000000 AS INTEGER)))")} {symbol} to_microseconds({a[1]} % 86400000000))",
    };

    private static FunctionDefinition Interval(string name, string symbol) => new()
    {
        Name = name, Display = Names.Infix(symbol), Arguments = Unchecked,
        Result = arguments => TypeCoercion.Tightest(SessionSettings.Default, arguments[0].Type, arguments[1].Type)!,
        Lower = Duck($"({{0}} {symbol} {{1}})"),
    };
}
