using System.Data.SqlTypes;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>Chooses the reader for a Spark type and a CLR target. A target holds every value of the type, or the choice is an error.</summary>
internal static class ColumnReaders
{
    private static readonly Dictionary<(Type Spark, Type Clr), Func<DataType, ColumnPath, ColumnReader>> Scalars = new()
    {
        [(typeof(BooleanType), typeof(bool))] = (_, _) => new BooleanReader(),
        [(typeof(ByteType), typeof(sbyte))] = (_, _) => new FixedReader<sbyte>(),
        [(typeof(ByteType), typeof(short))] = (_, _) => new WideningReader<sbyte, short>(),
        [(typeof(ByteType), typeof(int))] = (_, _) => new WideningReader<sbyte, int>(),
        [(typeof(ByteType), typeof(long))] = (_, _) => new WideningReader<sbyte, long>(),
        [(typeof(ByteType), typeof(float))] = (_, _) => new WideningReader<sbyte, float>(),
        [(typeof(ByteType), typeof(double))] = (_, _) => new WideningReader<sbyte, double>(),
        [(typeof(ByteType), typeof(decimal))] = (_, _) => new WideningReader<sbyte, decimal>(),
        [(typeof(ShortType), typeof(byte))] = (_, path) => new ConvertingReader<short, byte, CheckedConversion<short, byte>>(path),
        [(typeof(ShortType), typeof(short))] = (_, _) => new FixedReader<short>(),
        [(typeof(ShortType), typeof(int))] = (_, _) => new WideningReader<short, int>(),
        [(typeof(ShortType), typeof(long))] = (_, _) => new WideningReader<short, long>(),
        [(typeof(ShortType), typeof(float))] = (_, _) => new WideningReader<short, float>(),
        [(typeof(ShortType), typeof(double))] = (_, _) => new WideningReader<short, double>(),
        [(typeof(ShortType), typeof(decimal))] = (_, _) => new WideningReader<short, decimal>(),
        [(typeof(IntegerType), typeof(ushort))] = (_, path) => new ConvertingReader<int, ushort, CheckedConversion<int, ushort>>(path),
        [(typeof(IntegerType), typeof(int))] = (_, _) => new FixedReader<int>(),
        [(typeof(IntegerType), typeof(long))] = (_, _) => new WideningReader<int, long>(),
        [(typeof(IntegerType), typeof(double))] = (_, _) => new WideningReader<int, double>(),
        [(typeof(IntegerType), typeof(decimal))] = (_, _) => new WideningReader<int, decimal>(),
        [(typeof(LongType), typeof(uint))] = (_, path) => new ConvertingReader<long, uint, CheckedConversion<long, uint>>(path),
        [(typeof(LongType), typeof(long))] = (_, _) => new FixedReader<long>(),
        [(typeof(LongType), typeof(decimal))] = (_, _) => new WideningReader<long, decimal>(),
        [(typeof(FloatType), typeof(float))] = (_, _) => new FixedReader<float>(),
        [(typeof(FloatType), typeof(double))] = (_, _) => new WideningReader<float, double>(),
        [(typeof(DoubleType), typeof(double))] = (_, _) => new FixedReader<double>(),
        [(typeof(DecimalType), typeof(decimal))] = (type, path) => new DecimalReader((DecimalType)type, path),
        [(typeof(DecimalType), typeof(SqlDecimal))] = (type, _) => new SqlDecimalReader((DecimalType)type),
        [(typeof(StringType), typeof(string))] = (_, _) => new StringReader(),
        [(typeof(BinaryType), typeof(byte[]))] = (_, _) => new BinaryReader(),
        [(typeof(DateType), typeof(DateOnly))] = (_, path) => new ConvertingReader<int, DateOnly, DayConversion>(path),
        [(typeof(DateType), typeof(DateTime))] = (_, path) => new ConvertingReader<int, DateTime, MidnightConversion>(path),
        [(typeof(DateType), typeof(Date))] = (_, path) => new MappingReader<DateOnly?, Date>(
            new NullableReader<DateOnly>(new ConvertingReader<int, DateOnly, DayConversion>(path)), day => day!.Value),
        [(typeof(TimestampType), typeof(DateTime))] = (_, path) => new ConvertingReader<long, DateTime, UtcConversion>(path),
        [(typeof(TimestampType), typeof(DateTimeOffset))] = (_, path) => new ConvertingReader<long, DateTimeOffset, OffsetConversion>(path),
        [(typeof(TimestampType), typeof(Timestamp))] = (_, path) => new MappingReader<DateTime?, Timestamp>(
            new NullableReader<DateTime>(new ConvertingReader<long, DateTime, UtcConversion>(path)), instant => new Timestamp(instant!.Value)),
        [(typeof(TimestampNtzType), typeof(DateTime))] = (_, path) => new ConvertingReader<long, DateTime, LocalConversion>(path),
        [(typeof(TimeType), typeof(TimeOnly))] = (_, path) => new ConvertingReader<long, TimeOnly, TimeOfDayConversion>(path),
        [(typeof(DayTimeIntervalType), typeof(TimeSpan))] = (_, path) => new ConvertingReader<long, TimeSpan, DurationConversion>(path),
        [(typeof(YearMonthIntervalType), typeof(YearMonthInterval))] = (_, path) => new ConvertingReader<int, YearMonthInterval, MonthsConversion>(path),
        [(typeof(CalendarIntervalType), typeof(CalendarInterval))] = (_, path) => new ConvertingReader<RawInterval, CalendarInterval, CalendarConversion>(path),
        [(typeof(VariantType), typeof(Variant))] = (_, _) => new VariantReader(),
        [(typeof(GeometryType), typeof(Geometry))] = (_, _) => new SpatialReader<Geometry>(),
        [(typeof(GeographyType), typeof(Geography))] = (_, _) => new SpatialReader<Geography>(),
    };

    /// <summary>A reader for a column of a row.</summary>
    public static ColumnReader<object?> OfObject(StructField field) => OfObject(new ColumnPath(field.Name, field.DataType));

    /// <summary>A reader that gives exactly <paramref name="target"/>'s declared type, and refuses nulls when that can't be null.</summary>
    /// <exception cref="ConversionException">The target does not hold every value of the type.</exception>
    public static ColumnReader Of(ClrShape target, ColumnPath path)
    {
        if (target.Type == typeof(object))
            return target.AllowsNull ? OfObject(path) : new RequiredReader<object?>(OfObject(path), path);
        if (path.Type is NullType)
        {
            var nothing = Make(typeof(NothingReader<>), [target.Declared]);
            return target.AllowsNull ? nothing : Make(typeof(RequiredReader<>), [target.Declared], nothing, path);
        }

        var reader = OfValue(target, path);
        if (target.Declared != target.Type)
            return Make(typeof(NullableReader<>), [target.Type], reader);
        return target.AllowsNull ? reader : Make(typeof(RequiredReader<>), [target.Type], reader, path);
    }

    /// <summary>A reader that leaves nulls to its caller.</summary>
    public static ColumnReader OfUnchecked(Type clr, ColumnPath path) =>
        path.Type is NullType ? Make(typeof(NothingReader<>), [clr]) : OfScalar(path.Type, clr, path);

    private static ColumnReader OfValue(ClrShape target, ColumnPath path) => path.Type switch
    {
        StringType or CharType or VarcharType when target.Type.IsEnum => Make(typeof(EnumReader<>), [target.Type], path),
        ArrayType array when target.Element() is { } element => OfList(target.Type, Of(element, path.Element(array.ElementType))),
        MapType map when target.Entry() is { } entry => OfMap(target.Type, Of(entry.Key, path.Key(map.KeyType)), Of(entry.Value, path.Value(map.ValueType))),
        StructType type when target.Type == typeof(Row) => OfRow(type, path),
        StructType type when target.IsRecord => RecordReaders.Of(target.Type, type, path),
        var type => OfScalar(type, target.Type, path),
    };

    private static ColumnReader OfScalar(DataType type, Type clr, ColumnPath path)
    {
        var key = type is CharType or VarcharType ? typeof(StringType) : type.GetType();
        if (type is DecimalType { Scale: 0 } && clr == typeof(ulong))
            return new ConvertingReader<Int128, ulong, CheckedConversion<Int128, ulong>>(path);
        return Scalars.TryGetValue((key, clr), out var make)
            ? make(type, path)
            : throw path.TypeError(clr, $"use {RowValues.Name(ClrTypes.OfValues(type))}");
    }

    private static ColumnReader OfList(Type target, ColumnReader element)
    {
        var arrays = Make(typeof(ListReader<>), [element.ValueType], element);
        if (target == arrays.ValueType)
            return arrays;
        return target == typeof(List<>).MakeGenericType(element.ValueType)
            ? Call(nameof(Collections.AsList), [element.ValueType], arrays)
            : Call(nameof(Collections.As), [arrays.ValueType, target], arrays);
    }

    private static ColumnReader OfMap(Type target, ColumnReader key, ColumnReader value)
    {
        var maps = Make(typeof(MapReader<,>), [key.ValueType, value.ValueType], key, value, null);
        return target == maps.ValueType ? maps : Call(nameof(Collections.As), [maps.ValueType, target], maps);
    }

    private static RowReader OfRow(StructType type, ColumnPath path) => new(type, [.. type.Fields.Select(field => OfObject(path.Field(field)))]);

    private static ColumnReader<object?> OfObject(ColumnPath path) => path.Type switch
    {
        NullType => new NothingReader<object?>(),
        ArrayType array => new ObjectReader<object?[]?>(new ListReader<object?>(OfObject(path.Element(array.ElementType)))),
        MapType map => new ObjectReader<Dictionary<object, object?>?>(new MapReader<object, object?>(
            OfObject(path.Key(map.KeyType))!, OfObject(path.Value(map.ValueType)), RowValues.Comparer!)),
        StructType type => new ObjectReader<Row>(OfRow(type, path)),
        var type => (ColumnReader<object?>)Make(typeof(ObjectReader<>), [ClrTypes.OfValues(type)], OfScalar(type, ClrTypes.OfValues(type), path)),
    };

    private static ColumnReader Make(Type definition, Type[] arguments, params object?[] parts) =>
        (ColumnReader)Activator.CreateInstance(definition.MakeGenericType(arguments), parts)!;

    private static ColumnReader Call(string method, Type[] arguments, ColumnReader reader) =>
        (ColumnReader)typeof(Collections).GetMethod(method)!.MakeGenericMethod(arguments).Invoke(null, [reader])!;
}
