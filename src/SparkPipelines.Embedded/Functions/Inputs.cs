using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>What a parameter takes.</summary>
/// <param name="Name">As Spark's errors name it: <c>NUMERIC</c>, <c>ARRAY</c>.</param>
/// <param name="Accepts">Types taken as they are.</param>
/// <param name="Default">The type that others are implicitly cast to; null when there is none.</param>
/// <param name="Alternatives">For a choice of types, each, in order of preference.</param>
internal sealed record InputType(string Name, Func<DataType, bool> Accepts, DataType? Default, IReadOnlyList<InputType>? Alternatives = null)
{
    /// <summary>Either of several: the first that the argument can be cast to.</summary>
    public static InputType Either(params IReadOnlyList<InputType> types) =>
        new($"({string.Join(" or ", types.Select(type => $"\"{type.Name}\""))})", type => types.Any(t => t.Accepts(type)), types[0].Default, types);

    public static InputType Exactly(DataType type) => new(type.Sql, other => other.Equals(type), type);

    /// <summary>An array with elements of that kind.</summary>
    public static InputType ArrayOf(InputType element) =>
        new("ARRAY", type => type is ArrayType a && element.Accepts(a.ElementType), element.Default is { } d ? new ArrayType(d) : null);
}

/// <summary>The kinds of parameters that Spark's functions have.</summary>
internal static class Input
{
    public static readonly InputType Any = new("ANY", _ => true, null);
    public static readonly InputType String = new("STRING", type => type is StringType, new StringType());
    public static readonly InputType Binary = InputType.Exactly(new BinaryType());
    public static readonly InputType Boolean = InputType.Exactly(new BooleanType());
    public static readonly InputType Int = InputType.Exactly(new IntegerType());
    public static readonly InputType Long = InputType.Exactly(new LongType());
    public static readonly InputType Double = InputType.Exactly(new DoubleType());
    public static readonly InputType Date = InputType.Exactly(new DateType());
    public static readonly InputType Timestamp = InputType.Exactly(new TimestampType());
    public static readonly InputType TimestampNtz = InputType.Exactly(new TimestampNtzType());
    public static readonly InputType Numeric = new("NUMERIC", type => type is NumericType, new DoubleType());
    public static readonly InputType Integral = new("INTEGRAL", type => type is IntegralType, new LongType());
    public static readonly InputType Decimal = new("DECIMAL", type => type is DecimalType, new DecimalType());
    public static readonly InputType Array = new("ARRAY", type => type is ArrayType, null);
    public static readonly InputType Map = new("MAP", type => type is MapType, null);
    public static readonly InputType Struct = new("STRUCT", type => type is StructType, null);
    public static readonly InputType AnyTimestamp = new("(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)", type => type is TimestampType or TimestampNtzType, new TimestampType());
    public static readonly InputType StringOrBinary = InputType.Either(String, Binary);
}
