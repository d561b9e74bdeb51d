using System.Numerics;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Precision and scale of decimal results, as Spark has them with <c>spark.sql.decimalOperations.allowPrecisionLoss=true</c>.</summary>
internal static class DecimalRules
{
    private const int MinimumAdjustedScale = 6;

    public static DecimalType Add(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return Adjust(Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale + 1, scale);
    }

    public static DecimalType Multiply(DecimalType a, DecimalType b) => Adjust(a.Precision + b.Precision + 1, a.Scale + b.Scale);

    public static DecimalType Divide(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(MinimumAdjustedScale, a.Scale + b.Precision + 1);
        return Adjust(a.Precision - a.Scale + b.Scale + scale, scale);
    }

    public static DecimalType Remainder(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return Adjust(Math.Min(a.Precision - a.Scale, b.Precision - b.Scale) + scale, scale);
    }

    public static DecimalType IntegralDivide(DecimalType a, DecimalType b)
    {
        var digits = a.Precision - a.Scale + b.Scale;
        return Adjust(digits == 0 ? 1 : digits, 0);
    }

    /// <summary>The type that holds both without loss, cut to what a decimal can have.</summary>
    public static DecimalType Wider(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return Bounded(Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale, scale);
    }

    public static DecimalType Bounded(int precision, int scale) => new(Math.Min(precision, DecimalType.MaxPrecision), Math.Min(scale, DecimalType.MaxPrecision));

    /// <summary>The decimal that holds every value of a numeric type.</summary>
    public static DecimalType ForType(DataType type) => type switch
    {
        ByteType => new(3, 0),
        ShortType => new(5, 0),
        IntegerType => new(10, 0),
        LongType => new(20, 0),
        FloatType => new(14, 7),
        DoubleType => new(30, 15),
        DecimalType d => d,
        _ => throw new ArgumentException($"The type {type.SimpleString} is not numeric.", nameof(type)),
    };

    /// <summary>The smallest decimal that holds an integer literal.</summary>
    public static DecimalType ForLiteral(Constant literal) => literal.Value is null
        ? ForType(literal.Type)
        : new(BigInteger.Abs(new BigInteger(Convert.ToInt64(literal.Value, System.Globalization.CultureInfo.InvariantCulture))).ToString(System.Globalization.CultureInfo.InvariantCulture).Length, 0);

    public static bool IsWiderThan(DecimalType type, DataType other)
    {
        var o = ForType(other);
        return type.Precision - type.Scale >= o.Precision - o.Scale && type.Scale >= o.Scale;
    }

    private static DecimalType Adjust(int precision, int scale)
    {
        if (precision <= DecimalType.MaxPrecision)
            return new DecimalType(precision, scale);
        var integerDigits = precision - scale;
        var minimumScale = Math.Min(scale, MinimumAdjustedScale);
        return new DecimalType(DecimalType.MaxPrecision, Math.Max(DecimalType.MaxPrecision - integerDigits, minimumScale));
    }
}
