using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Pipelines.Tests.PipelineDatas;

/// <summary>Writes a file output of several Parquet files and two tables on the embedded engine, and then waits until it is killed if it is told to.</summary>
internal sealed class WriteTables : IStepJob
{
    public const string Parts = "parts";
    public const int PartCount = 4;
    public const string Waits = "wait";

    /// <summary>The rows of each output; the parts share theirs.</summary>
    public const int Rows = 60_000;

    public static readonly string[] Outputs = [Parts, "first", "second"];

    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        for (var part = 0; part < PartCount; part++)
            await Table(run.Spark, Rows / PartCount * part, Rows / PartCount).Write().ParquetAsync($"file://{run.Outputs[Parts].Path}/{part}", cancellationToken);
        await run.Outputs["first"].WriteAsync(Table(run.Spark, 0, Rows), cancellationToken);
        await run.Outputs["second"].WriteAsync(Table(run.Spark, 0, Rows), cancellationToken);
        if (!run.Arguments.Contains(Waits))
            return;
        await run.CompleteAsync(cancellationToken);
        await Console.Out.WriteLineAsync("written");
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>Rows that Parquet can't make small, so that there is something to write and to hash.</summary>
    public static DataFrame Table(SparkSession spark, long from, long rows) => spark.Range(from, from + rows)
        .Select(Col("id"), Md5(Col("id").Cast("string").Cast("binary")).As("text"), (Col("id") * Lit(0.5)).As("half"));
}
