namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>About how many different keys a Tuple sketch has seen.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchEstimateDouble(Column column) => Call("tuple_sketch_estimate_double", column);

    /// <inheritdoc cref="TupleSketchEstimateDouble(Column)"/>
    public static Column TupleSketchEstimateDouble(string columnName) => Call("tuple_sketch_estimate_double", Col(columnName));

    /// <summary>The summaries of a Tuple sketch put together by sum, min, max or alwaysone.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchSummaryDouble(Column column) => Call("tuple_sketch_summary_double", column);

    /// <inheritdoc cref="TupleSketchSummaryDouble(Column)"/>
    public static Column TupleSketchSummaryDouble(string columnName) => Call("tuple_sketch_summary_double", Col(columnName));

    /// <inheritdoc cref="TupleSketchSummaryDouble(Column)"/>
    public static Column TupleSketchSummaryDouble(Column column, string mode) => Call("tuple_sketch_summary_double", column, Lit(mode));

    /// <inheritdoc cref="TupleSketchSummaryDouble(Column)"/>
    public static Column TupleSketchSummaryDouble(Column column, Column mode) => Call("tuple_sketch_summary_double", column, mode);

    /// <inheritdoc cref="TupleSketchSummaryDouble(Column)"/>
    public static Column TupleSketchSummaryDouble(string columnName, string mode) => Call("tuple_sketch_summary_double", Col(columnName), Lit(mode));

    /// <summary>The share of keys that a Tuple sketch keeps.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchThetaDouble(Column column) => Call("tuple_sketch_theta_double", column);

    /// <inheritdoc cref="TupleSketchThetaDouble(Column)"/>
    public static Column TupleSketchThetaDouble(string columnName) => Call("tuple_sketch_theta_double", Col(columnName));

    /// <summary>The intersection of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.2.</remarks>
    public static Column TupleIntersectionAggDouble(Column column) => Call("tuple_intersection_agg_double", column);

    /// <inheritdoc cref="TupleIntersectionAggDouble(Column)"/>
    public static Column TupleIntersectionAggDouble(string columnName) => Call("tuple_intersection_agg_double", Col(columnName));

    /// <inheritdoc cref="TupleIntersectionAggDouble(Column)"/>
    public static Column TupleIntersectionAggDouble(Column column, string mode) => Call("tuple_intersection_agg_double", column, Lit(mode));

    /// <inheritdoc cref="TupleIntersectionAggDouble(Column)"/>
    public static Column TupleIntersectionAggDouble(Column column, Column mode) => Call("tuple_intersection_agg_double", column, mode);

    /// <inheritdoc cref="TupleIntersectionAggDouble(Column)"/>
    public static Column TupleIntersectionAggDouble(string columnName, string mode) =>
        Call("tuple_intersection_agg_double", Col(columnName), Lit(mode));

    /// <summary>The intersection of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleIntersectionDouble(Column column1, Column column2) => Call("tuple_intersection_double", column1, column2);

    /// <inheritdoc cref="TupleIntersectionDouble(Column, Column)"/>
    public static Column TupleIntersectionDouble(string column1Name, string column2Name) =>
        Call("tuple_intersection_double", Col(column1Name), Col(column2Name));

    /// <inheritdoc cref="TupleIntersectionDouble(Column, Column)"/>
    public static Column TupleIntersectionDouble(Column column1, Column column2, string mode) =>
        Call("tuple_intersection_double", column1, column2, Lit(mode));

    /// <inheritdoc cref="TupleIntersectionDouble(Column, Column)"/>
    public static Column TupleIntersectionDouble(Column column1, Column column2, Column mode) =>
        Call("tuple_intersection_double", column1, column2, mode);

    /// <inheritdoc cref="TupleIntersectionDouble(Column, Column)"/>
    public static Column TupleIntersectionDouble(string column1Name, string column2Name, string mode) =>
        Call("tuple_intersection_double", Col(column1Name), Col(column2Name), Lit(mode));

    /// <summary>The first Tuple sketch without the keys of the second.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleDifferenceDouble(Column column1, Column column2) => Call("tuple_difference_double", column1, column2);

    /// <inheritdoc cref="TupleDifferenceDouble(Column, Column)"/>
    public static Column TupleDifferenceDouble(string column1Name, string column2Name) =>
        Call("tuple_difference_double", Col(column1Name), Col(column2Name));

    /// <summary>A Tuple sketch without the keys of a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleDifferenceThetaDouble(Column column1, Column column2) => Call("tuple_difference_theta_double", column1, column2);

    /// <inheritdoc cref="TupleDifferenceThetaDouble(Column, Column)"/>
    public static Column TupleDifferenceThetaDouble(string column1Name, string column2Name) =>
        Call("tuple_difference_theta_double", Col(column1Name), Col(column2Name));

    /// <summary>The intersection of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleIntersectionThetaDouble(Column column1, Column column2) => Call("tuple_intersection_theta_double", column1, column2);

    /// <inheritdoc cref="TupleIntersectionThetaDouble(Column, Column)"/>
    public static Column TupleIntersectionThetaDouble(string column1Name, string column2Name) =>
        Call("tuple_intersection_theta_double", Col(column1Name), Col(column2Name));

    /// <inheritdoc cref="TupleIntersectionThetaDouble(Column, Column)"/>
    public static Column TupleIntersectionThetaDouble(Column column1, Column column2, string mode) =>
        Call("tuple_intersection_theta_double", column1, column2, Lit(mode));

    /// <inheritdoc cref="TupleIntersectionThetaDouble(Column, Column)"/>
    public static Column TupleIntersectionThetaDouble(Column column1, Column column2, Column mode) =>
        Call("tuple_intersection_theta_double", column1, column2, mode);

    /// <inheritdoc cref="TupleIntersectionThetaDouble(Column, Column)"/>
    public static Column TupleIntersectionThetaDouble(string column1Name, string column2Name, string mode) =>
        Call("tuple_intersection_theta_double", Col(column1Name), Col(column2Name), Lit(mode));

    /// <summary>About how many different keys a Tuple sketch has seen.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchEstimateInteger(Column column) => Call("tuple_sketch_estimate_integer", column);

    /// <inheritdoc cref="TupleSketchEstimateInteger(Column)"/>
    public static Column TupleSketchEstimateInteger(string columnName) => Call("tuple_sketch_estimate_integer", Col(columnName));

    /// <summary>The summaries of a Tuple sketch put together by sum, min, max or alwaysone.</summary>
    /// <returns>integer</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchSummaryInteger(Column column) => Call("tuple_sketch_summary_integer", column);

    /// <inheritdoc cref="TupleSketchSummaryInteger(Column)"/>
    public static Column TupleSketchSummaryInteger(string columnName) => Call("tuple_sketch_summary_integer", Col(columnName));

    /// <inheritdoc cref="TupleSketchSummaryInteger(Column)"/>
    public static Column TupleSketchSummaryInteger(Column column, string mode) => Call("tuple_sketch_summary_integer", column, Lit(mode));

    /// <inheritdoc cref="TupleSketchSummaryInteger(Column)"/>
    public static Column TupleSketchSummaryInteger(Column column, Column mode) => Call("tuple_sketch_summary_integer", column, mode);

    /// <inheritdoc cref="TupleSketchSummaryInteger(Column)"/>
    public static Column TupleSketchSummaryInteger(string columnName, string mode) =>
        Call("tuple_sketch_summary_integer", Col(columnName), Lit(mode));

    /// <summary>The share of keys that a Tuple sketch keeps.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchThetaInteger(Column column) => Call("tuple_sketch_theta_integer", column);

    /// <inheritdoc cref="TupleSketchThetaInteger(Column)"/>
    public static Column TupleSketchThetaInteger(string columnName) => Call("tuple_sketch_theta_integer", Col(columnName));

    /// <summary>The intersection of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 4.2.</remarks>
    public static Column TupleIntersectionAggInteger(Column column) => Call("tuple_intersection_agg_integer", column);

    /// <inheritdoc cref="TupleIntersectionAggInteger(Column)"/>
    public static Column TupleIntersectionAggInteger(string columnName) => Call("tuple_intersection_agg_integer", Col(columnName));

    /// <inheritdoc cref="TupleIntersectionAggInteger(Column)"/>
    public static Column TupleIntersectionAggInteger(Column column, string mode) => Call("tuple_intersection_agg_integer", column, Lit(mode));

    /// <inheritdoc cref="TupleIntersectionAggInteger(Column)"/>
    public static Column TupleIntersectionAggInteger(Column column, Column mode) => Call("tuple_intersection_agg_integer", column, mode);

    /// <inheritdoc cref="TupleIntersectionAggInteger(Column)"/>
    public static Column TupleIntersectionAggInteger(string columnName, string mode) =>
        Call("tuple_intersection_agg_integer", Col(columnName), Lit(mode));

    /// <summary>The intersection of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleIntersectionInteger(Column column1, Column column2) => Call("tuple_intersection_integer", column1, column2);

    /// <inheritdoc cref="TupleIntersectionInteger(Column, Column)"/>
    public static Column TupleIntersectionInteger(string column1Name, string column2Name) =>
        Call("tuple_intersection_integer", Col(column1Name), Col(column2Name));

    /// <inheritdoc cref="TupleIntersectionInteger(Column, Column)"/>
    public static Column TupleIntersectionInteger(Column column1, Column column2, string mode) =>
        Call("tuple_intersection_integer", column1, column2, Lit(mode));

    /// <inheritdoc cref="TupleIntersectionInteger(Column, Column)"/>
    public static Column TupleIntersectionInteger(Column column1, Column column2, Column mode) =>
        Call("tuple_intersection_integer", column1, column2, mode);

    /// <inheritdoc cref="TupleIntersectionInteger(Column, Column)"/>
    public static Column TupleIntersectionInteger(string column1Name, string column2Name, string mode) =>
        Call("tuple_intersection_integer", Col(column1Name), Col(column2Name), Lit(mode));

    /// <summary>The first Tuple sketch without the keys of the second.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleDifferenceInteger(Column column1, Column column2) => Call("tuple_difference_integer", column1, column2);

    /// <inheritdoc cref="TupleDifferenceInteger(Column, Column)"/>
    public static Column TupleDifferenceInteger(string column1Name, string column2Name) =>
        Call("tuple_difference_integer", Col(column1Name), Col(column2Name));

    /// <summary>A Tuple sketch without the keys of a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleDifferenceThetaInteger(Column column1, Column column2) => Call("tuple_difference_theta_integer", column1, column2);

    /// <inheritdoc cref="TupleDifferenceThetaInteger(Column, Column)"/>
    public static Column TupleDifferenceThetaInteger(string column1Name, string column2Name) =>
        Call("tuple_difference_theta_integer", Col(column1Name), Col(column2Name));

    /// <summary>The intersection of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleIntersectionThetaInteger(Column column1, Column column2) => Call("tuple_intersection_theta_integer", column1, column2);

    /// <inheritdoc cref="TupleIntersectionThetaInteger(Column, Column)"/>
    public static Column TupleIntersectionThetaInteger(string column1Name, string column2Name) =>
        Call("tuple_intersection_theta_integer", Col(column1Name), Col(column2Name));

    /// <inheritdoc cref="TupleIntersectionThetaInteger(Column, Column)"/>
    public static Column TupleIntersectionThetaInteger(Column column1, Column column2, string mode) =>
        Call("tuple_intersection_theta_integer", column1, column2, Lit(mode));

    /// <inheritdoc cref="TupleIntersectionThetaInteger(Column, Column)"/>
    public static Column TupleIntersectionThetaInteger(Column column1, Column column2, Column mode) =>
        Call("tuple_intersection_theta_integer", column1, column2, mode);

    /// <inheritdoc cref="TupleIntersectionThetaInteger(Column, Column)"/>
    public static Column TupleIntersectionThetaInteger(string column1Name, string column2Name, string mode) =>
        Call("tuple_intersection_theta_integer", Col(column1Name), Col(column2Name), Lit(mode));
}
