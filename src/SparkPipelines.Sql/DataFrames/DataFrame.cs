using System.Diagnostics;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>
/// Rows with named columns, described by a plan that is run when an action such as <see cref="Count"/>, <see cref="Show"/> or a write asks
/// for its rows. Immutable: every operation gives a new one. Follows
/// <see href="https://spark.apache.org/docs/4.2.0/api/python/reference/pyspark.sql/dataframe.html">Spark 4.2's DataFrame</see>.
/// </summary>
/// <remarks>
/// A mistake in a plan, such as an unknown column, is found when the plan is analysed: by <see cref="Schema"/>, or by an action. Each member
/// that asks an engine has a twin that ends in <c>Async</c> and can be cancelled; the plain one waits for it.
/// </remarks>
[DebuggerDisplay("{Relation.RelTypeCase,nq} (plan {Relation.Common.PlanId,nq})")]
public sealed partial class DataFrame
{
    internal DataFrame(SparkSession session, Proto.Relation relation)
    {
        SparkSession = session;
        Relation = relation;
    }

    /// <summary>The session that made this DataFrame.</summary>
    public SparkSession SparkSession { get; }

    internal Proto.Relation Relation { get; }

    /// <summary>
    /// A column of this DataFrame. It remembers the DataFrame it is from, so that in a join of two that have a column of that name each
    /// side's own is meant.
    /// </summary>
    public Column this[string columnName] => Col(columnName);

    /// <inheritdoc cref="this[string]"/>
    public Column Col(string colName) => new(ExpressionMessages.Attribute(colName, Relation.PlanId()));

    /// <summary>The columns whose names match a Java regular expression in back quotes, such as <c>`a.*`</c>.</summary>
    public Column ColRegex(string colName) =>
        new(new Proto.Expression { Common = CallSite.Of("colRegex"), UnresolvedRegex = new() { ColName = colName, PlanId = Relation.PlanId() } });

    /// <summary>A column that the source adds to a table's own, such as a file's path, and that a column of the same name does not hide. Spark 4.0.</summary>
    public Column MetadataColumn(string colName) => new(new Proto.Expression
    {
        UnresolvedAttribute = new() { UnparsedIdentifier = colName, PlanId = Relation.PlanId(), IsMetadataColumn = true },
    });

    /// <summary>Applies a function to this DataFrame, so that calls read in the order they happen.</summary>
    public DataFrame Transform(Func<DataFrame, DataFrame> func) => func(this);

    /// <summary>A DataFrame of the same session over a new relation, which must have its own <c>Common</c>.</summary>
    private DataFrame Over(Proto.Relation relation) => new(SparkSession, relation);

    /// <summary>The same with expressions in it: the plans of their subqueries are carried along.</summary>
    private DataFrame Over(Proto.Relation relation, params ReadOnlySpan<Column> columns) =>
        new(SparkSession, RelationMessages.WithReferences(relation, Column.ReferencesOf(columns)));

    private static Proto.RelationCommon Common => RelationMessages.NewCommon();

    private void CheckSameSession(DataFrame other)
    {
        if (other.SparkSession != SparkSession)
            throw new ArgumentException("Both DataFrames of an operation must come from one session; these come from two.", nameof(other));
    }
}
