using System.Collections.Concurrent;
using System.Linq.Expressions;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>Rows, or structs inside rows, as records of a CLR type.</summary>
internal sealed class RecordReader<T>(StructType schema, ColumnReader[] readers, Action<Array[], T[], int> make) : StructReader<T>(schema, readers)
{
    private readonly T[] _records = new T[ChunkRows];

    protected override void Assemble(Array[] buffers, Span<T> destination)
    {
        make(buffers, _records, destination.Length);
        _records.AsSpan(0, destination.Length).CopyTo(destination);
    }
}

/// <summary>Makes readers of records. The code that assembles records from columns is compiled once per type and order of its members.</summary>
internal static class RecordReaders
{
    private static readonly ConcurrentDictionary<(Type Record, string Order), Delegate> Compiled = new();

    /// <summary>A reader of rows of this schema. Not for two threads at once.</summary>
    /// <exception cref="ConversionException">Columns and members don't fit; the message names them.</exception>
    public static StructReader<T> Of<T>(StructType schema)
    {
        if (typeof(T) == typeof(Row))
            return (StructReader<T>)(object)RowReader.Of(schema);
        var shape = ClrShape.Of(typeof(T));
        if (shape.IsRecord)
            return (StructReader<T>)Of(typeof(T), schema, null);
        return schema.Count == 1
            ? new OneColumnReader<T>(schema, (ColumnReader<T>)ColumnReaders.Of(shape, new ColumnPath(schema[0].Name, schema[0].DataType, RowValues.Name(typeof(T)))))
            : throw new ConversionException("", schema, $"A {RowValues.Name(typeof(T))} is made from one column, but there are {schema.Count}; select one, or collect a record.");
    }

    public static ColumnReader Of(Type record, StructType schema, ColumnPath? path)
    {
        var members = RecordMembers.Of(record);
        var byColumn = members.Match(schema, path is null ? "" : path.Column + ".");
        var readers = schema.Select((field, index) =>
        {
            var target = $"'{byColumn[index].Name}' of {RowValues.Name(record)}";
            return ColumnReaders.Of(byColumn[index].Shape, new ColumnPath(path is null ? field.Name : $"{path.Column}.{field.Name}", field.DataType, target));
        }).ToArray();
        var make = Compiled.GetOrAdd((record, string.Join(' ', byColumn.Select(member => member.Name))), _ => Compile(members, byColumn, readers));
        return (ColumnReader)Activator.CreateInstance(typeof(RecordReader<>).MakeGenericType(record), schema, readers, make)!;
    }

    /// <summary><c>for (i = 0; i &lt; count; i++) records[i] = new T(column0[i], …) { P = column1[i], … };</c></summary>
    private static Delegate Compile(RecordMembers members, RecordMember[] byColumn, ColumnReader[] readers)
    {
        var buffers = Expression.Parameter(typeof(Array[]), "buffers");
        var records = Expression.Parameter(members.Type.MakeArrayType(), "records");
        var count = Expression.Parameter(typeof(int), "count");
        var i = Expression.Variable(typeof(int), "i");
        var end = Expression.Label();
        var columns = readers.Select((reader, index) => Expression.Variable(reader.ValueType.MakeArrayType(), $"column{index}")).ToArray();

        Expression Value(RecordMember member) => Expression.ArrayIndex(columns[Array.IndexOf(byColumn, member)], i);

        var parameters = members.Members.Where(member => member.Parameter is not null).Select(Value);
        var creation = members.Constructor is null ? Expression.New(members.Type) : Expression.New(members.Constructor, parameters);
        var properties = members.Members.Where(member => member.Property is not null).Select(member => Expression.Bind(member.Property!, Value(member))).ToArray();
        var record = properties.Length == 0 ? (Expression)creation : Expression.MemberInit(creation, properties);

        var body = Expression.Block(
            [i, .. columns],
            [
                .. columns.Select((column, index) => Expression.Assign(column, Expression.Convert(Expression.ArrayIndex(buffers, Expression.Constant(index)), column.Type))),
                Expression.Assign(i, Expression.Constant(0)),
                Expression.Loop(
                    Expression.IfThenElse(
                        Expression.LessThan(i, count),
                        Expression.Block(
                            Expression.Assign(Expression.ArrayAccess(records, i), record),
                            Expression.PreIncrementAssign(i)),
                        Expression.Break(end)),
                    end),
            ]);
        return Expression.Lambda(typeof(Action<,,>).MakeGenericType(typeof(Array[]), records.Type, typeof(int)), body, buffers, records, count).Compile();
    }

    /// <summary>The one column of a result as values.</summary>
    private sealed class OneColumnReader<T>(StructType schema, ColumnReader<T> column) : StructReader<T>(schema, [column])
    {
        protected override void Assemble(Array[] buffers, Span<T> destination) => ((T[])buffers[0]).AsSpan(0, destination.Length).CopyTo(destination);
    }
}
