using SparkPipelines.Embedded.Functions;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tree;

/// <summary>A function of the function tables over arguments that have the types it wants.</summary>
internal sealed class FunctionCall : TypedExpression
{
    public FunctionCall(FunctionDefinition definition, IReadOnlyList<TypedExpression> arguments, DataType type, bool isNullable, AggregateModifiers? modifiers = null)
        : base(type, isNullable, TraitsOf(definition), modifiers?.Filter is { } filter ? [.. arguments, filter] : [.. arguments])
    {
        Definition = definition;
        Arguments = arguments;
        Modifiers = modifiers ?? AggregateModifiers.None;
    }

    public FunctionDefinition Definition { get; }

    public IReadOnlyList<TypedExpression> Arguments { get; }

    public AggregateModifiers Modifiers { get; }

    public bool IsDistinct => Modifiers.IsDistinct;

    public override IReadOnlyList<TypedExpression> Children => Modifiers.Filter is { } filter ? [.. Arguments, filter] : Arguments;

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => Modifiers.Filter is null
        ? new FunctionCall(Definition, children, Type, IsNullable, Modifiers)
        : new FunctionCall(Definition, [.. children.SkipLast(1)], Type, IsNullable, Modifiers with { Filter = children[^1] });

    public FunctionCall With(AggregateModifiers modifiers) => new(Definition, Arguments, Type, IsNullable, modifiers);

    private static ExpressionTraits TraitsOf(FunctionDefinition definition)
    {
        var traits = definition.Kind switch
        {
            FunctionKind.Aggregate => ExpressionTraits.Aggregate,
            FunctionKind.Window => ExpressionTraits.Window,
            FunctionKind.Generator => ExpressionTraits.Generator,
            _ => ExpressionTraits.None,
        };
        return definition.IsDeterministic ? traits : traits | ExpressionTraits.Nondeterministic;
    }
}

/// <summary>What may stand with a call of an aggregate or window function.</summary>
/// <param name="IsDistinct">Equal values count once.</param>
/// <param name="IgnoresNulls">IGNORE NULLS.</param>
/// <param name="Filter">FILTER (WHERE …): only rows for which it is true count.</param>
internal sealed record AggregateModifiers(bool IsDistinct = false, bool IgnoresNulls = false, TypedExpression? Filter = null)
{
    public static readonly AggregateModifiers None = new();
}

/// <summary>A function given to a function, as in <c>transform(xs, x -> x + 1)</c>.</summary>
internal sealed class Lambda(IReadOnlyList<LambdaVariable> variables, TypedExpression body)
    : TypedExpression(body.Type, body.IsNullable, ExpressionTraits.None, body)
{
    public IReadOnlyList<LambdaVariable> Variables { get; } = variables;

    public TypedExpression Body { get; } = body;

    public override IReadOnlyList<TypedExpression> Children => [Body];

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => new Lambda(Variables, children[0]);
}

/// <summary>A lambda's parameter: unique in the plan by its id.</summary>
internal sealed class LambdaVariable(int id, string name, DataType type, bool isNullable) : TypedExpression(type, isNullable, ExpressionTraits.LambdaVariable)
{
    public int Id { get; } = id;

    public string Name { get; } = name;

    // In quotes, so that no name begins another: lowerings put other SQL in its place.
    public string SqlName => $"\"lambda {Id}\"";
}

/// <summary>An expression under the name that Spark gives the call it stands for.</summary>
internal sealed class NamedAs(TypedExpression child, string display) : TypedExpression(child.Type, child.IsNullable, ExpressionTraits.None, child)
{
    public TypedExpression Child { get; } = child;

    public string Display { get; } = display;

    public override IReadOnlyList<TypedExpression> Children => [Child];

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => new NamedAs(children[0], Display);
}
