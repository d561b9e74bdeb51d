namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The part of a JSON text at a path such as $.a[0], as text; null when it is not there or the text is no JSON.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.6.</remarks>
    public static Column GetJsonObject(Column column, string path) => Call("get_json_object", column, Lit(path));

    /// <inheritdoc cref="GetJsonObject(Column, string)"/>
    public static Column GetJsonObject(string columnName, string path) => Call("get_json_object", Col(columnName), Lit(path));

    /// <summary>How many elements a JSON array has; null for what is none.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column JsonArrayLength(Column column) => Call("json_array_length", column);

    /// <inheritdoc cref="JsonArrayLength(Column)"/>
    public static Column JsonArrayLength(string columnName) => Call("json_array_length", Col(columnName));

    /// <summary>The names of a JSON object's members; null for what is none.</summary>
    /// <returns>array of strings</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column JsonObjectKeys(Column column) => Call("json_object_keys", column);

    /// <inheritdoc cref="JsonObjectKeys(Column)"/>
    public static Column JsonObjectKeys(string columnName) => Call("json_object_keys", Col(columnName));

    /// <summary>Members of a JSON object as columns c0, c1 and so on, as texts.</summary>
    /// <returns>strings</returns>
    /// <remarks>Null for one that is not there. Since Spark 1.6.</remarks>
    public static Column JsonTuple(Column column, params string[] fields) => Call("json_tuple", [column, .. fields.Select(Lit)]);

    /// <inheritdoc cref="JsonTuple(Column, string[])"/>
    public static Column JsonTuple(string columnName, params string[] fields) => Call("json_tuple", [Col(columnName), .. fields.Select(Lit)]);
}
