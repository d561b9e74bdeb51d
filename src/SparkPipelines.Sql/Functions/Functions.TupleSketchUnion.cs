namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggDouble(Column key, Column summary) => Call("tuple_sketch_agg_double", key, summary, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleSketchAggDouble(Column, Column)"/>
    public static Column TupleSketchAggDouble(string keyName, string summaryName) =>
        Call("tuple_sketch_agg_double", Col(keyName), Col(summaryName), Lit(12), Lit("sum"));

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggDouble(Column key, Column summary, int lgNomEntries) =>
        Call("tuple_sketch_agg_double", key, summary, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleSketchAggDouble(Column, Column, int)"/>
    public static Column TupleSketchAggDouble(string keyName, string summaryName, int lgNomEntries) =>
        Call("tuple_sketch_agg_double", Col(keyName), Col(summaryName), Lit(lgNomEntries), Lit("sum"));

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggDouble(Column key, Column summary, int lgNomEntries, string mode) =>
        Call("tuple_sketch_agg_double", key, summary, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleSketchAggDouble(Column, Column, int, string)"/>
    public static Column TupleSketchAggDouble(string keyName, string summaryName, int lgNomEntries, string mode) =>
        Call("tuple_sketch_agg_double", Col(keyName), Col(summaryName), Lit(lgNomEntries), Lit(mode));

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggDouble(Column key, Column summary, Column lgNomEntries, Column mode) =>
        Call("tuple_sketch_agg_double", key, summary, lgNomEntries, mode);

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggDouble(Column column) => Call("tuple_union_agg_double", column, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleUnionAggDouble(Column)"/>
    public static Column TupleUnionAggDouble(string columnName) => Call("tuple_union_agg_double", Col(columnName), Lit(12), Lit("sum"));

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggDouble(Column column, int lgNomEntries) =>
        Call("tuple_union_agg_double", column, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleUnionAggDouble(Column, int)"/>
    public static Column TupleUnionAggDouble(string columnName, int lgNomEntries) =>
        Call("tuple_union_agg_double", Col(columnName), Lit(lgNomEntries), Lit("sum"));

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggDouble(Column column, int lgNomEntries, string mode) =>
        Call("tuple_union_agg_double", column, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleUnionAggDouble(Column, int, string)"/>
    public static Column TupleUnionAggDouble(string columnName, int lgNomEntries, string mode) =>
        Call("tuple_union_agg_double", Col(columnName), Lit(lgNomEntries), Lit(mode));

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggDouble(Column column, Column lgNomEntries, Column mode) =>
        Call("tuple_union_agg_double", column, lgNomEntries, mode);

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionDouble(Column column1, Column column2) => Call("tuple_union_double", column1, column2, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleUnionDouble(Column, Column)"/>
    public static Column TupleUnionDouble(string column1Name, string column2Name) =>
        Call("tuple_union_double", Col(column1Name), Col(column2Name), Lit(12), Lit("sum"));

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionDouble(Column column1, Column column2, int lgNomEntries) =>
        Call("tuple_union_double", column1, column2, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleUnionDouble(Column, Column, int)"/>
    public static Column TupleUnionDouble(string column1Name, string column2Name, int lgNomEntries) =>
        Call("tuple_union_double", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit("sum"));

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionDouble(Column column1, Column column2, int lgNomEntries, string mode) =>
        Call("tuple_union_double", column1, column2, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleUnionDouble(Column, Column, int, string)"/>
    public static Column TupleUnionDouble(string column1Name, string column2Name, int lgNomEntries, string mode) =>
        Call("tuple_union_double", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit(mode));

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionDouble(Column column1, Column column2, Column lgNomEntries, Column mode) =>
        Call("tuple_union_double", column1, column2, lgNomEntries, mode);

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaDouble(Column column1, Column column2) =>
        Call("tuple_union_theta_double", column1, column2, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleUnionThetaDouble(Column, Column)"/>
    public static Column TupleUnionThetaDouble(string column1Name, string column2Name) =>
        Call("tuple_union_theta_double", Col(column1Name), Col(column2Name), Lit(12), Lit("sum"));

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaDouble(Column column1, Column column2, int lgNomEntries) =>
        Call("tuple_union_theta_double", column1, column2, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleUnionThetaDouble(Column, Column, int)"/>
    public static Column TupleUnionThetaDouble(string column1Name, string column2Name, int lgNomEntries) =>
        Call("tuple_union_theta_double", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit("sum"));

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaDouble(Column column1, Column column2, int lgNomEntries, string mode) =>
        Call("tuple_union_theta_double", column1, column2, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleUnionThetaDouble(Column, Column, int, string)"/>
    public static Column TupleUnionThetaDouble(string column1Name, string column2Name, int lgNomEntries, string mode) =>
        Call("tuple_union_theta_double", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit(mode));

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaDouble(Column column1, Column column2, Column lgNomEntries, Column mode) =>
        Call("tuple_union_theta_double", column1, column2, lgNomEntries, mode);

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggInteger(Column key, Column summary) => Call("tuple_sketch_agg_integer", key, summary, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleSketchAggInteger(Column, Column)"/>
    public static Column TupleSketchAggInteger(string keyName, string summaryName) =>
        Call("tuple_sketch_agg_integer", Col(keyName), Col(summaryName), Lit(12), Lit("sum"));

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggInteger(Column key, Column summary, int lgNomEntries) =>
        Call("tuple_sketch_agg_integer", key, summary, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleSketchAggInteger(Column, Column, int)"/>
    public static Column TupleSketchAggInteger(string keyName, string summaryName, int lgNomEntries) =>
        Call("tuple_sketch_agg_integer", Col(keyName), Col(summaryName), Lit(lgNomEntries), Lit("sum"));

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggInteger(Column key, Column summary, int lgNomEntries, string mode) =>
        Call("tuple_sketch_agg_integer", key, summary, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleSketchAggInteger(Column, Column, int, string)"/>
    public static Column TupleSketchAggInteger(string keyName, string summaryName, int lgNomEntries, string mode) =>
        Call("tuple_sketch_agg_integer", Col(keyName), Col(summaryName), Lit(lgNomEntries), Lit(mode));

    /// <summary>A Tuple sketch of keys and their summaries.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleSketchAggInteger(Column key, Column summary, Column lgNomEntries, Column mode) =>
        Call("tuple_sketch_agg_integer", key, summary, lgNomEntries, mode);

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggInteger(Column column) => Call("tuple_union_agg_integer", column, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleUnionAggInteger(Column)"/>
    public static Column TupleUnionAggInteger(string columnName) => Call("tuple_union_agg_integer", Col(columnName), Lit(12), Lit("sum"));

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggInteger(Column column, int lgNomEntries) =>
        Call("tuple_union_agg_integer", column, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleUnionAggInteger(Column, int)"/>
    public static Column TupleUnionAggInteger(string columnName, int lgNomEntries) =>
        Call("tuple_union_agg_integer", Col(columnName), Lit(lgNomEntries), Lit("sum"));

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggInteger(Column column, int lgNomEntries, string mode) =>
        Call("tuple_union_agg_integer", column, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleUnionAggInteger(Column, int, string)"/>
    public static Column TupleUnionAggInteger(string columnName, int lgNomEntries, string mode) =>
        Call("tuple_union_agg_integer", Col(columnName), Lit(lgNomEntries), Lit(mode));

    /// <summary>The union of Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionAggInteger(Column column, Column lgNomEntries, Column mode) =>
        Call("tuple_union_agg_integer", column, lgNomEntries, mode);

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionInteger(Column column1, Column column2) => Call("tuple_union_integer", column1, column2, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleUnionInteger(Column, Column)"/>
    public static Column TupleUnionInteger(string column1Name, string column2Name) =>
        Call("tuple_union_integer", Col(column1Name), Col(column2Name), Lit(12), Lit("sum"));

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionInteger(Column column1, Column column2, int lgNomEntries) =>
        Call("tuple_union_integer", column1, column2, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleUnionInteger(Column, Column, int)"/>
    public static Column TupleUnionInteger(string column1Name, string column2Name, int lgNomEntries) =>
        Call("tuple_union_integer", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit("sum"));

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionInteger(Column column1, Column column2, int lgNomEntries, string mode) =>
        Call("tuple_union_integer", column1, column2, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleUnionInteger(Column, Column, int, string)"/>
    public static Column TupleUnionInteger(string column1Name, string column2Name, int lgNomEntries, string mode) =>
        Call("tuple_union_integer", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit(mode));

    /// <summary>The union of two Tuple sketches.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionInteger(Column column1, Column column2, Column lgNomEntries, Column mode) =>
        Call("tuple_union_integer", column1, column2, lgNomEntries, mode);

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaInteger(Column column1, Column column2) =>
        Call("tuple_union_theta_integer", column1, column2, Lit(12), Lit("sum"));

    /// <inheritdoc cref="TupleUnionThetaInteger(Column, Column)"/>
    public static Column TupleUnionThetaInteger(string column1Name, string column2Name) =>
        Call("tuple_union_theta_integer", Col(column1Name), Col(column2Name), Lit(12), Lit("sum"));

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaInteger(Column column1, Column column2, int lgNomEntries) =>
        Call("tuple_union_theta_integer", column1, column2, Lit(lgNomEntries), Lit("sum"));

    /// <inheritdoc cref="TupleUnionThetaInteger(Column, Column, int)"/>
    public static Column TupleUnionThetaInteger(string column1Name, string column2Name, int lgNomEntries) =>
        Call("tuple_union_theta_integer", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit("sum"));

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaInteger(Column column1, Column column2, int lgNomEntries, string mode) =>
        Call("tuple_union_theta_integer", column1, column2, Lit(lgNomEntries), Lit(mode));

    /// <inheritdoc cref="TupleUnionThetaInteger(Column, Column, int, string)"/>
    public static Column TupleUnionThetaInteger(string column1Name, string column2Name, int lgNomEntries, string mode) =>
        Call("tuple_union_theta_integer", Col(column1Name), Col(column2Name), Lit(lgNomEntries), Lit(mode));

    /// <summary>The union of a Tuple sketch and a Theta sketch.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column TupleUnionThetaInteger(Column column1, Column column2, Column lgNomEntries, Column mode) =>
        Call("tuple_union_theta_integer", column1, column2, lgNomEntries, mode);
}
