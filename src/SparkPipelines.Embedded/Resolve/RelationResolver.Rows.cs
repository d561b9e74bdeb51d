using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using Spark.Connect;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Relations that choose or order rows and leave the columns alone.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation Sort(Sort sort)
    {
        var input = Resolve(sort.Input);
        var scope = HiddenColumns.Scope(input, Settings);
        var keys = sort.Order.Select(order => _expressions.SortKey(order, scope)).ToList();
        return HiddenColumns.With(input, keys.Select(key => key.Child), relation => new Sorted(relation, keys));
    }

    private ResolvedRelation Limit(Limit limit)
    {
        CheckNotNegative("limit", limit.Limit_);
        var input = Resolve(limit.Input);
        return Over(new Slice(input.Relation, 0, limit.Limit_), input);
    }

    private ResolvedRelation Offset(Offset offset)
    {
        CheckNotNegative("offset", offset.Offset_);
        var input = Resolve(offset.Input);
        return Over(new Slice(input.Relation, offset.Offset_, null), input);
    }

    private ResolvedRelation Tail(Tail tail)
    {
        CheckNotNegative("limit", tail.Limit);
        var input = Resolve(tail.Input);
        return Over(new LastRows(input.Relation, tail.Limit), input);
    }

    private static void CheckNotNegative(string what, int count)
    {
        if (count < 0)
        {
            throw SparkConditions.Error("INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE",
                ("name", what), ("expr", Quoting.Expression(Quoting.Number(count))), ("v", Quoting.Number(count)));
        }
    }

    private ResolvedRelation Deduplicate(Deduplicate deduplicate)
    {
        if (deduplicate.WithinWatermark)
            throw Refusal.Of("relation", "Deduplicate within a watermark");
        var input = Resolve(deduplicate.Input);
        var keys = deduplicate.AllColumnsAsKeys
            ? input.Output
            : [.. deduplicate.ColumnNames.SelectMany(name => ColumnsNamed(input, name)).DistinctBy(column => column.Id)];
        return Over(new Distinct(input.Relation, keys), input);
    }

    /// <summary>All columns of a name: one usually, several after a join.</summary>
    private List<PlanColumn> ColumnsNamed(ResolvedRelation input, string name)
    {
        var columns = input.Output.Where(column => string.Equals(column.Name, name, Settings.NameComparison)).ToList();
        return columns.Count > 0 ? columns : throw ScopeOf(input).Unresolved([name]);
    }

    private ResolvedRelation Sample(Sample sample)
    {
        var input = Resolve(sample.Input);
        if (sample.WithReplacement)
            throw Refusal.Of("relation", "Sample with replacement");
        return Over(new Sampled(input.Relation, sample.LowerBound, sample.UpperBound, sample.HasSeed ? sample.Seed : null), input);
    }
}
