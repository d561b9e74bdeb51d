using System.Globalization;
using System.Runtime.InteropServices;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>Spark's and .NET's counts of time: days and microseconds since 1970 against ticks since the year 1.</summary>
internal static class Epoch
{
    public const int DayNumber = 719_162;
    public const int MaxDayNumber = 3_652_058;
    public const long MinMicros = -62_135_596_800_000_000;
    public const long MaxMicros = 253_402_300_799_999_999;
    public const long MicrosPerDay = 86_400_000_000;

    public static readonly long Ticks = DateTime.UnixEpoch.Ticks;

    /// <summary>A day in any year, as Spark writes it: <c>+10000-01-01</c>, <c>-0001-12-31</c>.</summary>
    public static string DayText(long daysSinceEpoch)
    {
        // Days are counted from 0000-03-01 in eras of 400 years, so that the leap day is a year's last.
        var day = daysSinceEpoch + 719_468;
        var era = Math.DivRem(day, 146_097, out var dayOfEra);
        if (dayOfEra < 0)
        {
            era--;
            dayOfEra += 146_097;
        }

        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        var sign = year > 9999 ? "+" : year < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(year):0000}-{month:00}-{dayOfYear - (((153 * shifted) + 2) / 5) + 1:00}");
    }

    public static string InstantText(long micros)
    {
        var days = Math.DivRem(micros, MicrosPerDay, out var ofDay);
        if (ofDay < 0)
        {
            days--;
            ofDay += MicrosPerDay;
        }

        return $"{DayText(days)} {new TimeOnly(ofDay * TimeSpan.TicksPerMicrosecond).ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}";
    }
}

internal readonly struct DayConversion : IValueConversion<int, DateOnly>
{
    public static string Limit => "a DateOnly can't hold (0001-01-01 to 9999-12-31)";

    public static bool TryConvert(int raw, out DateOnly value)
    {
        var number = (long)raw + Epoch.DayNumber;
        var fits = number is >= 0 and <= Epoch.MaxDayNumber;
        value = fits ? DateOnly.FromDayNumber((int)number) : default;
        return fits;
    }

    public static string Describe(int raw) => $"the date {Epoch.DayText(raw)}";
}

/// <summary>A day's midnight, for targets that know no bare days.</summary>
internal readonly struct MidnightConversion : IValueConversion<int, DateTime>
{
    public static string Limit => "a DateTime can't hold (0001-01-01 to 9999-12-31)";

    public static bool TryConvert(int raw, out DateTime value)
    {
        var fits = DayConversion.TryConvert(raw, out var day);
        value = day.ToDateTime(TimeOnly.MinValue);
        return fits;
    }

    public static string Describe(int raw) => DayConversion.Describe(raw);
}

internal readonly struct UtcConversion : IValueConversion<long, DateTime>
{
    public static string Limit => "a DateTime can't hold (0001-01-01 to 9999-12-31)";

    public static bool TryConvert(long raw, out DateTime value)
    {
        var fits = raw is >= Epoch.MinMicros and <= Epoch.MaxMicros;
        value = fits ? new DateTime((raw * TimeSpan.TicksPerMicrosecond) + Epoch.Ticks, DateTimeKind.Utc) : default;
        return fits;
    }

    public static string Describe(long raw) => $"the timestamp {Epoch.InstantText(raw)} UTC";
}

internal readonly struct LocalConversion : IValueConversion<long, DateTime>
{
    public static string Limit => UtcConversion.Limit;

    public static bool TryConvert(long raw, out DateTime value)
    {
        var fits = UtcConversion.TryConvert(raw, out value);
        value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
        return fits;
    }

    public static string Describe(long raw) => $"the timestamp {Epoch.InstantText(raw)}";
}

internal readonly struct OffsetConversion : IValueConversion<long, DateTimeOffset>
{
    public static string Limit => "a DateTimeOffset can't hold (0001-01-01 to 9999-12-31)";

    public static bool TryConvert(long raw, out DateTimeOffset value)
    {
        var fits = UtcConversion.TryConvert(raw, out var instant);
        value = fits ? new DateTimeOffset(instant) : default;
        return fits;
    }

    public static string Describe(long raw) => UtcConversion.Describe(raw);
}

internal readonly struct TimeOfDayConversion : IValueConversion<long, TimeOnly>
{
    private const long NanosPerTick = 100;

    public static string Limit => "a TimeOnly can't hold (00:00 to 23:59:59.9999999, in steps of 100 nanoseconds)";

    public static bool TryConvert(long raw, out TimeOnly value)
    {
        var ticks = Math.DivRem(raw, NanosPerTick, out var rest);
        var fits = rest == 0 && ticks is >= 0 and < TimeSpan.TicksPerDay;
        value = fits ? new TimeOnly(ticks) : default;
        return fits;
    }

    public static string Describe(long raw) => string.Create(CultureInfo.InvariantCulture, $"the time of {raw} nanoseconds since midnight");
}

internal readonly struct DurationConversion : IValueConversion<long, TimeSpan>
{
    private const long MaxMicros = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    public static string Limit => "a TimeSpan can't hold (about 29,000 years either way)";

    public static bool TryConvert(long raw, out TimeSpan value)
    {
        var fits = raw is >= -MaxMicros and <= MaxMicros;
        value = fits ? new TimeSpan(raw * TimeSpan.TicksPerMicrosecond) : default;
        return fits;
    }

    public static string Describe(long raw) => string.Create(CultureInfo.InvariantCulture, $"an interval of {raw} microseconds");
}

internal readonly struct MonthsConversion : IValueConversion<int, YearMonthInterval>
{
    public static string Limit => "";

    public static bool TryConvert(int raw, out YearMonthInterval value)
    {
        value = new YearMonthInterval(raw);
        return true;
    }

    public static string Describe(int raw) => raw.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Arrow's layout of an interval of months, days and nanoseconds.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct RawInterval(int Months, int Days, long Nanoseconds);

internal readonly struct CalendarConversion : IValueConversion<RawInterval, CalendarInterval>
{
    private const long NanosPerMicro = 1000;

    public static string Limit => "an interval to the microsecond can't hold";

    public static bool TryConvert(RawInterval raw, out CalendarInterval value)
    {
        var micros = Math.DivRem(raw.Nanoseconds, NanosPerMicro, out var rest);
        value = new CalendarInterval(raw.Months, raw.Days, micros);
        return rest == 0;
    }

    public static string Describe(RawInterval raw) =>
        string.Create(CultureInfo.InvariantCulture, $"an interval of {raw.Months} months, {raw.Days} days and {raw.Nanoseconds} nanoseconds");
}
