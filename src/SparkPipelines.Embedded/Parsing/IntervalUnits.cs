using System.Collections.Frozen;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>A unit that an interval's value may have.</summary>
/// <param name="Name">The unit in the singular, in small letters.</param>
/// <param name="Months">Months in one, 0 for units of time.</param>
/// <param name="Days">Days in one.</param>
/// <param name="Microseconds">Microseconds in one; 0 with no months and days for nanoseconds, which the grammar knows but no value can have.</param>
internal sealed record IntervalUnit(string Name, int Months, int Days, long Microseconds)
{
    public bool IsYearMonth => Months > 0;

    public YearMonthField YearMonthField => Months == 12 ? YearMonthField.Year : YearMonthField.Month;

    /// <summary>The field as which the type shows the unit: weeks as days, fractions of a second as seconds.</summary>
    public DayTimeField DayTimeField => Name switch
    {
        "week" or "day" => DayTimeField.Day,
        "hour" => DayTimeField.Hour,
        "minute" => DayTimeField.Minute,
        _ => DayTimeField.Second,
    };
}

internal static class IntervalUnits
{
    private static readonly FrozenDictionary<string, IntervalUnit> ByName = new IntervalUnit[]
    {
        new("year", 12, 0, 0),
        new("month", 1, 0, 0),
        new("week", 0, 7, 0),
        new("day", 0, 1, 0),
        new("hour", 0, 0, 3_600_000_000),
        new("minute", 0, 0, 60_000_000),
        new("second", 0, 0, 1_000_000),
        new("millisecond", 0, 0, 1_000),
        new("microsecond", 0, 0, 1),
        new("nanosecond", 0, 0, 0),
    }.SelectMany(unit => new[] { KeyValuePair.Create(unit.Name, unit), KeyValuePair.Create($"{unit.Name}s", unit) }).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IntervalUnit? Find(string word) => ByName.GetValueOrDefault(word);
}
