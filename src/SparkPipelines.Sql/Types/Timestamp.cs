using System.Globalization;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// An instant to the microsecond in UTC, as Microsoft.Spark programs write it. Rows carry <see cref="DateTime"/> of kind UTC; the two convert into
/// each other, and <see cref="Row.GetAs{T}(int)"/> gives either.
/// </summary>
public sealed class Timestamp : IEquatable<Timestamp>
{
    private readonly DateTime _instant;

    /// <summary>
    /// The instant of <paramref name="dateTime"/>: local time is turned into UTC, an unspecified kind is taken as UTC. What is finer than a
    /// microsecond is cut off.
    /// </summary>
    public Timestamp(DateTime dateTime)
    {
        var utc = dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : dateTime;
        _instant = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }

    /// <summary>An instant by its parts in UTC; <paramref name="microsecond"/> counts from 0 to 999,999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its range.</exception>
    public Timestamp(int year, int month, int day, int hour, int minute, int second, int microsecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microsecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microsecond, 999_999);
        _instant = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(microsecond * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>1 to 9999.</summary>
    public int Year => _instant.Year;

    /// <summary>1 to 12.</summary>
    public int Month => _instant.Month;

    /// <summary>1 to 31.</summary>
    public int Day => _instant.Day;

    /// <summary>0 to 23.</summary>
    public int Hour => _instant.Hour;

    /// <summary>0 to 59.</summary>
    public int Minute => _instant.Minute;

    /// <summary>0 to 59.</summary>
    public int Second => _instant.Second;

    /// <summary>0 to 999,999: all of the second's fraction, unlike <see cref="DateTime.Microsecond"/>.</summary>
    public int Microsecond => (int)(_instant.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    /// <summary>The instant, of kind UTC.</summary>
    public DateTime ToDateTime() => _instant;

    /// <inheritdoc/>
    public bool Equals(Timestamp? other) => other is not null && other._instant == _instant;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Timestamp);

    /// <inheritdoc/>
    public override int GetHashCode() => _instant.GetHashCode();

    /// <summary>The instant in UTC as <c>yyyy-MM-dd HH:mm:ss.ffffffZ</c>.</summary>
    public override string ToString() => _instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
