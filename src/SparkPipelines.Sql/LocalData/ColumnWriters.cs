using System.Data.SqlTypes;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using IArrowType = Apache.Arrow.Types.IArrowType;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Chooses the writer for a CLR type and a Spark type. The column holds every value of the CLR type, or refuses those it can't.</summary>
internal static class ColumnWriters
{
    private static readonly Dictionary<(Type Clr, Type Spark), Func<IArrowType, ColumnPath, ColumnWriter>> Scalars = new()
    {
        [(typeof(bool), typeof(BooleanType))] = (_, _) => new BooleanWriter(),
        [(typeof(sbyte), typeof(ByteType))] = (type, _) => new FixedWriter<sbyte>(type),
        [(typeof(sbyte), typeof(ShortType))] = (type, _) => new WideningWriter<sbyte, short>(type),
        [(typeof(sbyte), typeof(IntegerType))] = (type, _) => new WideningWriter<sbyte, int>(type),
        [(typeof(sbyte), typeof(LongType))] = (type, _) => new WideningWriter<sbyte, long>(type),
        [(typeof(byte), typeof(ShortType))] = (type, _) => new WideningWriter<byte, short>(type),
        [(typeof(byte), typeof(IntegerType))] = (type, _) => new WideningWriter<byte, int>(type),
        [(typeof(byte), typeof(LongType))] = (type, _) => new WideningWriter<byte, long>(type),
        [(typeof(short), typeof(ShortType))] = (type, _) => new FixedWriter<short>(type),
        [(typeof(short), typeof(IntegerType))] = (type, _) => new WideningWriter<short, int>(type),
        [(typeof(short), typeof(LongType))] = (type, _) => new WideningWriter<short, long>(type),
        [(typeof(ushort), typeof(IntegerType))] = (type, _) => new WideningWriter<ushort, int>(type),
        [(typeof(ushort), typeof(LongType))] = (type, _) => new WideningWriter<ushort, long>(type),
        [(typeof(int), typeof(IntegerType))] = (type, _) => new FixedWriter<int>(type),
        [(typeof(int), typeof(LongType))] = (type, _) => new WideningWriter<int, long>(type),
        [(typeof(int), typeof(DoubleType))] = (type, _) => new WideningWriter<int, double>(type),
        [(typeof(uint), typeof(LongType))] = (type, _) => new WideningWriter<uint, long>(type),
        [(typeof(long), typeof(LongType))] = (type, _) => new FixedWriter<long>(type),
        [(typeof(ulong), typeof(DecimalType))] = (_, path) => new UnsignedLongWriter((DecimalType)path.Type, path),
        [(typeof(float), typeof(FloatType))] = (type, _) => new FixedWriter<float>(type),
        [(typeof(float), typeof(DoubleType))] = (type, _) => new WideningWriter<float, double>(type),
        [(typeof(double), typeof(DoubleType))] = (type, _) => new FixedWriter<double>(type),
        [(typeof(decimal), typeof(DecimalType))] = (_, path) => new DecimalWriter((DecimalType)path.Type, path),
        [(typeof(SqlDecimal), typeof(DecimalType))] = (_, path) => new SqlDecimalWriter((DecimalType)path.Type, path),
        [(typeof(string), typeof(StringType))] = (_, path) => new StringWriter(path),
        [(typeof(byte[]), typeof(BinaryType))] = (_, _) => new BinaryWriter(),
        [(typeof(DateOnly), typeof(DateType))] = (type, path) => new ConvertingWriter<DateOnly, int, DayToRaw>(type, path),
        [(typeof(DateTime), typeof(DateType))] = (type, path) => new ConvertingWriter<DateTime, int, MidnightToRaw>(type, path),
        [(typeof(DateTime), typeof(TimestampType))] = (type, path) => new ConvertingWriter<DateTime, long, InstantToRaw>(type, path),
        [(typeof(DateTime), typeof(TimestampNtzType))] = (type, path) => new ConvertingWriter<DateTime, long, ReadingToRaw>(type, path),
        [(typeof(DateTimeOffset), typeof(TimestampType))] = (type, path) => new ConvertingWriter<DateTimeOffset, long, OffsetToRaw>(type, path),
        [(typeof(TimeOnly), typeof(TimeType))] = (type, path) => new ConvertingWriter<TimeOnly, long, TimeOfDayToRaw>(type, path),
        [(typeof(TimeSpan), typeof(DayTimeIntervalType))] = (type, path) => new ConvertingWriter<TimeSpan, long, DurationToRaw>(type, path),
        [(typeof(YearMonthInterval), typeof(YearMonthIntervalType))] = (type, path) => new ConvertingWriter<YearMonthInterval, int, MonthsToRaw>(type, path),
        [(typeof(CalendarInterval), typeof(CalendarIntervalType))] = (type, path) => new ConvertingWriter<CalendarInterval, RawInterval, CalendarToRaw>(type, path),
        [(typeof(Variant), typeof(VariantType))] = (type, _) => new VariantWriter(type),
        [(typeof(Geometry), typeof(GeometryType))] = (type, _) => new SpatialWriter<Geometry>(type),
        [(typeof(Geography), typeof(GeographyType))] = (type, _) => new SpatialWriter<Geography>(type),
        [(typeof(Date), typeof(DateType))] = (type, path) => new ObjectPartWriter<Date>(OfObject(type, path, nullable: true)),
        [(typeof(Timestamp), typeof(TimestampType))] = (type, path) => new ObjectPartWriter<Timestamp>(OfObject(type, path, nullable: true)),
    };

    /// <summary>A writer that takes exactly <paramref name="source"/>'s declared type.</summary>
    /// <exception cref="ConversionException">No column of that type takes values of that CLR type.</exception>
    public static ColumnWriter Of(ClrShape source, ColumnPath path, bool nullable)
    {
        if (source.Type == typeof(object))
            return OfObject(path.Type.ToArrow(), path, nullable);
        if (path.Type is NullType)
            return Make(typeof(NothingWriter<>), [source.Declared], path);

        var writer = OfValue(source, path);
        if (source.Declared != source.Type)
            writer = Make(typeof(NullableWriter<>), [source.Type], writer);
        return nullable || source.Declared.IsValueType && source.Declared == source.Type ? writer : Make(typeof(RequiredWriter<>), [source.Declared], writer, path);
    }

    public static ColumnWriter<object?> OfObject(StructField field) =>
        OfObject(field.DataType.ToArrow(), new ColumnPath(field.Name, field.DataType), field.IsNullable);

    private static ColumnWriter OfValue(ClrShape source, ColumnPath path)
    {
        var arrow = path.Type.ToArrow();
        switch (path.Type)
        {
            case StringType or CharType or VarcharType when source.Type.IsEnum:
                return Make(typeof(EnumWriter<>), [source.Type], new StringWriter(path), path);
            case ArrayType array when source.Element() is { } element:
                var item = Of(element, path.Element(array.ElementType), array.ContainsNull);
                return Make(typeof(ListWriter<,>), [source.Type, element.Declared], arrow, item, Identity(source.Type, typeof(IEnumerable<>).MakeGenericType(element.Declared)));
            case MapType map when source.Entry() is var (keyShape, valueShape):
                var key = Of(keyShape, path.Key(map.KeyType), nullable: false);
                var value = Of(valueShape, path.Value(map.ValueType), map.ValueContainsNull);
                var pair = typeof(KeyValuePair<,>).MakeGenericType(keyShape.Declared, valueShape.Declared);
                return Make(typeof(MapWriter<,,>), [source.Type, keyShape.Declared, valueShape.Declared], arrow, key, value, Identity(source.Type, typeof(IEnumerable<>).MakeGenericType(pair)));
            case StructType type when source.IsRecord:
                return source.Type == typeof(Row) || source.Type == typeof(GenericRow)
                    ? Make(typeof(ObjectPartWriter<>), [source.Type], OfObject(arrow, path, nullable: true))
                    : RecordWriters.Of(source.Type, type, path);
            default:
                return OfScalar(path.Type, source.Type, path);
        }
    }

    private static ColumnWriter OfScalar(DataType type, Type clr, ColumnPath path)
    {
        var key = type is CharType or VarcharType ? typeof(StringType) : type.GetType();
        return Scalars.TryGetValue((clr, key), out var make)
            ? make(type.ToArrow(), path)
            : throw new ConversionException(path.Column, type, $"Column '{path.Column}' ({type.SimpleString}) can't be made from {(path.Target is null ? "" : $"{path.Target}, ")}a {RowValues.Name(clr)}; use {RowValues.Name(ClrTypes.OfValues(type))}.");
    }

    private static ColumnWriter<object?> OfObject(IArrowType arrow, ColumnPath path, bool nullable)
    {
        ColumnWriter<object?> writer = path.Type switch
        {
            NullType => new NothingWriter<object?>(path),
            ArrayType array => new ListWriter<object?, object?>(
                arrow, OfObject(array.ElementType.ToArrow(), path.Element(array.ElementType), array.ContainsNull), value => ObjectValues.Items(value!, path)),
            MapType map => new MapWriter<object?, object?, object?>(
                (Apache.Arrow.Types.MapType)arrow,
                OfObject(map.KeyType.ToArrow(), path.Key(map.KeyType), nullable: false),
                OfObject(map.ValueType.ToArrow(), path.Value(map.ValueType), map.ValueContainsNull),
                value => ObjectValues.Entries(value!, path)),
            StructType type => OfRow(type, path),
            var type => (ColumnWriter<object?>)Make(typeof(ObjectWriter<>), [ClrTypes.OfValues(type)], OfScalar(type, ClrTypes.OfValues(type), path), path),
        };
        return nullable ? writer : new RequiredWriter<object?>(writer, path);
    }

    /// <summary>Rows of a schema, or structs inside rows.</summary>
    public static RowWriter OfRow(StructType type, ColumnPath path)
    {
        var columns = type.Fields.Select(field => OfObject(field.DataType.ToArrow(), path.Column.Length == 0 ? new ColumnPath(field.Name, field.DataType) : path.Field(field), field.IsNullable));
        return new RowWriter(type.ToArrow(), [.. columns], path);
    }

    private static Delegate Identity(Type from, Type to) =>
        typeof(ColumnWriters).GetMethod(nameof(Upcast), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(from, to).CreateDelegate(typeof(Func<,>).MakeGenericType(from, to));

    private static TTo Upcast<TFrom, TTo>(TFrom value) => (TTo)(object)value!;

    private static ColumnWriter Make(Type definition, Type[] arguments, params object?[] parts) =>
        (ColumnWriter)Activator.CreateInstance(definition.MakeGenericType(arguments), parts)!;
}

/// <summary>References that go the way of objects.</summary>
internal sealed class ObjectPartWriter<T>(ColumnWriter<object?> inner) : PassingWriter<T?>
    where T : class
{
    private object?[] _values = [];

    protected override ColumnWriter Inner => inner;

    public override void Append(ReadOnlySpan<T?> values, ReadOnlySpan<bool> nulls)
    {
        var objects = Scratch.Of(ref _values, values.Length);
        for (var i = 0; i < values.Length; i++)
            objects[i] = values[i];
        inner.Append(objects, nulls);
    }
}
