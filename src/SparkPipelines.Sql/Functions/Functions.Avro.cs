namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>
    /// A value out of its Avro form. The server needs the <c>spark-avro</c> package, and Spark 4.0 or later; Spark 3.5 has these functions only inside its own JVM.
    /// </summary>
    /// <param name="data">Binary; null gives null.</param>
    /// <param name="jsonFormatSchema">The Avro schema in JSON that the data was written with.</param>
    /// <param name="options">Options of Spark's Avro reader, such as <c>mode</c>; none by default.</param>
    /// <returns>the type that the schema describes</returns>
    /// <remarks>In SQL and over Spark Connect since Spark 4.0.</remarks>
    public static Column FromAvro(Column data, string jsonFormatSchema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        WithOptions("from_avro", options, data, Lit(jsonFormatSchema));

    /// <inheritdoc cref="FromAvro(Column, string, IEnumerable{KeyValuePair{string, string}})"/>
    public static Column FromAvro(string columnName, string jsonFormatSchema, IEnumerable<KeyValuePair<string, string>>? options = null) =>
        FromAvro(Col(columnName), jsonFormatSchema, options);

    /// <summary>A value in its Avro form; null gives null. The server needs the <c>spark-avro</c> package, and Spark 4.0 or later.</summary>
    /// <returns>binary</returns>
    /// <remarks>In SQL and over Spark Connect since Spark 4.0.</remarks>
    public static Column ToAvro(Column data) => Call("to_avro", data);

    /// <inheritdoc cref="ToAvro(Column)"/>
    public static Column ToAvro(string columnName) => ToAvro(Col(columnName));

    /// <inheritdoc cref="ToAvro(Column)"/>
    /// <param name="data">The value.</param>
    /// <param name="jsonFormatSchema">The Avro schema in JSON to write with, in place of the one that follows from the value's type.</param>
    public static Column ToAvro(Column data, string jsonFormatSchema) => Call("to_avro", data, Lit(jsonFormatSchema));

    /// <inheritdoc cref="ToAvro(Column, string)"/>
    public static Column ToAvro(string columnName, string jsonFormatSchema) => ToAvro(Col(columnName), jsonFormatSchema);

    /// <summary>A value out of its Protobuf form; null gives null. The server needs the <c>spark-protobuf</c> package, and Spark 4.0 or later.</summary>
    /// <param name="data">Binary.</param>
    /// <param name="messageName">The message's name in the descriptor.</param>
    /// <param name="descFilePath">A descriptor file on this machine, read when the column is made; null when the server has the message as a Java class.</param>
    /// <param name="options">Options such as <c>mode</c>; none by default.</param>
    /// <param name="binaryDescriptorSet">The descriptor itself, in place of a file.</param>
    /// <returns>struct</returns>
    /// <remarks>In SQL and over Spark Connect since Spark 4.0.</remarks>
    /// <exception cref="ArgumentException">Both a file and a descriptor are given.</exception>
    public static Column FromProtobuf(
        Column data, string messageName, string? descFilePath = null, IEnumerable<KeyValuePair<string, string>>? options = null, byte[]? binaryDescriptorSet = null) =>
        WithOptions("from_protobuf", options, ProtobufArguments(data, messageName, descFilePath, binaryDescriptorSet));

    /// <summary>A struct in its Protobuf form; null gives null. The server needs the <c>spark-protobuf</c> package, and Spark 4.0 or later.</summary>
    /// <inheritdoc cref="FromProtobuf(Column, string, string, IEnumerable{KeyValuePair{string, string}}, byte[])"/>
    public static Column ToProtobuf(
        Column data, string messageName, string? descFilePath = null, IEnumerable<KeyValuePair<string, string>>? options = null, byte[]? binaryDescriptorSet = null) =>
        WithOptions("to_protobuf", options, ProtobufArguments(data, messageName, descFilePath, binaryDescriptorSet));

    private static Column[] ProtobufArguments(Column data, string messageName, string? descFilePath, byte[]? binaryDescriptorSet)
    {
        if (descFilePath is not null && binaryDescriptorSet is not null)
            throw new ArgumentException("A descriptor comes from a file or as bytes; both are given.", nameof(descFilePath));
        var descriptor = binaryDescriptorSet ?? (descFilePath is null ? null : File.ReadAllBytes(descFilePath));
        return descriptor is null ? [data, Lit(messageName)] : [data, Lit(messageName), Lit(descriptor)];
    }
}
