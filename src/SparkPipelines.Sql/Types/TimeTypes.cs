namespace SparkPipelines.Sql.Types;

/// <summary>A time of day; Spark 4.1 and later.</summary>
public sealed class TimeType : AtomicType
{
    /// <summary>A time with <paramref name="precision"/> digits of a second's fraction, 0 to 6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Precision outside 0 to 6.</exception>
    public TimeType(int precision = 6)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, 6);
        Precision = precision;
    }

    /// <summary>Digits of a second's fraction.</summary>
    public int Precision { get; }

    /// <inheritdoc/>
    public override string TypeName => "time";

    /// <inheritdoc/>
    public override string SimpleString => $"time({Precision})";

    private protected override bool EqualParts(DataType other) => other is TimeType t && t.Precision == Precision;

    private protected override int HashParts() => Precision;
}

/// <summary>A unit that a day-time interval begins or ends with.</summary>
public enum DayTimeField
{
    /// <summary>Days.</summary>
    Day = 0,

    /// <summary>Hours.</summary>
    Hour = 1,

    /// <summary>Minutes.</summary>
    Minute = 2,

    /// <summary>Seconds, to the microsecond.</summary>
    Second = 3,
}

/// <summary>A unit that a year-month interval begins or ends with.</summary>
public enum YearMonthField
{
    /// <summary>Years.</summary>
    Year = 0,

    /// <summary>Months.</summary>
    Month = 1,
}

/// <summary>A length of time in microseconds (<see cref="TimeSpan"/>), shown from its first to its last unit.</summary>
public sealed class DayTimeIntervalType(DayTimeField start = DayTimeField.Day, DayTimeField end = DayTimeField.Second) : AtomicType
{
    /// <summary>The largest unit shown.</summary>
    public DayTimeField Start { get; } = start <= end ? start : throw new ArgumentException($"An interval can't run from {start} to {end}; the first unit is the larger one.", nameof(start));

    /// <summary>The smallest unit shown.</summary>
    public DayTimeField End { get; } = end;

    /// <inheritdoc/>
    public override string TypeName => SimpleString;

    /// <inheritdoc/>
    public override string SimpleString => IntervalNames.Of(Start, End);

    private protected override bool EqualParts(DataType other) => other is DayTimeIntervalType i && i.Start == Start && i.End == End;

    private protected override int HashParts() => HashCode.Combine(Start, End);
}

/// <summary>A length of time in months.</summary>
public sealed class YearMonthIntervalType(YearMonthField start = YearMonthField.Year, YearMonthField end = YearMonthField.Month) : AtomicType
{
    /// <summary>The larger unit shown.</summary>
    public YearMonthField Start { get; } = start <= end ? start : throw new ArgumentException($"An interval can't run from {start} to {end}; the first unit is the larger one.", nameof(start));

    /// <summary>The smaller unit shown.</summary>
    public YearMonthField End { get; } = end;

    /// <inheritdoc/>
    public override string TypeName => SimpleString;

    /// <inheritdoc/>
    public override string SimpleString => IntervalNames.Of(Start, End);

    private protected override bool EqualParts(DataType other) => other is YearMonthIntervalType i && i.Start == Start && i.End == End;

    private protected override int HashParts() => HashCode.Combine(Start, End);
}

internal static class IntervalNames
{
    public static string Of<TField>(TField start, TField end)
        where TField : struct, Enum
    {
        var first = start.ToString().ToLowerInvariant();
        return EqualityComparer<TField>.Default.Equals(start, end) ? $"interval {first}" : $"interval {first} to {end.ToString().ToLowerInvariant()}";
    }
}
