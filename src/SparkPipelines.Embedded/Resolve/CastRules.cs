using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Which types can be cast to which under ANSI rules, and when a cast can make a null of a value.</summary>
internal static class CastRules
{
    /// <summary>Whether CAST takes the pair at all.</summary>
    public static bool CanCast(DataType from, DataType to) => (from, to) switch
    {
        _ when from.Equals(to) => true,
        (NullType, _) => true,
        (_, StringType or CharType or VarcharType) => from is not (GeometryType or GeographyType),
        (StringType, BinaryType) => true,
        (StringType or NumericType, BooleanType) => true,
        (TimestampType or DateType, TimestampType or TimestampNtzType) => true,
        (TimestampNtzType, TimestampType or DateType) => true,
        (StringType, TimestampType or TimestampNtzType or DateType or TimeType) => true,
        (TimestampType, DateType) => true,
        (NumericType or BooleanType, TimestampType) => from is NumericType,
        (StringType, CalendarIntervalType or DayTimeIntervalType or YearMonthIntervalType) => true,
        (IntegralType, DayTimeIntervalType) => true,
        (IntegralType, YearMonthIntervalType) => true,
        (DayTimeIntervalType, DayTimeIntervalType) => true,
        (YearMonthIntervalType, YearMonthIntervalType) => true,
        (DayTimeIntervalType, IntegralType or DecimalType) => true,
        (YearMonthIntervalType, IntegralType or DecimalType) => true,
        (StringType or BooleanType or NumericType or TimestampType, NumericType) => true,
        (TimeType, TimeType) => true,
        (ArrayType a, ArrayType b) => CanCast(a.ElementType, b.ElementType) && Nullable(a.ContainsNull || ForcesNull(a.ElementType, b.ElementType), b.ContainsNull),
        (MapType a, MapType b) => CanCast(a.KeyType, b.KeyType) && !ForcesNull(a.KeyType, b.KeyType) && CanCast(a.ValueType, b.ValueType)
            && Nullable(a.ValueContainsNull || ForcesNull(a.ValueType, b.ValueType), b.ValueContainsNull),
        (StructType a, StructType b) => a.Count == b.Count && a.Fields.Zip(b.Fields).All(pair =>
            CanCast(pair.First.DataType, pair.Second.DataType)
            && Nullable(pair.First.IsNullable || ForcesNull(pair.First.DataType, pair.Second.DataType), pair.Second.IsNullable)),
        _ => false,
    };

    /// <summary>Whether a value of the one type may be stored in a column of the other: the ANSI store assignment rules.</summary>
    public static bool CanStoreAssign(DataType from, DataType to) => (from, to) switch
    {
        _ when from.Equals(to) => true,
        (NullType, _) => true,
        (NumericType, NumericType) => true,
        (AtomicType, StringType or CharType or VarcharType) => from is not (BinaryType or VariantType or GeometryType or GeographyType) || from.Equals(to),
        (CalendarIntervalType, StringType) => true,
        (DateType, TimestampType or TimestampNtzType) => true,
        (TimestampType or TimestampNtzType, DateType) => true,
        (TimestampNtzType, TimestampType) => true,
        (TimestampType, TimestampNtzType) => true,
        (DayTimeIntervalType, DayTimeIntervalType) => true,
        (YearMonthIntervalType, YearMonthIntervalType) => true,
        (ArrayType a, ArrayType b) => Nullable(a.ContainsNull, b.ContainsNull) && CanStoreAssign(a.ElementType, b.ElementType),
        (MapType a, MapType b) => Nullable(a.ValueContainsNull, b.ValueContainsNull) && CanStoreAssign(a.KeyType, b.KeyType) && CanStoreAssign(a.ValueType, b.ValueType),
        (StructType a, StructType b) => a.Count == b.Count && a.Fields.Zip(b.Fields).All(pair =>
            Nullable(pair.First.IsNullable, pair.Second.IsNullable) && CanStoreAssign(pair.First.DataType, pair.Second.DataType)),
        _ => false,
    };

    /// <summary>Whether Spark declares the result nullable although the value is not: for casts that could fail, even where ANSI rules make them fail.</summary>
    public static bool ForcesNull(DataType from, DataType to) => (from, to) switch
    {
        (NullType, _) => false,
        _ when from.Equals(to) => false,
        (StringType, BinaryType) => false,
        (StringType, _) => true,
        (_, StringType) => false,
        (TimestampType, ByteType or ShortType or IntegerType) => true,
        (FloatType or DoubleType, TimestampType) => true,
        (TimestampType, DateType) => false,
        (_, DateType) => true,
        (_, CalendarIntervalType) => true,
        (BooleanType, DecimalType whole) => whole.Precision - whole.Scale < 1,
        (FloatType or DoubleType, DecimalType) => true,
        (DecimalType a, DecimalType b) => b.Scale < a.Scale ? b.Precision - b.Scale <= a.Precision - a.Scale : b.Precision - b.Scale < a.Precision - a.Scale,
        (NumericType, DecimalType d) => !DecimalRules.IsWiderThan(d, from),
        (_, DecimalType) => true,
        (FractionalType, IntegralType) => true,
        _ => false,
    };

    private static bool Nullable(bool from, bool to) => !from || to;
}
