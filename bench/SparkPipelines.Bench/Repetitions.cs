using System.Diagnostics;
using System.Globalization;

namespace SparkPipelines.Bench;

/// <summary>Runs two things in turn, A B A B …, after one warm-up of each, and compares them pair by pair.</summary>
internal static class Repetitions
{
    public static async Task<double> CompareAsync(string nameA, Func<Task> a, string nameB, Func<Task> b, int pairs = 5)
    {
        await a();
        await b();
        var (timesA, timesB) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < pairs; pair++)
        {
            timesA.Add(await SecondsAsync(a));
            timesB.Add(await SecondsAsync(b));
        }

        Print(nameA, timesA, "s");
        Print(nameB, timesB, "s");
        var ratio = Median(timesA.Zip(timesB, (x, y) => x / y));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio {nameA} / {nameB}: {ratio:0.00}"));
        return ratio;
    }

    public static async Task<List<double>> TimesAsync(Func<Task> work, int runs = 5)
    {
        await work();
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
            times.Add(await SecondsAsync(work));
        return times;
    }

    public static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static void Print(string name, IReadOnlyCollection<double> values, string unit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {name,-44} min {values.Min():0.000}  median {Median(values):0.000}  max {values.Max():0.000} {unit}"));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
