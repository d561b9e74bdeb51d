using SparkPipelines.Bench;

// Side-by-side measurements: each prints both sides and their ratio from the same run, since ratios survive a change of machine.
var benchmarks = new Dictionary<string, Func<string[], Task>>
{
    ["startup"] = StartupBenchmark.RunAsync,
    ["flight-delays"] = FlightDelaysBenchmark.RunAsync,
    ["tpch"] = TpchBenchmark.RunAsync,
    ["collect"] = CollectBenchmark.RunAsync,
    ["upload"] = UploadBenchmark.RunAsync,
    ["plan"] = PlanBenchmark.RunAsync,
    ["conversions"] = ConversionBenchmark.RunAsync,
    ["first-result"] = FirstResultProgram.RunAsync,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"usage: bench {string.Join(" | ", benchmarks.Keys)} [arguments]; bench/README.md says what each measures");
    return 2;
}

await run(args[1..]);
return 0;
