using System.Globalization;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Dates, times and intervals as Spark writes them.</summary>
internal static class TemporalText
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

    public static string YearMonth(int months)
    {
        var magnitude = Math.Abs((long)months);
        return string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{(months < 0 ? "-" : "")}{magnitude / 12}-{magnitude % 12}' YEAR TO MONTH");
    }

    public static string DayTime(long micros)
    {
        var magnitude = micros < 0 ? (ulong)-(micros + 1) + 1 : (ulong)micros;
        var days = magnitude / MicrosPerDay;
        var rest = (long)(magnitude % MicrosPerDay);
        return string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{(micros < 0 ? "-" : "")}{days} {Time(rest * 1000)}' DAY TO SECOND");
    }
}
