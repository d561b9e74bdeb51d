using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using Arrow = Apache.Arrow.Types;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// Arrow arrays in exactly the types that <see cref="ArrowTypes.ToArrow"/> gives: readers, and Spark, know no others. What comes in another
/// shape (dictionaries, views, large strings, unsigned numbers, other units of time) is converted whole; a value that does not fit is an error.
/// </summary>
internal static class CanonicalArrow
{
    /// <summary>The columns of a batch, by position, as the schema's types want them.</summary>
    /// <exception cref="ConversionException">A column of another type, or a value that the schema's type can't hold.</exception>
    public static IArrowArray[] Columns(RecordBatch batch, StructType schema)
    {
        if (batch.ColumnCount != schema.Count)
        {
            throw new ConversionException(
                "", schema, $"The schema {schema.SimpleString} has {schema.Count} columns, but a batch brings {batch.ColumnCount}.");
        }

        var columns = new IArrowArray[schema.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = Of(batch.Column(i), new ColumnPath(schema[i].Name, schema[i].DataType));
        return columns;
    }

    public static IArrowArray Of(IArrowArray array, ColumnPath path)
    {
        if (IsCanonical(array.Data.DataType, path.Type))
            return array;
        if (array is DictionaryArray dictionary)
            return Decode(dictionary, path);
        return path.Type switch
        {
            ArrayType type when array is ListArray or LargeListArray or FixedSizeListArray => List(array, type, path),
            MapType type when array is MapArray map => Map(map, type, path),
            StructType type when array is StructArray parts && parts.Fields.Count == type.Count => Struct(parts, type, path),
            _ => Scalar(array, path),
        };
    }

    private static bool IsCanonical(IArrowType arrow, DataType type) => (type, arrow) switch
    {
        (ArrayType a, ListType l) => arrow.TypeId == ArrowTypeId.List && IsCanonical(l.ValueDataType, a.ElementType),
        (MapType m, Arrow.MapType a) => IsCanonical(a.KeyField.DataType, m.KeyType) && IsCanonical(a.ValueField.DataType, m.ValueType),
        (StructType s, Arrow.StructType a) =>
            a.Fields.Count == s.Count && a.Fields.Select((field, index) => IsCanonical(field.DataType, s[index].DataType)).All(same => same),
        (VariantType, Arrow.StructType { Fields: [{ DataType: Arrow.BinaryType, Name: "value" }, { DataType: Arrow.BinaryType, Name: "metadata" }] }) => true,
        (GeometryType or GeographyType, Arrow.StructType { Fields: [{ DataType: Int32Type, Name: "srid" }, { DataType: Arrow.BinaryType, Name: "wkb" }] }) => true,
        (DecimalType d, Decimal128Type a) => d.Precision == a.Precision && d.Scale == a.Scale,
        (TimestampType or TimestampNtzType, Arrow.TimestampType a) => a.Unit == TimeUnit.Microsecond && string.IsNullOrEmpty(a.Timezone) == type is TimestampNtzType,
        (TimeType, Time64Type a) => a.Unit == TimeUnit.Nanosecond,
        (DayTimeIntervalType, DurationType a) => a.Unit == TimeUnit.Microsecond,
        (YearMonthIntervalType, IntervalType a) => a.Unit == IntervalUnit.YearMonth,
        (CalendarIntervalType, IntervalType a) => a.Unit == IntervalUnit.MonthDayNanosecond,
        (ArrayType or MapType or StructType or VariantType or GeometryType or GeographyType or DecimalType or TimestampType or TimestampNtzType, _) => false,
        _ => type.ToArrow().TypeId == arrow.TypeId,
    };

    private static IArrowArray Scalar(IArrowArray array, ColumnPath path) => (path.Type, array) switch
    {
        (ShortType, UInt8Array) => Write(ArrowBuffers.Values<byte>(array), array, path),
        (IntegerType, UInt16Array) => Write(ArrowBuffers.Values<ushort>(array), array, path),
        (LongType, UInt32Array) => Write(ArrowBuffers.Values<uint>(array), array, path),
        (DecimalType, UInt64Array) => Write(ArrowBuffers.Values<ulong>(array), array, path),
        (FloatType, HalfFloatArray) => Fixed<Half, float>(array, path, (half, _) => (float)half),
        (StringType or CharType or VarcharType, StringViewArray or LargeStringArray) => Bytes(array, path),
        (BinaryType, BinaryViewArray or LargeBinaryArray or FixedSizeBinaryArray) => Bytes(array, path),
        (DateType, Date64Array) => Fixed<long, int>(array, path, (millis, p) => checked((int)Scale(millis, 1, 86_400_000, p))),
        (TimestampType or TimestampNtzType, TimestampArray t) => Micros(t, ((Arrow.TimestampType)t.Data.DataType).Unit, path),
        (DayTimeIntervalType, DurationArray d) => Micros(d, d.DataType.Unit, path),
        (TimeType, Time32Array t) => Fixed<int, long>(array, path, (value, p) => Scale(value, NanosIn(((Time32Type)t.Data.DataType).Unit), 1, p)),
        (TimeType, Time64Array t) => Fixed<long, long>(array, path, (value, p) => Scale(value, NanosIn(((Time64Type)t.Data.DataType).Unit), 1, p)),
        (CalendarIntervalType, DayTimeIntervalArray) => Fixed<(int Days, int Millis), RawInterval>(
            array, path, (value, _) => new RawInterval(0, value.Days, value.Millis * 1_000_000L)),
        (DecimalType type, Decimal128Array) => Rescale(array, type, ((Decimal128Type)array.Data.DataType).Scale, path),
        (DecimalType type, Decimal256Array wide) => Narrow(wide, type, path),
        _ => throw new ConversionException(
            path.Column, path.Type, $"Column '{path.Column}' is Arrow's {array.Data.DataType.Name}, which does not hold values of the Spark type {path.Type.SimpleString}."),
    };

    private static long NanosIn(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 1_000_000_000,
        TimeUnit.Millisecond => 1_000_000,
        TimeUnit.Microsecond => 1_000,
        _ => 1,
    };

    private static IArrowArray Micros(IArrowArray array, TimeUnit unit, ColumnPath path)
    {
        if (unit == TimeUnit.Microsecond)
            return Fixed<long, long>(array, path, (value, _) => value);
        return unit == TimeUnit.Nanosecond
            ? Fixed<long, long>(array, path, (nanos, p) => Scale(nanos, 1, 1000, p))
            : Fixed<long, long>(array, path, (value, p) => Scale(value, NanosIn(unit) / 1000, 1, p));
    }

    private static long Scale(long value, long factor, long divisor, ColumnPath path)
    {
        var (quotient, rest) = Int128.DivRem((Int128)value * factor, divisor);
        return rest == 0 && quotient >= long.MinValue && quotient <= long.MaxValue
            ? (long)quotient
            : throw path.ValueError(value, $"does not fit the unit of {path.Type.SimpleString} as a count of Arrow's unit");
    }

    private static IArrowArray Fixed<TRaw, TTo>(IArrowArray array, ColumnPath path, Func<TRaw, ColumnPath, TTo> convert)
        where TRaw : unmanaged
        where TTo : unmanaged
    {
        var values = ArrowBuffers.Values<TRaw>(array);
        var validity = ArrowBuffers.Validity(array);
        var writer = new FixedWriter<TTo>(path.Type.ToArrow());
        var converted = new TTo[values.Length];
        for (var i = 0; i < values.Length; i++)
            converted[i] = validity.IsValid(i) ? convert(values[i], path) : default;
        writer.Append(converted, Nulls(array));
        return writer.Finish();
    }

    private static IArrowArray Write<T>(ReadOnlySpan<T> values, IArrowArray array, ColumnPath path)
    {
        var writer = (ColumnWriter<T>)ColumnWriters.Of(ClrShape.Of(typeof(T)), path, nullable: true);
        writer.Append(values, Nulls(array));
        return writer.Finish();
    }

    private static IArrowArray Rescale(IArrowArray array, DecimalType type, int scale, ColumnPath path)
    {
        var source = new SqlDecimalReader(new DecimalType(DecimalType.MaxPrecision, scale));
        var values = new System.Data.SqlTypes.SqlDecimal[array.Length];
        source.Read(array, 0, values);
        var writer = new SqlDecimalWriter(type, path);
        writer.Append(values, Nulls(array));
        return writer.Finish();
    }

    private static IArrowArray Narrow(Decimal256Array wide, DecimalType type, ColumnPath path)
    {
        var scale = ((Decimal256Type)wide.Data.DataType).Scale;
        var writer = new FixedWriter<Int128>(new Decimal128Type(type.Precision, type.Scale));
        var values = new Int128[wide.Length];
        var source = ArrowBuffers.Values<(UInt128 Low, Int128 High)>(wide);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = unchecked((Int128)source[i].Low);
            if (wide.IsValid(i) && source[i].High != (values[i] < 0 ? -1 : 0))
                throw path.ValueError(wide.GetString(i), $"has {type.Precision} digits");
        }

        writer.Append(values, Nulls(wide));
        var narrow = writer.Finish();
        return scale == type.Scale ? narrow : Rescale(narrow, type, scale, path);
    }

    private static IArrowArray Bytes(IArrowArray array, ColumnPath path)
    {
        var writer = new RawBytesWriter(path.Type.ToArrow());
        var values = new ReadOnlyMemory<byte>[array.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = array switch
            {
                BinaryViewArray views => views.GetBytes(i).ToArray(),
                LargeBinaryArray large => large.GetBytes(i).ToArray(),
                FixedSizeBinaryArray same => same.GetBytes(i).ToArray(),
                BinaryArray bytes => bytes.GetBytes(i).ToArray(),
                _ => throw new InvalidOperationException($"An array of {array.Data.DataType.Name} has no bytes."),
            };
        }

        writer.Append(values, Nulls(array));
        return writer.Finish();
    }

    private static IArrowArray Decode(DictionaryArray array, ColumnPath path)
    {
        // A position's value is looked up by slicing the dictionary: right for every type, and dictionaries are rare on this way.
        var values = Of(array.Dictionary, path);
        var parts = new List<IArrowArray>();
        var nulls = Nulls(array.Indices);
        var nothing = Nothing(path);
        for (var i = 0; i < array.Length; i++)
        {
            var index = nulls.Length > 0 && nulls[i] ? -1 : Index(array.Indices, i);
            parts.Add(index < 0 ? nothing : ArrowArrayFactory.BuildArray(values.Data.Slice(index, 1)));
        }

        return parts.Count == 0 ? ArrowArrayFactory.BuildArray(nothing.Data.Slice(0, 0)) : ArrowArrayConcatenator.Concatenate(parts);
    }

    private static IArrowArray Nothing(ColumnPath path)
    {
        var writer = ColumnWriters.OfObject(new StructField(path.Column, path.Type));
        writer.Append([null], default);
        return writer.Finish();
    }

    private static int Index(IArrowArray indices, int position) => indices switch
    {
        Int8Array a => a.Values[position],
        UInt8Array a => a.Values[position],
        Int16Array a => a.Values[position],
        UInt16Array a => a.Values[position],
        Int32Array a => a.Values[position],
        UInt32Array a => checked((int)a.Values[position]),
        Int64Array a => checked((int)a.Values[position]),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"Dictionary indices of Arrow's {indices.Data.DataType.Name} are not read.")),
    };

    private static IArrowArray List(IArrowArray array, ArrayType type, ColumnPath path)
    {
        var (values, offsets) = array switch
        {
            FixedSizeListArray fixedSize => (fixedSize.Values, Offsets(array, i => checked(((FixedSizeListType)array.Data.DataType).ListSize * (array.Data.Offset + i)))),
            LargeListArray large => (large.Values, Offsets(array, i => checked((int)large.ValueOffsets[i]))),
            ListArray list => (list.Values, Offsets(array, i => list.ValueOffsets[i])),
            _ => throw new InvalidOperationException($"An array of {array.Data.DataType.Name} is no list."),
        };
        var element = Of(values, path.Element(type.ElementType));
        return Rebuild(array, path, offsets, element.Data);
    }

    private static IArrowArray Map(MapArray map, MapType type, ColumnPath path)
    {
        var keys = Of(map.Keys, path.Key(type.KeyType));
        var values = Of(map.Values, path.Value(type.ValueType));
        var entries = new ArrayData(((Arrow.MapType)type.ToArrow()).KeyValueType, keys.Length, 0, 0, [ArrowBuffer.Empty], [keys.Data, values.Data]);
        return Rebuild(map, path, Offsets(map, i => map.ValueOffsets[i]), entries);
    }

    private static IArrowArray Struct(StructArray parts, StructType type, ColumnPath path)
    {
        var fields = parts.Fields.Select((field, index) => Of(field, path.Field(type[index])).Data).ToArray();
        return ArrowArrayFactory.BuildArray(new ArrayData(type.ToArrow(), parts.Length, parts.NullCount, 0, [Bitmap(parts)], fields));
    }

    private static IArrowArray Rebuild(IArrowArray array, ColumnPath path, ArrowBuffer offsets, ArrayData child) =>
        ArrowArrayFactory.BuildArray(new ArrayData(path.Type.ToArrow(), array.Length, array.NullCount, 0, [Bitmap(array), offsets], [child]));

    private static ArrowBuffer Offsets(IArrowArray array, Func<int, int> at)
    {
        var offsets = new GrowingBuffer<int>();
        var room = offsets.Grow(array.Length + 1);
        for (var i = 0; i < room.Length; i++)
            room[i] = at(i);
        return offsets.Finish();
    }

    private static ArrowBuffer Bitmap(IArrowArray array)
    {
        if (array.NullCount == 0)
            return ArrowBuffer.Empty;
        var bits = new BitBuffer();
        bits.Append(Nulls(array), negate: true);
        return bits.Finish();
    }

    private static bool[] Nulls(IArrowArray array)
    {
        if (array.NullCount == 0)
            return [];
        var nulls = new bool[array.Length];
        for (var i = 0; i < nulls.Length; i++)
            nulls[i] = array.IsNull(i);
        return nulls;
    }
}
