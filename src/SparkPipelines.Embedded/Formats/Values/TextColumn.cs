using System.Runtime.InteropServices;
using Apache.Arrow;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>Fields of many records as slices of bytes, to be turned into columns one column at a time.</summary>
internal sealed class FieldTable
{
    /// <summary>The bytes that fields lie in; a field with a negative start lies in <see cref="Scratch"/> at its complement.</summary>
    internal ReadOnlyMemory<byte> Block { get; set; }

    /// <summary>Fields that had to be written anew, without their escapes.</summary>
    internal TextBuffer Scratch { get; } = new();

    /// <summary>Fields of a record.</summary>
    internal int Width { get; set; }

    /// <summary>Records.</summary>
    internal int Rows { get; set; }

    internal int[] Starts { get; set; } = [];

    /// <summary>Lengths, -1 for a field that is not there.</summary>
    internal int[] Lengths { get; set; } = [];

    /// <summary>The text that stands for null.</summary>
    internal byte[] NullText { get; init; } = [];

    /// <summary>Records that are not as they should be.</summary>
    internal bool[] Bad { get; set; } = [];

    /// <summary>Takes a field's bytes, unless it is null.</summary>
    internal static bool TryGet(ReadOnlySpan<byte> block, ReadOnlySpan<byte> scratch, int start, int length, ReadOnlySpan<byte> nullText, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (length < 0 || (length == nullText.Length && length == 0))
            return false;
        text = start >= 0 ? block.Slice(start, length) : scratch.Slice(~start, length);
        return length != nullText.Length || !text.SequenceEqual(nullText);
    }
}

/// <summary>Turns one field of many records into an Arrow column. A text that is no value of the type makes null, and its record bad.</summary>
internal abstract class TextColumn
{
    internal abstract IArrowArray Convert(FieldTable fields, int column, PooledBatch pool);

    /// <summary>The converter of a type, by the rules of Spark's <c>UnivocityParser</c> (4.2.1); null when a text format can't hold the type.</summary>
    internal static TextColumn? For(DataType type, TextRules rules) => type switch
    {
        StringType or CharType or VarcharType => new StringColumn(Apache.Arrow.Types.StringType.Default),
        BinaryType => new StringColumn(Apache.Arrow.Types.BinaryType.Default),
        BooleanType => new BooleanColumn(),
        ByteType => new FixedColumn<sbyte, ByteParser>(type, default),
        ShortType => new FixedColumn<short, ShortParser>(type, default),
        IntegerType => new FixedColumn<int, IntParser>(type, default),
        LongType => new FixedColumn<long, LongParser>(type, default),
        FloatType => new FixedColumn<float, FloatParser>(type, new FloatParser(rules)),
        DoubleType => new FixedColumn<double, DoubleParser>(type, new DoubleParser(rules)),
        DecimalType d => new FixedColumn<Int128, DecimalParser>(type, new DecimalParser(d)),
        DateType => new FixedColumn<int, DateParser>(type, new DateParser(rules)),
        TimestampType => new FixedColumn<long, TimestampParser>(type, new TimestampParser(rules)),
        TimestampNtzType => new FixedColumn<long, TimestampNtzParser>(type, new TimestampNtzParser(rules)),
        _ => null,
    };

    private sealed class FixedColumn<T, TParser>(DataType type, TParser parser) : TextColumn
        where T : unmanaged
        where TParser : struct, IFieldParser<T>
    {
        internal override unsafe IArrowArray Convert(FieldTable fields, int column, PooledBatch pool)
        {
            int rows = fields.Rows;
            byte[] values = pool.Rent(rows * sizeof(T));
            byte[] validity = pool.RentValidity(rows);
            Span<T> output = MemoryMarshal.Cast<byte, T>(values.AsSpan())[..rows];
            ReadOnlySpan<byte> block = fields.Block.Span;
            ReadOnlySpan<byte> scratch = fields.Scratch.Written;
            ReadOnlySpan<byte> nullText = fields.NullText;
            int nulls = 0;
            for (int row = 0, at = column; row < output.Length; row++, at += fields.Width)
            {
                if (FieldTable.TryGet(block, scratch, fields.Starts[at], fields.Lengths[at], nullText, out ReadOnlySpan<byte> text))
                {
                    if (parser.TryParse(text, out output[row]))
                        continue;
                    fields.Bad[row] = true;
                }
                output[row] = default;
                validity[row >> 3] &= unchecked((byte)~(1 << (row & 7)));
                nulls++;
            }
            return PooledBatch.Array(type.ToArrow(), rows, nulls, validity, values.AsMemory(0, rows * sizeof(T)));
        }
    }

    private sealed class BooleanColumn : TextColumn
    {
        internal override IArrowArray Convert(FieldTable fields, int column, PooledBatch pool)
        {
            int rows = fields.Rows;
            byte[] values = pool.Rent((rows + 7) / 8);
            values.AsSpan(0, (rows + 7) / 8).Clear();
            byte[] validity = pool.RentValidity(rows);
            ReadOnlySpan<byte> scratch = fields.Scratch.Written;
            int nulls = 0;
            for (int row = 0, at = column; row < rows; row++, at += fields.Width)
            {
                if (FieldTable.TryGet(fields.Block.Span, scratch, fields.Starts[at], fields.Lengths[at], fields.NullText, out ReadOnlySpan<byte> text))
                {
                    if (System.Text.Ascii.EqualsIgnoreCase(text, "true"u8))
                    {
                        values[row >> 3] |= (byte)(1 << (row & 7));
                        continue;
                    }
                    if (System.Text.Ascii.EqualsIgnoreCase(text, "false"u8))
                        continue;
                    fields.Bad[row] = true;
                }
                validity[row >> 3] &= unchecked((byte)~(1 << (row & 7)));
                nulls++;
            }
            return PooledBatch.Array(Apache.Arrow.Types.BooleanType.Default, rows, nulls, validity, values.AsMemory(0, (rows + 7) / 8));
        }
    }

    private sealed class StringColumn(Apache.Arrow.Types.IArrowType type) : TextColumn
    {
        internal override IArrowArray Convert(FieldTable fields, int column, PooledBatch pool)
        {
            int rows = fields.Rows;
            byte[] offsetBytes = pool.Rent((rows + 1) * sizeof(int));
            byte[] validity = pool.RentValidity(rows);
            Span<int> offsets = MemoryMarshal.Cast<byte, int>(offsetBytes.AsSpan())[..(rows + 1)];
            long total = 0;
            for (int row = 0, at = column; row < rows; row++, at += fields.Width)
                total += Math.Max(0, fields.Lengths[at]);
            byte[] data = pool.Rent(checked((int)total));
            ReadOnlySpan<byte> block = fields.Block.Span;
            ReadOnlySpan<byte> scratch = fields.Scratch.Written;
            ReadOnlySpan<byte> nullText = fields.NullText;
            int position = 0;
            int nulls = 0;
            offsets[0] = 0;
            for (int row = 0, at = column; row < rows; row++, at += fields.Width)
            {
                if (FieldTable.TryGet(block, scratch, fields.Starts[at], fields.Lengths[at], nullText, out ReadOnlySpan<byte> text))
                {
                    text.CopyTo(data.AsSpan(position));
                    position += text.Length;
                }
                else
                {
                    validity[row >> 3] &= unchecked((byte)~(1 << (row & 7)));
                    nulls++;
                }
                offsets[row + 1] = position;
            }
            return PooledBatch.Array(
                type, rows, nulls, validity, data.AsMemory(0, position), offsetBytes.AsMemory(0, (rows + 1) * sizeof(int)));
        }
    }
}
