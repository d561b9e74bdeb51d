namespace SparkPipelines.Sql.Types;

/// <summary>An exact decimal number of up to 38 digits.</summary>
public sealed class DecimalType : FractionalType
{
    /// <summary>The most digits a decimal can have.</summary>
    public const int MaxPrecision = 38;

    /// <summary>A decimal of <paramref name="precision"/> digits, <paramref name="scale"/> of them after the point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Precision outside 1 to 38, or scale outside 0 to precision.</exception>
    public DecimalType(int precision = 10, int scale = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, MaxPrecision);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, precision);
        Precision = precision;
        Scale = scale;
    }

    /// <summary>All digits, 1 to 38.</summary>
    public int Precision { get; }

    /// <summary>Digits after the point, 0 to <see cref="Precision"/>.</summary>
    public int Scale { get; }

    /// <inheritdoc/>
    public override string TypeName => "decimal";

    /// <inheritdoc/>
    public override string SimpleString => $"decimal({Precision},{Scale})";

    private protected override bool EqualParts(DataType other) => other is DecimalType d && d.Precision == Precision && d.Scale == Scale;

    private protected override int HashParts() => HashCode.Combine(Precision, Scale);
}
