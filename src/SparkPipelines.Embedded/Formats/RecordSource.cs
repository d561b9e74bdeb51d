using System.Collections.Concurrent;
using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Turns a piece of a file into columns. One at a time per instance; an instance is used for many pieces.</summary>
internal abstract class RecordParser
{
    /// <summary>Parses the records of a piece.</summary>
    /// <param name="block">The piece.</param>
    /// <param name="pool">Where the columns' memory comes from.</param>
    /// <param name="columns">To be filled: the data columns asked for, in order.</param>
    /// <returns>The number of records.</returns>
    internal abstract int Parse(LineBlock block, PooledBatch pool, Span<IArrowArray> columns);
}

/// <summary>
/// Text files as a source of batches: pieces of the files are parsed side by side, one batch each, with only the columns that a query wants.
/// </summary>
/// <param name="relation">The files and their schema.</param>
/// <param name="openReader">Begins to read the files.</param>
/// <param name="createParser">Makes a parser for the data columns at these positions of the data schema.</param>
/// <param name="partitionRules">How the texts of partition columns are read.</param>
internal sealed class RecordSource(
    FileRelation relation, Func<IReadOnlyList<DataFile>, IBlockReader> openReader, Func<IReadOnlyList<int>, RecordParser> createParser, TextRules partitionRules) : BatchSource
{
    internal override Schema Schema { get; } = relation.Schema.ToArrowSchema();

    internal override int MaxThreads => Environment.ProcessorCount;

    internal override BatchScan Scan(IReadOnlyList<int> columns)
    {
        IReadOnlyList<int> sources = relation.Sources();
        int[] data = [.. columns.Where(column => sources[column] >= 0).Select(column => sources[column])];
        return new RecordScan(this, relation, columns, sources, openReader(relation.Listing.Files), () => createParser(data), data.Length, partitionRules);
    }

    /// <summary>A scan's SQL and what to dispose after it.</summary>
    internal FileScan Open()
    {
        Relation named = relation.Context.Database.Relations.Add(this);
        return new FileScan(named.Sql, named);
    }

    private sealed class RecordScan(
        RecordSource source,
        FileRelation relation,
        IReadOnlyList<int> columns,
        IReadOnlyList<int> sources,
        IBlockReader reader,
        Func<RecordParser> createParser,
        int dataColumns,
        TextRules partitionRules) : BatchScan
    {
        private readonly ConcurrentBag<RecordParser> _idle = [];
        private ReadAhead? _ahead;
        private readonly Schema _schema = new([.. columns.Select(column => source.Schema.FieldsList[column])], null);

        internal override ExportedBatch? Next() =>
            LazyInitializer.EnsureInitialized(ref _ahead, () => new ReadAhead(reader, Parse, reader.HoldsWholeFiles ? 0 : ReadAhead.Usual)).Next();

        public override void Dispose()
        {
            _ahead?.Dispose();
            reader.Dispose();
        }

        private ExportedBatch? Parse(LineBlock block)
        {
            if (!_idle.TryTake(out RecordParser? parser))
                parser = createParser();
            var pool = new PooledBatch();
            var data = new IArrowArray[dataColumns];
            int rows = parser.Parse(block, pool, data);
            _idle.Add(parser);
            if (rows > 0)
                return new ExportedBatch(new RecordBatch(_schema, Arrange(data, rows, block.File, pool), rows), pool);
            pool.Dispose();
            return null;
        }

        private IArrowArray[] Arrange(IArrowArray[] data, int rows, DataFile file, PooledBatch pool)
        {
            int next = 0;
            return [.. columns.Select(column => sources[column] >= 0 ? data[next++] : Constant(~sources[column], rows, file, pool))];
        }

        private IArrowArray Constant(int partition, int rows, DataFile file, PooledBatch pool)
        {
            StructField field = relation.Partitions.Schema.Fields[partition];
            string? value = relation.Partitions.ValuesOf(file)[partition];
            if (field.DataType is NullType || TextColumn.For(field.DataType, partitionRules) is not { } converter)
                return new NullArray(rows);
            byte[] text = Encoding.UTF8.GetBytes(value ?? "");
            var fields = new FieldTable { Block = text, Width = 1, Rows = rows, Starts = new int[rows], Lengths = new int[rows], Bad = new bool[rows] };
            System.Array.Fill(fields.Lengths, value is null ? -1 : text.Length);
            return converter.Convert(fields, 0, pool);
        }
    }
}
