using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;
using JoinType = Spark.Connect.Join.Types.JoinType;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Joins.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation Join(Join join)
    {
        if (join.JoinDataType is not null)
            throw Refusal.Of("relation", "Join of typed pairs (joinWith)");
        var left = Resolve(join.Left);
        var right = Resolve(join.Right);
        var kind = KindOf(join.JoinType);
        if (join.UsingColumns.Count > 0)
            return JoinUsing(left, right, kind, join.UsingColumns);
        var condition = join.JoinCondition is null ? null : Condition(join.JoinCondition, left, right);
        return Over(new Joined(left.Relation, right.Relation, kind, condition, JoinOutput(left, right, kind)), left, right);
    }

    private static JoinKind KindOf(JoinType type) => type switch
    {
        JoinType.Inner or JoinType.Unspecified => JoinKind.Inner,
        JoinType.LeftOuter => JoinKind.LeftOuter,
        JoinType.RightOuter => JoinKind.RightOuter,
        JoinType.FullOuter => JoinKind.FullOuter,
        JoinType.LeftSemi => JoinKind.LeftSemi,
        JoinType.LeftAnti => JoinKind.LeftAnti,
        JoinType.Cross => JoinKind.Cross,
        _ => throw Refusal.Of("relation", $"Join of type {type}"),
    };

    private TypedExpression Condition(Spark.Connect.Expression message, ResolvedRelation left, ResolvedRelation right)
    {
        var condition = Aliases.Strip(_expressions.Resolve(message, ScopeOf(left, right)));
        return condition.Type is BooleanType or NullType
            ? ImplicitCasts.Cast(condition, new BooleanType())
            : throw SparkConditions.Error("JOIN_CONDITION_IS_NOT_BOOLEAN_TYPE",
                ("joinCondition", Quoting.Expression(ColumnNames.Of(condition))), ("conditionType", Quoting.Type(condition.Type)));
    }

    private static IReadOnlyList<PlanColumn> JoinOutput(ResolvedRelation left, ResolvedRelation right, JoinKind kind) => kind switch
    {
        JoinKind.LeftSemi or JoinKind.LeftAnti => left.Output,
        JoinKind.LeftOuter => [.. left.Output, .. Optional(right.Output)],
        JoinKind.RightOuter => [.. Optional(left.Output), .. right.Output],
        JoinKind.FullOuter => [.. Optional(left.Output), .. Optional(right.Output)],
        _ => [.. left.Output, .. right.Output],
    };

    private static IEnumerable<PlanColumn> Optional(IEnumerable<PlanColumn> columns) => columns.Select(column => column with { IsNullable = true });

    /// <summary>The keys once, then the rest of the left, then of the right.</summary>
    private ResolvedRelation JoinUsing(ResolvedRelation left, ResolvedRelation right, JoinKind kind, IReadOnlyList<string> names)
    {
        var leftKeys = names.Select(name => UsingColumn(left, name, "left")).ToList();
        var rightKeys = names.Select(name => UsingColumn(right, name, "right")).ToList();
        var condition = leftKeys.Zip(rightKeys)
            .Select(pair => FunctionTable.Get("==").Call(Settings, [new ColumnReference(pair.First), new ColumnReference(pair.Second)]))
            .Aggregate((a, b) => FunctionTable.Get("and").Call(Settings, [a, b]));
        var joined = new Joined(left.Relation, right.Relation, kind == JoinKind.Cross ? JoinKind.Inner : kind, condition, JoinOutput(left, right, kind));
        var output = joined.Output.DistinctBy(column => column.Id).ToDictionary(column => column.Id);
        var keys = leftKeys.Zip(rightKeys).Select(pair => kind switch
        {
            JoinKind.RightOuter => ComputedColumn.Keep(output[pair.Second.Id]),
            JoinKind.FullOuter => Either(output[pair.First.Id], output[pair.Second.Id]),
            _ => ComputedColumn.Keep(output[pair.First.Id]),
        });
        var keyIds = leftKeys.Concat(rightKeys).Select(key => key.Id).ToHashSet();
        var rest = joined.Output.Where(column => !keyIds.Contains(column.Id)).Select(ComputedColumn.Keep);
        return Over(new Projection(joined, [.. keys, .. rest]), left, right);
    }

    private ComputedColumn Either(PlanColumn left, PlanColumn right)
    {
        var value = FunctionTable.Get("coalesce").Call(Settings, [new ColumnReference(left), new ColumnReference(right)]);
        return new ComputedColumn(_context.Ids.New(left.Name, value.Type, value.IsNullable), value);
    }

    private PlanColumn UsingColumn(ResolvedRelation side, string name, string sideName)
    {
        var found = side.Output.Where(column => string.Equals(column.Name, name, Settings.NameComparison)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw SparkConditions.Error("UNRESOLVED_USING_COLUMN_FOR_JOIN",
                ("colName", Quoting.Id(name)), ("side", sideName), ("suggestion", string.Join(", ", Suggestions.For([name], name, side.Output.Select(column => (IReadOnlyList<string>)[column.Name]))))),
            _ => throw SparkConditions.Error("AMBIGUOUS_REFERENCE", ("name", Quoting.Id(name)), ("referenceNames", $"[{string.Join(", ", found.Select(column => Quoting.Id([.. column.Qualifier, column.Name])))}]")),
        };
    }
}
