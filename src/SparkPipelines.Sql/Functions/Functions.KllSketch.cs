namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>A KLL sketch of the values' quantiles, of accuracy k, 200 unless given.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column KllSketchAggBigint(Column column) => Call("kll_sketch_agg_bigint", column);

    /// <inheritdoc cref="KllSketchAggBigint(Column)"/>
    public static Column KllSketchAggBigint(string columnName) => Call("kll_sketch_agg_bigint", Col(columnName));

    /// <inheritdoc cref="KllSketchAggBigint(Column)"/>
    public static Column KllSketchAggBigint(Column column, int k) => Call("kll_sketch_agg_bigint", column, Lit(k));

    /// <inheritdoc cref="KllSketchAggBigint(Column)"/>
    public static Column KllSketchAggBigint(Column column, Column k) => Call("kll_sketch_agg_bigint", column, k);

    /// <inheritdoc cref="KllSketchAggBigint(Column)"/>
    public static Column KllSketchAggBigint(string columnName, int k) => Call("kll_sketch_agg_bigint", Col(columnName), Lit(k));

    /// <summary>The union of KLL sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.2.</remarks>
    public static Column KllMergeAggBigint(Column column) => Call("kll_merge_agg_bigint", column);

    /// <inheritdoc cref="KllMergeAggBigint(Column)"/>
    public static Column KllMergeAggBigint(string columnName) => Call("kll_merge_agg_bigint", Col(columnName));

    /// <inheritdoc cref="KllMergeAggBigint(Column)"/>
    public static Column KllMergeAggBigint(Column column, int k) => Call("kll_merge_agg_bigint", column, Lit(k));

    /// <inheritdoc cref="KllMergeAggBigint(Column)"/>
    public static Column KllMergeAggBigint(Column column, Column k) => Call("kll_merge_agg_bigint", column, k);

    /// <inheritdoc cref="KllMergeAggBigint(Column)"/>
    public static Column KllMergeAggBigint(string columnName, int k) => Call("kll_merge_agg_bigint", Col(columnName), Lit(k));

    /// <summary>A KLL sketch in words.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchToStringBigint(Column column) => Call("kll_sketch_to_string_bigint", column);

    /// <inheritdoc cref="KllSketchToStringBigint(Column)"/>
    public static Column KllSketchToStringBigint(string columnName) => Call("kll_sketch_to_string_bigint", Col(columnName));

    /// <summary>How many values a KLL sketch has seen.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetNBigint(Column column) => Call("kll_sketch_get_n_bigint", column);

    /// <inheritdoc cref="KllSketchGetNBigint(Column)"/>
    public static Column KllSketchGetNBigint(string columnName) => Call("kll_sketch_get_n_bigint", Col(columnName));

    /// <summary>The union of two KLL sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchMergeBigint(Column left, Column right) => Call("kll_sketch_merge_bigint", left, right);

    /// <inheritdoc cref="KllSketchMergeBigint(Column, Column)"/>
    public static Column KllSketchMergeBigint(string leftName, string rightName) => Call("kll_sketch_merge_bigint", Col(leftName), Col(rightName));

    /// <summary>About the value at a rank from 0 to 1, or an array of them.</summary>
    /// <returns>bigint, of an array an array</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetQuantileBigint(Column sketch, Column rank) => Call("kll_sketch_get_quantile_bigint", sketch, rank);

    /// <inheritdoc cref="KllSketchGetQuantileBigint(Column, Column)"/>
    public static Column KllSketchGetQuantileBigint(string sketchName, Column rank) => Call("kll_sketch_get_quantile_bigint", Col(sketchName), rank);

    /// <summary>About the rank from 0 to 1 of a value, or an array of them.</summary>
    /// <returns>double, of an array an array</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetRankBigint(Column sketch, Column quantile) => Call("kll_sketch_get_rank_bigint", sketch, quantile);

    /// <inheritdoc cref="KllSketchGetRankBigint(Column, Column)"/>
    public static Column KllSketchGetRankBigint(string sketchName, Column quantile) => Call("kll_sketch_get_rank_bigint", Col(sketchName), quantile);

    /// <summary>A KLL sketch of the values' quantiles, of accuracy k, 200 unless given.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column KllSketchAggDouble(Column column) => Call("kll_sketch_agg_double", column);

    /// <inheritdoc cref="KllSketchAggDouble(Column)"/>
    public static Column KllSketchAggDouble(string columnName) => Call("kll_sketch_agg_double", Col(columnName));

    /// <inheritdoc cref="KllSketchAggDouble(Column)"/>
    public static Column KllSketchAggDouble(Column column, int k) => Call("kll_sketch_agg_double", column, Lit(k));

    /// <inheritdoc cref="KllSketchAggDouble(Column)"/>
    public static Column KllSketchAggDouble(Column column, Column k) => Call("kll_sketch_agg_double", column, k);

    /// <inheritdoc cref="KllSketchAggDouble(Column)"/>
    public static Column KllSketchAggDouble(string columnName, int k) => Call("kll_sketch_agg_double", Col(columnName), Lit(k));

    /// <summary>The union of KLL sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.2.</remarks>
    public static Column KllMergeAggDouble(Column column) => Call("kll_merge_agg_double", column);

    /// <inheritdoc cref="KllMergeAggDouble(Column)"/>
    public static Column KllMergeAggDouble(string columnName) => Call("kll_merge_agg_double", Col(columnName));

    /// <inheritdoc cref="KllMergeAggDouble(Column)"/>
    public static Column KllMergeAggDouble(Column column, int k) => Call("kll_merge_agg_double", column, Lit(k));

    /// <inheritdoc cref="KllMergeAggDouble(Column)"/>
    public static Column KllMergeAggDouble(Column column, Column k) => Call("kll_merge_agg_double", column, k);

    /// <inheritdoc cref="KllMergeAggDouble(Column)"/>
    public static Column KllMergeAggDouble(string columnName, int k) => Call("kll_merge_agg_double", Col(columnName), Lit(k));

    /// <summary>A KLL sketch in words.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchToStringDouble(Column column) => Call("kll_sketch_to_string_double", column);

    /// <inheritdoc cref="KllSketchToStringDouble(Column)"/>
    public static Column KllSketchToStringDouble(string columnName) => Call("kll_sketch_to_string_double", Col(columnName));

    /// <summary>How many values a KLL sketch has seen.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetNDouble(Column column) => Call("kll_sketch_get_n_double", column);

    /// <inheritdoc cref="KllSketchGetNDouble(Column)"/>
    public static Column KllSketchGetNDouble(string columnName) => Call("kll_sketch_get_n_double", Col(columnName));

    /// <summary>The union of two KLL sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchMergeDouble(Column left, Column right) => Call("kll_sketch_merge_double", left, right);

    /// <inheritdoc cref="KllSketchMergeDouble(Column, Column)"/>
    public static Column KllSketchMergeDouble(string leftName, string rightName) => Call("kll_sketch_merge_double", Col(leftName), Col(rightName));

    /// <summary>About the value at a rank from 0 to 1, or an array of them.</summary>
    /// <returns>double, of an array an array</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetQuantileDouble(Column sketch, Column rank) => Call("kll_sketch_get_quantile_double", sketch, rank);

    /// <inheritdoc cref="KllSketchGetQuantileDouble(Column, Column)"/>
    public static Column KllSketchGetQuantileDouble(string sketchName, Column rank) => Call("kll_sketch_get_quantile_double", Col(sketchName), rank);

    /// <summary>About the rank from 0 to 1 of a value, or an array of them.</summary>
    /// <returns>double, of an array an array</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetRankDouble(Column sketch, Column quantile) => Call("kll_sketch_get_rank_double", sketch, quantile);

    /// <inheritdoc cref="KllSketchGetRankDouble(Column, Column)"/>
    public static Column KllSketchGetRankDouble(string sketchName, Column quantile) => Call("kll_sketch_get_rank_double", Col(sketchName), quantile);

    /// <summary>A KLL sketch of the values' quantiles, of accuracy k, 200 unless given.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column KllSketchAggFloat(Column column) => Call("kll_sketch_agg_float", column);

    /// <inheritdoc cref="KllSketchAggFloat(Column)"/>
    public static Column KllSketchAggFloat(string columnName) => Call("kll_sketch_agg_float", Col(columnName));

    /// <inheritdoc cref="KllSketchAggFloat(Column)"/>
    public static Column KllSketchAggFloat(Column column, int k) => Call("kll_sketch_agg_float", column, Lit(k));

    /// <inheritdoc cref="KllSketchAggFloat(Column)"/>
    public static Column KllSketchAggFloat(Column column, Column k) => Call("kll_sketch_agg_float", column, k);

    /// <inheritdoc cref="KllSketchAggFloat(Column)"/>
    public static Column KllSketchAggFloat(string columnName, int k) => Call("kll_sketch_agg_float", Col(columnName), Lit(k));

    /// <summary>The union of KLL sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.2.</remarks>
    public static Column KllMergeAggFloat(Column column) => Call("kll_merge_agg_float", column);

    /// <inheritdoc cref="KllMergeAggFloat(Column)"/>
    public static Column KllMergeAggFloat(string columnName) => Call("kll_merge_agg_float", Col(columnName));

    /// <inheritdoc cref="KllMergeAggFloat(Column)"/>
    public static Column KllMergeAggFloat(Column column, int k) => Call("kll_merge_agg_float", column, Lit(k));

    /// <inheritdoc cref="KllMergeAggFloat(Column)"/>
    public static Column KllMergeAggFloat(Column column, Column k) => Call("kll_merge_agg_float", column, k);

    /// <inheritdoc cref="KllMergeAggFloat(Column)"/>
    public static Column KllMergeAggFloat(string columnName, int k) => Call("kll_merge_agg_float", Col(columnName), Lit(k));

    /// <summary>A KLL sketch in words.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchToStringFloat(Column column) => Call("kll_sketch_to_string_float", column);

    /// <inheritdoc cref="KllSketchToStringFloat(Column)"/>
    public static Column KllSketchToStringFloat(string columnName) => Call("kll_sketch_to_string_float", Col(columnName));

    /// <summary>How many values a KLL sketch has seen.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetNFloat(Column column) => Call("kll_sketch_get_n_float", column);

    /// <inheritdoc cref="KllSketchGetNFloat(Column)"/>
    public static Column KllSketchGetNFloat(string columnName) => Call("kll_sketch_get_n_float", Col(columnName));

    /// <summary>The union of two KLL sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchMergeFloat(Column left, Column right) => Call("kll_sketch_merge_float", left, right);

    /// <inheritdoc cref="KllSketchMergeFloat(Column, Column)"/>
    public static Column KllSketchMergeFloat(string leftName, string rightName) => Call("kll_sketch_merge_float", Col(leftName), Col(rightName));

    /// <summary>About the value at a rank from 0 to 1, or an array of them.</summary>
    /// <returns>float, of an array an array</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetQuantileFloat(Column sketch, Column rank) => Call("kll_sketch_get_quantile_float", sketch, rank);

    /// <inheritdoc cref="KllSketchGetQuantileFloat(Column, Column)"/>
    public static Column KllSketchGetQuantileFloat(string sketchName, Column rank) => Call("kll_sketch_get_quantile_float", Col(sketchName), rank);

    /// <summary>About the rank from 0 to 1 of a value, or an array of them.</summary>
    /// <returns>double, of an array an array</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column KllSketchGetRankFloat(Column sketch, Column quantile) => Call("kll_sketch_get_rank_float", sketch, quantile);

    /// <inheritdoc cref="KllSketchGetRankFloat(Column, Column)"/>
    public static Column KllSketchGetRankFloat(string sketchName, Column quantile) => Call("kll_sketch_get_rank_float", Col(sketchName), quantile);
}
