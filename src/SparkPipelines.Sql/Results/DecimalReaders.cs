using System.Data.SqlTypes;
using System.Globalization;
using Apache.Arrow;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>Decimals as <see cref="decimal"/>: all values of up to 28 digits, and of wider types those that fit after trailing zeros are taken off.</summary>
internal sealed class DecimalReader(DecimalType type, ColumnPath path) : ColumnReader<decimal>
{
    private const int MaxScale = 28;

    private static readonly Int128 Limit = Int128.One << 96;

    private readonly int _scale = type.Scale;
    private readonly bool _alwaysFits = type.Precision <= ClrTypes.DecimalPrecision;

    public override void Read(IArrowArray column, int start, Span<decimal> destination)
    {
        var values = ArrowBuffers.Values<Int128>(column).Slice(start, destination.Length);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < values.Length; i++)
            destination[i] = validity.IsValid(start + i) ? _alwaysFits ? Assemble(values[i], _scale) : Shorten(values[i]) : default;
    }

    private decimal Shorten(Int128 value)
    {
        var scale = _scale;
        var shorter = value;
        while (scale > 0 && (scale > MaxScale || Int128.Abs(shorter) >= Limit))
        {
            var (quotient, rest) = Int128.DivRem(shorter, 10);
            if (rest != 0)
                throw path.RangeError(DecimalText.Of(value, _scale), "a decimal can't hold (28 digits); a SqlDecimal does");
            shorter = quotient;
            scale--;
        }

        return Int128.Abs(shorter) < Limit ? Assemble(shorter, scale) : throw path.RangeError(DecimalText.Of(value, _scale), "a decimal can't hold (28 digits); a SqlDecimal does");
    }

    private static decimal Assemble(Int128 value, int scale)
    {
        var magnitude = (UInt128)Int128.Abs(value);
        return new decimal(
            unchecked((int)(uint)magnitude),
            unchecked((int)(uint)(magnitude >> 32)),
            unchecked((int)(uint)(magnitude >> 64)),
            Int128.IsNegative(value),
            checked((byte)scale));
    }
}

/// <summary>Decimals in words.</summary>
internal static class DecimalText
{
    public static string Of(Int128 unscaled, int scale)
    {
        var digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = Int128.IsNegative(unscaled) ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }
}

/// <summary>Decimals of any precision.</summary>
internal sealed class SqlDecimalReader(DecimalType type) : ColumnReader<SqlDecimal>
{
    private readonly byte _precision = (byte)type.Precision;
    private readonly byte _scale = (byte)type.Scale;

    public override void Read(IArrowArray column, int start, Span<SqlDecimal> destination)
    {
        var values = ArrowBuffers.Values<Int128>(column).Slice(start, destination.Length);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < values.Length; i++)
            destination[i] = validity.IsValid(start + i) ? Convert(values[i]) : default;
    }

    private SqlDecimal Convert(Int128 value)
    {
        var magnitude = (UInt128)Int128.Abs(value);
        return new SqlDecimal(
            _precision,
            _scale,
            !Int128.IsNegative(value),
            unchecked((int)(uint)magnitude),
            unchecked((int)(uint)(magnitude >> 32)),
            unchecked((int)(uint)(magnitude >> 64)),
            unchecked((int)(uint)(magnitude >> 96)));
    }
}
