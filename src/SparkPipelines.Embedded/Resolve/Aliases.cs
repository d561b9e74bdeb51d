using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Names inside an expression do nothing once structs have taken theirs; only the outermost names a column.</summary>
internal static class Aliases
{
    public static TypedExpression Strip(TypedExpression expression)
    {
        while (expression is Alias alias)
            expression = alias.Child;
        return expression;
    }
}
