using Apache.Arrow;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Parquet;

/// <summary>
/// The Spark schema of a Parquet file: the one Spark wrote into the footer, else the one that Spark's <c>ParquetToSparkSchemaConverter</c> (4.2.1)
/// makes of the file's own types.
/// </summary>
internal static class ParquetSchema
{
    private const string RowMetadata = "org.apache.spark.sql.parquet.row.metadata";

    internal static async Task<StructType> ReadAsync(DuckDbDatabase database, DataFile file, CancellationToken cancellationToken)
    {
        string path = SqlText.Literal(file.Path);
        string? json = null;
        var nodes = new List<Node>();
        await foreach (RecordBatch batch in database.ExecuteAsync(
            $"""
            SELECT name, coalesce(type, ''), coalesce(repetition_type, ''), coalesce(num_children, 0)::INTEGER, coalesce(converted_type, ''),
                coalesce(scale, 0)::INTEGER, coalesce(precision, 0)::INTEGER, coalesce(logical_type, ''),
                (SELECT any_value(decode(value)) FROM parquet_kv_metadata({path}) WHERE decode(key) = '{RowMetadata}')
            FROM parquet_schema({path})
            """,
            cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                json ??= ((StringArray)batch.Column(8)).GetString(0);
                for (int row = 0; row < batch.Length; row++)
                    nodes.Add(new Node(Text(batch, 0, row), Text(batch, 1, row), Text(batch, 2, row), Int(batch, 3, row), Text(batch, 4, row), Int(batch, 5, row), Int(batch, 6, row), Text(batch, 7, row)));
            }
        }
        if (json is not null && DataType.FromJson(json) is StructType written)
            return written;
        int position = 0;
        return ReadStruct(nodes, ref position, file);
    }

    private static string Text(RecordBatch batch, int column, int row) => ((StringArray)batch.Column(column)).GetString(row);

    private static int Int(RecordBatch batch, int column, int row) => ((Int32Array)batch.Column(column)).GetValue(row)!.Value;

    private static StructType ReadStruct(List<Node> nodes, ref int position, DataFile file)
    {
        int children = nodes[position++].Children;
        var fields = new StructField[children];
        for (int i = 0; i < children; i++)
        {
            Node node = nodes[position];
            DataType type = ReadType(nodes, ref position, file);
            fields[i] = node.Repetition == "REPEATED"
                ? new StructField(node.Name, new ArrayType(type, false), false)
                : new StructField(node.Name, type, node.Repetition != "REQUIRED");
        }
        return new StructType(fields);
    }

    private static DataType ReadType(List<Node> nodes, ref int position, DataFile file)
    {
        Node node = nodes[position];
        if (node.Type.Length > 0)
        {
            position++;
            return Primitive(node, file);
        }
        switch (node.Converted)
        {
            case "LIST":
                position++;
                return ReadList(nodes, ref position, file, node.Name);
            case "MAP" or "MAP_KEY_VALUE":
                position += 2; // the map and its repeated group of key and value
                DataType key = ReadType(nodes, ref position, file);
                bool valueNullable = nodes[position].Repetition != "REQUIRED";
                return new MapType(key, ReadType(nodes, ref position, file), valueNullable);
            default:
                return ReadStruct(nodes, ref position, file);
        }
    }

    // The repeated group is either a wrapper around the element or, as older writers have it, the element itself.
    private static ArrayType ReadList(List<Node> nodes, ref int position, DataFile file, string listName)
    {
        Node repeated = nodes[position];
        bool isElement = repeated.Type.Length > 0 || repeated.Children > 1 || repeated.Name == "array" || repeated.Name == listName + "_tuple";
        if (isElement)
            return new ArrayType(ReadType(nodes, ref position, file), false);
        position++;
        bool nullable = nodes[position].Repetition != "REQUIRED";
        return new ArrayType(ReadType(nodes, ref position, file), nullable);
    }

    private static DataType Primitive(Node node, DataFile file) => (node.Type, node.Converted) switch
    {
        (_, "DECIMAL") => new DecimalType(node.Precision, node.Scale),
        ("BOOLEAN", _) => new BooleanType(),
        ("FLOAT", _) => new FloatType(),
        ("DOUBLE", _) => new DoubleType(),
        ("INT96", _) => new TimestampType(),
        ("INT32", "INT_8") => new ByteType(),
        ("INT32", "INT_16" or "UINT_8") => new ShortType(),
        ("INT32", "" or "INT_32" or "UINT_16") => new IntegerType(),
        ("INT32", "UINT_32") => new LongType(),
        ("INT32", "DATE") => new DateType(),
        ("INT64", "TIMESTAMP_MICROS" or "TIMESTAMP_MILLIS") => node.Logical.Contains("isAdjustedToUTC=0", StringComparison.Ordinal) ? new TimestampNtzType() : new TimestampType(),
        ("INT64", "UINT_64") => new DecimalType(20, 0),
        ("INT64", "" or "INT_64") when node.Logical.Length == 0 || node.Logical.StartsWith("IntType", StringComparison.Ordinal) => new LongType(),
        ("BYTE_ARRAY", "UTF8" or "ENUM" or "JSON") => new StringType(),
        ("BYTE_ARRAY", "" or "BSON") => new BinaryType(),
        ("FIXED_LEN_BYTE_ARRAY", "") when node.Logical.Length == 0 => new BinaryType(),
        _ => throw FormatErrors.Unsupported(
            $"The embedded engine does not read the Parquet type {node.Type} ({(node.Logical.Length > 0 ? node.Logical : node.Converted)}) of column '{node.Name}' in {file.Uri}.", node.Name),
    };

    private sealed record Node(string Name, string Type, string Repetition, int Children, string Converted, int Scale, int Precision, string Logical);
}
