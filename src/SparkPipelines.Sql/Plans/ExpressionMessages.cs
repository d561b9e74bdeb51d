using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Plans;

/// <summary>Builds expression messages. A message that stands in another one is shared, never copied, so nothing here may change one.
/// Expressions that can fail carry the place in the caller's code where they were made.</summary>
internal static class ExpressionMessages
{
    private static long _lastLambdaVariable;

    /// <summary>A column by name. <c>*</c> and names that end in <c>.*</c> stand for all columns, of the whole input or of one of its parts.</summary>
    public static Proto.Expression Attribute(string name, long? planId = null) => Attribute(name, planId, CallSite.Of("col"));

    public static Proto.Expression Attribute(string name, long? planId, Proto.ExpressionCommon? common)
    {
        if (name == "*" || name.EndsWith(".*", StringComparison.Ordinal))
        {
            var star = new Proto.Expression.Types.UnresolvedStar();
            if (name.Length > 1)
                star.UnparsedTarget = name;
            if (planId is { } starPlan)
                star.PlanId = starPlan;
            return new Proto.Expression { Common = common, UnresolvedStar = star };
        }

        var attribute = new Proto.Expression.Types.UnresolvedAttribute { UnparsedIdentifier = name };
        if (planId is { } plan)
            attribute.PlanId = plan;
        return new Proto.Expression { Common = common, UnresolvedAttribute = attribute };
    }

    public static Proto.Expression Call(string function, params ReadOnlySpan<Proto.Expression> arguments) => Call(function, isDistinct: false, arguments);

    public static Proto.Expression Call(string function, bool isDistinct, params ReadOnlySpan<Proto.Expression> arguments)
    {
        var call = new Proto.Expression.Types.UnresolvedFunction { FunctionName = function, IsDistinct = isDistinct };
        foreach (var argument in arguments)
            call.Arguments.Add(argument);
        return new Proto.Expression { Common = CallSite.Of(function), UnresolvedFunction = call };
    }

    public static Proto.Expression Sql(string expression) => new() { Common = CallSite.Of("expr"), ExpressionString = new() { Expression = expression } };

    public static Proto.Expression.Types.Alias Alias(Proto.Expression expression, string name, string? metadata = null)
    {
        var alias = new Proto.Expression.Types.Alias { Expr = expression, Name = { name } };
        if (metadata is not null)
            alias.Metadata = metadata;
        return alias;
    }

    /// <summary>The expression as an order: itself when it is one already, else ascending with nulls first, Spark's default.</summary>
    public static Proto.Expression.Types.SortOrder AsSortOrder(Proto.Expression expression) =>
        expression.ExprTypeCase == Proto.Expression.ExprTypeOneofCase.SortOrder
            ? expression.SortOrder
            : Order(expression, ascending: true, nullsFirst: true);

    public static Proto.Expression.Types.SortOrder Order(Proto.Expression child, bool ascending, bool nullsFirst) => new()
    {
        Child = child,
        Direction = ascending ? Proto.Expression.Types.SortOrder.Types.SortDirection.Ascending : Proto.Expression.Types.SortOrder.Types.SortDirection.Descending,
        NullOrdering = nullsFirst ? Proto.Expression.Types.SortOrder.Types.NullOrdering.SortNullsFirst : Proto.Expression.Types.SortOrder.Types.NullOrdering.SortNullsLast,
    };

    /// <summary>A lambda's parameter under a name that no other one of this process has, so that nested lambdas never capture each other's.</summary>
    public static Proto.Expression.Types.UnresolvedNamedLambdaVariable LambdaVariable(string name) =>
        new() { NameParts = { $"{name}_{Interlocked.Increment(ref _lastLambdaVariable)}" } };

    /// <summary>The expression, and all in it, without the places in the caller's code.</summary>
    public static Proto.Expression WithoutPlaces(Proto.Expression expression)
    {
        var copy = expression.Clone();
        foreach (var placed in MessageParts.Of(copy).OfType<Proto.Expression>())
            placed.Common = null;
        return copy;
    }
}
