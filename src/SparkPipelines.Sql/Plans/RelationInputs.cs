using Proto = Spark.Connect;
using RelType = Spark.Connect.Relation.RelTypeOneofCase;

namespace SparkPipelines.Sql.Plans;

/// <summary>What a relation stands on.</summary>
internal static class RelationInputs
{
    /// <summary>Whether a plan is at least so many relations high, along the first input of each.</summary>
    public static bool IsDeep(Proto.Plan? plan, int relations)
    {
        var relation = plan?.Root ?? FirstOf(plan?.Command);
        while (relation is not null && relations > 0)
        {
            relation = FirstOf(relation);
            relations--;
        }

        return relation is not null;
    }

    /// <summary>A relation's one input, or the left one of two; null for a source.</summary>
    public static Proto.Relation? FirstOf(Proto.Relation relation) => relation.RelTypeCase switch
    {
        RelType.Project => relation.Project.Input,
        RelType.Filter => relation.Filter.Input,
        RelType.Join => relation.Join.Left,
        RelType.SetOp => relation.SetOp.LeftInput,
        RelType.Sort => relation.Sort.Input,
        RelType.Limit => relation.Limit.Input,
        RelType.Aggregate => relation.Aggregate.Input,
        RelType.Sample => relation.Sample.Input,
        RelType.Offset => relation.Offset.Input,
        RelType.Deduplicate => relation.Deduplicate.Input,
        RelType.SubqueryAlias => relation.SubqueryAlias.Input,
        RelType.Repartition => relation.Repartition.Input,
        RelType.ToDf => relation.ToDf.Input,
        RelType.WithColumnsRenamed => relation.WithColumnsRenamed.Input,
        RelType.ShowString => relation.ShowString.Input,
        RelType.HtmlString => relation.HtmlString.Input,
        RelType.Drop => relation.Drop.Input,
        RelType.Tail => relation.Tail.Input,
        RelType.WithColumns => relation.WithColumns.Input,
        RelType.Hint => relation.Hint.Input,
        RelType.Unpivot => relation.Unpivot.Input,
        RelType.Transpose => relation.Transpose.Input,
        RelType.ToSchema => relation.ToSchema.Input,
        RelType.RepartitionByExpression => relation.RepartitionByExpression.Input,
        RelType.MapPartitions => relation.MapPartitions.Input,
        RelType.CollectMetrics => relation.CollectMetrics.Input,
        RelType.Parse => relation.Parse.Input,
        RelType.GroupMap => relation.GroupMap.Input,
        RelType.CoGroupMap => relation.CoGroupMap.Input,
        RelType.WithWatermark => relation.WithWatermark.Input,
        RelType.ApplyInPandasWithState => relation.ApplyInPandasWithState.Input,
        RelType.AsOfJoin => relation.AsOfJoin.Left,
        RelType.LateralJoin => relation.LateralJoin.Left,
        RelType.NearestByJoin => relation.NearestByJoin.Left,
        RelType.WithRelations => relation.WithRelations.Root,
        RelType.FillNa => relation.FillNa.Input,
        RelType.DropNa => relation.DropNa.Input,
        RelType.Replace => relation.Replace.Input,
        RelType.Summary => relation.Summary.Input,
        RelType.Crosstab => relation.Crosstab.Input,
        RelType.Describe => relation.Describe.Input,
        RelType.Cov => relation.Cov.Input,
        RelType.Corr => relation.Corr.Input,
        RelType.ApproxQuantile => relation.ApproxQuantile.Input,
        RelType.FreqItems => relation.FreqItems.Input,
        RelType.SampleBy => relation.SampleBy.Input,
        RelType.None or RelType.Read or RelType.Sql or RelType.LocalRelation or RelType.CachedLocalRelation or RelType.ChunkedCachedLocalRelation
            or RelType.CachedRemoteRelation or RelType.Range or RelType.RelationChanges or RelType.UnresolvedTableValuedFunction or RelType.Catalog
            or RelType.CommonInlineUserDefinedTableFunction or RelType.CommonInlineUserDefinedDataSource or RelType.MlRelation or RelType.Extension
            or RelType.Unknown => null,
        var other => throw new NotSupportedException($"Relations of kind '{other}' are not known here."),
    };

    private static Proto.Relation? FirstOf(Proto.Command? command) => command switch
    {
        { WriteOperation: { } write } => write.Input,
        { WriteOperationV2: { } write } => write.Input,
        { CreateDataframeView: { } view } => view.Input,
        { CheckpointCommand: { } checkpoint } => checkpoint.Relation,
        { MergeIntoTableCommand: { } merge } => merge.SourceTablePlan,
        _ => null,
    };
}
