using System.Globalization;

namespace SparkPipelines.Sql.Types;

/// <summary>A length of time in whole months: the value of a <see cref="YearMonthIntervalType"/>.</summary>
/// <param name="Months">All months, years included; negative for an interval that runs backwards.</param>
public readonly record struct YearMonthInterval(int Months) : IComparable<YearMonthInterval>
{
    /// <summary>An interval of years and months.</summary>
    /// <exception cref="OverflowException">More months than an <see cref="int"/> holds.</exception>
    public YearMonthInterval(int years, int months)
        : this(checked((years * 12) + months))
    {
    }

    /// <inheritdoc/>
    public int CompareTo(YearMonthInterval other) => Months.CompareTo(other.Months);

    /// <summary>As Spark shows it: <c>INTERVAL '-1-2' YEAR TO MONTH</c>.</summary>
    public override string ToString()
    {
        var months = Math.Abs((long)Months);
        return string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{(Months < 0 ? "-" : "")}{months / 12}-{months % 12}' YEAR TO MONTH");
    }

    /// <summary>Whether the left interval is the shorter one.</summary>
    public static bool operator <(YearMonthInterval left, YearMonthInterval right) => left.Months < right.Months;

    /// <summary>Whether the left interval is the longer one.</summary>
    public static bool operator >(YearMonthInterval left, YearMonthInterval right) => left.Months > right.Months;

    /// <summary>Whether the left interval is not the longer one.</summary>
    public static bool operator <=(YearMonthInterval left, YearMonthInterval right) => left.Months <= right.Months;

    /// <summary>Whether the left interval is not the shorter one.</summary>
    public static bool operator >=(YearMonthInterval left, YearMonthInterval right) => left.Months >= right.Months;
}
