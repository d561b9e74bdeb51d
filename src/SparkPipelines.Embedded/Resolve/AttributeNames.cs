using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Splits <c>a.b.`c.d`</c> into its parts.</summary>
internal static class AttributeNames
{
    public static IReadOnlyList<string> Parse(string name) => SqlQuoting.TryParts(name, out var parts)
        ? parts
        : throw SparkConditions.Error("INVALID_ATTRIBUTE_NAME_SYNTAX", ("name", name));
}
