namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Folds an array's elements into a value, from the first on; at the end finish makes the result of it.</summary>
    /// <returns>The type of the initial value, or of what finish makes.</returns>
    /// <remarks>Null for a null array. Since Spark 3.1.</remarks>
    public static Column Aggregate(Column column, Column initialValue, Func<Column, Column, Column> merge) =>
        Call("aggregate", column, initialValue, Lambda(merge));

    /// <inheritdoc cref="Aggregate(Column, Column, Func{Column, Column, Column})"/>
    public static Column Aggregate(Column column, Column initialValue, Func<Column, Column, Column> merge, Func<Column, Column> finish) =>
        Call("aggregate", column, initialValue, Lambda(merge), Lambda(finish));

    /// <summary>The same as Aggregate.</summary>
    /// <returns>The type of the initial value, or of what finish makes.</returns>
    /// <remarks>Null for a null array. Since Spark 3.5.</remarks>
    public static Column Reduce(Column column, Column initialValue, Func<Column, Column, Column> merge) =>
        Call("reduce", column, initialValue, Lambda(merge));

    /// <inheritdoc cref="Reduce(Column, Column, Func{Column, Column, Column})"/>
    public static Column Reduce(Column column, Column initialValue, Func<Column, Column, Column> merge, Func<Column, Column> finish) =>
        Call("reduce", column, initialValue, Lambda(merge), Lambda(finish));

    /// <summary>The elements in the order of a comparator that gives a negative number, 0 or a positive one.</summary>
    /// <returns>array</returns>
    /// <remarks>An error when the comparator gives null. Since Spark 3.4.</remarks>
    public static Column ArraySort(Column column, Func<Column, Column, Column> comparator) => Call("array_sort", column, Lambda(comparator));

    /// <inheritdoc cref="ArraySort(Column, Func{Column, Column, Column})"/>
    public static Column ArraySort(string columnName, Func<Column, Column, Column> comparator) =>
        Call("array_sort", Col(columnName), Lambda(comparator));

    /// <summary>Whether a condition is true for any element.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Null also when it is true for none but null for one. Since Spark 3.1.</remarks>
    public static Column Exists(Column column, Func<Column, Column> predicate) => Call("exists", column, Lambda(predicate));

    /// <inheritdoc cref="Exists(Column, Func{Column, Column})"/>
    public static Column Exists(string columnName, Func<Column, Column> predicate) => Call("exists", Col(columnName), Lambda(predicate));

    /// <summary>The elements for which a condition is true.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Filter(Column column, Func<Column, Column> predicate) => Call("filter", column, Lambda(predicate));

    /// <inheritdoc cref="Filter(Column, Func{Column, Column})"/>
    public static Column Filter(string columnName, Func<Column, Column> predicate) => Call("filter", Col(columnName), Lambda(predicate));

    /// <summary>The elements for which a condition on them and their position, counted from 0, is true.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Filter(Column column, Func<Column, Column, Column> predicate) => Call("filter", column, Lambda(predicate));

    /// <inheritdoc cref="Filter(Column, Func{Column, Column, Column})"/>
    public static Column Filter(string columnName, Func<Column, Column, Column> predicate) => Call("filter", Col(columnName), Lambda(predicate));

    /// <summary>Whether a condition is true for all elements.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Null also when it is false for none but null for one. Since Spark 3.1.</remarks>
    public static Column Forall(Column column, Func<Column, Column> predicate) => Call("forall", column, Lambda(predicate));

    /// <inheritdoc cref="Forall(Column, Func{Column, Column})"/>
    public static Column Forall(string columnName, Func<Column, Column> predicate) => Call("forall", Col(columnName), Lambda(predicate));

    /// <summary>The entries for whose key and value a condition is true.</summary>
    /// <returns>map</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column MapFilter(Column column, Func<Column, Column, Column> predicate) => Call("map_filter", column, Lambda(predicate));

    /// <inheritdoc cref="MapFilter(Column, Func{Column, Column, Column})"/>
    public static Column MapFilter(string columnName, Func<Column, Column, Column> predicate) => Call("map_filter", Col(columnName), Lambda(predicate));

    /// <summary>A map of all keys of two maps with what a function makes of the key and both values.</summary>
    /// <returns>map</returns>
    /// <remarks>A map that lacks the key gives null. Since Spark 3.1.</remarks>
    public static Column MapZipWith(Column col1, Column col2, Func<Column, Column, Column, Column> function) =>
        Call("map_zip_with", col1, col2, Lambda(function));

    /// <inheritdoc cref="MapZipWith(Column, Column, Func{Column, Column, Column, Column})"/>
    public static Column MapZipWith(string col1Name, string col2Name, Func<Column, Column, Column, Column> function) =>
        Call("map_zip_with", Col(col1Name), Col(col2Name), Lambda(function));

    /// <summary>What a function makes of each element.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Transform(Column column, Func<Column, Column> function) => Call("transform", column, Lambda(function));

    /// <inheritdoc cref="Transform(Column, Func{Column, Column})"/>
    public static Column Transform(string columnName, Func<Column, Column> function) => Call("transform", Col(columnName), Lambda(function));

    /// <summary>What a function makes of each element and its position, counted from 0.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Transform(Column column, Func<Column, Column, Column> function) => Call("transform", column, Lambda(function));

    /// <inheritdoc cref="Transform(Column, Func{Column, Column, Column})"/>
    public static Column Transform(string columnName, Func<Column, Column, Column> function) => Call("transform", Col(columnName), Lambda(function));

    /// <summary>The map with what a function makes of each key and value as the key.</summary>
    /// <returns>map</returns>
    /// <remarks>A key that becomes null is an error. Since Spark 3.1.</remarks>
    public static Column TransformKeys(Column column, Func<Column, Column, Column> function) => Call("transform_keys", column, Lambda(function));

    /// <inheritdoc cref="TransformKeys(Column, Func{Column, Column, Column})"/>
    public static Column TransformKeys(string columnName, Func<Column, Column, Column> function) =>
        Call("transform_keys", Col(columnName), Lambda(function));

    /// <summary>The map with what a function makes of each key and value as the value.</summary>
    /// <returns>map</returns>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column TransformValues(Column column, Func<Column, Column, Column> function) => Call("transform_values", column, Lambda(function));

    /// <inheritdoc cref="TransformValues(Column, Func{Column, Column, Column})"/>
    public static Column TransformValues(string columnName, Func<Column, Column, Column> function) =>
        Call("transform_values", Col(columnName), Lambda(function));

    /// <summary>What a function makes of the elements at the same place of two arrays.</summary>
    /// <returns>array</returns>
    /// <remarks>The shorter array is filled with nulls. Since Spark 3.1.</remarks>
    public static Column ZipWith(Column left, Column right, Func<Column, Column, Column> function) => Call("zip_with", left, right, Lambda(function));

    /// <inheritdoc cref="ZipWith(Column, Column, Func{Column, Column, Column})"/>
    public static Column ZipWith(string leftName, string rightName, Func<Column, Column, Column> function) =>
        Call("zip_with", Col(leftName), Col(rightName), Lambda(function));
}
