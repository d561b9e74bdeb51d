namespace SparkPipelines.Sql.Avro;

/// <summary>Microsoft.Spark's place for the Avro functions; <see cref="Sql.Functions"/> has the same ones.</summary>
public static class Functions
{
    /// <inheritdoc cref="Sql.Functions.FromAvro(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromAvro(Column data, string jsonFormatSchema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        Sql.Functions.FromAvro(data, jsonFormatSchema, options);

    /// <inheritdoc cref="Sql.Functions.ToAvro(Column)"/>
    public static Column ToAvro(Column data) => Sql.Functions.ToAvro(data);

    /// <inheritdoc cref="Sql.Functions.ToAvro(Column, string)"/>
    public static Column ToAvro(Column data, string jsonFormatSchema) => Sql.Functions.ToAvro(data, jsonFormatSchema);
}
