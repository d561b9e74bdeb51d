using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Calendar arithmetic as Spark does it.</summary>
internal static class DateKernels
{
    private const long MicrosPerDay = 86_400_000_000;
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public static readonly VectorFunction MakeDate = VectorFunction.Map<int, int, int, int>("sp_make_date", DuckType.Int, DuckType.Int, DuckType.Int, DuckType.Date, static (year, month, day) =>
    {
        if (month is < 1 or > 12)
            throw OutOfBounds($"Invalid value for MonthOfYear (valid values 1 - 12): {Resolve.Quoting.Number(month)}");
        if (day is < 1 or > 31)
            throw OutOfBounds($"Invalid value for DayOfMonth (valid values 1 - 28/31): {Resolve.Quoting.Number(day)}");
        if (year is < 1 or > 9999)
            throw Refusal.Of("date", $"in the year {Resolve.Quoting.Number(year)}");
        if (day > DateTime.DaysInMonth(year, month))
        {
            throw OutOfBounds(month == 2 && day == 29
                ? $"Invalid date 'February 29' as '{Resolve.Quoting.Number(year)}' is not a leap year"
                : $"Invalid date '{System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToUpperInvariant()} {Resolve.Quoting.Number(day)}'");
        }

        return new DateOnly(year, month, day).DayNumber - Epoch.DayNumber;
    });

    public static readonly VectorFunction MonthsBetween = VectorFunction.Map<long, long, byte, double>(
        "sp_months_between", DuckType.BigInt, DuckType.BigInt, DuckType.Boolean, DuckType.Double, static (first, second, rounds) =>
        {
            var (day1, day2) = ((int)Math.Floor((double)first / MicrosPerDay), (int)Math.Floor((double)second / MicrosPerDay));
            var (a, b) = (Epoch.AddDays(day1), Epoch.AddDays(day2));
            var months = ((a.Year - b.Year) * 12) + a.Month - b.Month;
            var lastA = a.Day == DateTime.DaysInMonth(a.Year, a.Month);
            var lastB = b.Day == DateTime.DaysInMonth(b.Year, b.Month);
            if (a.Day == b.Day || (lastA && lastB))
                return months;
            var seconds = ((first - (day1 * MicrosPerDay)) / 1_000_000) - ((second - (day2 * MicrosPerDay)) / 1_000_000) + ((a.Day - b.Day) * 86_400L);
            var difference = months + (seconds / (31 * 86_400.0));
            // Spark rounds with a factor, half up.
            return rounds != 0 ? Math.Floor((difference * 1e8) + 0.5) / 1e8 : difference;
        });

    private static Sql.SparkException OutOfBounds(string range) => SparkConditions.Error("DATETIME_FIELD_OUT_OF_BOUNDS.WITH_SUGGESTION", ("rangeMessage", range), ("ansiConfig", DivisionLowerings.AnsiConf));
}
