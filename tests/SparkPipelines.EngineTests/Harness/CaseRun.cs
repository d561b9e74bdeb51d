using System.Collections.Concurrent;

namespace SparkPipelines.EngineTests.Harness;

/// <summary>Runs a case on an engine and compares it with what Spark 4.2 made of it, which is asked once per case.</summary>
internal static class CaseRun
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Outcome>>> Oracle = new();

    public static async Task AgreesWithOracleAsync(EngineCase engineCase, Engine engine, Engines engines)
    {
        var expected = await Oracle.GetOrAdd(engineCase.Name, _ => new(() => OutcomeOnAsync(engineCase, Engine.Spark42, engines))).Value;
        if (expected is Outcome.Error { ErrorClass: null } unplanned)
            Assert.Fail($"{engineCase.Name}: Spark 4.2 itself failed without an error condition: {unplanned.Message}");

        // Spark 3.5 sends neither SQLSTATE nor parameters with the errors of running queries.
        var difference = OutcomeComparer.Difference(expected, await OutcomeOnAsync(engineCase, engine, engines), engineCase, engine != Engine.Spark35);
        var gap = KnownGaps.All.SingleOrDefault(known => known.Case == engineCase.Name && known.Engine == engine);

        if (gap is null && difference is not null)
            Assert.Fail($"{engineCase.Name} on {engine} differs from Spark 4.2.\n{difference}");
        if (gap is not null && difference is null)
            Assert.Fail($"{engineCase.Name} on {engine} agrees with Spark 4.2 now; take its gap out of KnownGaps ({gap.Reason}).");
    }

    // One case at a time on an engine: cases set the session's time zone.
    private static async Task<Outcome> OutcomeOnAsync(EngineCase engineCase, Engine engine, Engines engines)
    {
        var (session, turn) = await engines.GetAsync(engine);
        await turn.WaitAsync();
        try
        {
            return await Outcome.OfAsync(engineCase, session);
        }
        finally
        {
            turn.Release();
        }
    }
}
