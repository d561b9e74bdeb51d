namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>An array of these values.</summary>
    /// <returns>array</returns>
    /// <remarks>Never null. Since Spark 1.4.</remarks>
    public static Column Array(params Column[] columns) => Call("array", columns);

    /// <inheritdoc cref="Array(Column[])"/>
    public static Column Array(string columnName, params string[] columnNames) => Call("array", Columns(columnName, columnNames));

    /// <summary>The array with a value at its end.</summary>
    /// <returns>array</returns>
    /// <remarks>Null for a null array; a null value is put in. Since Spark 3.4.</remarks>
    public static Column ArrayAppend(Column column, object? element) => Call("array_append", column, Lit(element));

    /// <inheritdoc cref="ArrayAppend(Column, object)"/>
    public static Column ArrayAppend(string columnName, object? element) => Call("array_append", Col(columnName), Lit(element));

    /// <summary>The array without its nulls.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 3.4.</remarks>
    public static Column ArrayCompact(Column column) => Call("array_compact", column);

    /// <inheritdoc cref="ArrayCompact(Column)"/>
    public static Column ArrayCompact(string columnName) => Call("array_compact", Col(columnName));

    /// <summary>Whether an array has a value.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Null also when it is not found but the array has a null. Since Spark 1.5.</remarks>
    public static Column ArrayContains(Column column, object? value) => Call("array_contains", column, Lit(value));

    /// <inheritdoc cref="ArrayContains(Column, object)"/>
    public static Column ArrayContains(string columnName, object? value) => Call("array_contains", Col(columnName), Lit(value));

    /// <summary>Each different element once, null too.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArrayDistinct(Column column) => Call("array_distinct", column);

    /// <inheritdoc cref="ArrayDistinct(Column)"/>
    public static Column ArrayDistinct(string columnName) => Call("array_distinct", Col(columnName));

    /// <summary>The elements that the second array lacks, each once.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArrayExcept(Column col1, Column col2) => Call("array_except", col1, col2);

    /// <inheritdoc cref="ArrayExcept(Column, Column)"/>
    public static Column ArrayExcept(string col1Name, string col2Name) => Call("array_except", Col(col1Name), Col(col2Name));

    /// <summary>The elements that both arrays have, each once.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArrayIntersect(Column col1, Column col2) => Call("array_intersect", col1, col2);

    /// <inheritdoc cref="ArrayIntersect(Column, Column)"/>
    public static Column ArrayIntersect(string col1Name, string col2Name) => Call("array_intersect", Col(col1Name), Col(col2Name));

    /// <summary>The array with a value put in at a position, counted from 1, from the end when negative; the gap is filled with nulls.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 3.4.</remarks>
    public static Column ArrayInsert(Column column, int pos, object? value) => Call("array_insert", column, Lit(pos), Lit(value));

    /// <inheritdoc cref="ArrayInsert(Column, int, object)"/>
    public static Column ArrayInsert(Column column, Column pos, object? value) => Call("array_insert", column, pos, Lit(value));

    /// <inheritdoc cref="ArrayInsert(Column, int, object)"/>
    public static Column ArrayInsert(string columnName, int pos, object? value) => Call("array_insert", Col(columnName), Lit(pos), Lit(value));

    /// <summary>The elements' texts with a delimiter between them.</summary>
    /// <returns>string</returns>
    /// <remarks>Null elements are passed over, or replaced. Since Spark 2.4.</remarks>
    public static Column ArrayJoin(Column column, string delimiter) => Call("array_join", column, Lit(delimiter));

    /// <inheritdoc cref="ArrayJoin(Column, string)"/>
    public static Column ArrayJoin(string columnName, string delimiter) => Call("array_join", Col(columnName), Lit(delimiter));

    /// <inheritdoc cref="ArrayJoin(Column, string)"/>
    public static Column ArrayJoin(Column column, string delimiter, string nullReplacement) =>
        Call("array_join", column, Lit(delimiter), Lit(nullReplacement));

    /// <inheritdoc cref="ArrayJoin(Column, string)"/>
    public static Column ArrayJoin(string columnName, string delimiter, string nullReplacement) =>
        Call("array_join", Col(columnName), Lit(delimiter), Lit(nullReplacement));

    /// <summary>The largest element; NaN is larger than any number.</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Null elements are passed over. Since Spark 2.4.</remarks>
    public static Column ArrayMax(Column column) => Call("array_max", column);

    /// <inheritdoc cref="ArrayMax(Column)"/>
    public static Column ArrayMax(string columnName) => Call("array_max", Col(columnName));

    /// <summary>The smallest element; NaN is larger than any number.</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Null elements are passed over. Since Spark 2.4.</remarks>
    public static Column ArrayMin(Column column) => Call("array_min", column);

    /// <inheritdoc cref="ArrayMin(Column)"/>
    public static Column ArrayMin(string columnName) => Call("array_min", Col(columnName));

    /// <summary>The position, counted from 1, of the first element of a value; 0 when there is none.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArrayPosition(Column column, object? value) => Call("array_position", column, Lit(value));

    /// <inheritdoc cref="ArrayPosition(Column, object)"/>
    public static Column ArrayPosition(string columnName, object? value) => Call("array_position", Col(columnName), Lit(value));

    /// <summary>The array with a value at its front.</summary>
    /// <returns>array</returns>
    /// <remarks>Null for a null array; a null value is put in. Since Spark 3.5.</remarks>
    public static Column ArrayPrepend(Column column, object? element) => Call("array_prepend", column, Lit(element));

    /// <inheritdoc cref="ArrayPrepend(Column, object)"/>
    public static Column ArrayPrepend(string columnName, object? element) => Call("array_prepend", Col(columnName), Lit(element));

    /// <summary>The array without the elements of a value.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArrayRemove(Column column, object? element) => Call("array_remove", column, Lit(element));

    /// <inheritdoc cref="ArrayRemove(Column, object)"/>
    public static Column ArrayRemove(string columnName, object? element) => Call("array_remove", Col(columnName), Lit(element));

    /// <summary>An array of a value so many times.</summary>
    /// <returns>array</returns>
    /// <remarks>A null value is repeated. Since Spark 2.4.</remarks>
    public static Column ArrayRepeat(Column left, int count) => Call("array_repeat", left, Lit(count));

    /// <inheritdoc cref="ArrayRepeat(Column, int)"/>
    public static Column ArrayRepeat(Column left, Column count) => Call("array_repeat", left, count);

    /// <inheritdoc cref="ArrayRepeat(Column, int)"/>
    public static Column ArrayRepeat(string leftName, int count) => Call("array_repeat", Col(leftName), Lit(count));

    /// <summary>How many elements an array has.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ArraySize(Column column) => Call("array_size", column);

    /// <inheritdoc cref="ArraySize(Column)"/>
    public static Column ArraySize(string columnName) => Call("array_size", Col(columnName));

    /// <summary>The elements in ascending order.</summary>
    /// <returns>array</returns>
    /// <remarks>Nulls come last. Since Spark 2.4.</remarks>
    public static Column ArraySort(Column column) => Call("array_sort", column);

    /// <inheritdoc cref="ArraySort(Column)"/>
    public static Column ArraySort(string columnName) => Call("array_sort", Col(columnName));

    /// <summary>The elements that either array has, each once.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArrayUnion(Column col1, Column col2) => Call("array_union", col1, col2);

    /// <inheritdoc cref="ArrayUnion(Column, Column)"/>
    public static Column ArrayUnion(string col1Name, string col2Name) => Call("array_union", Col(col1Name), Col(col2Name));

    /// <summary>Whether the arrays have an element in common.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Null also when they have none but one has a null. Since Spark 2.4.</remarks>
    public static Column ArraysOverlap(Column a1, Column a2) => Call("arrays_overlap", a1, a2);

    /// <inheritdoc cref="ArraysOverlap(Column, Column)"/>
    public static Column ArraysOverlap(string a1Name, string a2Name) => Call("arrays_overlap", Col(a1Name), Col(a2Name));

    /// <summary>An array of structs of the elements at the same place; shorter arrays are filled with nulls.</summary>
    /// <returns>array of structs</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ArraysZip(params Column[] columns) => Call("arrays_zip", columns);

    /// <inheritdoc cref="ArraysZip(Column[])"/>
    public static Column ArraysZip(string columnName, params string[] columnNames) => Call("arrays_zip", Columns(columnName, columnNames));

    /// <summary>How many elements an array, or entries a map, has.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Cardinality(Column column) => Call("cardinality", column);

    /// <inheritdoc cref="Cardinality(Column)"/>
    public static Column Cardinality(string columnName) => Call("cardinality", Col(columnName));

    /// <summary>An array's element at a position, counted from 1, from the end when negative, or a map's value of a key.</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column ElementAt(Column column, object? value) => Call("element_at", column, Lit(value));

    /// <inheritdoc cref="ElementAt(Column, object)"/>
    public static Column ElementAt(string columnName, object? value) => Call("element_at", Col(columnName), Lit(value));

    /// <summary>A row for each element of an array (column col) or entry of a map (key, value).</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Null and empty make no row. Since Spark 1.4.</remarks>
    public static Column Explode(Column column) => Call("explode", column);

    /// <inheritdoc cref="Explode(Column)"/>
    public static Column Explode(string columnName) => Call("explode", Col(columnName));

    /// <summary>A row for each element of an array (column col) or entry of a map (key, value).</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Null and empty make a row of nulls. Since Spark 2.3.</remarks>
    public static Column ExplodeOuter(Column column) => Call("explode_outer", column);

    /// <inheritdoc cref="ExplodeOuter(Column)"/>
    public static Column ExplodeOuter(string columnName) => Call("explode_outer", Col(columnName));

    /// <summary>As Explode, with the element's position, counted from 0, in a column pos.</summary>
    /// <returns>int and the elements' type</returns>
    /// <remarks>Null and empty make no row. Since Spark 2.1.</remarks>
    public static Column PosExplode(Column column) => Call("posexplode", column);

    /// <inheritdoc cref="PosExplode(Column)"/>
    public static Column PosExplode(string columnName) => Call("posexplode", Col(columnName));

    /// <summary>As Explode, with the element's position, counted from 0, in a column pos.</summary>
    /// <returns>int and the elements' type</returns>
    /// <remarks>Null and empty make a row of nulls. Since Spark 2.3.</remarks>
    public static Column PosExplodeOuter(Column column) => Call("posexplode_outer", column);

    /// <inheritdoc cref="PosExplodeOuter(Column)"/>
    public static Column PosExplodeOuter(string columnName) => Call("posexplode_outer", Col(columnName));

    /// <summary>An array of arrays as one array.</summary>
    /// <returns>array</returns>
    /// <remarks>Null when one of the arrays is. Since Spark 2.4.</remarks>
    public static Column Flatten(Column column) => Call("flatten", column);

    /// <inheritdoc cref="Flatten(Column)"/>
    public static Column Flatten(string columnName) => Call("flatten", Col(columnName));

    /// <summary>An array's element at a position, counted from 0; null outside the array.</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Since Spark 3.4.</remarks>
    public static Column Get(Column column, int index) => Call("get", column, Lit(index));

    /// <inheritdoc cref="Get(Column, int)"/>
    public static Column Get(Column column, Column index) => Call("get", column, index);

    /// <inheritdoc cref="Get(Column, int)"/>
    public static Column Get(string columnName, int index) => Call("get", Col(columnName), Lit(index));

    /// <summary>A row for each struct of an array, its fields as columns.</summary>
    /// <returns>The fields' types.</returns>
    /// <remarks>Null and empty make no row. Since Spark 3.4.</remarks>
    public static Column Inline(Column column) => Call("inline", column);

    /// <inheritdoc cref="Inline(Column)"/>
    public static Column Inline(string columnName) => Call("inline", Col(columnName));

    /// <summary>A row for each struct of an array, its fields as columns.</summary>
    /// <returns>The fields' types.</returns>
    /// <remarks>Null and empty make a row of nulls. Since Spark 3.4.</remarks>
    public static Column InlineOuter(Column column) => Call("inline_outer", column);

    /// <inheritdoc cref="InlineOuter(Column)"/>
    public static Column InlineOuter(string columnName) => Call("inline_outer", Col(columnName));

    /// <summary>A map of keys and values in turns; a key twice is an error unless spark.sql.mapKeyDedupPolicy says otherwise.</summary>
    /// <returns>map</returns>
    /// <remarks>A null key is an error. Since Spark 2.0.</remarks>
    public static Column Map(params Column[] columns) => Call("map", columns);

    /// <summary>A map of keys and values in turns; a key twice is an error unless spark.sql.mapKeyDedupPolicy says otherwise.</summary>
    /// <returns>map</returns>
    /// <remarks>A null key is an error. Since Spark 2.0.</remarks>
    public static Column CreateMap(params Column[] columns) => Call("map", columns);

    /// <inheritdoc cref="CreateMap(Column[])"/>
    public static Column CreateMap(string columnName, params string[] columnNames) => Call("map", Columns(columnName, columnNames));

    /// <summary>The entries of all maps; a key twice is an error unless spark.sql.mapKeyDedupPolicy says otherwise.</summary>
    /// <returns>map</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column MapConcat(params Column[] columns) => Call("map_concat", columns);

    /// <inheritdoc cref="MapConcat(Column[])"/>
    public static Column MapConcat(string columnName, params string[] columnNames) => Call("map_concat", Columns(columnName, columnNames));

    /// <summary>Whether a map has a key.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.4.</remarks>
    public static Column MapContainsKey(Column column, object? key) => Call("map_contains_key", column, Lit(key));

    /// <inheritdoc cref="MapContainsKey(Column, object)"/>
    public static Column MapContainsKey(string columnName, object? key) => Call("map_contains_key", Col(columnName), Lit(key));

    /// <summary>The entries in no set order.</summary>
    /// <returns>array of structs key, value</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column MapEntries(Column column) => Call("map_entries", column);

    /// <inheritdoc cref="MapEntries(Column)"/>
    public static Column MapEntries(string columnName) => Call("map_entries", Col(columnName));

    /// <summary>A map of an array of keys and one of values, of equal length.</summary>
    /// <returns>map</returns>
    /// <remarks>A null key is an error. Since Spark 2.4.</remarks>
    public static Column MapFromArrays(Column key, Column values) => Call("map_from_arrays", key, values);

    /// <inheritdoc cref="MapFromArrays(Column, Column)"/>
    public static Column MapFromArrays(string keyName, string valuesName) => Call("map_from_arrays", Col(keyName), Col(valuesName));

    /// <summary>A map of an array of structs of a key and a value.</summary>
    /// <returns>map</returns>
    /// <remarks>A null key is an error. Since Spark 2.4.</remarks>
    public static Column MapFromEntries(Column column) => Call("map_from_entries", column);

    /// <inheritdoc cref="MapFromEntries(Column)"/>
    public static Column MapFromEntries(string columnName) => Call("map_from_entries", Col(columnName));

    /// <summary>The keys in no set order.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.3.</remarks>
    public static Column MapKeys(Column column) => Call("map_keys", column);

    /// <inheritdoc cref="MapKeys(Column)"/>
    public static Column MapKeys(string columnName) => Call("map_keys", Col(columnName));

    /// <summary>The values in the order of the keys.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.3.</remarks>
    public static Column MapValues(Column column) => Call("map_values", column);

    /// <inheritdoc cref="MapValues(Column)"/>
    public static Column MapValues(string columnName) => Call("map_values", Col(columnName));

    /// <summary>A struct of names and values in turns.</summary>
    /// <returns>struct</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column NamedStruct(params Column[] columns) => Call("named_struct", columns);

    /// <summary>A text or array from its end to its front.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Reverse(Column column) => Call("reverse", column);

    /// <inheritdoc cref="Reverse(Column)"/>
    public static Column Reverse(string columnName) => Call("reverse", Col(columnName));

    /// <summary>Values from a start to a stop, both included: numbers, dates or timestamps. The step is 1 or -1, of dates a day, unless given.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column Sequence(Column start, Column stop) => Call("sequence", start, stop);

    /// <inheritdoc cref="Sequence(Column, Column)"/>
    public static Column Sequence(string startName, string stopName) => Call("sequence", Col(startName), Col(stopName));

    /// <inheritdoc cref="Sequence(Column, Column)"/>
    public static Column Sequence(Column start, Column stop, Column step) => Call("sequence", start, stop, step);

    /// <inheritdoc cref="Sequence(Column, Column)"/>
    public static Column Sequence(string startName, string stopName, string stepName) =>
        Call("sequence", Col(startName), Col(stopName), Col(stepName));

    /// <summary>How many elements an array, or entries a map, has; null for null in ANSI mode, else -1.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Size(Column column) => Call("size", column);

    /// <inheritdoc cref="Size(Column)"/>
    public static Column Size(string columnName) => Call("size", Col(columnName));

    /// <summary>Part of an array from a position, counted from 1, from the end when negative.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column Slice(Column column, int start, int length) => Call("slice", column, Lit(start), Lit(length));

    /// <inheritdoc cref="Slice(Column, int, int)"/>
    public static Column Slice(Column column, Column start, Column length) => Call("slice", column, start, length);

    /// <inheritdoc cref="Slice(Column, int, int)"/>
    public static Column Slice(string columnName, int start, int length) => Call("slice", Col(columnName), Lit(start), Lit(length));

    /// <summary>So many rows as the first argument says of the values that follow.</summary>
    /// <returns>The values' types.</returns>
    /// <remarks>Missing values are null. Since Spark 3.5.</remarks>
    public static Column Stack(params Column[] columns) => Call("stack", columns);

    /// <summary>A struct of these columns, named as they are.</summary>
    /// <returns>struct</returns>
    /// <remarks>Never null. Since Spark 1.4.</remarks>
    public static Column Struct(params Column[] columns) => Call("struct", columns);

    /// <inheritdoc cref="Struct(Column[])"/>
    public static Column Struct(string columnName, params string[] columnNames) => Call("struct", Columns(columnName, columnNames));

    /// <summary>An array's element at a position, counted from 1, or a map's value of a key; null outside the array.</summary>
    /// <returns>The elements' type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryElementAt(Column column, Column extraction) => Call("try_element_at", column, extraction);

    /// <inheritdoc cref="TryElementAt(Column, Column)"/>
    public static Column TryElementAt(string columnName, Column extraction) => Call("try_element_at", Col(columnName), extraction);
}
