using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Arithmetic and bit operators. Integers overflow in DuckDB where they do in Spark, and its error is mapped (RuntimeErrors).</summary>
internal static class OperatorFunctions
{
    private static readonly InputType NumericOrInterval = new(
        "(\"NUMERIC\" or \"INTERVAL DAY TO SECOND\" or \"INTERVAL YEAR TO MONTH\" or \"INTERVAL\")",
        type => type is NumericType or DayTimeIntervalType or YearMonthIntervalType, new DoubleType());

    public static IEnumerable<FunctionDefinition> All() =>
    [
        Arithmetic("+", DecimalRules.Add) with { Rewrite = DateArithmetic.Plus },
        // With one operand it is the sign.
        Arithmetic("-", DecimalRules.Add) with { Rewrite = (settings, arguments) => arguments.Count == 1 ? FunctionTable.Get("unaryminus").Call(settings, arguments) : DateArithmetic.Minus(settings, arguments) },
        Arithmetic("*", DecimalRules.Multiply) with { Rewrite = DateArithmetic.Times, Lower = LowerMultiply },
        new()
        {
            Name = "/", Display = Names.Infix("/"), Arguments = DivisionArguments, Result = BinaryResult(DecimalRules.Divide), Nulls = Nulls.Always,
            Lower = DivisionLowerings.Divide,
        },
        new()
        {
            Name = "%", Display = Names.Infix("%"), Arguments = BinaryArguments(Input.Numeric, "%"), Result = BinaryResult(DecimalRules.Remainder), Nulls = Nulls.Always,
            Lower = DivisionLowerings.Remainder,
        },
        new()
        {
            Name = "div", Display = Names.Infix("div"), Arguments = IntegralDivisionArguments, Result = Result.Long, Nulls = Nulls.Always,
            Lower = DivisionLowerings.IntegralDivide,
        },
        Negative("negative", Names.Call),
        Negative("unaryminus", Names.Prefix("-")),
        new() { Name = "positive", Display = Names.Prefix("+"), Arguments = Args.Of(Input.Numeric), Result = Result.SameAs(0), Lower = Duck("{0}") },
        Bits("&", "{0} & {1}"),
        Bits("|", "{0} | {1}"),
        Bits("^", "xor({0}, {1})"),
        new() { Name = "~", Display = (_, arguments) => $"~{arguments[0]}", Arguments = Args.Of(Input.Integral), Result = Result.SameAs(0), Lower = Duck("(~{0})") },
    ];

    /// <summary>Both operands of one type that the operator takes, after Spark's promotions of strings and decimals.</summary>
    public static ArgumentRule BinaryArguments(InputType input, string symbol) => (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, 2);
        var (left, right) = BinaryOperands.Promote(arguments[0], arguments[1]);
        if (left.Type is DecimalType && right.Type is DecimalType && input.Accepts(left.Type))
            return [left, right];
        if (TypeCoercion.Tightest(site.Settings, left.Type, right.Type) is not { } type)
        {
            throw AnalysisErrors.TypeMismatch(site.Sql, "BINARY_OP_DIFF_TYPES",
                ("left", Quoting.Type(left.Type)), ("right", Quoting.Type(right.Type)));
        }

        if (type is NullType && input.Default is { } standard)
            type = standard;
        if (!input.Accepts(type))
            throw AnalysisErrors.TypeMismatch(site.Sql, "BINARY_OP_WRONG_TYPE", ("inputType", input.Name.StartsWith('(') ? input.Name : $"\"{input.Name}\""), ("actualDataType", Quoting.Type(type)));
        return [ImplicitCasts.Cast(left, type), ImplicitCasts.Cast(right, type)];
    };

    private static ResultRule BinaryResult(Func<DecimalType, DecimalType, DecimalType> decimals) => arguments =>
        arguments is [{ Type: DecimalType a }, { Type: DecimalType b }] ? decimals(a, b) : arguments[0].Type;

    private static FunctionDefinition Arithmetic(string symbol, Func<DecimalType, DecimalType, DecimalType> decimals) => new()
    {
        Name = symbol,
        Display = Names.Infix(symbol),
        Arguments = BinaryArguments(symbol == "*" ? Input.Numeric : NumericOrInterval, symbol),
        Result = BinaryResult(decimals),
        Lower = (site, call, arguments) => call.Type is DecimalType d
            ? DecimalLowerings.Arithmetic(site, symbol == "+" ? DecimalOperation.Add : DecimalOperation.Subtract, d, call, arguments)
            : Fill($"({{0}} {symbol} {{1}})", site, call, arguments),
    };

    private static readonly LoweringRule LowerMultiply = (site, call, arguments) => call.Type is DecimalType d
        ? DecimalLowerings.Multiply(site, d, call, arguments)
        : Fill("({0} * {1})", site, call, arguments);

    private static FunctionDefinition Negative(string name, NameRule display) => new()
    {
        Name = name,
        Display = display,
        Arguments = (site, arguments) => arguments is [{ Type: StringType } text]
            ? [ImplicitCasts.Cast(text, new DoubleType())]
            : Args.Of(NumericOrInterval)(site, arguments),
        Result = Result.SameAs(0),
        Lower = Duck("(-{0})"),
    };

    private static FunctionDefinition Bits(string symbol, string template) => new()
    {
        Name = symbol,
        Display = Names.Infix(symbol),
        Arguments = BinaryArguments(Input.Integral, symbol),
        Result = Result.SameAs(0),
        Lower = Duck($"({template})"),
    };

    // Division is of doubles, unless a decimal is there.
    private static readonly ArgumentRule DivisionArguments = (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, 2);
        var (left, right) = BinaryOperands.Promote(arguments[0], arguments[1]);
        if (left.Type is DecimalType && right.Type is DecimalType)
            return [left, right];
        if (left.Type is NumericType or NullType && right.Type is NumericType or NullType)
            return [ImplicitCasts.Cast(left, new DoubleType()), ImplicitCasts.Cast(right, new DoubleType())];
        return BinaryArguments(new InputType("(\"DOUBLE\" or \"DECIMAL\")", type => type is DoubleType or DecimalType, new DoubleType()), "/")(site, arguments);
    };

    private static readonly ArgumentRule IntegralDivisionArguments = (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, 2);
        var (left, right) = BinaryOperands.Promote(arguments[0], arguments[1]);
        if (left.Type is DecimalType && right.Type is DecimalType)
            return [left, right];
        if (left.Type is IntegralType or NullType && right.Type is IntegralType or NullType)
            return [ImplicitCasts.Cast(left, new LongType()), ImplicitCasts.Cast(right, new LongType())];
        return BinaryArguments(new InputType("(\"BIGINT\" or \"DECIMAL\" or \"INTERVAL YEAR TO MONTH\" or \"INTERVAL DAY TO SECOND\")", type => type is LongType or DecimalType, new LongType()), "div")(site, arguments);
    };
}
