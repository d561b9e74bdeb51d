using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Parts of nested values: <c>s.field</c>, <c>array[i]</c>, <c>map[key]</c>, and a field of each struct in an array.</summary>
internal static class Fields
{
    public static TypedExpression Extract(TypedExpression value, IEnumerable<string> names, SessionSettings settings)
    {
        foreach (var name in names)
            value = Extract(value, Constant.Of(name), settings);
        return value;
    }

    public static TypedExpression Extract(TypedExpression value, TypedExpression key, SessionSettings settings)
    {
        switch (value.Type, key)
        {
            case (StructType type, Constant { Value: string name }):
                return new FieldAccess(value, Ordinal(type, name, settings), name);
            case (ArrayType { ElementType: StructType type }, Constant { Value: string name }):
                _ = Ordinal(type, name, settings);
                return FunctionTable.Get(CollectionFunctions.FieldOfEach).Call(settings, [value, key]);
            case (ArrayType, _):
                return FunctionTable.Get(CollectionFunctions.ArrayItem).Call(settings, [value, key]);
            case (MapType, _):
                return FunctionTable.Get(CollectionFunctions.MapItem).Call(settings, [value, key]);
            case (StructType, _):
                throw SparkConditions.Error("INVALID_EXTRACT_FIELD_TYPE", ("extraction", Quoting.Expression(ColumnNames.Of(key))));
            default:
                throw SparkConditions.Error("INVALID_EXTRACT_BASE_FIELD_TYPE", ("base", Quoting.Expression(ColumnNames.Of(value))), ("other", Quoting.Type(value.Type)));
        }
    }

    public static int Ordinal(StructType type, string name, SessionSettings settings)
    {
        var found = -1;
        for (var i = 0; i < type.Count; i++)
        {
            if (!string.Equals(type[i].Name, name, settings.NameComparison))
                continue;
            if (found >= 0)
                throw SparkConditions.Error("AMBIGUOUS_REFERENCE_TO_FIELDS", ("field", Quoting.Id(name)), ("count", Quoting.Number(type.Fields.Count(field => string.Equals(field.Name, name, settings.NameComparison)))));
            found = i;
        }

        return found >= 0
            ? found
            : throw SparkConditions.Error("FIELD_NOT_FOUND", ("fieldName", Quoting.Id(name)), ("fields", string.Join(", ", type.Fields.Select(field => Quoting.Id(field.Name)))));
    }
}
