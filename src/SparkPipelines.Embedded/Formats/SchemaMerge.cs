using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Spark's <c>StructType.merge</c>: fields by name, new ones at the end, types equal or of one family.</summary>
internal static class SchemaMerge
{
    /// <exception cref="Sql.SparkException">Two files have types of one column that don't go together: <c>CANNOT_MERGE_INCOMPATIBLE_DATA_TYPE</c>.</exception>
    internal static StructType Merge(StructType left, StructType right, bool isCaseSensitive)
    {
        StringComparer comparer = isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        List<StructField> fields = [.. left.Fields];
        foreach (StructField field in right.Fields)
        {
            int known = fields.FindIndex(other => comparer.Equals(other.Name, field.Name));
            if (known < 0)
                fields.Add(field);
            else
                fields[known] = new StructField(fields[known].Name, Merge(fields[known].DataType, field.DataType, isCaseSensitive), fields[known].IsNullable || field.IsNullable, fields[known].MetadataJson);
        }
        return new StructType(fields);
    }

    private static DataType Merge(DataType left, DataType right, bool isCaseSensitive) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (ArrayType a, ArrayType b) => new ArrayType(Merge(a.ElementType, b.ElementType, isCaseSensitive), a.ContainsNull || b.ContainsNull),
        (MapType a, MapType b) => new MapType(Merge(a.KeyType, b.KeyType, isCaseSensitive), Merge(a.ValueType, b.ValueType, isCaseSensitive), a.ValueContainsNull || b.ValueContainsNull),
        (StructType a, StructType b) => Merge(a, b, isCaseSensitive),
        (DecimalType a, DecimalType b) when a.Scale == b.Scale => new DecimalType(Math.Max(a.Precision, b.Precision), a.Scale),
        _ => throw FormatErrors.CannotMerge(left, right),
    };
}
