using Apache.Arrow;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What <c>show</c> prints: rows as a table of text, itself a table of one row.</summary>
internal static class ShownRows
{
    public static readonly StructType TextSchema = new(new StructField("show_string", new StringType(), false));
    public static readonly StructType HtmlSchema = new(new StructField("html_string", new StringType(), false));

    public static async Task<QueryResult> StartAsync(EmbeddedSession session, ShowString show, Operation operation, CancellationToken cancellationToken)
    {
        var (names, rows, hasMore) = await ReadAsync(session, show.Input, show.NumRows, show.Truncate, operation, cancellationToken).ConfigureAwait(false);
        return new TableResult(SmallTable.OfText(TextSchema, [[TextTable.Format(names, rows, hasMore, show.NumRows, show.Truncate, show.Vertical)]]), operation);
    }

    public static async Task<QueryResult> StartAsync(EmbeddedSession session, HtmlString show, Operation operation, CancellationToken cancellationToken)
    {
        var (names, rows, hasMore) = await ReadAsync(session, show.Input, show.NumRows, show.Truncate, operation, cancellationToken).ConfigureAwait(false);
        return new TableResult(SmallTable.OfText(HtmlSchema, [[TextTable.Html(names, rows, hasMore, show.NumRows)]]), operation);
    }

    private static async Task<(List<string> Names, List<string[]> Rows, bool HasMore)> ReadAsync(
        EmbeddedSession session, Relation input, int count, int truncate, Operation operation, CancellationToken cancellationToken)
    {
        var plan = await Planner.ResolveAsync(session, input, cancellationToken).ConfigureAwait(false);
        var wanted = Math.Max(count, 0);
        var text = FunctionTable.Get(MiscFunctions.ShownText);
        var shown = new Projection(
            new Slice(plan.Relation, 0, wanted + 1L),
            [.. plan.Relation.Output.Select(column => new ComputedColumn(plan.Context.Ids.New(column.Name, new StringType(), isNullable: false), text.Call(plan.Context.Settings, [new ColumnReference(column)])))]);
        var rows = new List<string[]>();
        var result = new EmbeddedQueryResult(session, plan with { Relation = shown }, operation, ExecutionOptions.Default);
        await foreach (var batch in result.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                for (var row = 0; row < batch.Length; row++)
                    rows.Add([.. batch.Arrays.Select(column => TextTable.Cell(((StringArray)column).GetString(row), truncate))]);
            }
        }

        var hasMore = rows.Count > wanted;
        return ([.. plan.Relation.Output.Select(column => TextTable.Escape(column.Name))], hasMore ? rows[..wanted] : rows, hasMore);
    }
}
