using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>
/// CSV, read by a tokenizer of our own that splits as univocity does under Spark, and written as univocity writes. See <see cref="CsvOptions"/> and
/// <see cref="CsvWriteOptions"/> for the options.
/// </summary>
internal sealed class CsvFormat : IFileFormat
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string DisplayName => "CSV";

    /// <inheritdoc/>
    public void CheckReadOptions(FormatContext context)
    {
        var options = new CsvOptions(context);
        if (!options.EnforceSchema)
            throw FormatErrors.UnsupportedOption("csv", "enforceSchema", "false");
    }

    /// <inheritdoc/>
    public void CheckReadSchema(StructType schema, FormatContext context) => TextTypes.Check("CSV", schema, nested: false);

    /// <inheritdoc/>
    public Task<StructType?> InferSchemaAsync(IReadOnlyList<DataFile> files, FormatContext context, CancellationToken cancellationToken)
    {
        var options = new CsvOptions(context);
        return Task.Run(() => CsvInference.Infer(files, options, context.Settings.IsCaseSensitive, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public FileScan Scan(FileRelation relation)
    {
        var options = new CsvOptions(relation.Context);
        return new RecordSource(
            relation, files => OpenReader(files, options), columns => new CsvParser(relation.DataSchema, columns, options), options.Rules).Open();
    }

    /// <inheritdoc/>
    public void CheckWrite(StructType schema, FormatContext context)
    {
        TextTypes.Check("CSV", schema, nested: false);
        _ = new CsvWriteOptions(context);
    }

    /// <inheritdoc/>
    public Task WriteFilesAsync(FileWrite write, FormatContext context, CancellationToken cancellationToken)
    {
        var options = new CsvWriteOptions(context);
        return RecordFiles.WriteAsync(write, context.Database, schema => new CsvRecordWriter(schema, options), options.Compression, ".csv", cancellationToken);
    }

    internal static IBlockReader OpenReader(IReadOnlyList<DataFile> files, CsvOptions options) =>
        options.MultiLine ? new WholeFileReader(files, options.Encoding) : new LineBlockReader(files, options.Encoding, options.LineSeparator);
}
