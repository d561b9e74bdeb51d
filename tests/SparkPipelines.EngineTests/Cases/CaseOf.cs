using SparkPipelines.EngineTests.Harness;
using SparkPipelines.Sql;

namespace SparkPipelines.EngineTests.Cases;

/// <summary>Short ways to write a case.</summary>
internal static class CaseOf
{
    /// <summary>Columns computed from a table, beside its <c>id</c>.</summary>
    public static EngineCase Select(string name, Func<SparkSession, DataFrame> table, Func<DataFrame, Column[]> columns) => new(name, spark =>
    {
        var frame = table(spark);
        return frame.Select([frame["id"], .. columns(frame)]);
    });

    /// <summary>Expressions in Spark's SQL over a table, beside its <c>id</c>.</summary>
    public static EngineCase Expressions(string name, Func<SparkSession, DataFrame> table, params string[] expressions) =>
        new(name, spark => table(spark).SelectExpr(["id", .. expressions]));

    /// <summary>Expressions in Spark's SQL without a table: one row.</summary>
    public static EngineCase Constants(string name, params string[] expressions) => new(name, spark => spark.Range(1).SelectExpr(expressions));

    /// <summary>A whole query.</summary>
    public static EngineCase Query(string name, Func<SparkSession, DataFrame> build) => new(name, build);
}
