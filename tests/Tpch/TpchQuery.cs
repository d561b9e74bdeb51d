using SparkPipelines.Sql;

namespace SparkPipelines.Tpch;

/// <summary>A query of TPC-H with its validation parameters, in DataFrame form and as SQL that Spark and DuckDB both take.</summary>
/// <param name="Name">Q1 to Q22.</param>
/// <param name="Frame">As a user of the DataFrame API writes it: joins instead of subqueries, on every Spark.</param>
/// <param name="Sql">The text for a scale factor, over tables or views of TPC-H's names.</param>
internal sealed record TpchQuery(string Name, Func<TpchTables, DataFrame> Frame, Func<decimal, string> Sql)
{
    /// <summary>All 22, in order.</summary>
    public static IReadOnlyList<TpchQuery> All { get; } =
    [
        new("Q1", TpchFrames.Q1, _ => TpchSql.Q1),
        new("Q2", TpchFrames.Q2, _ => TpchSql.Q2),
        new("Q3", TpchFrames.Q3, _ => TpchSql.Q3),
        new("Q4", TpchFrames.Q4, _ => TpchSql.Q4) { Subqueries = TpchSubqueries.Q4 },
        new("Q5", TpchFrames.Q5, _ => TpchSql.Q5),
        new("Q6", TpchFrames.Q6, _ => TpchSql.Q6),
        new("Q7", TpchFrames.Q7, _ => TpchSql.Q7),
        new("Q8", TpchFrames.Q8, _ => TpchSql.Q8),
        new("Q9", TpchFrames.Q9, _ => TpchSql.Q9),
        new("Q10", TpchFrames.Q10, _ => TpchSql.Q10),
        new("Q11", TpchFrames.Q11, TpchSql.Q11) { Subqueries = TpchSubqueries.Q11 },
        new("Q12", TpchFrames.Q12, _ => TpchSql.Q12),
        new("Q13", TpchFrames.Q13, _ => TpchSql.Q13),
        new("Q14", TpchFrames.Q14, _ => TpchSql.Q14),
        new("Q15", TpchFrames.Q15, _ => TpchSql.Q15) { Subqueries = TpchSubqueries.Q15 },
        new("Q16", TpchFrames.Q16, _ => TpchSql.Q16) { Subqueries = TpchSubqueries.Q16 },
        new("Q17", TpchFrames.Q17, _ => TpchSql.Q17) { Subqueries = TpchSubqueries.Q17 },
        new("Q18", TpchFrames.Q18, _ => TpchSql.Q18) { Subqueries = TpchSubqueries.Q18 },
        new("Q19", TpchFrames.Q19, _ => TpchSql.Q19),
        new("Q20", TpchFrames.Q20, _ => TpchSql.Q20),
        new("Q21", TpchFrames.Q21, _ => TpchSql.Q21),
        new("Q22", TpchFrames.Q22, _ => TpchSql.Q22) { Subqueries = TpchSubqueries.Q22 },
    ];

    /// <summary>The same with the API's own subqueries, for Spark 4.0 and later; null where a join says it as well.</summary>
    public Func<TpchTables, DataFrame>? Subqueries { get; init; }

    public static TpchQuery Named(string name) => All.Single(query => query.Name == name);
}
