using System.Numerics;
using Apache.Arrow;

namespace SparkPipelines.Sql.Results;

/// <summary>Values that .NET holds as Arrow does: one copy of memory.</summary>
internal sealed class FixedReader<T> : ColumnReader<T>
    where T : unmanaged
{
    public override void Read(IArrowArray column, int start, Span<T> destination) =>
        ArrowBuffers.Values<T>(column).Slice(start, destination.Length).CopyTo(destination);
}

internal sealed class BooleanReader : ColumnReader<bool>
{
    public override void Read(IArrowArray column, int start, Span<bool> destination)
    {
        var bits = column.Data.Buffers[1].Span;
        var offset = column.Data.Offset + start;
        for (var i = 0; i < destination.Length; i++)
            destination[i] = ((bits[(offset + i) >> 3] >> ((offset + i) & 7)) & 1) != 0;
    }
}

/// <summary>Numbers in a CLR type that holds all of them.</summary>
internal sealed class WideningReader<TFrom, TTo> : ColumnReader<TTo>
    where TFrom : unmanaged, INumber<TFrom>
    where TTo : INumber<TTo>
{
    public override void Read(IArrowArray column, int start, Span<TTo> destination)
    {
        var values = ArrowBuffers.Values<TFrom>(column).Slice(start, destination.Length);
        for (var i = 0; i < values.Length; i++)
            destination[i] = TTo.CreateChecked(values[i]);
    }
}

/// <summary>How one raw value becomes a CLR value, or why it can't.</summary>
internal interface IValueConversion<TRaw, TValue>
{
    static abstract bool TryConvert(TRaw raw, out TValue value);

    /// <summary>A raw value that can't be converted, in words.</summary>
    static abstract string Describe(TRaw raw);

    /// <summary>What the CLR type can't do: <c>DateOnly can't hold (0001-01-01 to 9999-12-31)</c>.</summary>
    static abstract string Limit { get; }
}

/// <summary>Fixed-width values that need a conversion; nulls are not looked at, so that what lies beneath them can't fail.</summary>
internal sealed class ConvertingReader<TRaw, TValue, TConversion>(ColumnPath path) : ColumnReader<TValue>
    where TRaw : unmanaged
    where TConversion : IValueConversion<TRaw, TValue>
{
    public override void Read(IArrowArray column, int start, Span<TValue> destination)
    {
        var values = ArrowBuffers.Values<TRaw>(column).Slice(start, destination.Length);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < values.Length; i++)
        {
            if (!TConversion.TryConvert(values[i], out destination[i]) && validity.IsValid(start + i))
                throw path.RangeError(TConversion.Describe(values[i]), TConversion.Limit);
        }
    }
}

/// <summary>Numbers in the unsigned type they were written from; a negative one, or one too large, is an error.</summary>
internal readonly struct CheckedConversion<TFrom, TTo> : IValueConversion<TFrom, TTo>
    where TFrom : unmanaged, INumber<TFrom>
    where TTo : unmanaged, INumber<TTo>, IMinMaxValue<TTo>
{
    public static string Limit => $"a {typeof(TTo).Name} can't hold ({TTo.MinValue} to {TTo.MaxValue})";

    public static bool TryConvert(TFrom raw, out TTo value)
    {
        value = TTo.CreateTruncating(raw);
        return TFrom.CreateSaturating(value) == raw && TTo.IsNegative(value) == TFrom.IsNegative(raw);
    }

    public static string Describe(TFrom raw) => raw.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
