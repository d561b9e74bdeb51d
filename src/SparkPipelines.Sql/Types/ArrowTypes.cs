using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using Arrow = Apache.Arrow.Types;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// The one mapping between Spark's types and Arrow's, the one Spark itself uses for what it sends
/// (<c>org.apache.spark.sql.util.ArrowUtils</c>, 4.2.1). Arrow is the hub of all conversions, so every other mapping goes through here.
/// </summary>
internal static class ArrowTypes
{
    /// <summary>The zone written on timestamps that leave .NET; instants are UTC whatever it says.</summary>
    public const string Utc = "UTC";

    private const string VariantKey = "variant";
    private const string GeometryKey = "geometry";
    private const string GeographyKey = "geography";
    private const string SridKey = "srid";

    public static Schema ToArrowSchema(this StructType schema, string timeZone = Utc) =>
        new(schema.Fields.Select(field => field.ToArrowField(timeZone)), null);

    public static Field ToArrowField(this StructField field, string timeZone = Utc) =>
        new(field.Name, field.DataType.ToArrow(timeZone), field.IsNullable);

    public static IArrowType ToArrow(this DataType type, string timeZone = Utc) => type switch
    {
        NullType => Arrow.NullType.Default,
        BooleanType => Arrow.BooleanType.Default,
        ByteType => Int8Type.Default,
        ShortType => Int16Type.Default,
        IntegerType => Int32Type.Default,
        LongType => Int64Type.Default,
        FloatType => Arrow.FloatType.Default,
        DoubleType => Arrow.DoubleType.Default,
        DecimalType d => new Decimal128Type(d.Precision, d.Scale),
        StringType or CharType or VarcharType => Arrow.StringType.Default,
        BinaryType => Arrow.BinaryType.Default,
        DateType => Date32Type.Default,
        TimestampType => new Arrow.TimestampType(TimeUnit.Microsecond, timeZone),
        TimestampNtzType => new Arrow.TimestampType(TimeUnit.Microsecond, (string?)null),
        TimeType => new Time64Type(TimeUnit.Nanosecond),
        YearMonthIntervalType => IntervalType.YearMonth,
        DayTimeIntervalType => DurationType.Microsecond,
        CalendarIntervalType => IntervalType.MonthDayNanosecond,
        VariantType => new Arrow.StructType(
        [
            new Field("value", Arrow.BinaryType.Default, false),
            new Field("metadata", Arrow.BinaryType.Default, false, [new(VariantKey, "true")]),
        ]),
        GeometryType g => Spatial(GeometryKey, g.Srid),
        GeographyType g => Spatial(GeographyKey, g.Srid),
        ArrayType a => new ListType(new Field("element", a.ElementType.ToArrow(timeZone), a.ContainsNull)),
        MapType m => new Arrow.MapType(
            new Field("key", m.KeyType.ToArrow(timeZone), false),
            new Field("value", m.ValueType.ToArrow(timeZone), m.ValueContainsNull)),
        StructType s => new Arrow.StructType([.. s.Fields.Select(field => field.ToArrowField(timeZone))]),
        _ => throw new NotSupportedException($"The Spark type {type.SimpleString} has no Arrow type."),
    };

    public static StructType ToSparkSchema(this Schema schema) => new(schema.FieldsList.Select(ToSparkField));

    public static StructField ToSparkField(Field field)
    {
        try
        {
            return new StructField(field.Name, ToSpark(field.DataType), field.IsNullable);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"Column '{field.Name}': {e.Message}", e);
        }
    }

    /// <summary>The Spark type that holds every value of an Arrow type; nothing narrows.</summary>
    /// <exception cref="NotSupportedException">Spark has no type that holds them all.</exception>
    public static DataType ToSpark(IArrowType type) => type switch
    {
        Arrow.NullType => new NullType(),
        Arrow.BooleanType => new BooleanType(),
        Int8Type => new ByteType(),
        Int16Type or UInt8Type => new ShortType(),
        Int32Type or UInt16Type => new IntegerType(),
        Int64Type or UInt32Type => new LongType(),
        UInt64Type => new DecimalType(20, 0),
        Arrow.FloatType or HalfFloatType => new FloatType(),
        Arrow.DoubleType => new DoubleType(),
        Decimal128Type d => new DecimalType(d.Precision, d.Scale),
        Decimal256Type { Precision: <= DecimalType.MaxPrecision } d => new DecimalType(d.Precision, d.Scale),
        Arrow.StringType or LargeStringType or StringViewType => new StringType(),
        Arrow.BinaryType or LargeBinaryType or BinaryViewType or FixedSizeBinaryType => new BinaryType(),
        Date32Type or Date64Type => new DateType(),
        Arrow.TimestampType { Timezone: null or "" } => new TimestampNtzType(),
        Arrow.TimestampType => new TimestampType(),
        Time32Type or Time64Type => new TimeType(),
        DurationType => new DayTimeIntervalType(),
        IntervalType { Unit: IntervalUnit.YearMonth } => new YearMonthIntervalType(),
        IntervalType => new CalendarIntervalType(),
        DictionaryType d => ToSpark(d.ValueType),
        Arrow.MapType m => new MapType(ToSpark(m.KeyField.DataType), ToSpark(m.ValueField.DataType), m.ValueField.IsNullable),
        ListType l => new ArrayType(ToSpark(l.ValueDataType), l.ValueField.IsNullable),
        LargeListType l => new ArrayType(ToSpark(l.ValueDataType), l.ValueField.IsNullable),
        FixedSizeListType l => new ArrayType(ToSpark(l.ValueDataType), l.ValueField.IsNullable),
        Arrow.StructType s when IsVariant(s) => new VariantType(),
        Arrow.StructType s when SridOf(s, GeometryKey) is { } srid => new GeometryType(srid),
        Arrow.StructType s when SridOf(s, GeographyKey) is { } srid => new GeographyType(srid),
        Arrow.StructType s => new StructType(s.Fields.Select(ToSparkField)),
        _ => throw new NotSupportedException($"Spark has no type for Arrow's {type.Name}."),
    };

    private static Arrow.StructType Spatial(string key, int srid) => new(
    [
        new Field("srid", Int32Type.Default, false),
        new Field("wkb", Arrow.BinaryType.Default, false, [new(key, "true"), new(SridKey, srid.ToString(CultureInfo.InvariantCulture))]),
    ]);

    /// <summary>The reference system of a column of shapes; null for other structs.</summary>
    private static int? SridOf(Arrow.StructType type, string key) =>
        type.Fields.FirstOrDefault(field => field.Name == "wkb" && field.HasMetadata && field.Metadata.ContainsKey(key)) is { } wkb
        && wkb.Metadata.TryGetValue(SridKey, out var srid) && int.TryParse(srid, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool IsVariant(Arrow.StructType type) =>
        type.Fields.Any(field => field.Name == "metadata" && field.HasMetadata && field.Metadata.ContainsKey(VariantKey));
}
