using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Parses JSON text as a struct, array or map.</summary>
    /// <param name="column">The text.</param>
    /// <param name="schema">The type as DDL or in Spark's JSON form.</param>
    /// <param name="options">Options of Spark's JSON source.</param>
    /// <returns>The type of the schema; null fields where the text does not fit, unless the option <c>mode</c> is <c>FAILFAST</c>.</returns>
    /// <remarks>Since Spark 2.1.</remarks>
    public static Column FromJson(Column column, string schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromJson(column, Lit(schema), options);

    /// <inheritdoc cref="FromJson(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromJson(Column column, Column schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        WithOptions("from_json", options, column, schema);

    /// <inheritdoc cref="FromJson(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromJson(Column column, DataType schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromJson(column, Lit(schema.Json), options);

    /// <summary>A struct, array or map as JSON text; fields that are null are left out unless the option <c>ignoreNullFields</c> is false.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 2.1.</remarks>
    public static Column ToJson(Column column, IEnumerable<KeyValuePair<string, string>>? options = null) => WithOptions("to_json", options, column);

    /// <summary>The type of a JSON text in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column SchemaOfJson(string json) => SchemaOfJson(Lit(json));

    /// <summary>The type of a JSON text, a constant, in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 2.4.</remarks>
    public static Column SchemaOfJson(Column json, IEnumerable<KeyValuePair<string, string>>? options = null) => WithOptions("schema_of_json", options, json);

    /// <summary>Parses a text of separated values as a struct.</summary>
    /// <param name="column">The text.</param>
    /// <param name="schema">The struct's fields as DDL.</param>
    /// <param name="options">Options of Spark's CSV source.</param>
    /// <returns>struct; null fields where the text does not fit, unless the option <c>mode</c> is <c>FAILFAST</c>.</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column FromCsv(Column column, string schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromCsv(column, Lit(schema), options);

    /// <inheritdoc cref="FromCsv(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromCsv(Column column, Column schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        WithOptions("from_csv", options, column, schema);

    /// <inheritdoc cref="FromCsv(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromCsv(Column column, StructType schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromCsv(column, Lit(schema.ToDDL()), options);

    /// <summary>A struct as a text of separated values.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column ToCsv(Column column, IEnumerable<KeyValuePair<string, string>>? options = null) => WithOptions("to_csv", options, column);

    /// <summary>The fields of a text of separated values in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column SchemaOfCsv(string csv) => SchemaOfCsv(Lit(csv));

    /// <summary>The fields of a text of separated values, a constant, in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column SchemaOfCsv(Column csv, IEnumerable<KeyValuePair<string, string>>? options = null) => WithOptions("schema_of_csv", options, csv);

    /// <summary>Parses XML text as a struct.</summary>
    /// <param name="column">The text.</param>
    /// <param name="schema">The struct's fields as DDL or in Spark's JSON form.</param>
    /// <param name="options">Options of Spark's XML source.</param>
    /// <returns>struct; null fields where the text does not fit, unless the option <c>mode</c> is <c>FAILFAST</c>.</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column FromXml(Column column, string schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromXml(column, Lit(schema), options);

    /// <inheritdoc cref="FromXml(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromXml(Column column, Column schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        WithOptions("from_xml", options, column, schema);

    /// <inheritdoc cref="FromXml(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromXml(Column column, StructType schema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromXml(column, Lit(schema.Json), options);

    /// <summary>A struct as XML text.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column ToXml(Column column, IEnumerable<KeyValuePair<string, string>>? options = null) => WithOptions("to_xml", options, column);

    /// <summary>The fields of an XML text in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column SchemaOfXml(string xml) => SchemaOfXml(Lit(xml));

    /// <summary>The fields of an XML text, a constant, in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column SchemaOfXml(Column xml, IEnumerable<KeyValuePair<string, string>>? options = null) => WithOptions("schema_of_xml", options, xml);

    private static Column WithOptions(string function, IEnumerable<KeyValuePair<string, string>>? options, params ReadOnlySpan<Column> arguments) =>
        Call(function, options is null ? arguments : [.. arguments, OptionsMap(options)]);
}
