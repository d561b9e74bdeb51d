using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Implicit casts of arguments to what a parameter takes, under ANSI rules.</summary>
internal static class ImplicitCasts
{
    /// <summary>The argument as the parameter takes it; null when no implicit cast leads there.</summary>
    public static TypedExpression? To(TypedExpression argument, InputType input)
    {
        if (input.Accepts(argument.Type))
            return argument;
        return TargetOf(argument.Type, input) is { } target ? Cast(argument, target) : null;
    }

    /// <summary>The expression cast to a type; itself when it has the type already.</summary>
    public static TypedExpression Cast(TypedExpression expression, DataType type) => expression switch
    {
        _ when expression.Type.Equals(type) => expression,
        Constant { Value: null } => Constant.Null(type),
        _ => new Cast(expression, type, CastMode.Ansi, isExplicit: false),
    };

    private static DataType? TargetOf(DataType from, InputType input)
    {
        if (input.Alternatives is { } alternatives)
            return alternatives.Select(alternative => alternative.Accepts(from) ? from : TargetOf(from, alternative)).FirstOrDefault(type => type is not null);
        if (input.Default is not { } target)
            return null;
        return (from, target) switch
        {
            (NumericType, DecimalType) when input == Input.Decimal => DecimalRules.ForType(from),
            (StringType, StringType) => null,
            (FractionalType, LongType) when input == Input.Integral => null,
            (StringType, AtomicType) => target,
            (ArrayType a, ArrayType b) => CastRules.CanStoreAssign(a.ElementType, b.ElementType) || a.ElementType is StringType && b.ElementType is AtomicType ? new ArrayType(b.ElementType) : null,
            _ => CastRules.CanStoreAssign(from, target) ? target : null,
        };
    }
}
