namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The variant of a JSON text; an error when it is none.</summary>
    /// <returns>variant</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column ParseJson(Column column) => Call("parse_json", column);

    /// <inheritdoc cref="ParseJson(Column)"/>
    public static Column ParseJson(string columnName) => Call("parse_json", Col(columnName));

    /// <summary>The variant of a JSON text; null when it is none.</summary>
    /// <returns>variant</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryParseJson(Column column) => Call("try_parse_json", column);

    /// <inheritdoc cref="TryParseJson(Column)"/>
    public static Column TryParseJson(string columnName) => Call("try_parse_json", Col(columnName));

    /// <summary>The variant of a nested value; a struct becomes an object.</summary>
    /// <returns>variant</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column ToVariantObject(Column column) => Call("to_variant_object", column);

    /// <inheritdoc cref="ToVariantObject(Column)"/>
    public static Column ToVariantObject(string columnName) => Call("to_variant_object", Col(columnName));

    /// <summary>Whether a variant is JSON's null.</summary>
    /// <returns>boolean</returns>
    /// <remarks>False for SQL's null. Since Spark 4.0.</remarks>
    public static Column IsVariantNull(Column column) => Call("is_variant_null", column);

    /// <inheritdoc cref="IsVariantNull(Column)"/>
    public static Column IsVariantNull(string columnName) => Call("is_variant_null", Col(columnName));

    /// <summary>Whether a variant's bytes are in order.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 4.2.</remarks>
    public static Column IsValidVariant(Column column) => Call("is_valid_variant", column);

    /// <inheritdoc cref="IsValidVariant(Column)"/>
    public static Column IsValidVariant(string columnName) => Call("is_valid_variant", Col(columnName));

    /// <summary>The part of a variant at a path such as $.a[0], as a type; an error when it does not fit, null when it is not there.</summary>
    /// <returns>The target type.</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column VariantGet(Column column, string path, string targetType) => Call("variant_get", column, Lit(path), Lit(targetType));

    /// <inheritdoc cref="VariantGet(Column, string, string)"/>
    public static Column VariantGet(Column column, Column path, string targetType) => Call("variant_get", column, path, Lit(targetType));

    /// <inheritdoc cref="VariantGet(Column, string, string)"/>
    public static Column VariantGet(string columnName, string path, string targetType) =>
        Call("variant_get", Col(columnName), Lit(path), Lit(targetType));

    /// <summary>The part of a variant at a path such as $.a[0], as a type; null when it does not fit or is not there.</summary>
    /// <returns>The target type.</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryVariantGet(Column column, string path, string targetType) => Call("try_variant_get", column, Lit(path), Lit(targetType));

    /// <inheritdoc cref="TryVariantGet(Column, string, string)"/>
    public static Column TryVariantGet(Column column, Column path, string targetType) => Call("try_variant_get", column, path, Lit(targetType));

    /// <inheritdoc cref="TryVariantGet(Column, string, string)"/>
    public static Column TryVariantGet(string columnName, string path, string targetType) =>
        Call("try_variant_get", Col(columnName), Lit(path), Lit(targetType));

    /// <summary>A variant's type in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column SchemaOfVariant(Column column) => Call("schema_of_variant", column);

    /// <inheritdoc cref="SchemaOfVariant(Column)"/>
    public static Column SchemaOfVariant(string columnName) => Call("schema_of_variant", Col(columnName));

    /// <summary>The common type of variants in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Nulls are left out. Since Spark 4.0.</remarks>
    public static Column SchemaOfVariantAgg(Column column) => Call("schema_of_variant_agg", column);

    /// <inheritdoc cref="SchemaOfVariantAgg(Column)"/>
    public static Column SchemaOfVariantAgg(string columnName) => Call("schema_of_variant_agg", Col(columnName));
}
