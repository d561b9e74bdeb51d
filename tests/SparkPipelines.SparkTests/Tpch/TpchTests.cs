using System.Globalization;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using SparkPipelines.Tpch;

namespace SparkPipelines.SparkTests.Tpch;

/// <summary>
/// The 22 queries of TPC-H at scale factor 0.1: DataFrame form and SQL on the same Spark have the same names, types and rows in the same
/// order. All their numbers are integers and decimals, so that nothing but equality will do.
/// </summary>
public sealed class TpchTests(TpchSessions sessions) : IClassFixture<TpchSessions>
{
    public static TheoryData<string> Queries => [.. TpchQuery.All.Select(query => query.Name)];

    public static TheoryData<string> QueriesWithSubqueries => [.. TpchQuery.All.Where(query => query.Subqueries is not null).Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Queries))]
    public Task Frame_OnSpark42_EqualsSql(string name) => EqualsSqlAsync(TpchQuery.Named(name), TpchQuery.Named(name).Frame, SparkMajor.Spark4);

    [Theory]
    [MemberData(nameof(Queries))]
    public Task Frame_OnSpark35_EqualsSql(string name) => EqualsSqlAsync(TpchQuery.Named(name), TpchQuery.Named(name).Frame, SparkMajor.Spark3);

    [Theory]
    [MemberData(nameof(QueriesWithSubqueries))]
    public Task FrameWithSubqueries_OnSpark42_EqualsSql(string name) => EqualsSqlAsync(TpchQuery.Named(name), TpchQuery.Named(name).Subqueries!, SparkMajor.Spark4);

    private async Task EqualsSqlAsync(TpchQuery query, Func<TpchTables, DataFrame> form, SparkMajor major)
    {
        var (session, tables) = await sessions.GetAsync(major);
        var sql = session.Sql(query.Sql(tables.ScaleFactor));
        var frame = form(tables);

        var expected = (await sql.CollectAsync()).Select(TextOf).ToList();
        var actual = (await frame.CollectAsync()).Select(TextOf).ToList();

        (await frame.SchemaAsync()).Fields.Select(field => $"{field.Name} {field.DataType.SimpleString}")
            .ShouldBe((await sql.SchemaAsync()).Fields.Select(field => $"{field.Name} {field.DataType.SimpleString}"));
        actual.ShouldBe(expected);
        (actual.Count, actual[0]).ShouldBe(TpchAnswers.Of(query.Name));
    }

    private static string TextOf(Row row) => string.Join(" | ", row.Values.Select(value => value switch
    {
        null => "null",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));
}
