using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>JSON: an object a line, or files of several lines. See <see cref="JsonOptions"/> and <see cref="JsonWriteOptions"/> for the options.</summary>
internal sealed class JsonFormat : IFileFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string DisplayName => "JSON";

    /// <inheritdoc/>
    public void CheckReadOptions(FormatContext context) => _ = new JsonOptions(context);

    /// <inheritdoc/>
    public void CheckReadSchema(StructType schema, FormatContext context) => TextTypes.Check("JSON", schema, nested: true);

    /// <inheritdoc/>
    public async Task<StructType?> InferSchemaAsync(IReadOnlyList<DataFile> files, FormatContext context, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return null;
        var inference = new JsonInference(new JsonOptions(context), context.Settings.IsCaseSensitive);
        return await Task.Run(() => inference.Infer(files, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public FileScan Scan(FileRelation relation)
    {
        var options = new JsonOptions(relation.Context);
        return new RecordSource(
            relation, files => OpenReader(files, options), columns => new JsonParser(relation.DataSchema, columns, options), options.Rules).Open();
    }

    /// <inheritdoc/>
    public void CheckWrite(StructType schema, FormatContext context)
    {
        TextTypes.Check("JSON", schema, nested: true);
        _ = new JsonWriteOptions(context);
    }

    /// <inheritdoc/>
    public Task WriteFilesAsync(FileWrite write, FormatContext context, CancellationToken cancellationToken)
    {
        var options = new JsonWriteOptions(context);
        return RecordFiles.WriteAsync(write, context.Database, schema => new JsonRecordWriter(schema, options), options.Compression, ".json", cancellationToken);
    }

    internal static IBlockReader OpenReader(IReadOnlyList<DataFile> files, JsonOptions options) =>
        options.MultiLine ? new WholeFileReader(files, options.Encoding) : new LineBlockReader(files, options.Encoding, options.LineSeparator);
}
