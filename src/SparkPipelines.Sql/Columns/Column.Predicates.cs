using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class Column
{
    /// <summary>Whether both sides are equal, with null equal to null; never null itself.</summary>
    public Column EqNullSafe(object? obj) => Call("<=>", obj);

    /// <summary>Whether the value is null.</summary>
    public Column IsNull() => Call("isNull", this);

    /// <summary>Whether the value is not null.</summary>
    public Column IsNotNull() => Call("isNotNull", this);

    /// <summary>Whether the value is the floating-point NaN; false for null.</summary>
    public Column IsNaN() => Call("isNaN", this);

    /// <summary>Whether the value lies between the bounds, both included.</summary>
    public Column Between(object? lowerBound, object? upperBound) => Geq(lowerBound) & Leq(upperBound);

    /// <summary>Whether the text matches SQL's pattern: <c>%</c> any text, <c>_</c> one character.</summary>
    public Column Like(string literal) => Call("like", literal);

    /// <summary>Whether the text matches SQL's pattern, in whatever case.</summary>
    public Column ILike(string literal) => Call("ilike", literal);

    /// <summary>Whether a part of the text matches a Java regular expression.</summary>
    public Column RLike(string literal) => Call("rlike", literal);

    /// <summary>Whether the text contains another one; null when a side is.</summary>
    public Column Contains(object? other) => Call("contains", other);

    /// <summary>Whether the text begins with another one; null when a side is.</summary>
    public Column StartsWith(Column other) => Call("startsWith", this, other);

    /// <summary>Whether the text begins with another one; null for null.</summary>
    public Column StartsWith(string literal) => Call("startsWith", literal);

    /// <summary>Whether the text ends with another one; null when a side is.</summary>
    public Column EndsWith(Column other) => Call("endsWith", this, other);

    /// <summary>Whether the text ends with another one; null for null.</summary>
    public Column EndsWith(string literal) => Call("endsWith", literal);

    /// <summary>Whether the value is one of those listed. Null when it is null, or when it is none of them and one of them is null.</summary>
    public Column IsIn(params string[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params int[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params long[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params bool[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params short[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params float[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params double[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params decimal[] list) => In(list);

    /// <summary>Whether the value is one of those listed, values or columns. Null when it is null, or when it is none of them and one of them is null.</summary>
    public Column IsIn(params object?[] list) => In(list);

    /// <summary>Whether the value is in the one column of a DataFrame; of a struct's fields, whether all are in its columns. Spark 4.0 and later.</summary>
    public Column IsIn(DataFrame subquery)
    {
        var message = new Proto.SubqueryExpression
        {
            PlanId = subquery.Relation.PlanId(),
            SubqueryType = Proto.SubqueryExpression.Types.SubqueryType.In,
        };
        if (Expression.UnresolvedFunction is { FunctionName: "struct" } fields)
            message.InSubqueryValues.AddRange(fields.Arguments);
        else
            message.InSubqueryValues.Add(Expression);
        return new Column(new Proto.Expression { SubqueryExpression = message }, [.. References, subquery.Relation]);
    }

    /// <summary>Adds a case: the value where this and all earlier conditions failed and this one holds.</summary>
    /// <exception cref="InvalidOperationException">The column was not made by <see cref="Functions.When(Column, object)"/>, or has its otherwise already.</exception>
    public Column When(Column condition, object? value) => Case(nameof(When), condition, Of(value));

    /// <summary>The value where no condition held; without it that is null.</summary>
    /// <exception cref="InvalidOperationException">The column was not made by <see cref="Functions.When(Column, object)"/>, or has its otherwise already.</exception>
    public Column Otherwise(object? value) => Case(nameof(Otherwise), Of(value));

    private Column In(System.Collections.IEnumerable values) => Call("in", [this, .. values.Cast<object?>().Select(Of)]);

    private Column Case(string method, params ReadOnlySpan<Column> added)
    {
        if (Expression.UnresolvedFunction is not { FunctionName: "when" } cases)
            throw new InvalidOperationException($"{method} continues a column made by Functions.When; this one is {this}.");
        // Conditions and values come in pairs; an odd count means that an otherwise is there.
        if (cases.Arguments.Count % 2 != 0)
            throw new InvalidOperationException($"{method} can't follow Otherwise in {this}.");

        var arguments = new List<Proto.Expression>(cases.Arguments);
        foreach (var column in added)
            arguments.Add(column.Expression);
        return new Column(ExpressionMessages.Call("when", [.. arguments]), [.. References, .. ReferencesOf(added)]);
    }
}
