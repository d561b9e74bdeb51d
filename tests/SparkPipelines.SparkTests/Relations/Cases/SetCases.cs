namespace SparkPipelines.SparkTests.Relations.Cases;

internal static class SetCases
{
    private const string A = "SELECT * FROM VALUES (1, 'a'), (1, 'a'), (1, 'a'), (2, NULL), (3, 'c') AS t(k, v)";
    private const string B = "SELECT * FROM VALUES (1, 'a'), (1, 'a'), (2, NULL), (4, 'd') AS t(k, v)";

    public static IEnumerable<RelationCase> All =>
    [
        new("SetOp.Union: by position, doubles stay", p => p.Sql(A).Union(p.Sql(B)), $"({A}) UNION ALL ({B})",
            "[1,a] [1,a] [1,a] [1,a] [1,a] [2,null] [2,null] [3,c] [4,d]"),
        new("SetOp.Union: types are widened", p => p.Sql("SELECT 1 AS x").Union(p.Sql("SELECT 2.5D AS y")), "SELECT 1 AS x UNION ALL SELECT 2.5D",
            "[1.0] [2.5]"),
        new("SetOp.Union: distinct rows of both", p => p.Sql(A).Union(p.Sql(B)).Distinct(), $"({A}) UNION DISTINCT ({B})",
            "[1,a] [2,null] [3,c] [4,d]"),
        new("SetOp.Union: by name", p => p.Sql("SELECT 1 AS x, 2 AS y").UnionByName(p.Sql("SELECT 3 AS y, 4 AS X")),
            "SELECT 1 AS x, 2 AS y UNION ALL SELECT 4, 3", "[1,2] [4,3]"),
        new("SetOp.Union: by name with columns missing on either side", p =>
                p.Sql("SELECT 1 AS x, 2 AS y").UnionByName(p.Sql("SELECT 3 AS y, 'z' AS z"), allowMissingColumns: true),
            "SELECT 1 AS x, 2 AS y, CAST(NULL AS STRING) AS z UNION ALL SELECT NULL, 3, 'z'", "[1,2,null] [null,3,z]"),
        new("SetOp.Intersect: each row once, null equals null", p => p.Sql(A).Intersect(p.Sql(B)), $"({A}) INTERSECT ({B})", "[1,a] [2,null]"),
        new("SetOp.Intersect: as often as in both", p => p.Sql(A).IntersectAll(p.Sql(B)), $"({A}) INTERSECT ALL ({B})", "[1,a] [1,a] [2,null]"),
        new("SetOp.Except: each row once", p => p.Sql(A).Except(p.Sql(B)), $"({A}) EXCEPT ({B})", "[3,c]"),
        new("SetOp.Except: the rest of the doubles", p => p.Sql(A).ExceptAll(p.Sql(B)), $"({A}) EXCEPT ALL ({B})", "[1,a] [3,c]"),
        new("SetOp.Except: of different widths", p => p.Sql(A).Except(p.Sql("SELECT 1")), $"({A}) EXCEPT SELECT 1", "!NUM_COLUMNS_MISMATCH"),
        new("Deduplicate: whole rows", p => p.Sql(A).Distinct(), $"SELECT DISTINCT * FROM ({A})", "[1,a] [2,null] [3,c]"),
        new("Deduplicate: by some columns", p => p.Sql(A).DropDuplicates("v").Select("v"), $"SELECT v FROM ({A}) GROUP BY v", "[a] [c] [null]"),
    ];
}
