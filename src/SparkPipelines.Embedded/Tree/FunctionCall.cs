using SparkPipelines.Embedded.Functions;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tree;

/// <summary>A function of the function tables over arguments that have the types it wants.</summary>
internal sealed class FunctionCall : TypedExpression
{
    public FunctionCall(FunctionDefinition definition, IReadOnlyList<TypedExpression> arguments, DataType type, bool isNullable, bool isDistinct = false)
        : base(type, isNullable, TraitsOf(definition), [.. arguments])
    {
        Definition = definition;
        Arguments = arguments;
        IsDistinct = isDistinct;
    }

    public FunctionDefinition Definition { get; }

    public IReadOnlyList<TypedExpression> Arguments { get; }

    public bool IsDistinct { get; }

    public override IReadOnlyList<TypedExpression> Children => Arguments;

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => new FunctionCall(Definition, children, Type, IsNullable, IsDistinct);

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

    public string SqlName => $"v{Id}";
}
