namespace SparkPipelines.Sql.Types;

/// <summary>The type of a bare null; Arrow's null type.</summary>
public sealed class NullType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "void";
}

/// <summary>True or false.</summary>
public sealed class BooleanType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "boolean";
}

/// <summary>A signed 8-bit integer (<see cref="sbyte"/>).</summary>
public sealed class ByteType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "byte";

    /// <inheritdoc/>
    public override string SimpleString => "tinyint";
}

/// <summary>A signed 16-bit integer.</summary>
public sealed class ShortType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "short";

    /// <inheritdoc/>
    public override string SimpleString => "smallint";
}

/// <summary>A signed 32-bit integer.</summary>
public sealed class IntegerType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "integer";

    /// <inheritdoc/>
    public override string SimpleString => "int";
}

/// <summary>A signed 64-bit integer.</summary>
public sealed class LongType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "long";

    /// <inheritdoc/>
    public override string SimpleString => "bigint";
}

/// <summary>A 32-bit floating-point number. NaN equals NaN and is larger than any other value.</summary>
public sealed class FloatType : FractionalType
{
    /// <inheritdoc/>
    public override string TypeName => "float";
}

/// <summary>A 64-bit floating-point number. NaN equals NaN and is larger than any other value.</summary>
public sealed class DoubleType : FractionalType
{
    /// <inheritdoc/>
    public override string TypeName => "double";
}

/// <summary>A sequence of bytes.</summary>
public sealed class BinaryType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "binary";
}

/// <summary>A calendar day, proleptic Gregorian, without a zone (<see cref="DateOnly"/>).</summary>
public sealed class DateType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "date";
}

/// <summary>An instant in microseconds since 1970-01-01T00:00:00Z, shown in the session's time zone (<see cref="DateTime"/> of kind UTC).</summary>
public sealed class TimestampType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp";
}

/// <summary>A date and time of day without a zone, in microseconds (<see cref="DateTime"/> of kind unspecified).</summary>
public sealed class TimestampNtzType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp_ntz";
}

/// <summary>Months, days and microseconds kept apart; can't be compared.</summary>
public sealed class CalendarIntervalType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "interval";
}

/// <summary>A semi-structured value in Spark's variant encoding; Spark 4.0 and later.</summary>
public sealed class VariantType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "variant";
}
