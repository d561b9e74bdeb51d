using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Values that Arrow holds as .NET does: one copy of memory.</summary>
internal sealed class FixedWriter<T>(IArrowType type) : BufferWriter<T, T>(type)
    where T : unmanaged
{
    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        Values.Append(values);
        AppendValidity(values.Length, nulls);
    }
}

/// <summary>Numbers in an Arrow type that holds all of them.</summary>
internal sealed class WideningWriter<T, TRaw>(IArrowType type) : BufferWriter<T, TRaw>(type)
    where T : unmanaged, INumber<T>
    where TRaw : unmanaged, INumber<TRaw>
{
    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        var room = Values.Grow(values.Length);
        for (var i = 0; i < values.Length; i++)
            room[i] = TRaw.CreateChecked(values[i]);
        AppendValidity(values.Length, nulls);
    }
}

internal sealed class BooleanWriter : ColumnWriter<bool>
{
    private readonly BitBuffer _values = new();

    public override long SizeBytes => _values.Count / 8;

    public override void Append(ReadOnlySpan<bool> values, ReadOnlySpan<bool> nulls)
    {
        _values.Append(values);
        AppendValidity(values.Length, nulls);
    }

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) =>
        new(BooleanType.Default, length, nullCount, 0, [validity, _values.Finish()]);
}

/// <summary>How one CLR value becomes what Arrow stores, or why it can't.</summary>
internal interface IRawConversion<TValue, TRaw>
{
    static abstract bool TryConvert(TValue value, out TRaw raw);

    /// <summary>What the column can't do with a value that is refused: <c>has microseconds at the finest</c>.</summary>
    static abstract string Limit { get; }
}

/// <summary>Values that need a conversion; those marked null are not looked at.</summary>
internal sealed class ConvertingWriter<T, TRaw, TConversion>(IArrowType type, ColumnPath path) : BufferWriter<T, TRaw>(type)
    where TRaw : unmanaged
    where TConversion : IRawConversion<T, TRaw>
{
    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        var room = Values.Grow(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!TConversion.TryConvert(values[i], out room[i]) && (nulls.IsEmpty || !nulls[i]))
                throw path.ValueError(values[i], TConversion.Limit);
        }

        AppendValidity(values.Length, nulls);
    }
}
