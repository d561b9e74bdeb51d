using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class AggregateCases
{
    private const string Numbers = "VALUES (1, 10.5D, 'a', true), (2, 20.0D, 'b', false), (2, null, null, true), (null, -1.5D, 'é', null) AS t(i, d, s, b)";

    public static FunctionCase[] All =>
    [
        .. Over(
            Numbers,
            [
                Case("count", Count("i"), "count(i)", "bigint 3"),
                Case("count rows", Count("*"), "count(*)", "bigint 4"),
                Case("mean", Mean("d"), "mean(d)", "double 9.666666666666666"),
                Case("avg", Avg("i"), "avg(i)", "double 1.6666666666666667"),
                Case("first", First("s"), "first(s)", "string 'a'"),
                Case("last", Last("i", true), "last(i, true)", "int 2"),
                Case("last with nulls", Last("i"), "last(i)", "int null"),
                Case("mode", Mode("i"), "mode(i)", "int 2"),
                Case("percentile", Percentile(Col("i"), 0.25), "percentile(i, 0.25D)", "double 1.5"),
                Case("percentile array", Percentile(Col("d"), [0.0, 1.0]), "percentile(d, array(0D, 1D))", "array<double> [-1.5, 20]"),
                Case("percentile frequency", Percentile(Col("i"), Lit(0.5), Lit(2)), "percentile(i, 0.5D, 2)", "double 2"),
                Case("percentile_approx", PercentileApprox(Col("d"), 0.5), "percentile_approx(d, 0.5D)", "double 10.5"),
                Case("percentile_approx array", PercentileApprox(Col("d"), [0.0, 1.0], 100), "percentile_approx(d, array(0D, 1D), 100)", "array<double> [-1.5, 20]"),
                Case("approx_percentile", ApproxPercentile(Col("i"), 0.5), "approx_percentile(i, 0.5D)", "int 2"),
                Case("count_min_sketch", Length(CountMinSketch(Col("i"), 0.5, 0.5, 1)), "length(count_min_sketch(i, 0.5D, 0.5D, 1))", "int 60"),
                Case("any_value", AnyValue("s"), "any_value(s)", "string 'a'"),
                Case("any_value ignoring nulls", AnyValue(Col("s"), true), "any_value(s, true)", "string 'a'"),
                Case("approx_count_distinct", ApproxCountDistinct("i"), "approx_count_distinct(i)", "bigint 2"),
                Case("approx_count_distinct rsd", ApproxCountDistinct("s", 0.1), "approx_count_distinct(s, 0.1D)", "bigint 3"),
                Case("array_agg", ArrayAgg("i"), "array_agg(i)", "array<int> [1, 2, 2]"),
                Case("bit_and", BitAnd("i"), "bit_and(i)", "int 0"),
                Case("bit_or", BitOr("i"), "bit_or(i)", "int 3"),
                Case("bit_xor", BitXor("i"), "bit_xor(i)", "int 1"),
                Case("bool_and", BoolAnd("b"), "bool_and(b)", "boolean false"),
                Case("bool_or", BoolOr("b"), "bool_or(b)", "boolean true"),
                Case("collect_list", CollectList("s"), "collect_list(s)", "array<string> ['a', 'b', 'é']"),
                Case("collect_set", SortArray(CollectSet("i")), "sort_array(collect_set(i))", "array<int> [1, 2]"),
                Case("count_if", CountIf(Col("d") > 0), "count_if(d > 0)", "bigint 2"),
                Case("every", Every("b"), "every(b)", "boolean false"),
                Case("listagg", Listagg("s"), "listagg(s)", "string 'abé'").From(4, 0),
                Case("listagg delimiter", Listagg(Col("s"), ", "), "listagg(s, ', ')", "string 'a, b, é'").From(4, 0),
                Case("string_agg", StringAgg(Col("s"), "-"), "string_agg(s, '-')", "string 'a-b-é'").From(4, 0),
                Case("max", Max("s"), "max(s)", "string 'é'"),
                Case("max_by", MaxBy("s", "d"), "max_by(s, d)", "string 'b'"),
                Case("min", Min("d"), "min(d)", "double -1.5"),
                Case("min_by", MinBy("s", "d"), "min_by(s, d)", "string 'é'"),
                Case("some", Some("b"), "some(b)", "boolean true"),
                Case("sum", Sum("i"), "sum(i)", "bigint 5"),
                Case("try_avg", TryAvg("i"), "try_avg(i)", "double 1.6666666666666667"),
                Case("try_sum", TrySum("i"), "try_sum(i)", "bigint 5"),
                Case("try_sum overflow", TrySum(Col("i") + Lit(9223372036854775800L)), "try_sum(i + 9223372036854775800L)", "bigint null"),
                Case("first_value", FirstValue("i"), "first_value(i)", "int 1"),
                Case("last_value", LastValue(Col("i"), true), "last_value(i, true)", "int 2"),
            ]),
        // Apart, because a distinct aggregate puts the rows of its query in another order.
        .. Over(
            Numbers + " WHERE true",
            [
                Case("count_distinct", Count_Distinct(Col("i")), "count(DISTINCT i)", "bigint 2"),
                Case("countDistinct", CountDistinct("i", "b"), "count(DISTINCT i, b)", "bigint 3"),
                Case("listagg_distinct", ListaggDistinct(Lit("x")), "listagg(DISTINCT 'x')", "string 'x'").From(4, 0),
                Case("string_agg_distinct", StringAggDistinct(Lit("x")), "string_agg(DISTINCT 'x')", "string 'x'").From(4, 0),
                Case("sum_distinct", Sum_Distinct(Col("i")), "sum(DISTINCT i)", "bigint 3"),
                Case("sumDistinct", SumDistinct("i"), "sum(DISTINCT i)", "bigint 3"),
            ]),
    ];
}
