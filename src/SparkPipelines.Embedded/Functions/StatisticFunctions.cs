using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Aggregates beyond sum and count: moments, extremes by another column, collections, bits.</summary>
internal static class StatisticFunctions
{
    /// <summary>A value of the column below or at which so large a share lies: exact, where Spark's <c>summary</c> may be one in 10,000 off.</summary>
    public const string Quantile = "exact quantile";

    public static IEnumerable<FunctionDefinition> All() =>
    [
        AggregateFunctions.Aggregate(Quantile, Args.Of(Input.Any, Input.Double), Result.SameAs(0), (site, call, a) => $"quantile_disc({a[0]}, {((double)((Constant)call.Arguments[1]).Value!).ToString("R", System.Globalization.CultureInfo.InvariantCulture)}){site.Over}"),
        Moment("var_samp", "var_samp"), Moment("variance", "var_samp"), Moment("var_pop", "var_pop"),
        Moment("stddev_samp", "stddev_samp"), Moment("stddev", "stddev_samp"), Moment("std", "stddev_samp"), Moment("stddev_pop", "stddev_pop"),
        Moment("skewness", "skewness") with { Lower = Duck("CASE WHEN count({0}){over} = 0 THEN NULL WHEN var_pop({0}){over} = 0 THEN NULL ELSE (avg({0} * {0} * {0}){over} - 3 * avg({0}){over} * var_pop({0}){over} - pow(avg({0}){over}, 3)) / pow(var_pop({0}){over}, 1.5) END") },
        Moment("kurtosis", "kurtosis_pop") with { Lower = Duck("CASE WHEN count({0}){over} = 0 THEN NULL WHEN var_pop({0}){over} = 0 THEN NULL ELSE kurtosis_pop({0}){over} END") },
        Pair("covar_pop"), Pair("covar_samp"),
        Pair("corr") with
        {
            // Spark divides by the spread, and by zero where there is none.
            Lower = (site, call, a) => Fill($"CASE WHEN regr_count({{0}}, {{1}}){{over}} < 2 THEN NULL WHEN regr_sxx({{0}}, {{1}}){{over}} * regr_syy({{0}}, {{1}}){{over}} = 0 THEN {Raise.Sql("DIVIDE_BY_ZERO", ("config", $"'{DivisionLowerings.AnsiConf}'"))} ELSE corr({{0}}, {{1}}){{over}} END", site, call, a),
        },
        AggregateFunctions.Aggregate("collect_list", Args.Of(Input.Any), arguments => new ArrayType(arguments[0].Type, false), Collect("list")) with { Nulls = Nulls.Never },
        AggregateFunctions.Aggregate("array_agg", Args.Of(Input.Any), arguments => new ArrayType(arguments[0].Type, false), Collect("list")) with { Nulls = Nulls.Never, Display = Names.As("collect_list") },
        AggregateFunctions.Aggregate("collect_set", Args.Of(Input.Any), arguments => new ArrayType(arguments[0].Type, false), Collect("list", "DISTINCT ")) with { Nulls = Nulls.Never },
        AggregateFunctions.Aggregate("bool_and", Args.Of(Input.Boolean), Result.Boolean, Duck("bool_and({0}){over}")), AggregateFunctions.Aggregate("every", Args.Of(Input.Boolean), Result.Boolean, Duck("bool_and({0}){over}")),
        AggregateFunctions.Aggregate("bool_or", Args.Of(Input.Boolean), Result.Boolean, Duck("bool_or({0}){over}")), AggregateFunctions.Aggregate("some", Args.Of(Input.Boolean), Result.Boolean, Duck("bool_or({0}){over}")), AggregateFunctions.Aggregate("any", Args.Of(Input.Boolean), Result.Boolean, Duck("bool_or({0}){over}")),
        AggregateFunctions.Aggregate("count_if", Args.Of(Input.Boolean), Result.Long, Duck("count(CASE WHEN {0} THEN 1 END){over}")) with { Nulls = Nulls.Never },
        AggregateFunctions.Aggregate("max_by", Args.Of(Input.Any, Input.Any), Result.SameAs(0), Duck("struct_extract_at(arg_max(row({0}), {1}){over}, 1)")), AggregateFunctions.Aggregate("min_by", Args.Of(Input.Any, Input.Any), Result.SameAs(0), Duck("struct_extract_at(arg_min(row({0}), {1}){over}, 1)")),
        AggregateFunctions.Aggregate("bit_and", Args.Of(Input.Integral), Result.SameAs(0), Duck("bit_and({0}){over}")), AggregateFunctions.Aggregate("bit_or", Args.Of(Input.Integral), Result.SameAs(0), Duck("bit_or({0}){over}")),
        AggregateFunctions.Aggregate("bit_xor", Args.Of(Input.Integral), Result.SameAs(0), Duck("bit_xor({0}){over}")),
        AggregateFunctions.Aggregate("any_value", Args.From(1, Input.Any, Input.Boolean), Result.SameAs(0), Duck("first({0}){over}")) with { Display = (_, a) => $"any_value({a[0]})" },
        AggregateFunctions.Aggregate("median", Args.Of(Input.Double), Result.Double, Duck("quantile_cont({0}, 0.5){over}")),
        AggregateFunctions.Aggregate("percentile", Args.From(2, Input.Double, Input.Double, Input.Long), Result.Double, LowerPercentile) with { Display = (_, a) => $"percentile({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : "1")})" },
        AggregateFunctions.Aggregate("mode", Args.From(1, Input.Any, Input.Boolean), Result.SameAs(0), Duck("mode({0}){over}")) with { Display = (_, a) => $"mode({a[0]})" },
        AggregateFunctions.Aggregate("try_sum", AggregateFunctions.SumArguments, AggregateFunctions.SumType, Duck("TRY(CAST(sum({distinct}{0}){over} AS {type}))")),
        AggregateFunctions.Aggregate("grouping", Args.Of(Input.Any), Result.Of(new ByteType()), Duck("CAST(grouping({0}) AS TINYINT)")) with { Nulls = Nulls.Never },
        AggregateFunctions.Aggregate("grouping_id", Args.Many(Input.Any), Result.Long, Duck("CAST(grouping({*}) AS BIGINT)")) with { Nulls = Nulls.Never },
    ];

    // One value has no spread: null, not the error or NaN of old.
    private static FunctionDefinition Moment(string name, string function) => AggregateFunctions.Aggregate(name, Args.Of(Input.Double), Result.Double, Duck($"{function}({{distinct}}{{0}}){{over}}"));

    private static FunctionDefinition Pair(string name) => AggregateFunctions.Aggregate(name, Args.Of(Input.Double, Input.Double), Result.Double, Duck($"{name}({{0}}, {{1}}){{over}}"));

    private static LoweringRule Collect(string function, string distinct = "") => (site, call, a) =>
    {
        // Nulls are left out; no rows give an empty list.
        var empty = $"CAST([] AS {Lowering.LoweringSite.TypeOf(call.Type)})";
        return site.Over.Length > 0
            ? $"coalesce(list_filter({function}({distinct}{a[0]}){site.Over}, lambda x: x IS NOT NULL), {empty})"
            : $"coalesce({function}({(call.IsDistinct ? "DISTINCT " : distinct)}{a[0]}) FILTER ({a[0]} IS NOT NULL), {empty})";
    };

    private static readonly LoweringRule LowerPercentile = (site, call, a) => Share(call.Arguments[1]) is { } p && (call.Arguments.Count == 2 || Aliasless(call.Arguments[2]) is Constant { Value: 1 or 1L })
        ? $"quantile_cont({a[0]}, {p.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}){site.Over}"
        : throw Refusal.Of("function", "percentile with a frequency or a share that is no literal");

    private static TypedExpression Aliasless(TypedExpression expression) => expression is Cast cast ? cast.Child : expression;

    private static double? Share(TypedExpression expression) => expression switch
    {
        Constant { Value: double value } => value,
        Constant { Value: System.Numerics.BigInteger digits, Type: DecimalType d } => (double)digits / Math.Pow(10, d.Scale),
        Cast cast => Share(cast.Child),
        _ => null,
    };
}
