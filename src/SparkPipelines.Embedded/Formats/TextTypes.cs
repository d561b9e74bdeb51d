using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Which types text formats hold.</summary>
internal static class TextTypes
{
    /// <summary>Refuses what Spark refuses, in its words, and what this engine does not read or write as text, in ours.</summary>
    internal static void Check(string format, StructType schema, bool nested)
    {
        foreach (StructField field in schema.Fields)
        {
            if (!IsSparks(field.DataType, nested))
                throw FormatErrors.UnsupportedDataType(format, field);
            if (!IsOurs(field.DataType))
                throw FormatErrors.Unsupported($"The embedded engine does not have columns of type {field.DataType.SimpleString} in {format} files (column '{field.Name}'); run the plan on Spark, or cast to string.", field.Name);
        }
    }

    private static bool IsSparks(DataType type, bool nested) => type switch
    {
        NullType => nested,
        CalendarIntervalType or GeometryType or GeographyType => false,
        ArrayType a => nested && IsSparks(a.ElementType, nested),
        MapType m => nested && IsSparks(m.KeyType, nested) && IsSparks(m.ValueType, nested),
        StructType s => nested && s.Fields.All(field => IsSparks(field.DataType, nested)),
        _ => true,
    };

    private static bool IsOurs(DataType type) => type switch
    {
        DayTimeIntervalType or YearMonthIntervalType or TimeType or VariantType => false,
        ArrayType a => IsOurs(a.ElementType),
        MapType m => m.KeyType is StringType && IsOurs(m.ValueType),
        StructType s => s.Fields.All(field => IsOurs(field.DataType)),
        _ => true,
    };
}
