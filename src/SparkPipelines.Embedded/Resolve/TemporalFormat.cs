using System.Globalization;
using System.Text;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Dates, times and intervals as Spark writes them.</summary>
internal static class TemporalFormat
{
    private const long MicrosPerDay = 86_400_000_000;
    private const long UnixEpochDays = 719_162;

    /// <param name="days">Days since 1970-01-01, in the years 1 to 9999.</param>
    public static string Date(int days) => DateOnly.FromDayNumber(checked((int)(days + UnixEpochDays))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the microsecond, without zeros at the end.</summary>
    public static string Timestamp(long micros)
    {
        var days = Math.DivRem(micros, MicrosPerDay, out var rest);
        if (rest < 0)
        {
            days--;
            rest += MicrosPerDay;
        }

        return $"{Date((int)days)} {Time(rest * 1000)}";
    }

    public static string Time(long nanos)
    {
        var seconds = nanos / 1_000_000_000;
        var fraction = (nanos % 1_000_000_000).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}");
        return fraction.Length == 0 ? text : $"{text}.{fraction}";
    }

    /// <summary>An interval as SQL, from its first to its last unit.</summary>
    public static string YearMonth(int months, YearMonthField start = YearMonthField.Year, YearMonthField end = YearMonthField.Month)
    {
        var magnitude = Math.Abs((long)months);
        var sign = months < 0 ? "-" : "";
        return (start, end) switch
        {
            (YearMonthField.Year, YearMonthField.Year) => string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{sign}{magnitude / 12}' YEAR"),
            (YearMonthField.Month, _) => string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{sign}{magnitude}' MONTH"),
            _ => string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{sign}{magnitude / 12}-{magnitude % 12}' YEAR TO MONTH"),
        };
    }

    /// <summary>An interval as SQL, from its first to its last unit.</summary>
    public static string DayTime(long micros, DayTimeField start = DayTimeField.Day, DayTimeField end = DayTimeField.Second)
    {
        var magnitude = micros < 0 ? (ulong)-(micros + 1) + 1 : (ulong)micros;
        var seconds = magnitude / 1_000_000;
        var fraction = (magnitude % 1_000_000).ToString("D6", CultureInfo.InvariantCulture).TrimEnd('0');
        var parts = new StringBuilder(micros < 0 ? "-" : "");
        for (var field = start; field <= end; field++)
        {
            var (unit, within) = field switch
            {
                DayTimeField.Day => (86_400UL, ulong.MaxValue),
                DayTimeField.Hour => (3600UL, 24UL),
                DayTimeField.Minute => (60UL, 60UL),
                _ => (1UL, 60UL),
            };
            var count = field == start ? seconds / unit : seconds / unit % within;
            if (field > start)
                _ = parts.Append(field == DayTimeField.Hour ? ' ' : ':');
            _ = parts.Append(count.ToString(field == DayTimeField.Day ? "D" : "D2", CultureInfo.InvariantCulture));
        }

        if (end == DayTimeField.Second && fraction.Length > 0)
            _ = parts.Append('.').Append(fraction);
        var units = start == end ? $"{start}" : $"{start} TO {end}";
        return $"INTERVAL '{parts}' {units.ToUpperInvariant()}";
    }
}
