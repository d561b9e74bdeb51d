using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

/// <summary>Sketches and bitmaps: small summaries of many values.</summary>
internal static class SketchCases
{
    public static FunctionCase[] All =>
    [
        .. Over(
            "VALUES (1, 1), (2, 2), (2, 2), (3, 3), (NULL, 4) AS t(x, k)",
            Case("hll_sketch_agg", HllSketchEstimate(HllSketchAgg(Col("x"))), "hll_sketch_estimate(hll_sketch_agg(x))", "bigint 3"),
            Case("hll_sketch_agg with a size", HllSketchEstimate(HllSketchAgg(Col("x"), 4)), "hll_sketch_estimate(hll_sketch_agg(x, 4))", "bigint 3"),
            Case("hll_union", HllSketchEstimate(HllUnion(HllSketchAgg(Col("x")), HllSketchAgg(Col("k")))), "hll_sketch_estimate(hll_union(hll_sketch_agg(x), hll_sketch_agg(k)))", "bigint 4"),
            Case("theta_sketch_agg", ThetaSketchEstimate(ThetaSketchAgg(Col("x"))), "theta_sketch_estimate(theta_sketch_agg(x))", "bigint 3").From(4, 1),
            Case("theta_union", ThetaSketchEstimate(ThetaUnion(ThetaSketchAgg(Col("x")), ThetaSketchAgg(Col("k")))), "theta_sketch_estimate(theta_union(theta_sketch_agg(x), theta_sketch_agg(k)))", "bigint 4").From(4, 1),
            Case("theta_intersection", ThetaSketchEstimate(ThetaIntersection(ThetaSketchAgg(Col("x")), ThetaSketchAgg(Col("k")))), "theta_sketch_estimate(theta_intersection(theta_sketch_agg(x), theta_sketch_agg(k)))", "bigint 3").From(4, 1),
            Case("theta_difference", ThetaSketchEstimate(ThetaDifference(ThetaSketchAgg(Col("k")), ThetaSketchAgg(Col("x")))), "theta_sketch_estimate(theta_difference(theta_sketch_agg(k), theta_sketch_agg(x)))", "bigint 1").From(4, 1),
            Case("bitmap_construct_agg", BitmapCount(BitmapConstructAgg(BitmapBitPosition(Col("x")))), "bitmap_count(bitmap_construct_agg(bitmap_bit_position(x)))", "bigint 3"),
            Case("kll_sketch_get_n_bigint", KllSketchGetNBigint(KllSketchAggBigint(Expr("x"))), "kll_sketch_get_n_bigint(kll_sketch_agg_bigint(x))", "bigint 4").From(4, 1),
            Case("kll_sketch_get_quantile_bigint", KllSketchGetQuantileBigint(KllSketchAggBigint(Expr("x")), Lit(0.5)), "kll_sketch_get_quantile_bigint(kll_sketch_agg_bigint(x), 0.5D)", "bigint 2").From(4, 1),
            Case("kll_sketch_get_rank_bigint", KllSketchGetRankBigint(KllSketchAggBigint(Expr("x")), Expr("2L")), "kll_sketch_get_rank_bigint(kll_sketch_agg_bigint(x), 2L)", "double 0.75").From(4, 1),
            Case("kll_sketch_merge_bigint", KllSketchGetNBigint(KllSketchMergeBigint(KllSketchAggBigint(Expr("x")), KllSketchAggBigint(Expr("x"), 200))), "kll_sketch_get_n_bigint(kll_sketch_merge_bigint(kll_sketch_agg_bigint(x), kll_sketch_agg_bigint(x, 200)))", "bigint 8").From(4, 1),
            Case("kll_sketch_to_string_bigint", KllSketchToStringBigint(KllSketchAggBigint(Expr("x"))).RLike(" N +: 4"), "rlike(kll_sketch_to_string_bigint(kll_sketch_agg_bigint(x)), ' N +: 4')", "boolean true").From(4, 1),
            Case("kll_sketch_get_n_double", KllSketchGetNDouble(KllSketchAggDouble(Expr("double(x)"))), "kll_sketch_get_n_double(kll_sketch_agg_double(double(x)))", "bigint 4").From(4, 1),
            Case("kll_sketch_get_quantile_double", KllSketchGetQuantileDouble(KllSketchAggDouble(Expr("double(x)")), Lit(0.5)), "kll_sketch_get_quantile_double(kll_sketch_agg_double(double(x)), 0.5D)", "double 2").From(4, 1),
            Case("kll_sketch_get_rank_double", KllSketchGetRankDouble(KllSketchAggDouble(Expr("double(x)")), Expr("double(2)")), "kll_sketch_get_rank_double(kll_sketch_agg_double(double(x)), double(2))", "double 0.75").From(4, 1),
            Case("kll_sketch_merge_double", KllSketchGetNDouble(KllSketchMergeDouble(KllSketchAggDouble(Expr("double(x)")), KllSketchAggDouble(Expr("double(x)"), 200))), "kll_sketch_get_n_double(kll_sketch_merge_double(kll_sketch_agg_double(double(x)), kll_sketch_agg_double(double(x), 200)))", "bigint 8").From(4, 1),
            Case("kll_sketch_to_string_double", KllSketchToStringDouble(KllSketchAggDouble(Expr("double(x)"))).RLike(" N +: 4"), "rlike(kll_sketch_to_string_double(kll_sketch_agg_double(double(x))), ' N +: 4')", "boolean true").From(4, 1),
            Case("kll_sketch_get_n_float", KllSketchGetNFloat(KllSketchAggFloat(Expr("float(x)"))), "kll_sketch_get_n_float(kll_sketch_agg_float(float(x)))", "bigint 4").From(4, 1),
            Case("kll_sketch_get_quantile_float", KllSketchGetQuantileFloat(KllSketchAggFloat(Expr("float(x)")), Lit(0.5)), "kll_sketch_get_quantile_float(kll_sketch_agg_float(float(x)), 0.5D)", "float 2").From(4, 1),
            Case("kll_sketch_get_rank_float", KllSketchGetRankFloat(KllSketchAggFloat(Expr("float(x)")), Expr("float(2)")), "kll_sketch_get_rank_float(kll_sketch_agg_float(float(x)), float(2))", "double 0.75").From(4, 1),
            Case("kll_sketch_merge_float", KllSketchGetNFloat(KllSketchMergeFloat(KllSketchAggFloat(Expr("float(x)")), KllSketchAggFloat(Expr("float(x)"), 200))), "kll_sketch_get_n_float(kll_sketch_merge_float(kll_sketch_agg_float(float(x)), kll_sketch_agg_float(float(x), 200)))", "bigint 8").From(4, 1),
            Case("kll_sketch_to_string_float", KllSketchToStringFloat(KllSketchAggFloat(Expr("float(x)"))).RLike(" N +: 4"), "rlike(kll_sketch_to_string_float(kll_sketch_agg_float(float(x))), ' N +: 4')", "boolean true").From(4, 1),
            Case("tuple_sketch_estimate_double", TupleSketchEstimateDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)"))), "tuple_sketch_estimate_double(tuple_sketch_agg_double(k, double(x)))", "double 3").From(4, 2),
            Case("tuple_sketch_summary_double", TupleSketchSummaryDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)"))), "tuple_sketch_summary_double(tuple_sketch_agg_double(k, double(x)))", "double 8").From(4, 2),
            Case("tuple_sketch_summary_double by a mode", TupleSketchSummaryDouble(TupleSketchAggDouble(Col("x"), Expr("double(x)"), 12, "max"), "max"), "tuple_sketch_summary_double(tuple_sketch_agg_double(x, double(x), 12, 'max'), 'max')", "double 3").From(4, 2),
            Case("tuple_sketch_theta_double", TupleSketchThetaDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)"))), "tuple_sketch_theta_double(tuple_sketch_agg_double(k, double(x)))", "double 1").From(4, 2),
            Case("tuple_union_double", TupleSketchEstimateDouble(TupleUnionDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)")), TupleSketchAggDouble(Col("x"), Expr("double(x)"), 12, "max"))), "tuple_sketch_estimate_double(tuple_union_double(tuple_sketch_agg_double(k, double(x)), tuple_sketch_agg_double(x, double(x), 12, 'max')))", "double 3").From(4, 2),
            Case("tuple_intersection_double", TupleSketchSummaryDouble(TupleIntersectionDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)")), TupleSketchAggDouble(Col("x"), Expr("double(x)"), 12, "max"))), "tuple_sketch_summary_double(tuple_intersection_double(tuple_sketch_agg_double(k, double(x)), tuple_sketch_agg_double(x, double(x), 12, 'max')))", "double 14").From(4, 2),
            Case("tuple_difference_double", TupleSketchEstimateDouble(TupleDifferenceDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)")), TupleSketchAggDouble(Col("x"), Expr("double(x)"), 12, "max"))), "tuple_sketch_estimate_double(tuple_difference_double(tuple_sketch_agg_double(k, double(x)), tuple_sketch_agg_double(x, double(x), 12, 'max')))", "double 0").From(4, 2),
            Case("tuple_union_theta_double", TupleSketchEstimateDouble(TupleUnionThetaDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)")), ThetaSketchAgg(Col("x")))), "tuple_sketch_estimate_double(tuple_union_theta_double(tuple_sketch_agg_double(k, double(x)), theta_sketch_agg(x)))", "double 3").From(4, 2),
            Case("tuple_intersection_theta_double", TupleSketchEstimateDouble(TupleIntersectionThetaDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)")), ThetaSketchAgg(Col("x")))), "tuple_sketch_estimate_double(tuple_intersection_theta_double(tuple_sketch_agg_double(k, double(x)), theta_sketch_agg(x)))", "double 3").From(4, 2),
            Case("tuple_difference_theta_double", TupleSketchEstimateDouble(TupleDifferenceThetaDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)")), ThetaSketchAgg(Col("x")))), "tuple_sketch_estimate_double(tuple_difference_theta_double(tuple_sketch_agg_double(k, double(x)), theta_sketch_agg(x)))", "double 0").From(4, 2),
            Case("tuple_sketch_estimate_integer", TupleSketchEstimateInteger(TupleSketchAggInteger(Col("k"), Expr("x"))), "tuple_sketch_estimate_integer(tuple_sketch_agg_integer(k, x))", "double 3").From(4, 2),
            Case("tuple_sketch_summary_integer", TupleSketchSummaryInteger(TupleSketchAggInteger(Col("k"), Expr("x"))), "tuple_sketch_summary_integer(tuple_sketch_agg_integer(k, x))", "bigint 8").From(4, 2),
            Case("tuple_sketch_summary_integer by a mode", TupleSketchSummaryInteger(TupleSketchAggInteger(Col("x"), Expr("x"), 12, "max"), "max"), "tuple_sketch_summary_integer(tuple_sketch_agg_integer(x, x, 12, 'max'), 'max')", "bigint 3").From(4, 2),
            Case("tuple_sketch_theta_integer", TupleSketchThetaInteger(TupleSketchAggInteger(Col("k"), Expr("x"))), "tuple_sketch_theta_integer(tuple_sketch_agg_integer(k, x))", "double 1").From(4, 2),
            Case("tuple_union_integer", TupleSketchEstimateInteger(TupleUnionInteger(TupleSketchAggInteger(Col("k"), Expr("x")), TupleSketchAggInteger(Col("x"), Expr("x"), 12, "max"))), "tuple_sketch_estimate_integer(tuple_union_integer(tuple_sketch_agg_integer(k, x), tuple_sketch_agg_integer(x, x, 12, 'max')))", "double 3").From(4, 2),
            Case("tuple_intersection_integer", TupleSketchSummaryInteger(TupleIntersectionInteger(TupleSketchAggInteger(Col("k"), Expr("x")), TupleSketchAggInteger(Col("x"), Expr("x"), 12, "max"))), "tuple_sketch_summary_integer(tuple_intersection_integer(tuple_sketch_agg_integer(k, x), tuple_sketch_agg_integer(x, x, 12, 'max')))", "bigint 14").From(4, 2),
            Case("tuple_difference_integer", TupleSketchEstimateInteger(TupleDifferenceInteger(TupleSketchAggInteger(Col("k"), Expr("x")), TupleSketchAggInteger(Col("x"), Expr("x"), 12, "max"))), "tuple_sketch_estimate_integer(tuple_difference_integer(tuple_sketch_agg_integer(k, x), tuple_sketch_agg_integer(x, x, 12, 'max')))", "double 0").From(4, 2),
            Case("tuple_union_theta_integer", TupleSketchEstimateInteger(TupleUnionThetaInteger(TupleSketchAggInteger(Col("k"), Expr("x")), ThetaSketchAgg(Col("x")))), "tuple_sketch_estimate_integer(tuple_union_theta_integer(tuple_sketch_agg_integer(k, x), theta_sketch_agg(x)))", "double 3").From(4, 2),
            Case("tuple_intersection_theta_integer", TupleSketchEstimateInteger(TupleIntersectionThetaInteger(TupleSketchAggInteger(Col("k"), Expr("x")), ThetaSketchAgg(Col("x")))), "tuple_sketch_estimate_integer(tuple_intersection_theta_integer(tuple_sketch_agg_integer(k, x), theta_sketch_agg(x)))", "double 3").From(4, 2),
            Case("tuple_difference_theta_integer", TupleSketchEstimateInteger(TupleDifferenceThetaInteger(TupleSketchAggInteger(Col("k"), Expr("x")), ThetaSketchAgg(Col("x")))), "tuple_sketch_estimate_integer(tuple_difference_theta_integer(tuple_sketch_agg_integer(k, x), theta_sketch_agg(x)))", "double 0").From(4, 2),
            Case("tuple_union_double by a mode", TupleSketchSummaryDouble(TupleUnionDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)"), 5), TupleSketchAggDouble(Col("x"), Expr("double(x)")), 6, "min")), "tuple_sketch_summary_double(tuple_union_double(tuple_sketch_agg_double(k, double(x), 5), tuple_sketch_agg_double(x, double(x)), 6, 'min'))", "double 8").From(4, 2),
            Case("tuple_union_theta_double by a mode", TupleSketchEstimateDouble(TupleUnionThetaDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)"), 5), ThetaSketchAgg(Col("k")), 6, "max")), "tuple_sketch_estimate_double(tuple_union_theta_double(tuple_sketch_agg_double(k, double(x), 5), theta_sketch_agg(k), 6, 'max'))", "double 4").From(4, 2),
            Case("tuple_intersection_double by a mode", TupleSketchSummaryDouble(TupleIntersectionDouble(TupleSketchAggDouble(Col("k"), Expr("double(x)"), 5), TupleSketchAggDouble(Col("x"), Expr("double(x)")), "alwaysone")), "tuple_sketch_summary_double(tuple_intersection_double(tuple_sketch_agg_double(k, double(x), 5), tuple_sketch_agg_double(x, double(x)), 'alwaysone'))", "double 3").From(4, 2),
            Case("tuple_union_integer by a mode", TupleSketchSummaryInteger(TupleUnionInteger(TupleSketchAggInteger(Col("k"), Expr("x"), 5), TupleSketchAggInteger(Col("x"), Expr("x")), 6, "min")), "tuple_sketch_summary_integer(tuple_union_integer(tuple_sketch_agg_integer(k, x, 5), tuple_sketch_agg_integer(x, x), 6, 'min'))", "bigint 8").From(4, 2),
            Case("tuple_union_theta_integer by a mode", TupleSketchEstimateInteger(TupleUnionThetaInteger(TupleSketchAggInteger(Col("k"), Expr("x"), 5), ThetaSketchAgg(Col("k")), 6, "max")), "tuple_sketch_estimate_integer(tuple_union_theta_integer(tuple_sketch_agg_integer(k, x, 5), theta_sketch_agg(k), 6, 'max'))", "double 4").From(4, 2),
            Case("tuple_intersection_integer by a mode", TupleSketchSummaryInteger(TupleIntersectionInteger(TupleSketchAggInteger(Col("k"), Expr("x"), 5), TupleSketchAggInteger(Col("x"), Expr("x")), "alwaysone")), "tuple_sketch_summary_integer(tuple_intersection_integer(tuple_sketch_agg_integer(k, x, 5), tuple_sketch_agg_integer(x, x), 'alwaysone'))", "bigint 3").From(4, 2),
            Case("hll_union of two sizes", HllSketchEstimate(HllUnion(HllSketchAgg(Col("x"), 8), HllSketchAgg(Col("k")), true)), "hll_sketch_estimate(hll_union(hll_sketch_agg(x, 8), hll_sketch_agg(k), true))", "bigint 4"),
            Case("theta_union with a size", ThetaSketchEstimate(ThetaUnion(ThetaSketchAgg(Col("x"), 5), ThetaSketchAgg(Col("k")), 6)), "theta_sketch_estimate(theta_union(theta_sketch_agg(x, 5), theta_sketch_agg(k), 6))", "bigint 4").From(4, 1),
            Case("kll_sketch_get_quantile_bigint of ranks", KllSketchGetQuantileBigint(KllSketchAggBigint(Col("x")), Expr("array(0D, 1D)")), "kll_sketch_get_quantile_bigint(kll_sketch_agg_bigint(x), array(0D, 1D))", "array<bigint> [1, 3]").From(4, 1)),
        .. Over(
            "(SELECT hll_sketch_agg(x) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT hll_sketch_agg(x) FROM VALUES (2), (3) AS t(x))",
            Case("hll_union_agg", HllSketchEstimate(HllUnionAgg(Col("s"))), "hll_sketch_estimate(hll_union_agg(s))", "bigint 3")),
        .. Over(
            "(SELECT theta_sketch_agg(x) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT theta_sketch_agg(x) FROM VALUES (2), (3) AS t(x))",
            Case("theta_union_agg", ThetaSketchEstimate(ThetaUnionAgg(Col("s"))), "theta_sketch_estimate(theta_union_agg(s))", "bigint 3").From(4, 1),
            Case("theta_intersection_agg", ThetaSketchEstimate(ThetaIntersectionAgg(Col("s"))), "theta_sketch_estimate(theta_intersection_agg(s))", "bigint 1").From(4, 1)),
        .. Over(
            "(SELECT kll_sketch_agg_bigint(x) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT kll_sketch_agg_bigint(x) FROM VALUES (2), (3) AS t(x))",
            Case("kll_merge_agg_bigint", KllSketchGetNBigint(KllMergeAggBigint(Col("s"))), "kll_sketch_get_n_bigint(kll_merge_agg_bigint(s))", "bigint 4").From(4, 1)),
        .. Over(
            "(SELECT kll_sketch_agg_double(double(x)) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT kll_sketch_agg_double(double(x)) FROM VALUES (2), (3) AS t(x))",
            Case("kll_merge_agg_double", KllSketchGetNDouble(KllMergeAggDouble(Col("s"))), "kll_sketch_get_n_double(kll_merge_agg_double(s))", "bigint 4").From(4, 1)),
        .. Over(
            "(SELECT kll_sketch_agg_float(float(x)) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT kll_sketch_agg_float(float(x)) FROM VALUES (2), (3) AS t(x))",
            Case("kll_merge_agg_float", KllSketchGetNFloat(KllMergeAggFloat(Col("s"))), "kll_sketch_get_n_float(kll_merge_agg_float(s))", "bigint 4").From(4, 1)),
        .. Over(
            "(SELECT tuple_sketch_agg_double(x, double(x)) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT tuple_sketch_agg_double(x, double(x)) FROM VALUES (2), (3) AS t(x))",
            Case("tuple_union_agg_double", TupleSketchSummaryDouble(TupleUnionAggDouble(Col("s"))), "tuple_sketch_summary_double(tuple_union_agg_double(s))", "double 8").From(4, 2),
            Case("tuple_intersection_agg_double", TupleSketchEstimateDouble(TupleIntersectionAggDouble(Col("s"))), "tuple_sketch_estimate_double(tuple_intersection_agg_double(s))", "double 1").From(4, 2)),
        .. Over(
            "(SELECT tuple_sketch_agg_integer(x, x) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT tuple_sketch_agg_integer(x, x) FROM VALUES (2), (3) AS t(x))",
            Case("tuple_union_agg_integer", TupleSketchSummaryInteger(TupleUnionAggInteger(Col("s"))), "tuple_sketch_summary_integer(tuple_union_agg_integer(s))", "bigint 8").From(4, 2),
            Case("tuple_intersection_agg_integer", TupleSketchEstimateInteger(TupleIntersectionAggInteger(Col("s"))), "tuple_sketch_estimate_integer(tuple_intersection_agg_integer(s))", "double 1").From(4, 2)),
        .. Over(
            "(SELECT bitmap_construct_agg(bitmap_bit_position(x)) AS s FROM VALUES (1), (2) AS t(x) UNION ALL SELECT bitmap_construct_agg(bitmap_bit_position(x)) FROM VALUES (2), (3) AS t(x))",
            Case("bitmap_or_agg", BitmapCount(BitmapOrAgg(Col("s"))), "bitmap_count(bitmap_or_agg(s))", "bigint 3"),
            Case("bitmap_and_agg", BitmapCount(BitmapAndAgg(Col("s"))), "bitmap_count(bitmap_and_agg(s))", "bigint 1").From(4, 1)),
        Case("bitmap_bucket_number", BitmapBucketNumber(Lit(32769L)), "bitmap_bucket_number(32769L)", "bigint 2"),
        Case("bitmap_bit_position", BitmapBitPosition(Lit(32769L)), "bitmap_bit_position(32769L)", "bigint 0"),
    ];
}
