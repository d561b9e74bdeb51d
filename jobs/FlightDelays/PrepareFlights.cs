using System.Globalization;
using SparkPipelines.Data;
using SparkPipelines.Pipelines;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace FlightDelays;

/// <summary>
/// Cleans, joins and derives. A flight counts as late from 15 minutes on, as the airlines' own statistics have it. Training and test data share no day, for the
/// flights of one day are late together.
/// </summary>
internal sealed class PrepareFlights : IStepJob
{
    private const double TrainShare = 0.8;
    private const int Seed = 42;
    private const int LateMinutes = 15;

    private static readonly string[] Used = ["year", "month", "day", "arr_delay", "carrier", "tailnum", "origin", "dest", "distance", "hour", "time_hour"];

    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        var year = int.Parse(run.Arguments[1], CultureInfo.InvariantCulture);
        var flights = run.InputDatasets["flights"].AsTabular().KeepColumns(Used);
        // Both parts and the departures are of the same rows: they are read once.
        var rows = flights.ToSparkDataFrame(run.Spark).Cache();
        var (train, test) = flights.Filter($"year = {year.ToString(CultureInfo.InvariantCulture)} AND arr_delay IS NOT NULL").SplitByKey(["year", "month", "day"], TrainShare, Seed);
        // How busy an airport is in an hour takes all flights, cancelled ones too.
        var busy = rows.GroupBy("origin", "time_hour").Agg(Count(Lit(1)).Alias("departures"));
        await Task.WhenAll(WriteAsync("train", train), WriteAsync("test", test));
        await rows.UnpersistAsync(cancellationToken: cancellationToken);

        // Side by side, for each has parts that one core does alone.
        Task WriteAsync(string output, TabularDataset part) =>
            Task.Run(() => run.Outputs[output].WriteAsync(Features(part.ToSparkDataFrame(run.Spark), busy, run), cancellationToken), cancellationToken);
    }

    private static DataFrame Features(DataFrame flights, DataFrame busy, Run run)
    {
        var weather = Table(run, "weather").Select("origin", "time_hour", "temp", "wind_speed", "precip", "visib").DropDuplicates("origin", "time_hour");
        var planes = Table(run, "planes").WithColumnRenamed("year", "built");
        var airports = Table(run, "airports").WithColumnRenamed("faa", "dest");
        return flights
            .Join(weather, ["origin", "time_hour"], "inner")
            .Join(busy, ["origin", "time_hour"], "inner")
            .Join(planes, ["tailnum"], "left_outer")
            .Join(airports, ["dest"], "left_outer")
            .DropNa("any", ["temp", "wind_speed", "precip", "visib"])
            .Select(
                (Col("arr_delay") >= LateMinutes).Alias("late"),
                Col("origin"),
                Col("carrier"),
                Number(Col("month")).Alias("month"),
                Number(DayOfWeek(MakeDate(Col("year"), Col("month"), Col("day")))).Alias("weekday"),
                Number(Col("hour")).Alias("hour"),
                Number(Col("distance")).Alias("distance"),
                Number(Col("departures")).Alias("departures"),
                Number(Col("temp")).Alias("temp"),
                Number(Col("wind_speed")).Alias("wind_speed"),
                Number(Col("precip")).Alias("precip"),
                Number(Col("visib")).Alias("visib"),
                Number(Coalesce(Col("alt"), Lit(0))).Alias("altitude"),
                Number(Coalesce(Col("seats"), Lit(0))).Alias("seats"),
                Number(Coalesce(Col("year") - Col("built"), Lit(-1))).Alias("plane_age"));
    }

    private static DataFrame Table(Run run, string input) => run.InputDatasets[input].AsTabular().ToSparkDataFrame(run.Spark);

    /// <summary>What the trainer takes.</summary>
    private static Column Number(Column column) => column.Cast("float");
}
