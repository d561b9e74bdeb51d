using Spark.Connect;
using Case = Spark.Connect.Relation.RelTypeOneofCase;

namespace SparkPipelines.Embedded.Engine;

/// <summary>The relations that a relation is made from; none for those that the engine refuses anyway.</summary>
internal static class RelationInputs
{
    public static IReadOnlyList<Relation> Of(Relation relation) => relation.RelTypeCase switch
    {
        Case.Project => One(relation.Project.Input),
        Case.Filter => One(relation.Filter.Input),
        Case.Join => [relation.Join.Left, relation.Join.Right],
        Case.SetOp => [relation.SetOp.LeftInput, relation.SetOp.RightInput],
        Case.Sort => One(relation.Sort.Input),
        Case.Limit => One(relation.Limit.Input),
        Case.Offset => One(relation.Offset.Input),
        Case.Tail => One(relation.Tail.Input),
        Case.Aggregate => One(relation.Aggregate.Input),
        Case.Deduplicate => One(relation.Deduplicate.Input),
        Case.SubqueryAlias => One(relation.SubqueryAlias.Input),
        Case.ToDf => One(relation.ToDf.Input),
        Case.ToSchema => One(relation.ToSchema.Input),
        Case.WithColumns => One(relation.WithColumns.Input),
        Case.WithColumnsRenamed => One(relation.WithColumnsRenamed.Input),
        Case.Drop => One(relation.Drop.Input),
        Case.Sample => One(relation.Sample.Input),
        Case.Unpivot => One(relation.Unpivot.Input),
        Case.FillNa => One(relation.FillNa.Input),
        Case.DropNa => One(relation.DropNa.Input),
        Case.Replace => One(relation.Replace.Input),
        Case.Repartition => One(relation.Repartition.Input),
        Case.RepartitionByExpression => One(relation.RepartitionByExpression.Input),
        Case.Hint => One(relation.Hint.Input),
        Case.CollectMetrics => One(relation.CollectMetrics.Input),
        Case.ShowString => One(relation.ShowString.Input),
        Case.HtmlString => One(relation.HtmlString.Input),
        Case.Summary => One(relation.Summary.Input),
        Case.Describe => One(relation.Describe.Input),
        Case.Crosstab => One(relation.Crosstab.Input),
        Case.Cov => One(relation.Cov.Input),
        Case.Corr => One(relation.Corr.Input),
        _ => [],
    };

    private static Relation[] One(Relation? input) => input is null ? [] : [input];
}
