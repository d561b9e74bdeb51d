using System.Globalization;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>
/// Decides one column's type from all its sampled texts; nulls don't count. Blanks around a value are passed over.
/// <list type="table">
/// <item><term>boolean</term><description>every text is one of <see cref="TrueWords"/> and <see cref="FalseWords"/> (0 and 1 are integers)</description></item>
/// <item><term>bigint</term><description>integers in range without leading zeros; a code such as <c>007</c>, or one beyond 64 bits, makes the column text</description></item>
/// <item><term>double</term><description>integers and decimal fractions, exponents, <c>NaN</c>, <c>inf</c>, <c>Infinity</c></description></item>
/// <item><term>date</term><description><c>yyyy-MM-dd</c>, one or two digits for month and day</description></item>
/// <item><term>timestamp</term><description>date and time, every one with an offset (<c>Z</c>, <c>UTC</c>, <c>±hh:mm</c>): an instant</description></item>
/// <item><term>timestamp_ntz</term><description>date and time, none with an offset</description></item>
/// <item><term>string</term><description>anything else, mixtures of the above, and a column without values</description></item>
/// </list>
/// Dates in other layouts stay text: <c>01/02/2020</c> says two things, and a guess would be wrong half the time.
/// </summary>
internal sealed class ColumnTypeInference
{
    public static readonly IReadOnlyList<string> TrueWords = ["true", "True", "TRUE", "t", "T", "y", "Y", "Yes", "YES"];
    public static readonly IReadOnlyList<string> FalseWords = ["false", "False", "FALSE", "f", "F", "n", "N", "No", "NO"];

    private Kinds _possible = Kinds.All;
    private bool _hasValue;

    [Flags]
    private enum Kinds
    {
        None = 0,
        Boolean = 1,
        Long = 2,
        Double = 4,
        Date = 8,
        Instant = 16,
        LocalTime = 32,
        All = 63,
    }

    /// <summary>Takes one more text into account.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        _hasValue = true;
        if (_possible == Kinds.None)
            return;
        _possible &= KindsOf(text.Trim());
    }

    public DataType Decide() => (_hasValue, _possible) switch
    {
        (false, _) or (_, Kinds.None) => new StringType(),
        (_, var kinds) when kinds.HasFlag(Kinds.Boolean) => new BooleanType(),
        (_, var kinds) when kinds.HasFlag(Kinds.Long) => new LongType(),
        (_, var kinds) when kinds.HasFlag(Kinds.Double) => new DoubleType(),
        (_, var kinds) when kinds.HasFlag(Kinds.Date) => new DateType(),
        (_, var kinds) when kinds.HasFlag(Kinds.Instant) => new TimestampType(),
        _ => new TimestampNtzType(),
    };

    private static Kinds KindsOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return Kinds.None;
        var first = text[0];
        if (char.IsAsciiDigit(first) || first is '+' or '-' or '.')
            return KindsOfNumber(text);
        return IsOneOf(text, TrueWords) || IsOneOf(text, FalseWords) ? Kinds.Boolean : IsFloatWord(text) ? Kinds.Double : Kinds.None;
    }

    private static bool IsOneOf(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
                return true;
        }

        return false;
    }

    private static bool IsFloatWord(ReadOnlySpan<char> text) =>
        text.Equals("nan", StringComparison.OrdinalIgnoreCase)
        || text.Equals("inf", StringComparison.OrdinalIgnoreCase)
        || text.Equals("infinity", StringComparison.OrdinalIgnoreCase);

    private static Kinds KindsOfNumber(ReadOnlySpan<char> text)
    {
        if (text.Length >= 8 && text[4] == '-' && !text[..4].ContainsAnyExceptInRange('0', '9'))
            return KindsOfTime(text);
        var unsigned = text[0] is '+' or '-' ? text[1..] : text;
        if (unsigned.IsEmpty)
            return Kinds.None;
        if (IsFloatWord(unsigned) && !unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase))
            return Kinds.Double;
        // 007 and 00.5 are codes; 0, 0.5 and 0e1 are numbers.
        if (unsigned.Length > 1 && unsigned[0] == '0' && char.IsAsciiDigit(unsigned[1]))
            return Kinds.None;
        if (!unsigned.ContainsAnyExceptInRange('0', '9'))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? Kinds.Long | Kinds.Double : Kinds.None;
        return IsDecimalFraction(unsigned) ? Kinds.Double : Kinds.None;
    }

    private static bool IsDecimalFraction(ReadOnlySpan<char> text)
    {
        var mantissa = text;
        var exponentAt = text.IndexOfAny('e', 'E');
        if (exponentAt >= 0)
        {
            var exponent = text[(exponentAt + 1)..];
            if (exponent.Length > 0 && exponent[0] is '+' or '-')
                exponent = exponent[1..];
            if (exponent.IsEmpty || exponent.ContainsAnyExceptInRange('0', '9'))
                return false;
            mantissa = text[..exponentAt];
        }

        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? default : mantissa[(point + 1)..];
        return whole.Length + fraction.Length > 0 && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }

    private static Kinds KindsOfTime(ReadOnlySpan<char> text)
    {
        var dateEnd = text.IndexOfAny('T', ' ');
        var date = dateEnd < 0 ? text : text[..dateEnd];
        if (!IsDate(date))
            return Kinds.None;
        if (dateEnd < 0)
            return Kinds.Date;
        var time = text[(dateEnd + 1)..];
        var zoneAt = time.IndexOfAny("+-ZU");
        if (zoneAt < 0)
            return IsTime(time) ? Kinds.LocalTime : Kinds.None;
        return IsTime(time[..zoneAt].TrimEnd()) && IsOffset(time[zoneAt..]) ? Kinds.Instant : Kinds.None;
    }

    private static bool IsDate(ReadOnlySpan<char> text)
    {
        var rest = text[5..];
        var dash = rest.IndexOf('-');
        return dash is 1 or 2
            && Number(text[..4], 4, 1, 9999, out var year)
            && Number(rest[..dash], 2, 1, 12, out var month)
            && Number(rest[(dash + 1)..], 2, 1, DateTime.DaysInMonth(year, month), out _);
    }

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        if (point >= 0)
        {
            var fraction = text[(point + 1)..];
            if (fraction.Length is 0 or > 9 || fraction.ContainsAnyExceptInRange('0', '9'))
                return false;
            text = text[..point];
        }

        return text.Length == 8 && text[2] == ':' && text[5] == ':'
            && Number(text[..2], 2, 0, 23, out _) && Number(text[3..5], 2, 0, 59, out _) && Number(text[6..], 2, 0, 59, out _);
    }

    private static bool IsOffset(ReadOnlySpan<char> text) =>
        text is "Z" or "UTC" || (text.Length == 6 && text[0] is '+' or '-' && text[3] == ':' && Number(text[1..3], 2, 0, 18, out _) && Number(text[4..], 2, 0, 59, out _));

    private static bool Number(ReadOnlySpan<char> text, int maxDigits, int min, int max, out int value)
    {
        value = min;
        return text.Length <= maxDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;
    }
}
