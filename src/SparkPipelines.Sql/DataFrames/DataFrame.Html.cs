using System.Globalization;
using Apache.Arrow;
using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    private const string EagerEval = "spark.sql.repl.eagerEval";

    /// <summary>The first rows as an HTML table.</summary>
    /// <param name="numRows">How many rows.</param>
    /// <param name="truncate">Values longer than this are cut and end in dots; 0 leaves them whole.</param>
    public string ToHtml(int numRows, int truncate = 20) => Blocking.Wait(() => ToHtmlAsync(numRows, truncate));

    /// <inheritdoc cref="ToHtml(int, int)"/>
    public Task<string> ToHtmlAsync(int numRows, int truncate = 20, CancellationToken cancellationToken = default) =>
        AskedFor(Over(new Proto.Relation { Common = Common, HtmlString = new() { Input = Relation, NumRows = numRows, Truncate = truncate } }))
            .ReadScalarAsync(static column => ((StringArray)column).GetString(0), cancellationToken);

    /// <summary>
    /// The first rows as an HTML table, as a notebook shows them: with <c>spark.sql.repl.eagerEval.enabled</c> so many rows as
    /// <c>spark.sql.repl.eagerEval.maxNumRows</c> says, their values cut to <c>spark.sql.repl.eagerEval.truncate</c> characters; else 20 and 20.
    /// </summary>
    public string ToHtml() => Blocking.Wait(() => ToHtmlAsync());

    /// <inheritdoc cref="ToHtml()"/>
    public async Task<string> ToHtmlAsync(CancellationToken cancellationToken = default)
    {
        var response = await SparkSession.Engine.ConfigAsync(
            new() { Get = new() { Keys = { $"{EagerEval}.enabled", $"{EagerEval}.maxNumRows", $"{EagerEval}.truncate" } } }, cancellationToken).ConfigureAwait(false);
        var (numRows, truncate) = response.Pairs[0].Value == "true"
            ? (int.Parse(response.Pairs[1].Value, CultureInfo.InvariantCulture), int.Parse(response.Pairs[2].Value, CultureInfo.InvariantCulture))
            : (20, 20);
        return await ToHtmlAsync(numRows, truncate, cancellationToken).ConfigureAwait(false);
    }
}
