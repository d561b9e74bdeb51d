using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>Numbers about columns, and samples.</summary>
internal static class StatisticsCases
{
    private const string Points = "SELECT * FROM VALUES (1, 2D, 'a'), (2, 4D, 'b'), (3, 7D, 'a'), (4, 9D, NULL) AS t(x, y, g)";
    private const string Chance = "SQL draws other rows for the same seed.";

    public static IEnumerable<RelationCase> All =>
    [
        new RelationCase("Describe: numbers and text", p => p.Sql(Points).Describe("x", "g"), $"""
            SELECT 'count' AS summary, string(count(x)) AS x, string(count(g)) AS g FROM ({Points})
            UNION ALL SELECT 'mean', string(avg(x)), NULL FROM ({Points}) UNION ALL SELECT 'stddev', string(stddev_samp(x)), NULL FROM ({Points})
            UNION ALL SELECT 'min', string(min(x)), min(g) FROM ({Points}) UNION ALL SELECT 'max', string(max(x)), max(g) FROM ({Points})
            """, "[count,4,3] [mean,2.5,null] [stddev,1.2909944487358056,null] [min,1,a] [max,4,b]").InOrder(),
        new RelationCase("Summary: chosen statistics", p => p.Sql(Points).Select("y").Summary("count", "25%", "50%", "max"), $"""
            SELECT 'count' AS summary, string(count(y)) AS y FROM ({Points}) UNION ALL SELECT '25%', string(percentile_approx(y, 0.25)) FROM ({Points})
            UNION ALL SELECT '50%', string(percentile_approx(y, 0.5)) FROM ({Points}) UNION ALL SELECT 'max', string(max(y)) FROM ({Points})
            """, "[count,4] [25%,2.0] [50%,4.0] [max,9.0]").InOrder(),
        new("Crosstab: how often pairs come", p => p.Pay.Stat().Crosstab("id", "month"),
            "SELECT string(id) AS id_month, count_if(month = 'Feb') AS Feb, count_if(month = 'Jan') AS Jan FROM pay GROUP BY id", "[1,1,1] [2,0,1] [5,0,1]"),
        new("Cov: of a sample", p => p.Sql(Points).Stat().Cov("x", "y"), $"SELECT covar_samp(x, y) FROM ({Points})", "[4.0]"),
        new("Corr: Pearson's", p => p.Sql(Points).Stat().Corr("x", "y"), $"SELECT corr(x, y) FROM ({Points})", "[0.9965457582448796]"),
        new("ApproxQuantile: of one column, exactly", p => p.Sql(Points).Stat().ApproxQuantile("y", [0, 0.5, 1], 0),
            $"SELECT percentile_approx(y, array(0, 0.5, 1)) FROM ({Points})", "[[2.0, 4.0, 9.0]]"),
        new("ApproxQuantile: of two columns", p => p.Sql(Points).Stat().ApproxQuantile(["x", "y"], [0.5], 0),
            $"SELECT array(double(percentile_approx(x, 0.5))) FROM ({Points}) UNION ALL SELECT array(percentile_approx(y, 0.5)) FROM ({Points})", "[[2.0]] [[4.0]]"),
        RelationCase.WithoutSql("FreqItems: values of half of the rows", "SQL has no function for it.", p => p.Sql(Points).Stat().FreqItems(["g"], 0.5)
                .Select(SortArray(Col("g_freqItems")).As("g")), "[[a]]"),
        RelationCase.WithoutSql("Sample: without putting back", Chance, p => p.Spark.Range(0, 20, 1, 1).Sample(0.2, seed: 7), "[11] [13] [8]"),
        RelationCase.WithoutSql("Sample: with putting back", Chance, p => p.Spark.Range(0, 20, 1, 1).Sample(0.3, withReplacement: true, seed: 7), "[13] [14] [19] [4] [8]"),
        RelationCase.WithoutSql("Sample: parts that together are the whole", Chance, p =>
                p.Spark.Range(0, 10, 1, 1).RandomSplit([1, 3], 42).Select(part => string.Join(',', part.Collect().Select(row => row[0]))), "[7] [0,1,2,3,4,5,6,8,9]"),
        RelationCase.WithoutSql("SampleBy: fractions of strata", Chance, p =>
                p.Spark.Range(0, 12, 1, 1).Stat().SampleBy((Col("id") % 3).As("k"), new Dictionary<long, double> { [0] = 1, [1] = 0.5 }, 3), "[0] [10] [3] [4] [6] [9]"),
        RelationCase.WithoutSql("CollectMetrics: counted on the way", "SQL can't observe.", p =>
        {
            var observation = new Observation("seen");
            var rows = p.People.Observe(observation, Count(Lit(1)).As("n"), Max("age").As("oldest")).Collect().Count();
            return $"{rows} rows, n {observation.Get()["n"]}, oldest {observation.Get()["oldest"]}";
        }, "[4 rows, n 4, oldest 61]"),
        RelationCase.WithoutSql("Deduplicate: within a watermark needs a stream", "SQL has no watermarks.", p => p.Spark.Range(1).WithColumn("t", CurrentTimestamp()).WithWatermark("t", "1 second").DropDuplicatesWithinWatermark("id"), "!_LEGACY_ERROR_TEMP_3102").On35("!dropDuplicatesWithinWatermark is not supported with batch DataFrames/DataSets"),
        RelationCase.WithoutSql("WithWatermark: changes nothing of rows at rest", "SQL has no watermarks.", p =>
                p.Sql("SELECT TIMESTAMP '2024-02-29 12:00:00' AS t").WithWatermark("t", "10 minutes"), "[2024-02-29 12:00:00]"),
    ];
}
