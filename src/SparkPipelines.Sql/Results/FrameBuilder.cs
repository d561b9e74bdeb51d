using System.Globalization;
using System.Runtime.CompilerServices;
using Apache.Arrow;
using Microsoft.Data.Analysis;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Types;
using VariantType = SparkPipelines.Sql.Types.VariantType;

namespace SparkPipelines.Sql.Results;

/// <summary>
/// Collects batches into one <see cref="Microsoft.Data.Analysis.DataFrame"/>, copying whole buffers. Its own conversion from Arrow goes row by row
/// and knows few types, and is not used.
/// </summary>
internal sealed class FrameBuilder
{
    /// <summary>A column from Arrow keeps its values in one array of bytes.</summary>
    private static readonly int MostBytes = System.Array.MaxLength;

    private readonly StructType _schema;
    private readonly IFrameColumnBuilder[] _columns;

    /// <param name="schema">The columns.</param>
    /// <param name="text">How columns of text are kept.</param>
    /// <param name="mostBytes">As many bytes as a column's array takes; what an array can have unless given.</param>
    /// <exception cref="ConversionException">A column's type has no column type in Microsoft.Data.Analysis; the message names both.</exception>
    public FrameBuilder(StructType schema, FrameText text = FrameText.Strings, int? mostBytes = null)
    {
        _schema = schema;
        _columns = [.. schema.Select(field => Column(field, text, mostBytes ?? MostBytes))];
    }

    /// <summary>Appends the rows of a batch; the batch stays the caller's.</summary>
    /// <exception cref="ConversionException">A column grows larger than an array can be.</exception>
    public void Append(RecordBatch batch)
    {
        var arrays = CanonicalArrow.Columns(batch, _schema);
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Append(arrays[i]);
    }

    /// <summary>The frame; the builder is done then.</summary>
    public Microsoft.Data.Analysis.DataFrame Build() => new(_columns.Select(column => column.Build()));

    private static IFrameColumnBuilder Column(StructField field, FrameText text, int mostBytes)
    {
        var name = field.Name;
        return field.DataType switch
        {
            BooleanType => Fixed<bool>(field, mostBytes, (values, nulls, length, count) => new BooleanDataFrameColumn(name, values, nulls, length, count)),
            ByteType => Fixed<sbyte>(field, mostBytes, (values, nulls, length, count) => new SByteDataFrameColumn(name, values, nulls, length, count)),
            ShortType => Fixed<short>(field, mostBytes, (values, nulls, length, count) => new Int16DataFrameColumn(name, values, nulls, length, count)),
            IntegerType => Fixed<int>(field, mostBytes, (values, nulls, length, count) => new Int32DataFrameColumn(name, values, nulls, length, count)),
            LongType => Fixed<long>(field, mostBytes, (values, nulls, length, count) => new Int64DataFrameColumn(name, values, nulls, length, count)),
            FloatType => Fixed<float>(field, mostBytes, (values, nulls, length, count) => new SingleDataFrameColumn(name, values, nulls, length, count)),
            DoubleType => Fixed<double>(field, mostBytes, (values, nulls, length, count) => new DoubleDataFrameColumn(name, values, nulls, length, count)),
            DecimalType => Fixed<decimal>(field, mostBytes, (values, nulls, length, count) => new DecimalDataFrameColumn(name, values, nulls, length, count)),
            DateType or TimestampType or TimestampNtzType =>
                Fixed<DateTime>(field, mostBytes, (values, nulls, length, count) => new DateTimeDataFrameColumn(name, values, nulls, length, count)),
            StringType or CharType or VarcharType when text == FrameText.Utf8 => new Utf8FrameColumn(field, mostBytes),
            StringType or CharType or VarcharType or NullType => new StringFrameColumn(field),
            var type => throw new ConversionException(
                name,
                type,
                $"Column '{name}' ({type.SimpleString}) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with {Advice(type)} for instance."),
        };
    }

    private static string Advice(DataType type) => type switch
    {
        ArrayType or MapType or StructType or VariantType => "to_json",
        BinaryType => "base64",
        GeometryType or GeographyType => "hex of st_asbinary",
        _ => "a cast to string",
    };

    private static FixedFrameColumn<T> Fixed<T>(
        StructField field, int mostBytes, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, int, int, DataFrameColumn> make)
        where T : unmanaged =>
        new(field, mostBytes / Unsafe.SizeOf<T>(), (ColumnReader<T>)ColumnReaders.OfUnchecked(typeof(T), new ColumnPath(field.Name, field.DataType)), make);
}

internal static class FrameLimits
{
    /// <summary>What to do about a result that is too large for a frame.</summary>
    public const string Advice = "read the rows in parts with ToArrowAsync or StreamAsync, or take fewer of them in the query";
}

internal interface IFrameColumnBuilder
{
    void Append(IArrowArray column);

    DataFrameColumn Build();
}

/// <summary>A column of fixed-width values: one buffer of them, one bit each for null or not.</summary>
internal sealed class FixedFrameColumn<T>(
    StructField field, int mostValues, ColumnReader<T> reader, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, int, int, DataFrameColumn> make) : IFrameColumnBuilder
    where T : unmanaged
{
    private readonly BlockBuffer<T> _values = new();
    private readonly BitBuffer _validity = new();
    private int _nullCount;

    public void Append(IArrowArray column)
    {
        if (column.Length > mostValues - _values.Count)
        {
            throw new ConversionException(field.Name, field.DataType, string.Create(
                CultureInfo.InvariantCulture,
                $"Column '{field.Name}' ({field.DataType.SimpleString}) has more than {mostValues:N0} values, the most that lie in one array and so in a column of Microsoft.Data.Analysis; {FrameLimits.Advice}."));
        }

        var validity = ArrowBuffers.Validity(column);
        validity.AppendTo(_validity, column.Length);
        for (var done = 0; done < column.Length;)
        {
            var room = _values.Grow(column.Length - done);
            reader.Read(column, done, room);
            if (!validity.AllValid)
                ClearNulls(room, validity, done);
            done += room.Length;
        }
    }

    public DataFrameColumn Build()
    {
        var length = _values.Count;
        return make(_values.Finish(), _nullCount == 0 ? default : _validity.FinishMemory(), length, _nullCount);
    }

    private void ClearNulls(Span<T> values, Validity validity, int start)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (validity.IsValid(start + i))
                continue;
            // The frame's arithmetic runs over nulls as well; what lies there must not matter.
            values[i] = default;
            _nullCount++;
        }
    }
}

/// <summary>A column of text as .NET strings.</summary>
internal sealed class StringFrameColumn(StructField field) : IFrameColumnBuilder
{
    private readonly ColumnReader<string?> _reader = (ColumnReader<string?>)ColumnReaders.OfUnchecked(typeof(string), new ColumnPath(field.Name, field.DataType));
    private readonly StringDataFrameColumn _column = new(field.Name, 0);
    private readonly string?[] _values = new string?[ColumnReader.ChunkRows];

    public void Append(IArrowArray column)
    {
        for (var done = 0; done < column.Length; done += _values.Length)
        {
            var chunk = _values.AsSpan(0, Math.Min(_values.Length, column.Length - done));
            _reader.Read(column, done, chunk);
            foreach (var value in chunk)
                _column.Append(value);
        }
    }

    public DataFrameColumn Build() => _column;
}

/// <summary>A column of text as the UTF-8 that Arrow brings.</summary>
internal sealed class Utf8FrameColumn(StructField field, int mostBytes) : IFrameColumnBuilder
{
    private readonly BlockBuffer<byte> _bytes = new();
    private readonly BlockBuffer<int> _offsets = new();
    private readonly BitBuffer _validity = new();
    private int _nullCount;

    public void Append(IArrowArray column)
    {
        if (_offsets.Count == 0)
            _offsets.Append([0]);
        var offsets = ArrowBuffers.Offsets(column);
        if (offsets[^1] - offsets[0] > mostBytes - _bytes.Count || column.Length > (mostBytes / sizeof(int)) - _offsets.Count)
        {
            throw new ConversionException(field.Name, field.DataType, string.Create(
                CultureInfo.InvariantCulture,
                $"Column '{field.Name}' ({field.DataType.SimpleString}) has more than {mostBytes:N0} bytes of text or {mostBytes / sizeof(int):N0} values, the most that FrameText.Utf8 keeps of a column; take FrameText.Strings, or {FrameLimits.Advice}."));
        }

        var shift = _bytes.Count - offsets[0];
        _bytes.Append(ArrowBuffers.Bytes(column)[offsets[0]..offsets[^1]]);
        for (var done = 0; done < column.Length;)
        {
            var room = _offsets.Grow(column.Length - done);
            for (var i = 0; i < room.Length; i++)
                room[i] = offsets[done + i + 1] + shift;
            done += room.Length;
        }

        ArrowBuffers.Validity(column).AppendTo(_validity, column.Length);
        _nullCount += column.NullCount;
    }

    public DataFrameColumn Build()
    {
        if (_offsets.Count == 0)
            _offsets.Append([0]);
        var length = _offsets.Count - 1;
        // Without a bitmap this column type takes everything for null.
        return new ArrowStringDataFrameColumn(field.Name, _bytes.Finish(), _offsets.Finish(), _validity.FinishMemory(), length, _nullCount);
    }
}
