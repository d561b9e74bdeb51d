using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Native;
using Spark.Connect;
using Mode = Spark.Connect.AnalyzePlanRequest.Types.Explain.Types.ExplainMode;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What <c>explain</c> prints: DuckDB's plan under Spark's heading; in the longer modes the SQL too.</summary>
internal static class Explanation
{
    public static async Task<string> OfAsync(EmbeddedSession session, AnalyzePlanRequest.Types.Explain explain, CancellationToken cancellationToken)
    {
        var plan = await Planner.ResolveAsync(session, explain.Plan.Root, cancellationToken).ConfigureAwait(false);
        var (sql, lowering) = plan.LowerToExplain(session);
        using (lowering)
        {
            session.Database.Register(lowering.Natives);
            var text = new StringBuilder();
            if (explain.ExplainMode is Mode.Extended or Mode.Formatted or Mode.Cost or Mode.Codegen)
                _ = text.Append("== DuckDB SQL ==\n").Append(sql).Append("\n\n");
            _ = text.Append("== Physical Plan ==\n");
            try
            {
                await foreach (var batch in session.Database.ExecuteAsync("EXPLAIN " + sql, cancellationToken: cancellationToken).ConfigureAwait(false))
                {
                    using (batch)
                    {
                        // The columns are the plan's kind and its drawing.
                        for (var row = 0; row < batch.Length; row++)
                            _ = text.Append(((StringArray)batch.Column(1)).GetString(row));
                    }
                }
            }
            catch (DuckDbException e)
            {
                throw RuntimeErrors.Translate(e);
            }

            return text.Append('\n').ToString();
        }
    }
}
