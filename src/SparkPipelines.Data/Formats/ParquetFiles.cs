using Apache.Arrow;
using Parquet;
using Parquet.Schema;
using SparkPipelines.Sql;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Types;
using Field = Parquet.Schema.Field;
using StructField = SparkPipelines.Sql.Types.StructField;

namespace SparkPipelines.Data;

/// <summary>
/// Single Parquet files without an engine, through Parquet.Net: for programs that only want the rows of a file. Columns of plain values only; lists, maps, structs, intervals and
/// decimals of more than 28 digits need an engine (<see cref="DataFrameReader"/>). A file carries Spark's schema along, as those that Spark writes.
/// </summary>
public static class ParquetFiles
{
    /// <summary>Where Spark keeps a file's schema, as its JSON.</summary>
    private const string SchemaKey = "org.apache.spark.sql.parquet.row.metadata";

    /// <summary>Without it Spark suspects the calendar of its versions before 3.0 behind old dates, and refuses them.</summary>
    private const string VersionKey = "org.apache.spark.version";

    /// <summary>The version whose conventions the files follow.</summary>
    private const string Version = "4.2.1";

    /// <summary>Writes batches to a new file, a row group each. The batches stay the caller's.</summary>
    /// <exception cref="ConversionException">A column's type, or a value, that can't be written; the message names it.</exception>
    /// <exception cref="IOException">The file exists, or can't be written.</exception>
    public static async Task WriteAsync(string path, StructType schema, IEnumerable<RecordBatch> batches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var columns = schema.Select(field => ParquetColumn.Of(field, null)).ToArray();
        var table = LocalTable.FromBatches(batches, schema);
        var file = new FileStream(path, FileMode.CreateNew);
        await using (file.ConfigureAwait(false))
        {
            var parquetSchema = new ParquetSchema(columns.Select(column => column.Field));
            var writer = await ParquetWriter.CreateAsync(parquetSchema, file, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                writer.CustomMetadata = new Dictionary<string, string> { [SchemaKey] = schema.Json, [VersionKey] = Version };
                foreach (var batch in table.Batches)
                {
                    using var group = writer.CreateRowGroup();
                    for (var i = 0; i < columns.Length; i++)
                        await columns[i].WriteAsync(group, batch.Column(i), cancellationToken).ConfigureAwait(false);
                    group.CompleteValidate();
                }
            }
        }
    }

    /// <summary>Reads a file: its schema, and a batch for each row group, which are the caller's to dispose. Every column is nullable.</summary>
    /// <exception cref="ConversionException">A column of a type that is not read; the message names it.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static async Task<(StructType Schema, IReadOnlyList<RecordBatch> Batches)> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var options = new ParquetOptions { UseDateOnlyTypeForDates = true };
        var reader = await ParquetReader.CreateAsync(path, options, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var known = reader.CustomMetadata.TryGetValue(SchemaKey, out var json) ? StructType.FromJson(json) : null;
            var columns = reader.Schema.Fields.Select(field => ParquetColumn.Of(TypeOf(field, known), field)).ToArray();
            var schema = new StructType(columns.Select(column => column.SparkField));
            var arrowSchema = schema.ToArrowSchema();
            var batches = new List<RecordBatch>();
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                var rows = checked((int)group.RowCount);
                var arrays = new IArrowArray[columns.Length];
                for (var c = 0; c < columns.Length; c++)
                    arrays[c] = await columns[c].ReadAsync(group, rows, cancellationToken).ConfigureAwait(false);
                batches.Add(new RecordBatch(arrowSchema, arrays, rows));
            }

            return (schema, batches);
        }
    }

    /// <summary>The type that Spark itself gave the column, or the one that Spark would read it as.</summary>
    private static StructField TypeOf(Field field, StructType? known)
    {
        if (known?.Fields.FirstOrDefault(candidate => candidate.Name == field.Name) is { } exact)
            return new StructField(exact.Name, exact.DataType, true, exact.Metadata);
        DataType? type = field switch
        {
            DecimalDataField d => new DecimalType(d.Precision, d.Scale),
            DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } => new DateType(),
            DateTimeDataField { IsAdjustedToUTC: false, DateTimeFormat: DateTimeFormat.Timestamp } => new TimestampNtzType(),
            DataField { IsArray: false } plain => ClrTypes.OfScalar(plain.ClrType),
            _ => null,
        };
        return type is not null
            ? new StructField(field.Name, type)
            : throw new ConversionException(
                field.Name, new NullType(), $"Column '{field.Name}' of the Parquet file is a {field.SchemaType}, which is read by an engine only; use a session's Read().Parquet(…).");
    }
}
