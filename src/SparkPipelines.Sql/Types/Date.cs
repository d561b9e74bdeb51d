namespace SparkPipelines.Sql.Types;

/// <summary>
/// A calendar day, as Microsoft.Spark programs write it. Rows carry <see cref="DateOnly"/>; the two convert into each other, and
/// <see cref="Row.GetAs{T}(int)"/> gives either.
/// </summary>
public sealed class Date : IEquatable<Date>
{
    private readonly DateOnly _day;

    /// <summary>The day that <paramref name="dateTime"/> falls on; its time of day and kind are left out.</summary>
    public Date(DateTime dateTime) => _day = DateOnly.FromDateTime(dateTime);

    /// <summary>A day of the proleptic Gregorian calendar.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day between 0001-01-01 and 9999-12-31.</exception>
    public Date(int year, int month, int day) => _day = new DateOnly(year, month, day);

    private Date(DateOnly day) => _day = day;

    /// <summary>1 to 9999.</summary>
    public int Year => _day.Year;

    /// <summary>1 to 12.</summary>
    public int Month => _day.Month;

    /// <summary>1 to 31.</summary>
    public int Day => _day.Day;

    /// <summary>The same day.</summary>
    public static Date FromDateOnly(DateOnly day) => new(day);

    /// <summary>The same day.</summary>
    public DateOnly ToDateOnly() => _day;

    /// <summary>The day's midnight, of kind unspecified.</summary>
    public DateTime ToDateTime() => _day.ToDateTime(TimeOnly.MinValue);

    /// <summary>The same day.</summary>
    public static implicit operator DateOnly(Date date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return date._day;
    }

    /// <summary>The same day.</summary>
    public static implicit operator Date(DateOnly day) => new(day);

    /// <inheritdoc/>
    public bool Equals(Date? other) => other is not null && other._day == _day;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Date);

    /// <inheritdoc/>
    public override int GetHashCode() => _day.GetHashCode();

    /// <summary>The day as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => _day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
