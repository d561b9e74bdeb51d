using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql.Types;
using Arrow = Apache.Arrow.Types;
using SparkTypes = SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// How the values of each Spark type lie in DuckDB. The typed tree knows the Spark type of everything, so DuckDB holds the plainest type with
/// the same bits; Arrow batches that come in or go out only get the other type's name, never a copy.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Spark</term><description>DuckDB; Arrow outside; Arrow inside, where it differs</description></listheader>
/// <item><term>void</term><description>INTEGER, always null; null; int32</description></item>
/// <item><term>timestamp</term><description>TIMESTAMP in UTC microseconds; timestamp(us, UTC); timestamp(us)</description></item>
/// <item><term>timestamp_ntz</term><description>TIMESTAMP; timestamp(us)</description></item>
/// <item><term>time</term><description>BIGINT of nanoseconds; time64(ns); int64</description></item>
/// <item><term>day-time interval</term><description>BIGINT of microseconds; duration(us); int64</description></item>
/// <item><term>year-month interval</term><description>INTEGER of months; interval(year-month); int32</description></item>
/// <item><term>char, varchar</term><description>VARCHAR; string</description></item>
/// </list>
/// Everything else has a type of its own name on each side; array, map and struct nest.
/// </remarks>
internal static class StorageTypes
{
    /// <summary>The DuckDB type that holds a Spark type.</summary>
    /// <exception cref="SparkPipelines.Sql.SparkUnsupportedOperationException">The embedded engine does not hold the type: calendar interval, variant, geometry, geography.</exception>
    internal static DuckType ToDuck(DataType type) => type switch
    {
        SparkTypes.NullType => DuckType.Int,
        SparkTypes.BooleanType => DuckType.Boolean,
        ByteType => DuckType.TinyInt,
        ShortType => DuckType.SmallInt,
        SparkTypes.IntegerType => DuckType.Int,
        LongType => DuckType.BigInt,
        SparkTypes.FloatType => DuckType.Float,
        SparkTypes.DoubleType => DuckType.Double,
        SparkTypes.DecimalType d => DuckType.Decimal(d.Precision, d.Scale),
        SparkTypes.StringType or CharType or VarcharType => DuckType.Varchar,
        SparkTypes.BinaryType => DuckType.Blob,
        SparkTypes.DateType => DuckType.Date,
        SparkTypes.TimestampType or TimestampNtzType => DuckType.Timestamp,
        SparkTypes.TimeType or DayTimeIntervalType => DuckType.BigInt,
        YearMonthIntervalType => DuckType.Int,
        ArrayType a => DuckType.List(ToDuck(a.ElementType)),
        SparkTypes.MapType m => DuckType.Map(ToDuck(m.KeyType), ToDuck(m.ValueType)),
        SparkTypes.StructType s => DuckType.Struct([.. s.Fields.Select((field, i) => new DuckField(MemberName(s, i), ToDuck(field.DataType)))]),
        _ => throw Refusal.Of("type", type.SimpleString),
    };

    /// <summary>The name of that DuckDB type, for casts and column definitions.</summary>
    /// <exception cref="SparkPipelines.Sql.SparkUnsupportedOperationException">The embedded engine does not hold the type.</exception>
    internal static string ToSql(DataType type) => ToDuck(type).Sql;

    /// <summary>
    /// The name of a struct's member in DuckDB: the field's own, unless another field differs from it in case only (DuckDB compares without case,
    /// Spark keeps both): then its position is appended.
    /// </summary>
    internal static string MemberName(SparkTypes.StructType type, int index)
    {
        string name = type.Fields[index].Name;
        for (int i = 0; i < type.Count; i++)
        {
            if (i != index && string.Equals(type.Fields[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return $"{name}\u0001{index}";
        }
        return name.Length == 0 ? $"\u0001{index}" : name;
    }

    /// <summary>The DuckDB type that an Arrow column of <see cref="ArrowTypes"/>'s form is read as.</summary>
    /// <exception cref="NotSupportedException">The type has no such form.</exception>
    internal static DuckType FromArrow(IArrowType type) => ToDuck(ArrowTypes.ToSpark(type));

    /// <summary>Whether batches of the Arrow type and vectors of the DuckDB type have the same buffers, so that one can be called the other.</summary>
    internal static bool HasLayoutOf(IArrowType arrow, DuckType duck) => arrow switch
    {
        Arrow.NullType => true,
        Int32Type or IntervalType { Unit: IntervalUnit.YearMonth } => duck.Id == DuckTypeId.Integer,
        Int64Type or DurationType { Unit: TimeUnit.Microsecond } or Time64Type { Unit: TimeUnit.Nanosecond } => duck.Id == DuckTypeId.BigInt,
        Arrow.TimestampType { Unit: TimeUnit.Microsecond } => duck.Id is DuckTypeId.Timestamp or DuckTypeId.TimestampTz,
        Arrow.BooleanType => duck.Id == DuckTypeId.Boolean,
        Int8Type => duck.Id == DuckTypeId.TinyInt,
        Int16Type => duck.Id == DuckTypeId.SmallInt,
        Arrow.FloatType => duck.Id == DuckTypeId.Float,
        Arrow.DoubleType => duck.Id == DuckTypeId.Double,
        Date32Type => duck.Id == DuckTypeId.Date,
        Arrow.StringType => duck.Id == DuckTypeId.Varchar,
        Arrow.BinaryType => duck.Id == DuckTypeId.Blob,
        Decimal128Type d => duck.Id == DuckTypeId.Decimal && d.Precision == duck.Width && d.Scale == duck.Scale,
        Arrow.MapType m => duck.Id == DuckTypeId.Map
            && HasLayoutOf(m.KeyField.DataType, duck.Fields[0].Type) && HasLayoutOf(m.ValueField.DataType, duck.Fields[1].Type),
        ListType l => duck.Id == DuckTypeId.List && HasLayoutOf(l.ValueDataType, duck.Element),
        Arrow.StructType s => duck.Id == DuckTypeId.Struct && s.Fields.Count == duck.Fields.Length
            && s.Fields.Zip(duck.Fields).All(pair => HasLayoutOf(pair.First.DataType, pair.Second.Type)),
        _ => false,
    };

    /// <summary>The plain Arrow type with the same buffers, as DuckDB is to read it.</summary>
    internal static IArrowType ToStorage(IArrowType type) => type switch
    {
        Arrow.NullType or IntervalType { Unit: IntervalUnit.YearMonth } => Int32Type.Default,
        DurationType or Time64Type => Int64Type.Default,
        Arrow.TimestampType { Timezone: not null } t => new Arrow.TimestampType(t.Unit, (string?)null),
        Arrow.MapType m => new Arrow.MapType(ToStorage(m.KeyField), ToStorage(m.ValueField)),
        ListType l => new ListType(ToStorage(l.ValueField)),
        Arrow.StructType s => ToStorageStruct(s),
        _ => type,
    };

    private static Arrow.StructType ToStorageStruct(Arrow.StructType type)
    {
        // DuckDB reads the member names from here, so they must be those of ToDuck.
        var spark = (SparkTypes.StructType)ArrowTypes.ToSpark(type);
        return new Arrow.StructType([.. type.Fields.Select((field, i) => new Field(MemberName(spark, i), ToStorage(field.DataType), field.IsNullable))]);
    }

    private static Field ToStorage(Field field) => new(field.Name, ToStorage(field.DataType), field.IsNullable);
}
