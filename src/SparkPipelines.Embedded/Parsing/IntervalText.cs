using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Connect;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>The two forms in which Spark spells an interval as text: values with units (<c>1 day 2 hours</c>) and from one unit to another (<c>1 2:3:4</c>).</summary>
internal static partial class IntervalText
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>What a text came to: an interval, a mix of months and days, which no literal holds, or an error.</summary>
    public readonly record struct UnitsResult(Interval? Interval, bool MixesKinds, SparkException? Error);

    public readonly record struct FromToResult(Interval? Interval, string? ErrorClass, string? SqlState, string? Message);

    /// <summary>An interval as the literal that it is.</summary>
    public sealed record Interval(Expression.Types.Literal Literal)
    {
        public static Interval YearMonth(int months, YearMonthField start, YearMonthField end) => new(Messages.YearMonth(months, start, end).Literal);

        public static Interval DayTime(long microseconds, DayTimeField start, DayTimeField end) => new(Messages.DayTime(microseconds, start, end).Literal);
    }

    /// <summary>Values with units, perhaps after the word "interval". Only seconds may have a fraction, of up to nine digits.</summary>
    public static UnitsResult Units(string text)
    {
        var matches = Prefix().Replace(text, "").Trim() is { Length: > 0 } body ? Whole().Match(body) : Match.Empty;
        if (!matches.Success)
            return Fail(text, "INVALID_VALUE", $"Invalid value {text.TrimStart().Split(' ')[0]}.", ("value", text.TrimStart().Split(' ')[0]));

        var (months, days, microseconds) = ((Int128)0, (Int128)0, (Int128)0);
        var units = new List<IntervalUnit>();
        for (var index = 0; index < matches.Groups["value"].Captures.Count; index++)
        {
            var word = matches.Groups["unit"].Captures[index].Value;
            var number = matches.Groups["value"].Captures[index].Value;
            if (IntervalUnits.Find(word) is not { Name: not "nanosecond" } unit)
                return Fail(text, "INVALID_UNIT", $"Invalid unit {word.ToLowerInvariant()}.", ("unit", word.ToLowerInvariant()));
            var point = number.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0 && unit.Name != "second")
                return Fail(text, "INVALID_FRACTION", $"{word.ToLowerInvariant()} cannot have fractional part.", ("unit", word.ToLowerInvariant()));
            var fraction = point < 0 ? "" : number[(point + 1)..];
            if (fraction.Length > 9)
                return Fail(text, "INVALID_PRECISION", $"Interval can only support nanosecond precision, {number} is out of range.", ("value", number));
            var digits = point < 0 ? number : number[..point];
            if (!long.TryParse(digits.Length == 0 ? "0" : digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return TooLarge(text);

            var sign = matches.Groups["sign"].Captures[index].Value == "-" ? -1 : 1;
            months += (Int128)sign * count * unit.Months;
            days += (Int128)sign * count * unit.Days;
            microseconds += sign * (((Int128)count * unit.Microseconds) + long.Parse(fraction.PadRight(6, '0')[..6], CultureInfo.InvariantCulture));
            if (months != (int)Clamp(months, int.MaxValue) || days != (int)Clamp(days, int.MaxValue) || microseconds != Clamp(microseconds, long.MaxValue))
                return TooLarge(text);
            units.Add(unit);
        }

        return Combine(units, (int)months, (days * MicrosecondsPerDay) + microseconds);
    }

    private static UnitsResult Combine(List<IntervalUnit> units, int months, Int128 microseconds)
    {
        if (units.TrueForAll(unit => unit.IsYearMonth))
        {
            var fields = units.Select(unit => unit.YearMonthField).ToList();
            return new UnitsResult(Interval.YearMonth(months, fields.Min(), fields.Max()), false, null);
        }

        if (units.Exists(unit => unit.IsYearMonth))
            return new UnitsResult(null, true, null);
        if (microseconds != Clamp(microseconds, long.MaxValue))
            throw Overflow();
        var shown = units.Select(unit => unit.DayTimeField).ToList();
        return new UnitsResult(Interval.DayTime((long)microseconds, shown.Min(), shown.Max()), false, null);
    }

    private static Int128 Clamp(Int128 value, long maximum) => Int128.Clamp(value, -(Int128)maximum - 1, maximum);

    private static UnitsResult TooLarge(string text) =>
        Fail(text, "ARITHMETIC_EXCEPTION", $"Uncaught arithmetic exception while parsing '{text}'.");

    private static UnitsResult Fail(string text, string subclass, string reason, params (string Name, string Value)[] parameters) => new(
        null,
        false,
        new SparkIllegalArgumentException($"[INVALID_INTERVAL_FORMAT.{subclass}] {CannotParse(text)}{reason} SQLSTATE: 22006", new SparkErrorDetails
        {
            ErrorClass = $"INVALID_INTERVAL_FORMAT.{subclass}",
            SqlState = "22006",
            MessageParameters = parameters.Append(("input", text)).ToDictionary(parameter => parameter.Item1, parameter => parameter.Item2),
        }));

    private static string CannotParse(string text) => $"Error parsing '{text}' to interval. Please ensure that the value provided is in a valid format for defining an interval. "
        + "You can reference the documentation for the correct format. ";

    private static SparkArithmeticException Overflow() => new(
        "[INTERVAL_ARITHMETIC_OVERFLOW.WITHOUT_SUGGESTION] Integer overflow while operating with intervals. Try devising appropriate values for the interval parameters. SQLSTATE: 22015",
        new SparkErrorDetails { ErrorClass = "INTERVAL_ARITHMETIC_OVERFLOW.WITHOUT_SUGGESTION", SqlState = "22015" });

    /// <summary>A value from one unit to a smaller one: <c>1-2</c> from year to month, <c>1 2:3:4.5</c> from day to second. Parts but the first have their clock's range.</summary>
    public static FromToResult FromTo(string text, string from, string to)
    {
        if (from == "year" && to == "month")
            return YearToMonth(text);
        var (first, last) = (Array.IndexOf(ClockUnits, from), Array.IndexOf(ClockUnits, to));
        if (first < 0 || last <= first)
            return Invalid(text, "UNSUPPORTED_FROM_TO_EXPRESSION", $"Cannot support (interval '{text}' {from} to {to}) expression.");
        if (DayTime().Match(text) is not { Success: true } match || !HasExactly(match, first, last))
        {
            var format = (first == 0 ? "d " : "") + string.Join(':', ClockSigns[Math.Max(first, 1)..(last + 1)]);
            return Invalid(
                text,
                "UNMATCHED_FORMAT_STRING_WITH_NOTICE",
                $"Interval string does not match day-time format of `[+|-]{format}`, `INTERVAL [+|-]'[+|-]{format}' {from.ToUpperInvariant()} TO {to.ToUpperInvariant()}` "
                + $"when cast to interval {from} to {to}: {text}. Set \"spark.sql.legacy.fromDayTimeString.enabled\" to \"true\" to restore the behavior before Spark 3.0.");
        }

        var microseconds = (Int128)0;
        var values = Numbers(match, first);
        for (var unit = first; unit <= last; unit++)
        {
            var digits = values[unit - first];
            var limit = unit == first ? long.MaxValue / ClockMicroseconds[unit] : unit == 1 ? 23 : 59;
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > limit)
                return new FromToResult(null, "_LEGACY_ERROR_TEMP_0063", "", $"requirement failed: {ClockUnits[unit]} {digits} outside range [0, {limit}].");
            microseconds += (Int128)value * ClockMicroseconds[unit];
        }

        var fraction = match.Groups["fraction"].Value.PadRight(6, '0')[..6];
        microseconds += long.Parse(fraction, CultureInfo.InvariantCulture);
        if (match.Groups["sign"].Value == "-")
            microseconds = -microseconds;
        if (microseconds != Clamp(microseconds, long.MaxValue))
            throw Overflow();
        return new FromToResult(Interval.DayTime((long)microseconds, (DayTimeField)first, (DayTimeField)last), null, null, null);
    }

    private static readonly string[] ClockUnits = ["day", "hour", "minute", "second"];
    private static readonly string[] ClockSigns = ["d", "h", "m", "s.n"];
    private static readonly long[] ClockMicroseconds = [MicrosecondsPerDay, 3_600_000_000, 60_000_000, 1_000_000];

    private static bool HasExactly(Match match, int first, int last)
    {
        var numbers = match.Groups["number"].Captures.Count;
        return match.Groups["day"].Success == (first == 0)
            && numbers == last - Math.Max(first, 1) + 1
            && (last == 3 || !match.Groups["fraction"].Success)
            && match.Groups["number"].Captures.Skip(first == 0 ? 0 : 1).All(number => number.Length <= 2);
    }

    private static List<string> Numbers(Match match, int first)
    {
        var numbers = match.Groups["number"].Captures.Select(number => number.Value).ToList();
        if (first == 0)
            numbers.Insert(0, match.Groups["day"].Value);
        return numbers;
    }

    private static FromToResult YearToMonth(string text)
    {
        if (YearMonth().Match(text) is not { Success: true } match)
        {
            return Invalid(
                text,
                "UNMATCHED_FORMAT_STRING",
                $"Interval string does not match year-month format of `[+|-]y-m`, `INTERVAL [+|-]'[+|-]y-m' YEAR TO MONTH` when cast to interval year to month: {text}.");
        }

        if (!int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            || !int.TryParse(match.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            || months > 11
            || (years * 12L) + months > int.MaxValue)
        {
            return Invalid(text, "INTERVAL_PARSING", "Error parsing interval year-month string.");
        }

        var total = (years * 12) + months;
        return new FromToResult(
            Interval.YearMonth(match.Groups[1].ValueSpan is "-" ? -total : total, YearMonthField.Year, YearMonthField.Month), null, null, null);
    }

    private static FromToResult Invalid(string text, string subclass, string reason) => new(null, $"INVALID_INTERVAL_FORMAT.{subclass}", "22006", CannotParse(text) + reason);

    [GeneratedRegex(@"^\s*interval\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:(?<sign>[+-]?)\s*(?<value>\d+(?:\.\d*)?|\.\d+)\s+(?<unit>[a-z]+)(?:\s+|$))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<sign>[+-]?)(?:(?<day>\d+) )?(?<number>\d+)(?::(?<number>\d+))*(?:\.(?<fraction>\d{1,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayTime();

    [GeneratedRegex(@"^([+-])?(\d+)-(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();
}
