using System.Runtime.CompilerServices;
using Apache.Arrow;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Rows that are known already.</summary>
/// <param name="Schema">Their columns.</param>
/// <param name="Columns">Arrays of the columns, all of one length.</param>
internal sealed record SmallTable(StructType Schema, IReadOnlyList<IArrowArray> Columns)
{
    public static SmallTable OfText(StructType schema, params IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var columns = schema.Fields.Select((field, i) =>
        {
            if (field.DataType is BooleanType)
                return (IArrowArray)rows.Aggregate(new BooleanArray.Builder(), (builder, row) => builder.Append(row[i] == "true")).Build();
            return rows.Aggregate(new StringArray.Builder(), (builder, row) => row[i] is { } text ? builder.Append(text) : builder.AppendNull()).Build();
        });
        return new SmallTable(schema, [.. columns]);
    }
}

/// <summary>A result whose rows are known before it is read.</summary>
internal sealed class TableResult(SmallTable table, Operation operation) : QueryResult
{
    public override StructType? Schema => table.Schema;

    public override QueryOutcome Outcome => new() { OperationId = operation.Id };

    public override async IAsyncEnumerable<RecordBatch> ReadBatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (table.Columns[0].Length > 0)
            yield return new RecordBatch(table.Schema.ToArrowSchema(), table.Columns, table.Columns[0].Length);
        operation.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        operation.Dispose();
        return ValueTask.CompletedTask;
    }
}
