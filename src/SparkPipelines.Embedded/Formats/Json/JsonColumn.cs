using System.Runtime.InteropServices;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>Turns JSON values of one field of many records into an Arrow column, by the rules of Spark's <c>JacksonParser</c> (4.2.1).</summary>
internal abstract class JsonColumn
{
    /// <summary>Converts values. What can't be converted is null and said so in the slices.</summary>
    internal abstract IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool);

    internal static JsonColumn For(DataType type, JsonOptions options) => type switch
    {
        StringType or CharType or VarcharType => new JsonStringColumn(),
        BinaryType => new JsonBinaryColumn(),
        BooleanType => new JsonBooleanColumn(),
        ByteType => new Scalar<sbyte, JsonByteParser>(type, default),
        ShortType => new Scalar<short, ShortParser>(type, default),
        IntegerType => new Scalar<int, IntParser>(type, default),
        LongType => new Scalar<long, LongParser>(type, default),
        FloatType => new Scalar<float, JsonFloatParser>(type, default),
        DoubleType => new Scalar<double, JsonDoubleParser>(type, default),
        DecimalType d => new Scalar<Int128, JsonDecimalParser>(type, new JsonDecimalParser(d)),
        DateType => new Scalar<int, JsonDateParser>(type, new JsonDateParser(options.Rules)),
        TimestampType => new Scalar<long, JsonTimestampParser>(type, new JsonTimestampParser(options.Rules)),
        TimestampNtzType => new Scalar<long, JsonTimestampNtzParser>(type, new JsonTimestampNtzParser(options.Rules)),
        ArrayType a => new JsonArrayColumn(a, options),
        MapType m => new JsonMapColumn(m, options),
        StructType s => new JsonStructColumn(s, options),
        _ => new JsonNullColumn(),
    };

    private sealed class Scalar<T, TParser>(DataType type, TParser parser) : JsonColumn
        where T : unmanaged
        where TParser : struct, IFieldParser<T>
    {
        internal override unsafe IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool)
        {
            int rows = values.Count;
            byte[] bytes = pool.Rent(rows * sizeof(T));
            byte[] validity = pool.RentValidity(rows);
            Span<T> output = MemoryMarshal.Cast<byte, T>(bytes.AsSpan())[..rows];
            values.Begin();
            int nulls = 0;
            for (int row = 0; row < output.Length; row++)
            {
                ReadOnlySpan<byte> text = values.Text(block, row);
                if (!text.IsEmpty)
                {
                    if (parser.TryParse(text, out output[row]))
                        continue;
                    values.Failed[row] = true;
                }
                output[row] = default;
                JsonBits.Clear(validity, row);
                nulls++;
            }
            return PooledBatch.Array(type.ToArrow(), rows, nulls, validity, bytes.AsMemory(0, rows * sizeof(T)));
        }
    }
}

/// <summary>Bits of validity.</summary>
internal static class JsonBits
{
    internal static void Clear(byte[] validity, int row) => validity[row >> 3] &= unchecked((byte)~(1 << (row & 7)));
}

internal sealed class JsonNullColumn : JsonColumn
{
    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool)
    {
        values.Begin();
        for (int row = 0; row < values.Count; row++)
            values.Failed[row] = !values.Text(block, row).IsEmpty;
        return new NullArray(values.Count);
    }
}

internal sealed class JsonBooleanColumn : JsonColumn
{
    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool)
    {
        int rows = values.Count;
        byte[] bits = pool.Rent((rows + 7) / 8);
        bits.AsSpan(0, (rows + 7) / 8).Clear();
        byte[] validity = pool.RentValidity(rows);
        values.Begin();
        int nulls = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> text = values.Text(block, row);
            if (text.SequenceEqual("true"u8))
            {
                bits[row >> 3] |= (byte)(1 << (row & 7));
            }
            else if (!text.SequenceEqual("false"u8))
            {
                values.Failed[row] = !text.IsEmpty;
                JsonBits.Clear(validity, row);
                nulls++;
            }
        }
        return PooledBatch.Array(Apache.Arrow.Types.BooleanType.Default, rows, nulls, validity, bits.AsMemory(0, (rows + 7) / 8));
    }
}

/// <summary>Strings; any other value gives its own text, as it stands in the file.</summary>
internal sealed class JsonStringColumn : JsonColumn
{
    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool) =>
        Bytes(block, values, pool, Apache.Arrow.Types.StringType.Default, static (text, output) =>
        {
            if (text[0] is (byte)'"' or (byte)'\'')
                return JsonText.Unescape(text, output);
            text.CopyTo(output);
            return text.Length;
        });

    /// <summary>A column of bytes; a negative length says that the value can't be converted.</summary>
    internal static IArrowArray Bytes(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool, Apache.Arrow.Types.IArrowType type, BytesWriter write)
    {
        int rows = values.Count;
        byte[] offsetBytes = pool.Rent((rows + 1) * sizeof(int));
        Span<int> offsets = MemoryMarshal.Cast<byte, int>(offsetBytes.AsSpan())[..(rows + 1)];
        byte[] validity = pool.RentValidity(rows);
        long total = 0;
        for (int row = 0; row < rows; row++)
            total += Math.Max(0, values.Length(row));
        byte[] data = pool.Rent(checked((int)total));
        values.Begin();
        int position = 0;
        int nulls = 0;
        offsets[0] = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> text = values.Text(block, row);
            int length = text.IsEmpty ? -1 : write(text, data.AsSpan(position));
            if (length < 0)
            {
                values.Failed[row] = !text.IsEmpty;
                JsonBits.Clear(validity, row);
                nulls++;
            }
            else
            {
                position += length;
            }
            offsets[row + 1] = position;
        }
        return PooledBatch.Array(type, rows, nulls, validity, data.AsMemory(0, position), offsetBytes.AsMemory(0, (rows + 1) * sizeof(int)));
    }

    internal delegate int BytesWriter(ReadOnlySpan<byte> text, Span<byte> output);
}

/// <summary>Binaries, written in base 64.</summary>
internal sealed class JsonBinaryColumn : JsonColumn
{
    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool) =>
        JsonStringColumn.Bytes(block, values, pool, Apache.Arrow.Types.BinaryType.Default, static (text, output) =>
        {
            if (text[0] is not ((byte)'"' or (byte)'\''))
                return -1;
            var decoded = new byte[text.Length];
            int length = JsonText.Unescape(text, decoded);
            return System.Buffers.Text.Base64.DecodeFromUtf8(decoded.AsSpan(0, length), output, out _, out int written) == System.Buffers.OperationStatus.Done ? written : -1;
        });
}
