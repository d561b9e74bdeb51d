using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Times of day and intervals as text.</summary>
internal static class TemporalCasts
{
    public static readonly VectorFunction TimeToText = VectorFunction.ToText<long>("sp_time_text", DuckType.BigInt, static (nanos, text) =>
    {
        text.Append(TemporalFormat.Time(nanos));
        return true;
    });

    public static readonly VectorFunction DayTimeToText = WithFields<long>("sp_day_time_text", DuckType.BigInt, static (micros, start, end) => TemporalFormat.DayTime(micros, (DayTimeField)start, (DayTimeField)end));

    public static readonly VectorFunction YearMonthToText = WithFields<int>("sp_year_month_text", DuckType.Int, static (months, start, end) => TemporalFormat.YearMonth(months, (YearMonthField)start, (YearMonthField)end));

    private static VectorFunction WithFields<T>(string name, DuckType type, Func<T, int, int, string> format)
        where T : unmanaged => VectorFunction.Scalar(name, [type, DuckType.Int, DuckType.Int], DuckType.Varchar, (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var values = args[0].Values<T>();
            var starts = args[1].Values<int>();
            var ends = args[2].Values<int>();
            var buffer = new TextBuffer();
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                buffer.Append(format(values[row], starts[row], ends[row]));
                VectorFunction.Set(args.Result, row, buffer, true);
            }
        });
}
