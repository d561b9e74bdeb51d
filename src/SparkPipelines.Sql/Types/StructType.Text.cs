using System.Globalization;
using System.Text;

namespace SparkPipelines.Sql.Types;

public sealed partial class StructType
{
    /// <summary>The schema that Spark's JSON form describes.</summary>
    /// <exception cref="ArgumentException">The text is not JSON, no type, or not a struct.</exception>
    public static new StructType FromJson(string json) => DataType.FromJson(json) as StructType
        ?? throw new ArgumentException($"A schema is a struct, not {DataType.FromJson(json).SimpleString}.", nameof(json));

    /// <summary>The fields as <c>CREATE TABLE</c> writes them: <c>id BIGINT NOT NULL,tags ARRAY&lt;STRING&gt;</c>. Names that are no plain words are quoted.</summary>
    public string ToDDL() => string.Join(",", _fields.Select(field => field.Ddl));

    /// <summary>The schema as a tree, as <c>PrintSchema</c> shows it; <paramref name="level"/> cuts it off at that depth, 0 shows all.</summary>
    public string TreeString(int level = 0)
    {
        var text = new StringBuilder("root\n");
        foreach (var field in _fields)
            AppendField(text, " |", field, level <= 0 ? int.MaxValue : level);
        return text.ToString();
    }

    private static void AppendField(StringBuilder text, string prefix, StructField field, int depth)
    {
        if (depth <= 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{prefix}-- {field.Name}: {TreeName(field.DataType)} (nullable = {(field.IsNullable ? "true" : "false")})\n");
        AppendParts(text, prefix + "    |", field.DataType, depth - 1);
    }

    private static void AppendParts(StringBuilder text, string prefix, DataType type, int depth)
    {
        if (depth <= 0)
            return;
        switch (type)
        {
            case StructType inner:
                foreach (var field in inner.Fields)
                    AppendField(text, prefix, field, depth);
                break;
            case ArrayType array:
                text.Append(CultureInfo.InvariantCulture, $"{prefix}-- element: {TreeName(array.ElementType)} (containsNull = {(array.ContainsNull ? "true" : "false")})\n");
                AppendParts(text, prefix + "    |", array.ElementType, depth - 1);
                break;
            case MapType map:
                text.Append(CultureInfo.InvariantCulture, $"{prefix}-- key: {TreeName(map.KeyType)}\n");
                AppendParts(text, prefix + "    |", map.KeyType, depth - 1);
                text.Append(CultureInfo.InvariantCulture, $"{prefix}-- value: {TreeName(map.ValueType)} (valueContainsNull = {(map.ValueContainsNull ? "true" : "false")})\n");
                AppendParts(text, prefix + "    |", map.ValueType, depth - 1);
                break;
            default:
                break;
        }
    }

    private static string TreeName(DataType type) =>
        type is StringType or DecimalType or CharType or VarcharType or TimeType ? type.SimpleString : type.TypeName;
}
