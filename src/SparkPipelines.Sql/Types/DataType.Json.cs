namespace SparkPipelines.Sql.Types;

public abstract partial class DataType
{
    /// <summary>
    /// The type in Spark's JSON form, character for character as Spark 4.2 writes it: <c>"integer"</c>, <c>{"type":"array","elementType":"string","containsNull":true}</c>.
    /// </summary>
    public string Json => DataTypeJsonWriter.Write(this);

    /// <summary>The type that Spark's JSON form describes.</summary>
    /// <exception cref="ArgumentException">The text is not JSON, or no type; the message names the part.</exception>
    public static DataType FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return DataTypeJsonReader.Read(json);
    }

    /// <summary>The type that Spark's JSON form describes: Microsoft.Spark's name for <see cref="FromJson"/>.</summary>
    /// <exception cref="ArgumentException">The text is not JSON, or no type; the message names the part.</exception>
    public static DataType ParseDataType(string json) => FromJson(json);
}
