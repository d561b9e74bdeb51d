using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;
using SubqueryType = Spark.Connect.SubqueryExpression.Types.SubqueryType;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>The one value of a DataFrame of one column and at most one row, null without a row, as a column of another one. Spark 4.0 and later.</summary>
    public Column Scalar() => Subquery(SubqueryType.Scalar);

    /// <summary>Whether the DataFrame, which may use the outer row's columns through <see cref="Column.Outer"/>, has a row. Spark 4.0 and later.</summary>
    public Column Exists() => Subquery(SubqueryType.Exists);

    /// <summary>The DataFrame as the argument of a table function; see <see cref="TableValuedFunctions.Call"/>. Spark 4.0 and later.</summary>
    public TableArg AsTable() => new(Relation);

    private Column Subquery(SubqueryType type) =>
        new(new Proto.Expression { SubqueryExpression = new() { PlanId = Relation.PlanId(), SubqueryType = type } }, [Relation]);
}
