namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>A HyperLogLog sketch of the different values, with 2 to the power of lgConfigK buckets, 12 unless given.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column HllSketchAgg(Column column) => Call("hll_sketch_agg", column);

    /// <inheritdoc cref="HllSketchAgg(Column)"/>
    public static Column HllSketchAgg(string columnName) => Call("hll_sketch_agg", Col(columnName));

    /// <inheritdoc cref="HllSketchAgg(Column)"/>
    public static Column HllSketchAgg(Column column, int lgConfigK) => Call("hll_sketch_agg", column, Lit(lgConfigK));

    /// <inheritdoc cref="HllSketchAgg(Column)"/>
    public static Column HllSketchAgg(Column column, Column lgConfigK) => Call("hll_sketch_agg", column, lgConfigK);

    /// <inheritdoc cref="HllSketchAgg(Column)"/>
    public static Column HllSketchAgg(string columnName, int lgConfigK) => Call("hll_sketch_agg", Col(columnName), Lit(lgConfigK));

    /// <summary>The union of HyperLogLog sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column HllUnionAgg(Column column) => Call("hll_union_agg", column);

    /// <inheritdoc cref="HllUnionAgg(Column)"/>
    public static Column HllUnionAgg(string columnName) => Call("hll_union_agg", Col(columnName));

    /// <inheritdoc cref="HllUnionAgg(Column)"/>
    public static Column HllUnionAgg(Column column, bool allowDifferentLgConfigK) => Call("hll_union_agg", column, Lit(allowDifferentLgConfigK));

    /// <inheritdoc cref="HllUnionAgg(Column)"/>
    public static Column HllUnionAgg(Column column, Column allowDifferentLgConfigK) => Call("hll_union_agg", column, allowDifferentLgConfigK);

    /// <inheritdoc cref="HllUnionAgg(Column)"/>
    public static Column HllUnionAgg(string columnName, bool allowDifferentLgConfigK) =>
        Call("hll_union_agg", Col(columnName), Lit(allowDifferentLgConfigK));

    /// <summary>About how many different values a HyperLogLog sketch has seen.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column HllSketchEstimate(Column column) => Call("hll_sketch_estimate", column);

    /// <inheritdoc cref="HllSketchEstimate(Column)"/>
    public static Column HllSketchEstimate(string columnName) => Call("hll_sketch_estimate", Col(columnName));

    /// <summary>The union of two HyperLogLog sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column HllUnion(Column column1, Column column2) => Call("hll_union", column1, column2);

    /// <inheritdoc cref="HllUnion(Column, Column)"/>
    public static Column HllUnion(string column1Name, string column2Name) => Call("hll_union", Col(column1Name), Col(column2Name));

    /// <inheritdoc cref="HllUnion(Column, Column)"/>
    public static Column HllUnion(Column column1, Column column2, bool allowDifferentLgConfigK) =>
        Call("hll_union", column1, column2, Lit(allowDifferentLgConfigK));

    /// <inheritdoc cref="HllUnion(Column, Column)"/>
    public static Column HllUnion(string column1Name, string column2Name, bool allowDifferentLgConfigK) =>
        Call("hll_union", Col(column1Name), Col(column2Name), Lit(allowDifferentLgConfigK));

    /// <summary>A Theta sketch of the different values, with 2 to the power of lgNomEntries entries, 12 unless given.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column ThetaSketchAgg(Column column) => Call("theta_sketch_agg", column);

    /// <inheritdoc cref="ThetaSketchAgg(Column)"/>
    public static Column ThetaSketchAgg(string columnName) => Call("theta_sketch_agg", Col(columnName));

    /// <inheritdoc cref="ThetaSketchAgg(Column)"/>
    public static Column ThetaSketchAgg(Column column, int lgNomEntries) => Call("theta_sketch_agg", column, Lit(lgNomEntries));

    /// <inheritdoc cref="ThetaSketchAgg(Column)"/>
    public static Column ThetaSketchAgg(Column column, Column lgNomEntries) => Call("theta_sketch_agg", column, lgNomEntries);

    /// <inheritdoc cref="ThetaSketchAgg(Column)"/>
    public static Column ThetaSketchAgg(string columnName, int lgNomEntries) => Call("theta_sketch_agg", Col(columnName), Lit(lgNomEntries));

    /// <summary>The union of Theta sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column ThetaUnionAgg(Column column) => Call("theta_union_agg", column);

    /// <inheritdoc cref="ThetaUnionAgg(Column)"/>
    public static Column ThetaUnionAgg(string columnName) => Call("theta_union_agg", Col(columnName));

    /// <inheritdoc cref="ThetaUnionAgg(Column)"/>
    public static Column ThetaUnionAgg(Column column, int lgNomEntries) => Call("theta_union_agg", column, Lit(lgNomEntries));

    /// <inheritdoc cref="ThetaUnionAgg(Column)"/>
    public static Column ThetaUnionAgg(Column column, Column lgNomEntries) => Call("theta_union_agg", column, lgNomEntries);

    /// <inheritdoc cref="ThetaUnionAgg(Column)"/>
    public static Column ThetaUnionAgg(string columnName, int lgNomEntries) => Call("theta_union_agg", Col(columnName), Lit(lgNomEntries));

    /// <summary>The intersection of Theta sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column ThetaIntersectionAgg(Column column) => Call("theta_intersection_agg", column);

    /// <inheritdoc cref="ThetaIntersectionAgg(Column)"/>
    public static Column ThetaIntersectionAgg(string columnName) => Call("theta_intersection_agg", Col(columnName));

    /// <summary>About how many different values a Theta sketch has seen.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column ThetaSketchEstimate(Column column) => Call("theta_sketch_estimate", column);

    /// <inheritdoc cref="ThetaSketchEstimate(Column)"/>
    public static Column ThetaSketchEstimate(string columnName) => Call("theta_sketch_estimate", Col(columnName));

    /// <summary>The union of two Theta sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column ThetaUnion(Column column1, Column column2) => Call("theta_union", column1, column2);

    /// <inheritdoc cref="ThetaUnion(Column, Column)"/>
    public static Column ThetaUnion(string column1Name, string column2Name) => Call("theta_union", Col(column1Name), Col(column2Name));

    /// <inheritdoc cref="ThetaUnion(Column, Column)"/>
    public static Column ThetaUnion(Column column1, Column column2, int lgNomEntries) => Call("theta_union", column1, column2, Lit(lgNomEntries));

    /// <inheritdoc cref="ThetaUnion(Column, Column)"/>
    public static Column ThetaUnion(Column column1, Column column2, Column lgNomEntries) => Call("theta_union", column1, column2, lgNomEntries);

    /// <inheritdoc cref="ThetaUnion(Column, Column)"/>
    public static Column ThetaUnion(string column1Name, string column2Name, int lgNomEntries) =>
        Call("theta_union", Col(column1Name), Col(column2Name), Lit(lgNomEntries));

    /// <summary>The intersection of two Theta sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column ThetaIntersection(Column column1, Column column2) => Call("theta_intersection", column1, column2);

    /// <inheritdoc cref="ThetaIntersection(Column, Column)"/>
    public static Column ThetaIntersection(string column1Name, string column2Name) => Call("theta_intersection", Col(column1Name), Col(column2Name));

    /// <summary>The first Theta sketch without the values of the second.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column ThetaDifference(Column column1, Column column2) => Call("theta_difference", column1, column2);

    /// <inheritdoc cref="ThetaDifference(Column, Column)"/>
    public static Column ThetaDifference(string column1Name, string column2Name) => Call("theta_difference", Col(column1Name), Col(column2Name));

    /// <summary>The bit of a number in its bitmap, from 0.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column BitmapBitPosition(Column column) => Call("bitmap_bit_position", column);

    /// <inheritdoc cref="BitmapBitPosition(Column)"/>
    public static Column BitmapBitPosition(string columnName) => Call("bitmap_bit_position", Col(columnName));

    /// <summary>The number of the bitmap that a number is in.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column BitmapBucketNumber(Column column) => Call("bitmap_bucket_number", column);

    /// <inheritdoc cref="BitmapBucketNumber(Column)"/>
    public static Column BitmapBucketNumber(string columnName) => Call("bitmap_bucket_number", Col(columnName));

    /// <summary>A bitmap with the bits of the positions of all values.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column BitmapConstructAgg(Column column) => Call("bitmap_construct_agg", column);

    /// <inheritdoc cref="BitmapConstructAgg(Column)"/>
    public static Column BitmapConstructAgg(string columnName) => Call("bitmap_construct_agg", Col(columnName));

    /// <summary>How many bits of a bitmap are set.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column BitmapCount(Column column) => Call("bitmap_count", column);

    /// <inheritdoc cref="BitmapCount(Column)"/>
    public static Column BitmapCount(string columnName) => Call("bitmap_count", Col(columnName));

    /// <summary>The bits that any bitmap has.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column BitmapOrAgg(Column column) => Call("bitmap_or_agg", column);

    /// <inheritdoc cref="BitmapOrAgg(Column)"/>
    public static Column BitmapOrAgg(string columnName) => Call("bitmap_or_agg", Col(columnName));

    /// <summary>The bits that all bitmaps have.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.1.</remarks>
    public static Column BitmapAndAgg(Column column) => Call("bitmap_and_agg", column);

    /// <inheritdoc cref="BitmapAndAgg(Column)"/>
    public static Column BitmapAndAgg(string columnName) => Call("bitmap_and_agg", Col(columnName));
}
