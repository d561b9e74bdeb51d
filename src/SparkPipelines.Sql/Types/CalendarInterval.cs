using System.Globalization;
using System.Text;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// The value of a <see cref="CalendarIntervalType"/>: months, days and microseconds that are kept apart, since a month has no fixed number of
/// days and a day no fixed number of hours. Equal when all three are; there is no order.
/// </summary>
/// <param name="Months">Whole months.</param>
/// <param name="Days">Whole days.</param>
/// <param name="Microseconds">Microseconds; may exceed a day.</param>
public readonly record struct CalendarInterval(int Months, int Days, long Microseconds)
{
    private const long MicrosPerSecond = 1_000_000;

    /// <summary>As Spark shows it: <c>1 years 2 months 3 days 4 hours 5.5 seconds</c>, <c>0 seconds</c> when all parts are zero.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Months / 12, "years");
        Append(text, Months % 12, "months");
        Append(text, Days, "days");
        Append(text, Microseconds / (3600 * MicrosPerSecond), "hours");
        Append(text, Microseconds / (60 * MicrosPerSecond) % 60, "minutes");
        var seconds = Microseconds % (60 * MicrosPerSecond);
        if (seconds != 0)
            text.Append(CultureInfo.InvariantCulture, $"{(decimal)seconds / MicrosPerSecond:0.######} seconds ");
        return text.Length == 0 ? "0 seconds" : text.ToString(0, text.Length - 1);
    }

    private static void Append(StringBuilder text, long count, string unit)
    {
        if (count != 0)
            text.Append(CultureInfo.InvariantCulture, $"{count} {unit} ");
    }
}
