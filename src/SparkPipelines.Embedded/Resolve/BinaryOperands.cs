using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>What Spark does to a binary operator's operands before it looks for a common type.</summary>
internal static class BinaryOperands
{
    public static (TypedExpression Left, TypedExpression Right) Promote(TypedExpression left, TypedExpression right)
    {
        if (left.Type is StringType != right.Type is StringType && TypeCoercion.PromoteString(left.Type, right.Type) is { } promoted)
            return (ImplicitCasts.Cast(left, promoted), ImplicitCasts.Cast(right, promoted));
        return (left.Type, right.Type) switch
        {
            (IntegralType, DecimalType) => (ImplicitCasts.Cast(left, DecimalFor(left)), right),
            (DecimalType, IntegralType) => (left, ImplicitCasts.Cast(right, DecimalFor(right))),
            (FloatType or DoubleType, DecimalType) => (left, ImplicitCasts.Cast(right, new DoubleType())),
            (DecimalType, FloatType or DoubleType) => (ImplicitCasts.Cast(left, new DoubleType()), right),
            (NullType, DecimalType) => (ImplicitCasts.Cast(left, right.Type), right),
            (DecimalType, NullType) => (left, ImplicitCasts.Cast(right, left.Type)),
            _ => (left, right),
        };
    }

    // A literal takes the digits it needs, so that `price * 2` loses no scale.
    private static DecimalType DecimalFor(TypedExpression expression) =>
        expression is Constant literal ? DecimalRules.ForLiteral(literal) : DecimalRules.ForType(expression.Type);
}
