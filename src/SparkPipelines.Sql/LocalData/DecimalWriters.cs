using System.Data.SqlTypes;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Decimals at the column's scale. A value with more digits than the column has, before or after the point, is refused.</summary>
internal abstract class DecimalWriterBase<T>(DecimalType type, ColumnPath path) : BufferWriter<T, Int128>(new Decimal128Type(type.Precision, type.Scale))
{
    private readonly Int128 _limit = Pow10(type.Precision);

    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        var room = Values.Grow(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            room[i] = 0;
            if ((nulls.IsEmpty || !nulls[i]) && !TryRescale(Unscaled(values[i], out var scale), scale, out room[i]))
                throw path.ValueError(values[i], $"has {type.Precision - type.Scale} digits before the point and {type.Scale} after it");
        }

        AppendValidity(values.Length, nulls);
    }

    protected abstract Int128 Unscaled(T value, out int scale);

    private bool TryRescale(Int128 unscaled, int scale, out Int128 result)
    {
        result = unscaled;
        for (; scale > type.Scale; scale--)
        {
            (result, var rest) = Int128.DivRem(result, 10);
            if (rest != 0)
                return false;
        }

        for (; scale < type.Scale; scale++)
        {
            if (Int128.Abs(result) >= _limit)
                return false;
            result *= 10;
        }

        return Int128.Abs(result) < _limit;
    }

    private static Int128 Pow10(int exponent)
    {
        var power = Int128.One;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}

internal sealed class DecimalWriter(DecimalType type, ColumnPath path) : DecimalWriterBase<decimal>(type, path)
{
    protected override Int128 Unscaled(decimal value, out int scale)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        scale = value.Scale;
        var magnitude = new Int128(unchecked((uint)parts[2]), unchecked(((ulong)(uint)parts[1] << 32) | (uint)parts[0]));
        return decimal.IsNegative(value) ? -magnitude : magnitude;
    }
}

internal sealed class SqlDecimalWriter(DecimalType type, ColumnPath path) : DecimalWriterBase<SqlDecimal>(type, path)
{
    protected override Int128 Unscaled(SqlDecimal value, out int scale)
    {
        Span<uint> parts = stackalloc uint[4];
        value.WriteTdsValue(parts);
        scale = value.Scale;
        var magnitude = new Int128(((ulong)parts[3] << 32) | parts[2], ((ulong)parts[1] << 32) | parts[0]);
        return value.IsPositive ? magnitude : -magnitude;
    }
}

/// <summary>The whole numbers that no integer type of Spark holds.</summary>
internal sealed class UnsignedLongWriter(DecimalType type, ColumnPath path) : DecimalWriterBase<ulong>(type, path)
{
    protected override Int128 Unscaled(ulong value, out int scale)
    {
        scale = 0;
        return value;
    }
}
