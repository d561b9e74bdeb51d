using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql.Engine;
using Spark.Connect;
using Case = Spark.Connect.Relation.RelTypeOneofCase;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Starts queries. Relations that are text to print, or answers of the catalog, are computed here and are rows all the same.</summary>
internal static class Queries
{
    public static async Task<QueryResult> StartAsync(EmbeddedSession session, Relation root, Operation operation, ExecutionOptions options, CancellationToken cancellationToken)
    {
        switch (root.RelTypeCase)
        {
            case Case.ShowString:
                return await ShownRows.StartAsync(session, root.ShowString, operation, cancellationToken).ConfigureAwait(false);
            case Case.HtmlString:
                return await ShownRows.StartAsync(session, root.HtmlString, operation, cancellationToken).ConfigureAwait(false);
            case Case.Catalog:
                return new TableResult(await CatalogAnswers.AnswerAsync(session, root.Catalog, cancellationToken).ConfigureAwait(false), operation);
            default:
                var plan = await Planner.ResolveAsync(session, root, cancellationToken).ConfigureAwait(false);
                return new EmbeddedQueryResult(session, plan, operation, options);
        }
    }

    /// <summary>The schema of a query without running it.</summary>
    public static async Task<Sql.Types.StructType> SchemaAsync(EmbeddedSession session, Plan plan, CancellationToken cancellationToken)
    {
        if (plan.OpTypeCase != Plan.OpTypeOneofCase.Root)
            throw Refusal.Of("plan", $"schema of a {plan.OpTypeCase}");
        return plan.Root.RelTypeCase switch
        {
            Case.ShowString => ShownRows.TextSchema,
            Case.HtmlString => ShownRows.HtmlSchema,
            Case.Catalog => (await CatalogAnswers.AnswerAsync(session, plan.Root.Catalog, cancellationToken).ConfigureAwait(false)).Schema,
            _ => (await Planner.ResolveAsync(session, plan.Root, cancellationToken).ConfigureAwait(false)).Schema,
        };
    }
}
