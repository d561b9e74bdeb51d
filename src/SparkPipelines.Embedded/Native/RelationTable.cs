using System.Collections.Concurrent;
using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.C;

namespace SparkPipelines.Embedded.Native;

/// <summary>A source that queries can name. Disposing it takes the name away; do so when no query reads it any more.</summary>
internal sealed class Relation : IDisposable
{
    private readonly RelationTable _table;

    internal Relation(RelationTable table, long id, BatchSource source, RelationColumn[] columns)
    {
        _table = table;
        Id = id;
        Source = source;
        Columns = columns;
    }

    internal long Id { get; }

    internal BatchSource Source { get; }

    internal RelationColumn[] Columns { get; }

    /// <summary>What to write after FROM. The columns are named <c>c0</c>, <c>c1</c>, … by position, since Spark's names may repeat.</summary>
    internal string Sql => string.Create(CultureInfo.InvariantCulture, $"{RelationTable.FunctionName}({Id})");

    /// <inheritdoc/>
    public void Dispose() => _table.Remove(this);
}

/// <summary>A column of a relation: its DuckDB type, and what DuckDB made of its Arrow type.</summary>
internal readonly record struct RelationColumn(DuckType Type, nint ConvertedSchema);

/// <summary>The sources that queries of a database may read, under the table function <c>sp_batches(id)</c>.</summary>
internal sealed unsafe class RelationTable(DuckDbDatabase database) : IDisposable
{
    internal const string FunctionName = "sp_batches";

    private readonly ConcurrentDictionary<long, Relation> _relations = new();
    private readonly Lazy<DuckDbConnection> _connection = new(database.Connect);
    private long _lastId;

    internal CallbackErrors CallbackErrors => database.CallbackErrors;

    /// <summary>The connection whose settings the conversion from Arrow goes by; no query runs on it.</summary>
    internal ConnectionHandle Connection => _connection.Value.Handle;

    /// <summary>Gives a source a name. The caller disposes the relation before the source.</summary>
    /// <exception cref="NotSupportedException">A column has an Arrow type that is not of the form of <c>ArrowTypes</c>, or that the engine does not hold.</exception>
    internal Relation Add(BatchSource source)
    {
        var columns = new RelationColumn[source.Schema.FieldsList.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            Field field = source.Schema.FieldsList[i];
            columns[i] = new RelationColumn(StorageTypes.FromArrow(field.DataType), Convert(field));
        }
        var relation = new Relation(this, Interlocked.Increment(ref _lastId), source, columns);
        _relations[relation.Id] = relation;
        return relation;
    }

    internal Relation Find(long id) =>
        _relations.TryGetValue(id, out Relation? relation) ? relation : throw new InvalidOperationException($"There is no relation {id}.");

    internal void Remove(Relation relation)
    {
        if (!_relations.TryRemove(relation.Id, out _))
            return;
        foreach (RelationColumn column in relation.Columns)
        {
            nint converted = column.ConvertedSchema;
            NativeMethods.DestroyArrowConvertedSchema(&converted);
        }
    }

    internal void Register(DuckDbConnection connection) => RelationFunction.Register(connection, this);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Relation relation in _relations.Values)
            Remove(relation);
        if (_connection.IsValueCreated)
            _connection.Value.Dispose();
    }

    private nint Convert(Field field)
    {
        var schema = new Schema([new Field("c", StorageTypes.ToStorage(field.DataType), true)], null);
        CArrowSchema* native = CArrowSchema.Create();
        CArrowSchemaExporter.ExportSchema(schema, native);
        try
        {
            nint converted;
            nint error = NativeMethods.SchemaFromArrow(Connection, native, &converted);
            if (error == 0)
                return converted;
            string message = NativeMethods.Text(NativeMethods.ErrorDataMessage(error));
            NativeMethods.DestroyErrorData(&error);
            throw DuckDbException.Parse(message);
        }
        finally
        {
            CArrowSchema.Free(native);
        }
    }
}
