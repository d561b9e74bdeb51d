using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>Functions that make rows, as DataFrames; made by <see cref="SparkSession.Tvf"/>. Spark 4.0 and later.</summary>
public sealed class TableValuedFunctions
{
    private readonly SparkSession _session;

    internal TableValuedFunctions(SparkSession session) => _session = session;

    /// <summary>The numbers from a start to an end, which is left out; see <see cref="SparkSession.Range(long, long, long)"/>.</summary>
    public DataFrame Range(long start, long end, long step = 1) => _session.Range(start, end, step);

    /// <inheritdoc cref="Functions.Explode(Column)"/>
    public DataFrame Explode(Column collection) => Call("explode", collection);

    /// <inheritdoc cref="Functions.ExplodeOuter(Column)"/>
    public DataFrame ExplodeOuter(Column collection) => Call("explode_outer", collection);

    /// <inheritdoc cref="Functions.PosExplode(Column)"/>
    public DataFrame PosExplode(Column collection) => Call("posexplode", collection);

    /// <inheritdoc cref="Functions.PosExplodeOuter(Column)"/>
    public DataFrame PosExplodeOuter(Column collection) => Call("posexplode_outer", collection);

    /// <inheritdoc cref="Functions.Inline(Column)"/>
    public DataFrame Inline(Column input) => Call("inline", input);

    /// <inheritdoc cref="Functions.InlineOuter(Column)"/>
    public DataFrame InlineOuter(Column input) => Call("inline_outer", input);

    /// <inheritdoc cref="Functions.JsonTuple(Column, string[])"/>
    public DataFrame JsonTuple(Column input, params Column[] fields) => Call("json_tuple", [input, .. fields]);

    /// <inheritdoc cref="Functions.Stack(Column[])"/>
    public DataFrame Stack(Column n, params Column[] fields) => Call("stack", [n, .. fields]);

    /// <summary>Spark's collations.</summary>
    public DataFrame Collations() => Call("collations");

    /// <summary>The words that SQL keeps for itself.</summary>
    public DataFrame SqlKeywords() => Call("sql_keywords");

    /// <summary>A row for each element or member of a variant: <c>pos</c>, <c>key</c>, <c>value</c>. Null makes no row.</summary>
    public DataFrame VariantExplode(Column input) => Call("variant_explode", input);

    /// <summary>As <see cref="VariantExplode"/>; null and empty make a row of nulls.</summary>
    public DataFrame VariantExplodeOuter(Column input) => Call("variant_explode_outer", input);

    /// <summary>What the session's Python workers have logged. Spark 4.1 and later.</summary>
    public DataFrame PythonWorkerLogs() => Call("python_worker_logs");

    /// <summary>The rows of a table function by its name; a table is handed over with <see cref="DataFrame.AsTable"/>.</summary>
    public DataFrame Call(string function, params Column[] arguments)
    {
        var call = new Proto.UnresolvedTableValuedFunction { FunctionName = function };
        foreach (var argument in arguments)
            call.Arguments.Add(argument.Expression);
        var relation = new Proto.Relation { Common = RelationMessages.NewCommon(), UnresolvedTableValuedFunction = call };
        return new DataFrame(_session, RelationMessages.WithReferences(relation, Column.ReferencesOf(arguments)));
    }
}
