using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Mathematics; functions of doubles give NaN or infinity where Spark does, never an error.</summary>
internal static class MathFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new() { Name = "abs", Arguments = TextAsDouble(Args.Of(Input.Numeric)), Result = Result.SameAs(0), Lower = Duck("abs({0})") },
        OfDouble("sqrt", "CASE WHEN {0} < 0 THEN CAST('NaN' AS DOUBLE) ELSE sqrt({0}) END"),
        OfDouble("exp", "exp({0})"),
        OfDouble("cbrt", "cbrt({0})"), OfDouble("sin", "CASE WHEN isinf({0}) THEN CAST('NaN' AS DOUBLE) ELSE sin({0}) END"),
        OfDouble("cos", "CASE WHEN isinf({0}) THEN CAST('NaN' AS DOUBLE) ELSE cos({0}) END"), OfDouble("tan", "CASE WHEN isinf({0}) THEN CAST('NaN' AS DOUBLE) ELSE tan({0}) END"),
        OfDouble("cot", "(1 / tan({0}))"), OfDouble("sec", "(1 / cos({0}))"), OfDouble("csc", "(1 / sin({0}))"),
        OfDouble("asin", "CASE WHEN {0} BETWEEN -1 AND 1 THEN asin({0}) WHEN {0} IS NULL THEN NULL ELSE CAST('NaN' AS DOUBLE) END"),
        OfDouble("acos", "CASE WHEN {0} BETWEEN -1 AND 1 THEN acos({0}) WHEN {0} IS NULL THEN NULL ELSE CAST('NaN' AS DOUBLE) END"),
        OfDouble("atan", "atan({0})"), OfDouble("sinh", "sinh({0})"), OfDouble("cosh", "cosh({0})"), OfDouble("tanh", "tanh({0})"),
        Native("acosh", VectorFunction.Map<double, double>("sp_acosh", DuckType.Double, DuckType.Double, Math.Acosh)),
        Native("asinh", VectorFunction.Map<double, double>("sp_asinh", DuckType.Double, DuckType.Double, Math.Asinh)),
        Native("atanh", VectorFunction.Map<double, double>("sp_atanh", DuckType.Double, DuckType.Double, Math.Atanh)),
        OfDouble("degrees", "degrees({0})"), OfDouble("radians", "radians({0})"),
        Native("expm1", VectorFunction.Map<double, double>("sp_expm1", DuckType.Double, DuckType.Double, ExpM1)),
        Native("rint", VectorFunction.Map<double, double>("sp_rint", DuckType.Double, DuckType.Double, Math.Round)) with { Display = Names.Call },
        Logarithm("ln", Names.Call, "ln({0})", "{0} <= 0"), Logarithm("log10", Names.As("LOG10"), "log10({0})", "{0} <= 0"), Logarithm("log2", Names.As("LOG2"), "log2({0})", "{0} <= 0"),
        Logarithm("log1p", Names.As("LOG1P"), "sp_log1p({0})", "{0} <= -1") with { Natives = [VectorFunction.Map<double, double>("sp_log1p", DuckType.Double, DuckType.Double, Log1P)] },
        new()
        {
            Name = "log", Arguments = Args.From(1, Input.Double, Input.Double), Result = Result.Double, Nulls = Nulls.Always,
            Display = (_, a) => a.Count == 1 ? $"LOG(E(), {a[0]})" : $"LOG({a[0]}, {a[1]})",
            Lower = (site, call, a) => Fill(a.Count == 1 ? "CASE WHEN {0} <= 0 THEN NULL ELSE ln({0}) END" : "CASE WHEN {0} <= 0 OR {1} <= 0 THEN NULL ELSE ln({1}) / ln({0}) END", site, call, a),
        },
        Power("power", Names.As("POWER")), Power("pow", Names.Call),
        OfTwoDoubles("atan2", Names.As("ATAN2"), "atan2({0} + 0.0, {1} + 0.0)"), OfTwoDoubles("hypot", Names.As("HYPOT"), "sqrt({0} * {0} + {1} * {1})"),
        OfTwoDoubles("nanvl", Names.Call, "CASE WHEN isnan({0}) THEN {1} ELSE {0} END"),
        Ceiling("ceil", Names.As("CEIL"), "ceil"), Ceiling("ceiling", Names.Call, "ceil"), Ceiling("floor", Names.As("FLOOR"), "floor"),
        Rounded("round", halfEven: false), Rounded("bround", halfEven: true),
        Sign("signum", Names.As("SIGNUM")), Sign("sign", Names.Call),
        new() { Name = "factorial", Arguments = Args.Of(Input.Int), Result = Result.Long, Nulls = Nulls.Always, Lower = Duck("CASE WHEN {0} BETWEEN 0 AND 20 THEN CAST(factorial({0}) AS BIGINT) END") },
        new() { Name = "greatest", Arguments = Args.SameType(2), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("greatest({*})") },
        new() { Name = "least", Arguments = Args.SameType(2), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("least({*})") },
        new() { Name = "bin", Arguments = Args.Of(Input.Long), Result = Result.String, Lower = Duck("CASE WHEN {0} = 0 THEN '0' ELSE ltrim(CAST(CAST({0} AS BIT) AS VARCHAR), '0') END") },
        new()
        {
            Name = "hex", Arguments = Args.Of(InputType.Either(Input.Long, Input.Binary, Input.String)), Result = Result.String,
            Lower = (site, call, a) => Fill(call.Arguments[0].Type is LongType ? "sp_hex({0})" : call.Arguments[0].Type is StringType ? "hex(encode({0}))" : "hex({0})", site, call, a),
            Natives = [VectorFunction.ToText<long>("sp_hex", DuckType.BigInt, static (value, text) => { text.Append(value, "X"); return true; })],
        },
        new() { Name = "unhex", Arguments = Args.Of(Input.String), Result = Result.Binary, Nulls = Nulls.Always, Lower = Duck("CASE WHEN regexp_full_match({0}, '[0-9A-Fa-f]*') THEN unhex(CASE WHEN length({0}) % 2 = 1 THEN '0' || {0} ELSE {0} END) END") },
        new() { Name = "conv", Arguments = Args.Of(Input.String, Input.Int, Input.Int), Result = Result.String, Nulls = Nulls.Always, Natives = [NumberText.Conv], Lower = Duck("sp_conv({*})") },
        new()
        {
            Name = "pmod", Arguments = OperatorFunctions.BinaryArguments(Input.Numeric, "pmod"), Result = arguments => arguments is [{ Type: DecimalType x }, { Type: DecimalType y }] ? DecimalRules.Remainder(x, y) : arguments[0].Type,
            Nulls = Nulls.Always, Lower = LowerPmod,
        },
        Shift("shiftleft", "<<", "<<"), Shift("<<", "<<", "<<"), Shift("shiftright", ">>", ">>"), Shift(">>", ">>", ">>"), Shift("shiftrightunsigned", ">>>", ">>>"), Shift(">>>", ">>>", ">>>"),
        new()
        {
            Name = "width_bucket", Arguments = Args.Of(Input.Double, Input.Double, Input.Double, Input.Long), Result = Result.Long, Nulls = Nulls.Always, Natives = [NumberText.WidthBucket], Lower = Duck("sp_width_bucket({*})"),
        },
        new() { Name = "pi", Display = (_, _) => "PI()", Arguments = Args.None, Result = Result.Double, Lower = Duck("pi()") },
        new() { Name = "e", Display = (_, _) => "E()", Arguments = Args.None, Result = Result.Double, Lower = Duck("exp(1.0::DOUBLE)") },
        Try("try_add", "+"), Try("try_subtract", "-"), Try("try_multiply", "*"), Try("try_divide", "/"), Try("try_mod", "%"),
        new() { Name = "rand", Arguments = Args.From(0, Input.Long), Result = Result.Double, IsDeterministic = false, Lower = LowerRand },
        new() { Name = "random", Arguments = Args.From(0, Input.Long), Result = Result.Double, IsDeterministic = false, Lower = LowerRand },
    ];

    // A seed promises numbers that only Spark's own generator gives.
    private static readonly LoweringRule LowerRand = (_, call, _) => call.Arguments.Count == 0 || call.Arguments[0] is Constant { Value: null } ? "random()" : throw Errors.Refusal.Of("function", "rand with a seed", "use xxhash64 of the row's key");

    private static readonly LoweringRule LowerPmod = (site, call, a) => DivisionLowerings.Guarded(call, a, "REMAINDER_BY_ZERO", call.Type switch
    {
        DecimalType d => $"CASE WHEN {Rem(site, d, call, a)} < 0 AND {a[1]} > 0 THEN {Rem(site, d, call, a)} + {a[1]} ELSE {Rem(site, d, call, a)} END",
        _ => $"CASE WHEN ({a[0]} % {a[1]}) < 0 THEN (({a[0]} % {a[1]}) + {a[1]}) % {a[1]} ELSE {a[0]} % {a[1]} END",
    });

    private static string Rem(LoweringSite site, DecimalType type, FunctionCall call, IReadOnlyList<string> arguments) => DecimalLowerings.Remainder(site, type, call, arguments);

    private static FunctionDefinition OfDouble(string name, string template) => new()
    {
        Name = name, Display = Names.As(name.ToUpperInvariant()), Arguments = Args.Of(Input.Double), Result = Result.Double, Nulls = Nulls.Always, Lower = Duck(template),
    };

    private static FunctionDefinition Native(string name, VectorFunction function) => OfDouble(name, $"{function.Name}({{0}})") with { Natives = [function] };

    private static FunctionDefinition OfTwoDoubles(string name, NameRule display, string template) => new()
    {
        Name = name, Display = display, Arguments = Args.Of(Input.Double, Input.Double), Result = Result.Double, Lower = Duck(template),
    };

    private static FunctionDefinition Logarithm(string name, NameRule display, string template, string undefined) =>
        OfDouble(name, $"CASE WHEN {undefined} THEN NULL ELSE {template} END") with { Display = display };

    private static FunctionDefinition Power(string name, NameRule display) => OfTwoDoubles(name, display, "sp_pow({0}, {1})") with
    {
        Natives = [PowFunction],
    };

    private static readonly VectorFunction PowFunction = VectorFunction.Map<double, double, double>("sp_pow", DuckType.Double, DuckType.Double, DuckType.Double,
        // The JVM has no opinion on 1 to the power of NaN or infinity but NaN.
        static (x, y) => double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y));

    private static FunctionDefinition Sign(string name, NameRule display) => OfDouble(name, "CASE WHEN isnan({0}) OR {0} = 0 THEN {0} ELSE CAST(sign({0}) AS DOUBLE) END") with { Display = display };

    private static FunctionDefinition Ceiling(string name, NameRule display, string function) => new()
    {
        Name = name,
        Display = display,
        Arguments = Args.Of(InputType.Either(Input.Long, Input.Double, Input.Decimal) with { Accepts = type => type is LongType or DoubleType or DecimalType }).After(arguments => arguments.Count == 1 && arguments[0].Type is FloatType ? [ImplicitCasts.Cast(arguments[0], new DoubleType())] : arguments),
        Result = arguments => arguments[0].Type is DecimalType d ? DecimalRules.Bounded(d.Scale == 0 ? d.Precision : d.Precision - d.Scale + 1, 0) : new LongType(),
        Nulls = Nulls.Always,
        // The JVM saturates, and takes NaN for 0.
        Lower = (site, call, a) => Fill(call.Arguments[0].Type switch
        {
            LongType => "{0}",
            DecimalType => $"CAST({function}({{0}}) AS {{type}})",
            _ => $"CASE WHEN isnan({{0}}) THEN CAST(0 AS BIGINT) WHEN {{0}} >= 9223372036854775807 THEN CAST(9223372036854775807 AS BIGINT) WHEN {{0}} <= -9223372036854775808 THEN CAST(-9223372036854775808 AS BIGINT) ELSE CAST({function}({{0}}) AS BIGINT) END",
        }, site, call, a),
    };

    private static FunctionDefinition Rounded(string name, bool halfEven) => new()
    {
        Name = name,
        Display = (_, a) => $"{name}({a[0]}, {(a.Count > 1 ? a[1] : "0")})",
        Arguments = Args.From(1, Input.Numeric, Input.Int),
        Result = arguments => arguments[0].Type is DecimalType d ? RoundedType(d, arguments) : arguments[0].Type,
        Nulls = Nulls.Always,
        Lower = (site, call, a) => Round(site, call, a, halfEven),
    };

    private static int Digits(IReadOnlyList<TypedExpression> arguments) => arguments.Count == 1 ? 0 : arguments[1] is Constant { Value: int digits }
        ? digits
        : throw Errors.Refusal.Of("function", "round to a number of digits that is no literal");

    private static DecimalType RoundedType(DecimalType type, IReadOnlyList<TypedExpression> arguments)
    {
        var digits = Digits(arguments);
        var whole = type.Precision - type.Scale + 1;
        return digits < 0 ? DecimalRules.Bounded(Math.Max(whole, -digits + 1), 0) : new DecimalType(Math.Min(whole + Math.Min(type.Scale, digits), 38), Math.Min(type.Scale, digits));
    }

    private static string Round(LoweringSite site, FunctionCall call, IReadOnlyList<string> a, bool halfEven)
    {
        var digits = Quoting.Number(Digits(call.Arguments));
        var type = LoweringSite.TypeOf(call.Type);
        return call.Arguments[0].Type switch
        {
            DecimalType d => $"{site.Native(NumberText.RoundDecimal(d, (DecimalType)call.Type, halfEven))}({a[0]}, {digits})",
            IntegralType => $"CAST({site.Native(NumberText.RoundLong(halfEven))}(CAST({a[0]} AS BIGINT), {digits}) AS {type})",
            _ => $"CAST({site.Native(NumberText.RoundDouble(halfEven))}({(call.Arguments[0].Type is FloatType ? $"CAST({TextLowering.ToText(site, a[0], call.Arguments[0].Type, TextStyle.Cast)} AS DOUBLE)" : a[0])}, {digits}) AS {type})",
        };
    }

    private static FunctionDefinition Shift(string name, string symbol, string _) => new()
    {
        Name = name,
        Display = name == symbol ? (_, a) => $"({a[0]} {symbol} {a[1]})" : Names.Call,
        Arguments = Args.Of(InputType.Either(Input.Int, Input.Long), Input.Int),
        Result = Result.SameAs(0),
        Lower = (site, call, a) => $"{site.Native(NumberText.Shift(symbol, call.Type is LongType))}({a[0]}, {a[1]})",
    };

    private static FunctionDefinition Try(string name, string symbol) => new()
    {
        Name = name,
        Arguments = (site, arguments) => ((FunctionCall)FunctionTable.Get(symbol).Call(site.Settings, arguments)).Arguments,
        Result = arguments => FunctionTable.Get(symbol).Result(arguments),
        Nulls = Nulls.Always,
        // Division knows what fails; the rest is tried.
        Lower = (site, call, a) => symbol is "/" or "%" && call.Type is not DecimalType
            ? $"CASE WHEN {a[1]} = 0 THEN NULL ELSE {a[0]} {symbol} {a[1]} END"
            : $"TRY({FunctionTable.Get(symbol).Lower(site, call, a)})",
    };

    private static ArgumentRule TextAsDouble(ArgumentRule rule) => (site, arguments) => rule(site, arguments is [{ Type: StringType } text] ? [ImplicitCasts.Cast(text, new DoubleType())] : arguments);

    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1;

    private static double Log1P(double x) => Math.Abs(x) > 1e-4 ? Math.Log(1 + x) : x - (x * x / 2) + (x * x * x / 3);
}
