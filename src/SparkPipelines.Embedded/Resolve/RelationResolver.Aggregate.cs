using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using Spark.Connect;
using GroupType = Spark.Connect.Aggregate.Types.GroupType;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Grouping.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation Aggregate(Aggregate aggregate)
    {
        var input = Resolve(aggregate.Input);
        var scope = ScopeOf(input);
        var keys = _expressions.Expand(aggregate.GroupingExpressions, scope).ToList();
        var results = _expressions.Expand(aggregate.AggregateExpressions, scope).ToList();
        return aggregate.GroupType switch
        {
            GroupType.Groupby => GroupBy(input, keys, null, [.. keys, .. results]),
            GroupType.Rollup => GroupBy(input, keys, GroupingSets.Rollup(keys.Count), [.. keys, .. results]),
            GroupType.Cube => GroupBy(input, keys, GroupingSets.Cube(keys.Count), [.. keys, .. results]),
            GroupType.GroupingSets => GroupBy(input, keys, SetsOf(aggregate, keys, scope), [.. keys, .. results]),
            GroupType.Pivot => Pivot(input, keys, results, aggregate.Pivot, scope),
            _ => throw Refusal.Of("relation", $"Aggregate of group type {aggregate.GroupType}"),
        };
    }

    private ResolvedRelation GroupBy(ResolvedRelation input, List<TypedExpression> keys, IReadOnlyList<IReadOnlyList<int>>? sets, List<TypedExpression> results)
    {
        var columns = new List<ComputedColumn>();
        foreach (var key in keys)
        {
            if (key.Has(ExpressionTraits.Aggregate))
                throw SparkConditions.Error("GROUP_BY_AGGREGATE", ("sqlExpr", ColumnNames.Of(key)));
            var column = ColumnOf(key);
            columns.Add(sets is null ? column : column with { Column = column.Column with { IsNullable = true } });
        }

        var grouping = new GroupedExpressions(columns, sets is not null);
        var computed = new List<ComputedColumn>();
        for (var i = 0; i < results.Count; i++)
        {
            // The keys come first, as columns of themselves.
            if (i < keys.Count && ReferenceEquals(results[i], keys[i]))
                computed.Add(ComputedColumn.Keep(columns[i].Column));
            else
                computed.Add(ResultColumn(results[i], grouping));
        }

        return Over(new Grouped(input.Relation, columns, sets, computed), input);
    }

    private ComputedColumn ResultColumn(TypedExpression result, GroupedExpressions grouping)
    {
        var value = grouping.Rewrite(Aliases.Strip(result));
        return result is ColumnReference && value is ColumnReference same
            ? ComputedColumn.Keep(same.Column)
            : new ComputedColumn(_context.Ids.New(ColumnNames.OfColumn(result), value.Type, value.IsNullable, (result as Alias)?.MetadataJson), value);
    }

    private IReadOnlyList<IReadOnlyList<int>> SetsOf(Aggregate aggregate, List<TypedExpression> keys, NameScope scope)
    {
        var texts = keys.Select(Canonical.Text).ToList();
        return [.. aggregate.GroupingSets.Select(set => (IReadOnlyList<int>)[.. set.GroupingSet.Select(expression =>
            texts.IndexOf(Canonical.Text(_expressions.Resolve(expression, scope))) is >= 0 and var index
                ? index
                : throw Refusal.Of("expression", "grouping set over something that is no grouping expression"))])];
    }

    /// <summary>One column per value and aggregate; null where a group has no row of the value.</summary>
    private ResolvedRelation Pivot(ResolvedRelation input, List<TypedExpression> keys, List<TypedExpression> results, Aggregate.Types.Pivot pivot, NameScope scope)
    {
        if (pivot.Values.Count == 0)
            throw Refusal.Of("relation", "Pivot without values", "name the values of the pivot column");
        var column = Aliases.Strip(_expressions.Resolve(pivot.Col, scope));
        var pivoted = new List<TypedExpression>(keys);
        foreach (var literal in pivot.Values)
        {
            var value = Literals.Read(literal);
            var isValue = FunctionTable.Get("<=>").Call(Settings, [column, value]);
            var name = PivotName(value);
            foreach (var result in results)
            {
                var filtered = PivotedAggregates.Filter(Aliases.Strip(result), isValue, Settings);
                pivoted.Add(new Alias(filtered, results.Count == 1 ? name : $"{name}_{ColumnNames.OfColumn(result)}"));
            }
        }

        return GroupBy(input, keys, null, pivoted);
    }

    private static string PivotName(Constant value) => value.Value is null ? "null" : ColumnNames.Of(value);
}
