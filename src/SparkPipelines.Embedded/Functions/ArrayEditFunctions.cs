using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Arrays with an element more at a place.</summary>
internal static class ArrayEditFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "array_insert", Arguments = InsertArguments,
            Result = arguments => arguments[0].Type is ArrayType array && arguments[2].IsNullable ? new ArrayType(array.ElementType) : arguments[0].Type,
            Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable,
            // A place beyond the end is reached with nulls; -1 is the place after the last.
            Lower = Duck("CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL WHEN {1} = 0 THEN " + Raise.Sql("INVALID_INDEX_OF_ZERO")
                + " WHEN {1} > len({0}) THEN list_concat(list_resize({0}, {1} - 1), [{2}])"
                + " WHEN {1} > 0 THEN list_concat({0}[:{1} - 1], [{2}], {0}[{1}:])"
                + " WHEN -{1} > len({0}) + 1 THEN list_concat([{2}], list_resize({0}[:0], -{1} - 1 - len({0})), {0})"
                + " ELSE list_concat({0}[:len({0}) + {1} + 1], [{2}], {0}[len({0}) + {1} + 2:]) END"),
        },
    ];

    private static readonly ArgumentRule InsertArguments = (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 3, 3);
        if (arguments[0].Type is not ArrayType array)
            throw AnalysisErrors.UnexpectedInputType(site.Sql, 0, "ARRAY", arguments[0]);
        var position = ImplicitCasts.To(arguments[1], Input.Int) ?? throw AnalysisErrors.UnexpectedInputType(site.Sql, 1, "INT", arguments[1]);
        return TypeCoercion.Tightest(site.Settings, array.ElementType, arguments[2].Type) is { } element
            ? [ImplicitCasts.Cast(arguments[0], new ArrayType(element, array.ContainsNull)), position, ImplicitCasts.Cast(arguments[2], element)]
            : throw AnalysisErrors.TypeMismatch(site.Sql, "ARRAY_FUNCTION_DIFF_TYPES",
                ("functionName", Quoting.Id("array_insert")), ("dataType", "\"ARRAY\""), ("leftType", Quoting.Type(array)), ("rightType", Quoting.Type(arguments[2].Type)));
    };
}
