using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;
using Window = SparkPipelines.Sql.Expressions.Window;
using WindowSpec = SparkPipelines.Sql.Expressions.WindowSpec;

namespace SparkPipelines.SparkTests.Functions;

internal static class WindowCases
{
    private const string Scores = "VALUES (1, 10), (2, 20), (3, 20), (4, null) AS t(k, n)";
    private const string Over = "OVER (ORDER BY n)";
    private const string OverKey = "OVER (ORDER BY k)";
    private const string Events = "VALUES (timestamp'2024-03-31 00:58:00', 1), (timestamp'2024-03-31 01:01:00', 2), (timestamp'2024-03-31 01:30:00', 4) AS t(ts, n)";

    private static WindowSpec ByScore => Window.OrderBy("n");

    private static WindowSpec ByKey => Window.OrderBy("k");

    public static FunctionCase[] All =>
    [
        .. FunctionCase.Over(
            Scores,
            [
                Case("cume_dist", CumeDist().Over(ByScore), $"cume_dist() {Over}", "double 0.25; 0.5; 1; 1"),
                Case("dense_rank", DenseRank().Over(ByScore), $"dense_rank() {Over}", "int 1; 2; 3; 3"),
                Case("ntile", Ntile(3).Over(ByKey), $"ntile(3) {OverKey}", "int 1; 1; 2; 3"),
                Case("percent_rank", PercentRank().Over(ByScore), $"percent_rank() {Over}", "double 0; 0.3333333333333333; 0.6666666666666666; 0.6666666666666666"),
                Case("rank", Rank().Over(ByScore), $"rank() {Over}", "int 1; 2; 3; 3"),
                Case("row_number", RowNumber().Over(ByKey), $"row_number() {OverKey}", "int 1; 2; 3; 4"),
                Case("lag", Lag("n").Over(ByKey), $"lag(n) {OverKey}", "int null; 10; 20; 20"),
                Case("lag with a default", Lag("n", 2, -1).Over(ByKey), $"lag(n, 2, -1) {OverKey}", "int -1; -1; 10; 20"),
                Case("lead", Lead("n").Over(ByKey), $"lead(n) {OverKey}", "int 20; 20; null; null"),
                Case("lead without nulls", Lead(Col("n"), 1, null, true).Over(Window.OrderBy(Col("k").Desc())), "lead(n, 1) IGNORE NULLS OVER (ORDER BY k DESC)", "int 20; 20; 10; null"),
                Case("nth_value", NthValue("n", 2).Over(ByKey), $"nth_value(n, 2) {OverKey}", "int null; 20; 20; 20"),
                Case("nth_value without nulls", NthValue("n", 1, true).Over(Window.OrderBy("n")), "nth_value(n, 1) IGNORE NULLS OVER (ORDER BY n)", "int null; 10; 10; 10"),
            ]),
        QueryCase("grouping",
            spark => spark.Sql("SELECT * FROM VALUES ('a', 1), ('b', 2) AS t(s, n)").Rollup("s").Agg(Grouping("s"), GroupingId(), Sum("n")).OrderBy("s"),
            "SELECT s, grouping(s), grouping_id(), sum(n) FROM VALUES ('a', 1), ('b', 2) AS t(s, n) GROUP BY ROLLUP(s) ORDER BY s", "s string, grouping(s) tinyint, grouping_id() bigint, sum(n) bigint | null, 1, 1, 3; 'a', 0, 0, 1; 'b', 0, 0, 2"),
        QueryCase("session_window",
            spark => spark.Sql($"SELECT * FROM {Events}").GroupBy(SessionWindow(Col("ts"), "5 minutes")).Agg(Sum("n")).OrderBy("session_window.start"),
            $"SELECT session_window(ts, '5 minutes'), sum(n) FROM {Events} GROUP BY session_window(ts, '5 minutes') ORDER BY session_window.start", "session_window struct<start:timestamp,end:timestamp>, sum(n) bigint | {2024-03-31 00:58:00, 2024-03-31 01:06:00}, 3; {2024-03-31 01:30:00, 2024-03-31 01:35:00}, 4"),
        QueryCase("session_window by its other name",
            spark => spark.Sql($"SELECT * FROM {Events}").GroupBy(Session_Window(Col("ts"), Lit("1 hour"))).Agg(Sum("n")).Select("sum(n)"),
            $"SELECT sum(n) FROM {Events} GROUP BY session_window(ts, '1 hour')", "sum(n) bigint | 7"),
    ];
}
