using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>Questions about a plan that runs no rows.</summary>
internal static class AnalysisCases
{
    private const string NoSql = "SQL has no question for it.";

    public static IEnumerable<RelationCase> All =>
    [
        new("Analyze.Schema: names and types", p => p.Spark.Range(1).Select(Col("id"), Expr("array(id)").As("a")).Schema().ToDDL(), "SELECT 'id BIGINT NOT NULL,a ARRAY<BIGINT> NOT NULL'",
            "[id BIGINT NOT NULL,a ARRAY<BIGINT> NOT NULL]"),
        RelationCase.WithoutSql("Analyze.Explain.Simple: the physical plan", NoSql, p => Heads(p.Spark.Range(1), "simple"), "[== Physical Plan ==]"),
        new("Analyze.Explain.Extended: all four plans", p => Heads(p.Spark.Range(1), "extended"),
            "SELECT '== Parsed Logical Plan == == Analyzed Logical Plan == == Optimized Logical Plan == == Physical Plan =='",
            "[== Parsed Logical Plan == == Analyzed Logical Plan == == Optimized Logical Plan == == Physical Plan ==]"),
        RelationCase.WithoutSql("Analyze.Explain.Codegen: the code made", NoSql, p => Explained(p.Spark.Range(1), "codegen").Split('\n')[0],
            "[Found 1 WholeStageCodegen subtrees.]"),
        RelationCase.WithoutSql("Analyze.Explain.Cost: the optimised plan with its sizes", NoSql, p => Heads(p.Spark.Range(1), "cost"), "[== Optimized Logical Plan == == Physical Plan ==]"),
        RelationCase.WithoutSql("Analyze.Explain.Formatted: an outline first", NoSql, p => Heads(p.Spark.Range(1), "formatted"), "[== Physical Plan ==]"),
        RelationCase.WithoutSql("Analyze.IsLocal: rows of the plan, and a range", NoSql, p => $"{p.Spark.CreateDataFrame([1]).IsLocal()} {p.Spark.Range(1).IsLocal()}", "[True False]"),
        RelationCase.WithoutSql("Analyze.IsStreaming: rows at rest", NoSql, p => p.People.IsStreaming(), "[false]"),
        RelationCase.WithoutSql("Analyze.InputFiles: those that are read", NoSql, p =>
        {
            File.WriteAllText($"{p.Folder}/input.txt", "x");
            return p.Spark.Read().Text($"{p.Folder}/input.txt").InputFiles().Single();
        }, "[file://{folder}/input.txt]"),
        RelationCase.WithoutSql("Analyze.SameSemantics: under other names, and not", NoSql, p =>
            $"{p.People.Select(Col("id").As("a")).SameSemantics(p.People.Select(Col("id").As("b")))} {p.People.Select("id").SameSemantics(p.People.Select("age"))}", "[True False]"),
        RelationCase.WithoutSql("Analyze.SemanticHash: the same for the same", NoSql, p => p.People.Select("id").SemanticHash() == p.People.Select("id").SemanticHash(), "[true]"),
        RelationCase.WithoutSql("Analyze.Persist: on disk", NoSql, p => p.Spark.Range(77).Persist(StorageLevel.DISK_ONLY).Count(), "[77]"),
        RelationCase.WithoutSql("Analyze.GetStorageLevel: of what is kept", NoSql, p => p.Spark.Range(78).Cache().StorageLevel() == StorageLevel.MEMORY_AND_DISK, "[true]"),
        RelationCase.WithoutSql("Analyze.Unpersist: kept no longer", NoSql, p => p.Spark.Range(79).Cache().Unpersist(blocking: true).StorageLevel() == StorageLevel.NONE, "[true]"),
    ];

    private static string Explained(DataFrame frame, string mode) => Blocking.Wait(() => frame.ExplainStringAsync(mode));

    /// <summary>The headings of a plan's text.</summary>
    private static string Heads(DataFrame frame, string mode) =>
        string.Join(' ', Explained(frame, mode).Split('\n').Where(line => line.StartsWith("== ", StringComparison.Ordinal)));
}
