using System.Collections.Concurrent;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Functions.Harness;

/// <summary>What a server made of the two forms of a case: in full for comparing them, and with the digits that count for the expected value.</summary>
internal sealed record CaseAnswer(string CSharp, string Sql, string Value);

/// <summary>
/// Asks each server about all cases at once, when the first answer is wanted: both forms side by side, many cases in one query. A query that
/// fails is halved until the case that fails stands alone, whose forms are then asked one after the other.
/// </summary>
public sealed class CaseAnswers(Sparks sparks)
{
    private const int CasesPerQuery = 40;
    private const int QueriesAtOnce = 4;
    private const string NoTable = "VALUES (0) AS t(zero)";

    private readonly ConcurrentDictionary<SparkMajor, Lazy<Task<ConcurrentDictionary<string, CaseAnswer>>>> _answers = [];

    internal async Task<CaseAnswer> GetAsync(SparkMajor major, string key) => (await _answers.GetOrAdd(major, asked => new(() => AskAsync(asked))).Value)[key];

    private async Task<ConcurrentDictionary<string, CaseAnswer>> AskAsync(SparkMajor major)
    {
        var session = await sparks.GetAsync(major);
        var answers = new ConcurrentDictionary<string, CaseAnswer>();
        var queries = Catalogue.Asked(major)
            .GroupBy(entry => entry.Value is { Column: not null, IsError: false } batched ? (entry.Key.Split('.')[0], batched.Table) : (entry.Key, null))
            .SelectMany(group => group.Chunk(CasesPerQuery));
        await Parallel.ForEachAsync(
            queries,
            new ParallelOptions { MaxDegreeOfParallelism = QueriesAtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (cases, _) => await AskAsync(session, cases, answers));
        return answers;
    }

    private static async Task AskAsync(SparkSession session, ArraySegment<KeyValuePair<string, FunctionCase>> cases, ConcurrentDictionary<string, CaseAnswer> answers)
    {
        if (cases is [{ Value: { Query: not null } or { IsError: true } }] || !await TryTogetherAsync(session, cases, answers))
        {
            if (cases is [var single])
            {
                answers[single.Key] = await ApartAsync(session, single.Value);
                return;
            }

            await AskAsync(session, cases[..(cases.Count / 2)], answers);
            await AskAsync(session, cases[(cases.Count / 2)..], answers);
        }
    }

    private static async Task<bool> TryTogetherAsync(SparkSession session, ArraySegment<KeyValuePair<string, FunctionCase>> cases, ConcurrentDictionary<string, CaseAnswer> answers)
    {
        try
        {
            var columns = cases.SelectMany((entry, index) => new[] { entry.Value.Column!.As($"c{index}"), Sql.Functions.Expr(entry.Value.Sql).As($"s{index}") });
            var frame = (await session.SqlAsync($"SELECT * FROM {cases[0].Value.Table ?? NoTable}")).Select([.. columns]);
            var schema = await frame.SchemaAsync();
            var rows = await frame.CollectAsync();
            // Several window functions in one query would put the rows in the order of the last.
            if (cases.Count > 1 && rows.Count != 1)
                return false;
            for (var i = 0; i < cases.Count; i++)
            {
                var digits = cases[i].Value.SignificantDigits;
                answers[cases[i].Key] = new(Text(schema, rows, 2 * i, null), Text(schema, rows, (2 * i) + 1, null), Text(schema, rows, 2 * i, digits));
            }

            return true;
        }
        catch (SparkException)
        {
            return false;
        }
    }

    private static async Task<CaseAnswer> ApartAsync(SparkSession session, FunctionCase single)
    {
        var (csharp, value) = await AnswerAsync(single, async () => single.Query is { } query
            ? query(session)
            : (await session.SqlAsync($"SELECT * FROM {single.Table ?? NoTable}")).Select(single.Column!));
        var (sql, _) = await AnswerAsync(single, () => session.SqlAsync(single.Query is null ? $"SELECT {single.Sql} FROM {single.Table ?? NoTable}" : single.Sql));
        return new(csharp, sql, value);
    }

    private static async Task<(string Text, string Value)> AnswerAsync(FunctionCase single, Func<Task<DataFrame>> frameOf)
    {
        try
        {
            var frame = await frameOf();
            var schema = await frame.SchemaAsync();
            var rows = await frame.CollectAsync();
            return single.Query is null
                ? (Text(schema, rows, 0, null), Text(schema, rows, 0, single.SignificantDigits))
                : (CaseText.OfFrame(schema, rows, null), CaseText.OfFrame(schema, rows, single.SignificantDigits));
        }
        catch (SparkException e)
        {
            var error = $"error {e.ErrorClass ?? $"{e.GetType().Name}: {e.Message}"}";
            return (error, error);
        }
    }

    private static string Text(StructType schema, IReadOnlyList<Row> rows, int column, int? digits) =>
        CaseText.OfColumn(schema[column].DataType, [.. rows.Select(row => row[column])], digits);
}
