using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary><c>withField</c> and <c>dropFields</c>: the struct anew, with a field put in, replaced or left out; a null struct stays null.</summary>
internal static class StructUpdates
{
    /// <param name="structure">The struct.</param>
    /// <param name="path">The field, perhaps inside another: <c>a.b</c>.</param>
    /// <param name="value">The new value; null to drop the field.</param>
    /// <param name="settings">How names are compared.</param>
    public static TypedExpression Apply(TypedExpression structure, string path, TypedExpression? value, SessionSettings settings)
    {
        var parts = AttributeNames.Parse(path);
        return Apply(structure, parts, value is null ? null : Aliases.Strip(value), settings);
    }

    private static TypedExpression Apply(TypedExpression structure, IReadOnlyList<string> parts, TypedExpression? value, SessionSettings settings)
    {
        if (structure.Type is not StructType type)
        {
            throw AnalysisErrors.TypeMismatch(Quoting.Expression($"update_fields({ColumnNames.Of(structure)})"), "UNEXPECTED_INPUT_TYPE",
                ("paramIndex", "first"), ("requiredType", "\"STRUCT\""), ("inputSql", Quoting.Expression(ColumnNames.Of(structure))), ("inputType", Quoting.Type(structure.Type)));
        }

        var arguments = new List<TypedExpression>();
        var replaced = false;
        for (var i = 0; i < type.Count; i++)
        {
            var matches = string.Equals(type[i].Name, parts[0], settings.NameComparison);
            TypedExpression? field = new FieldAccess(structure, i, type[i].Name);
            if (matches)
            {
                field = parts.Count > 1 ? Apply(field, [.. parts.Skip(1)], value, settings) : value;
                replaced = true;
            }

            if (field is not null)
                arguments.AddRange([Constant.Of(matches && value is not null && parts.Count == 1 ? parts[0] : type[i].Name), field]);
        }

        if (!replaced && value is not null)
        {
            if (parts.Count > 1)
                _ = Fields.Ordinal(type, parts[0], settings);
            arguments.AddRange([Constant.Of(parts[0]), value]);
        }

        if (arguments.Count == 0)
            throw AnalysisErrors.TypeMismatch(Quoting.Expression($"update_fields({ColumnNames.Of(structure)}, dropfield())"), "CANNOT_DROP_ALL_FIELDS");
        var updated = FunctionTable.Get("named_struct").Call(settings, arguments);
        if (!structure.IsNullable)
            return updated;
        return FunctionTable.Get("if").Call(settings, [FunctionTable.Get("isnull").Call(settings, [structure]), Constant.Null(updated.Type), updated]);
    }
}
