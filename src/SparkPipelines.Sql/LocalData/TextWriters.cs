using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Values of any length: offsets, and the bytes they point into.</summary>
internal abstract class BytesWriter<T>(IArrowType type) : ColumnWriter<T>
{
    private readonly GrowingBuffer<int> _offsets = new();
    private bool[] _nulls = [];

    public override long SizeBytes => Bytes.Count + ((long)_offsets.Count * sizeof(int));

    protected GrowingBuffer<byte> Bytes { get; } = new();

    public sealed override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        if (_offsets.Count == 0)
            _offsets.Append([0]);
        var offsets = _offsets.Grow(values.Length);
        var marks = Scratch.Of(ref _nulls, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            marks[i] = values[i] is null || (!nulls.IsEmpty && nulls[i]);
            if (!marks[i])
                AppendBytes(values[i]);
            offsets[i] = Bytes.Count;
        }

        AppendValidity(values.Length, marks);
    }

    protected abstract void AppendBytes(T value);

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity)
    {
        if (_offsets.Count == 0)
            _offsets.Append([0]);
        return new ArrayData(type, length, nullCount, 0, [validity, _offsets.Finish(), Bytes.Finish()]);
    }
}

internal sealed class StringWriter(ColumnPath path) : BytesWriter<string?>(Apache.Arrow.Types.StringType.Default)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    protected override void AppendBytes(string? value)
    {
        var most = Utf8.GetMaxByteCount(value!.Length);
        try
        {
            Bytes.Shrink(most - Utf8.GetBytes(value, Bytes.Grow(most)));
        }
        catch (EncoderFallbackException e)
        {
            throw path.ValueError(value, "holds Unicode text, where half a surrogate pair is no character", e);
        }
    }
}

internal sealed class BinaryWriter() : BytesWriter<byte[]?>(Apache.Arrow.Types.BinaryType.Default)
{
    protected override void AppendBytes(byte[]? value) => Bytes.Append(value);
}

/// <summary>Bytes that are text or binary already.</summary>
internal sealed class RawBytesWriter(IArrowType type) : BytesWriter<ReadOnlyMemory<byte>>(type)
{
    protected override void AppendBytes(ReadOnlyMemory<byte> value) => Bytes.Append(value.Span);
}

/// <summary>Members of an enum by their names.</summary>
internal sealed class EnumWriter<T>(ColumnWriter<string?> strings, ColumnPath path) : PassingWriter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToDictionary(member => member, member => member.ToString());

    private string?[] _values = [];

    protected override ColumnWriter Inner => strings;

    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        var names = Scratch.Of(ref _values, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!Names.TryGetValue(values[i], out names[i]) && (nulls.IsEmpty || !nulls[i]))
                throw path.ValueError(values[i], $"takes the named members of {typeof(T).Name}");
        }

        strings.Append(names, nulls);
    }
}

internal sealed class VariantWriter(IArrowType type) : ColumnWriter<Variant>
{
    private readonly BinaryWriter _values = new();
    private readonly BinaryWriter _metadata = new();
    private byte[]?[] _bytes = [];

    public override long SizeBytes => _values.SizeBytes + _metadata.SizeBytes;

    public override void Append(ReadOnlySpan<Variant> values, ReadOnlySpan<bool> nulls)
    {
        var bytes = Scratch.Of(ref _bytes, values.Length);
        for (var i = 0; i < values.Length; i++)
            bytes[i] = values[i].Value.ToArray();
        _values.Append(bytes, default);
        for (var i = 0; i < values.Length; i++)
            bytes[i] = values[i].Metadata.ToArray();
        _metadata.Append(bytes, default);
        AppendValidity(values.Length, nulls);
    }

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) =>
        new(type, length, nullCount, 0, [validity], [_values.Finish().Data, _metadata.Finish().Data]);
}
