using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Result types.</summary>
internal static class Result
{
    public static readonly ResultRule Boolean = Of(new BooleanType());
    public static readonly ResultRule Int = Of(new IntegerType());
    public static readonly ResultRule Long = Of(new LongType());
    public static readonly ResultRule Double = Of(new DoubleType());
    public static readonly ResultRule String = Of(new StringType());
    public static readonly ResultRule Binary = Of(new BinaryType());
    public static readonly ResultRule Date = Of(new DateType());
    public static readonly ResultRule Timestamp = Of(new TimestampType());

    public static ResultRule Of(DataType type) => _ => type;

    public static ResultRule SameAs(int argument) => arguments => arguments[argument].Type;

    /// <summary>The element type of the argument, an array.</summary>
    public static ResultRule ElementOf(int argument) => arguments => ((ArrayType)arguments[argument].Type).ElementType;
}

/// <summary>When a result may be null.</summary>
internal static class Nulls
{
    public static readonly NullRule Never = _ => false;

    public static readonly NullRule Always = _ => true;

    public static readonly NullRule IfAnyArgument = arguments => arguments.Any(argument => argument.IsNullable);

    /// <summary>Null only when all arguments may be: <c>coalesce</c>, <c>greatest</c>.</summary>
    public static readonly NullRule IfAllArguments = arguments => arguments.All(argument => argument.IsNullable);

    public static NullRule IfArgument(int argument) => arguments => arguments[argument].IsNullable;
}

/// <summary>Column names.</summary>
internal static class Names
{
    public static readonly NameRule Call = (call, arguments) => Format(call.Definition.Name, call, arguments);

    /// <summary>Written with another name or in capitals, as Spark does for much of its mathematics.</summary>
    public static NameRule As(string name) => (call, arguments) => Format(name, call, arguments);

    public static NameRule Infix(string symbol) => (_, arguments) => $"({string.Join($" {symbol} ", arguments)})";

    /// <summary>A negated operator, as Spark parses <c>a != b</c>.</summary>
    public static NameRule NotInfix(string symbol) => (_, arguments) => $"(NOT ({arguments[0]} {symbol} {arguments[1]}))";

    public static NameRule Prefix(string symbol) => (_, arguments) => $"({symbol} {arguments[0]})";

    public static NameRule Postfix(string symbol) => (_, arguments) => $"({arguments[0]} {symbol})";

    private static string Format(string name, FunctionCall call, IReadOnlyList<string> arguments) =>
        $"{name}({(call.IsDistinct ? "DISTINCT " : "")}{string.Join(", ", arguments)})";
}
