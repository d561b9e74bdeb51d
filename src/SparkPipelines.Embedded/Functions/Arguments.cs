using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Rules for arguments: number, types, implicit casts.</summary>
internal static class Args
{
    public static readonly ArgumentRule None = Of();

    /// <summary>Exactly these.</summary>
    public static ArgumentRule Of(params InputType[] inputs) => From(inputs.Length, inputs);

    /// <summary>At least <paramref name="required"/> of these.</summary>
    public static ArgumentRule From(int required, params InputType[] inputs) => (site, arguments) =>
    {
        CheckCount(site, arguments.Count, required, inputs.Length);
        return Convert(site, arguments, i => inputs[i]);
    };

    /// <summary>The leading ones, then any number of the last kind.</summary>
    public static ArgumentRule Many(InputType rest, int atLeast = 0, params InputType[] leading) => (site, arguments) =>
    {
        CheckCount(site, arguments.Count, leading.Length + atLeast, int.MaxValue);
        return Convert(site, arguments, i => i < leading.Length ? leading[i] : rest);
    };

    /// <summary>All of one common type, widened where they differ.</summary>
    public static ArgumentRule SameType(int atLeast, int atMost = int.MaxValue) => (site, arguments) =>
    {
        CheckCount(site, arguments.Count, atLeast, atMost);
        return TypeCoercion.ToCommonType(site.Settings, arguments)
            ?? throw AnalysisErrors.TypeMismatch(site.Sql, "DATA_DIFF_TYPES",
                ("functionName", Quoting.Id(site.Definition.Name)),
                ("dataType", $"({string.Join(" or ", arguments.Select(argument => Quoting.Type(argument.Type)))})"));
    };

    /// <summary>A change of the arguments before the rule sees them.</summary>
    public static ArgumentRule After(this ArgumentRule rule, Func<IReadOnlyList<TypedExpression>, IReadOnlyList<TypedExpression>> change) => (site, arguments) => rule(site, change(arguments));

    /// <summary>One rule, then another.</summary>
    public static ArgumentRule Then(this ArgumentRule first, ArgumentRule second) => (site, arguments) => second(site, first(site, arguments));

    public static void CheckCount(CallSite site, int count, int atLeast, int atMost)
    {
        if (count >= atLeast && count <= atMost)
            return;
        var expected = atMost == int.MaxValue ? $"> {atLeast - 1}" : atLeast == atMost ? $"{atLeast}" : $"[{string.Join(", ", Enumerable.Range(atLeast, atMost - atLeast + 1))}]";
        throw AnalysisErrors.WrongNumberOfArguments(site.Definition.Name, expected, count);
    }

    /// <summary>Casts each argument to what its parameter takes.</summary>
    public static IReadOnlyList<TypedExpression> Convert(CallSite site, IReadOnlyList<TypedExpression> arguments, Func<int, InputType> inputOf)
    {
        var converted = new TypedExpression[arguments.Count];
        for (var i = 0; i < converted.Length; i++)
        {
            var input = inputOf(i);
            converted[i] = ImplicitCasts.To(arguments[i], input)
                ?? throw AnalysisErrors.UnexpectedInputType(site.Sql, i, input.Name, arguments[i]);
        }

        return converted;
    }
}
