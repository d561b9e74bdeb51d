using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

internal readonly struct DayToRaw : IRawConversion<DateOnly, int>
{
    public static string Limit => "";

    public static bool TryConvert(DateOnly value, out int raw)
    {
        raw = value.DayNumber - Epoch.DayNumber;
        return true;
    }
}

/// <summary>A <see cref="DateTime"/> that is a day, for date columns.</summary>
internal readonly struct MidnightToRaw : IRawConversion<DateTime, int>
{
    public static string Limit => "holds days and would lose the time of day";

    public static bool TryConvert(DateTime value, out int raw)
    {
        raw = (int)(value.Ticks / TimeSpan.TicksPerDay) - Epoch.DayNumber;
        return value.TimeOfDay == TimeSpan.Zero;
    }
}

/// <summary>An instant: local time is turned into UTC, an unspecified kind is taken as UTC.</summary>
internal readonly struct InstantToRaw : IRawConversion<DateTime, long>
{
    public static string Limit => "holds microseconds at the finest; cut the value with Ticks - Ticks % 10";

    public static bool TryConvert(DateTime value, out long raw) =>
        Micros.TryOf((value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).Ticks - Epoch.Ticks, out raw);
}

/// <summary>A reading of calendar and clock; its kind does not matter.</summary>
internal readonly struct ReadingToRaw : IRawConversion<DateTime, long>
{
    public static string Limit => InstantToRaw.Limit;

    public static bool TryConvert(DateTime value, out long raw) => Micros.TryOf(value.Ticks - Epoch.Ticks, out raw);
}

internal readonly struct OffsetToRaw : IRawConversion<DateTimeOffset, long>
{
    public static string Limit => InstantToRaw.Limit;

    public static bool TryConvert(DateTimeOffset value, out long raw) => Micros.TryOf(value.UtcTicks - Epoch.Ticks, out raw);
}

internal readonly struct TimeOfDayToRaw : IRawConversion<TimeOnly, long>
{
    private const long NanosPerMicro = 1000;

    public static string Limit => InstantToRaw.Limit;

    public static bool TryConvert(TimeOnly value, out long raw)
    {
        var fits = Micros.TryOf(value.Ticks, out var micros);
        raw = micros * NanosPerMicro;
        return fits;
    }
}

internal readonly struct DurationToRaw : IRawConversion<TimeSpan, long>
{
    public static string Limit => InstantToRaw.Limit;

    public static bool TryConvert(TimeSpan value, out long raw) => Micros.TryOf(value.Ticks, out raw);
}

internal readonly struct MonthsToRaw : IRawConversion<YearMonthInterval, int>
{
    public static string Limit => "";

    public static bool TryConvert(YearMonthInterval value, out int raw)
    {
        raw = value.Months;
        return true;
    }
}

internal readonly struct CalendarToRaw : IRawConversion<CalendarInterval, RawInterval>
{
    private const long NanosPerMicro = 1000;

    public static string Limit => "holds about 292 years of microseconds on the way to Spark";

    public static bool TryConvert(CalendarInterval value, out RawInterval raw)
    {
        var fits = value.Microseconds is >= long.MinValue / NanosPerMicro and <= long.MaxValue / NanosPerMicro;
        raw = new RawInterval(value.Months, value.Days, fits ? value.Microseconds * NanosPerMicro : 0);
        return fits;
    }
}

internal static class Micros
{
    public static bool TryOf(long ticks, out long micros)
    {
        micros = Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond, out var rest);
        return rest == 0;
    }
}
