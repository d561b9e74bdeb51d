using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>What <c>+</c>, <c>-</c> and <c>*</c> mean between dates, times and intervals: functions of their own, by whose names columns are called.</summary>
internal static class DateArithmetic
{
    public static readonly RewriteRule Plus = (settings, arguments) => arguments is not [var left, var right] ? null : (left.Type, right.Type) switch
    {
        (DateType, IntegerType or ShortType or ByteType) => Call("date_add", settings, left, right),
        (IntegerType or ShortType or ByteType, DateType) => Call("date_add", settings, right, left),
        (DateType, YearMonthIntervalType) => Call("date + interval months", settings, left, right),
        (YearMonthIntervalType, DateType) => Call("date + interval months", settings, right, left),
        (TimestampType or TimestampNtzType, YearMonthIntervalType) => Call("timestamp + interval months", settings, left, right),
        (YearMonthIntervalType, TimestampType or TimestampNtzType) => Call("timestamp + interval months", settings, right, left),
        (DateType, DayTimeIntervalType { End: DayTimeField.Day }) => Call("date_add", settings, left, Call(IntervalFunctions.WholeDays, settings, right)),
        (DayTimeIntervalType { End: DayTimeField.Day }, DateType) => Call("date_add", settings, right, Call(IntervalFunctions.WholeDays, settings, left)),
        (DateType, DayTimeIntervalType) => Call("timestamp + interval", settings, ImplicitCasts.Cast(left, new TimestampType()), right),
        (DayTimeIntervalType, DateType) => Call("timestamp + interval", settings, ImplicitCasts.Cast(right, new TimestampType()), left),
        (TimestampType or TimestampNtzType, DayTimeIntervalType) => Call("timestamp + interval", settings, left, right),
        (DayTimeIntervalType, TimestampType or TimestampNtzType) => Call("timestamp + interval", settings, right, left),
        (DayTimeIntervalType, DayTimeIntervalType) or (YearMonthIntervalType, YearMonthIntervalType) => Call("interval + interval", settings, left, right),
        _ => null,
    };

    public static readonly RewriteRule Minus = (settings, arguments) => arguments is not [var left, var right] ? null : (left.Type, right.Type) switch
    {
        (DateType, IntegerType or ShortType or ByteType) => Call("date_sub", settings, left, right),
        (DateType, DateType) => Call("date - date", settings, left, right),
        (DateType, YearMonthIntervalType) => Call("date - interval months", settings, left, right),
        (TimestampType or TimestampNtzType, YearMonthIntervalType) => Call("timestamp - interval months", settings, left, right),
        (DateType, DayTimeIntervalType { End: DayTimeField.Day }) => Call("date_sub", settings, left, Call(IntervalFunctions.WholeDays, settings, right)),
        (DateType, DayTimeIntervalType) => Call("timestamp - interval", settings, ImplicitCasts.Cast(left, new TimestampType()), right),
        (TimestampType or TimestampNtzType, DayTimeIntervalType) => Call("timestamp - interval", settings, left, right),
        (TimestampType, DateType) => Call("timestamp - timestamp", settings, left, ImplicitCasts.Cast(right, left.Type)),
        (DateType, TimestampType) => Call("timestamp - timestamp", settings, ImplicitCasts.Cast(left, right.Type), right),
        (TimestampNtzType, DateType) => Call("timestamp - timestamp", settings, left, ImplicitCasts.Cast(right, left.Type)),
        (DateType, TimestampNtzType) => Call("timestamp - timestamp", settings, ImplicitCasts.Cast(left, right.Type), right),
        (TimestampType or TimestampNtzType, TimestampType or TimestampNtzType) => Call("timestamp - timestamp", settings, left, right),
        (DayTimeIntervalType, DayTimeIntervalType) or (YearMonthIntervalType, YearMonthIntervalType) => Call("interval - interval", settings, left, right),
        _ => null,
    };

    public static readonly RewriteRule Times = (settings, arguments) => arguments is not [var left, var right] ? null : (left.Type, right.Type) switch
    {
        (DayTimeIntervalType or YearMonthIntervalType, IntegralType) => Call("interval * number", settings, left, right),
        (IntegralType, DayTimeIntervalType or YearMonthIntervalType) => Call("interval * number", settings, right, left),
        _ => null,
    };

    // The names with blanks can't be called by users; date_add and date_sub are Spark's own. What has no entry yet is refused by this name.
    private static TypedExpression Call(string function, SessionSettings settings, params IReadOnlyList<TypedExpression> arguments) =>
        (FunctionTable.Find(function) ?? throw Errors.Refusal.Of("operator", function)).Call(settings, arguments);
}
