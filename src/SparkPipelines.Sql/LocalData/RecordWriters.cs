using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Apache.Arrow;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using Array = System.Array;
using IArrowType = Apache.Arrow.Types.IArrowType;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Makes writers of records, and their schemas. The code that takes records apart is compiled once per type.</summary>
internal static class RecordWriters
{
    private static readonly ConcurrentDictionary<(Type Record, string Order), Delegate> Compiled = new();

    /// <summary>
    /// The schema of records of a type: a column for every public property that can be read, in the order of the constructor's parameters and then of
    /// declaration, nullable as the annotations say; a field of a tuple is a column <c>_1</c>, <c>_2</c>, …. A scalar makes one column, <c>_1</c>.
    /// </summary>
    /// <exception cref="ArgumentException">A property's type has no Spark type; the message names both.</exception>
    public static StructType SchemaOf(Type record) =>
        ClrShape.Of(record).IsRecord
            ? SchemaOf(record, record.Name, [])
            : new StructType(new StructField("_1", TypeOf(ClrShape.Of(record), record.Name, []), ClrShape.Of(record).AllowsNull));

    /// <summary>A writer of rows of this schema.</summary>
    public static ColumnWriter<T> Of<T>(StructType schema)
    {
        var shape = ClrShape.Of(typeof(T));
        return shape.IsRecord
            ? (ColumnWriter<T>)Of(typeof(T), schema, null)
            : schema.Count == 1
            ? new OneColumnWriter<T>(schema.ToArrow(), (ColumnWriter<T>)ColumnWriters.Of(shape, new ColumnPath(schema[0].Name, schema[0].DataType, RowValues.Name(typeof(T))), schema[0].IsNullable))
            : throw new ConversionException("", schema, $"A {RowValues.Name(typeof(T))} makes one column, but the schema has {schema.Count}.");
    }

    public static ColumnWriter Of(Type record, StructType schema, ColumnPath? path)
    {
        var parts = Parts(record);
        var byColumn = schema.Select((field, index) => Find(record, parts, field, index, path)).ToArray();
        var writers = schema.Select((field, index) =>
        {
            var part = byColumn[index];
            var target = $"'{part.Name}' of {RowValues.Name(record)}";
            return ColumnWriters.Of(part.Shape, new ColumnPath(path is null ? field.Name : $"{path.Column}.{field.Name}", field.DataType, target), field.IsNullable);
        }).ToArray();
        var split = Compiled.GetOrAdd((record, string.Join(' ', byColumn.Select(part => part.Name))), _ => Compile(record, byColumn));
        return (ColumnWriter)Activator.CreateInstance(typeof(RecordWriter<>).MakeGenericType(record), schema.ToArrow(), writers, split)!;
    }

    private static StructType SchemaOf(Type record, string place, Type[] outer)
    {
        if (outer.Contains(record))
            throw new ArgumentException($"'{place}' is a {RowValues.Name(record)} inside a {RowValues.Name(record)}; a schema can't contain itself.", nameof(record));
        var parts = Parts(record);
        return parts.Count > 0
            ? new StructType(parts.Select(part => new StructField(part.Column, TypeOf(part.Shape, $"{place}.{part.Name}", [.. outer, record]), part.Shape.AllowsNull)))
            : throw new ArgumentException($"'{place}' is a {RowValues.Name(record)}, which has no Spark type; it has no public properties.", nameof(record));
    }

    private static DataType TypeOf(ClrShape shape, string place, Type[] outer)
    {
        if (ClrTypes.OfScalar(shape.Type) is { } scalar)
            return scalar;
        if (shape.Element() is { } element)
            return new ArrayType(TypeOf(element, place + ".element", outer), element.AllowsNull);
        if (shape.Entry() is var (key, value))
            return new MapType(TypeOf(key, place + ".key", outer), TypeOf(value, place + ".value", outer), value.AllowsNull);
        return shape.Type == typeof(object) || shape.Type.IsPrimitive || shape.Type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && !IsTuple(shape.Type)
            ? throw new ArgumentException($"'{place}' is a {RowValues.Name(shape.Type)}, which has no Spark type; give the schema, or use one of the types that have one.", nameof(shape))
            : SchemaOf(shape.Type, place, outer);
    }

    private static bool IsTuple(Type type) => type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple));

    private static List<RecordPart> Parts(Type record)
    {
        if (IsTuple(record))
        {
            return [.. record.GetGenericArguments().Select((_, index) => (MemberInfo?)record.GetField($"Item{index + 1}") ?? record.GetProperty($"Item{index + 1}"))
                .Select((member, index) => new RecordPart($"Item{index + 1}", $"_{index + 1}", ClrShape.Of(member is FieldInfo field ? field.FieldType : ((PropertyInfo)member!).PropertyType), member!))];
        }

        var parameters = record.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)?.GetParameters() ?? [];
        return [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => Array.FindIndex(parameters, parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at : int.MaxValue)
            .Select(property => new RecordPart(property.Name, property.Name, ClrShape.Of(property), property))];
    }

    private static RecordPart Find(Type record, List<RecordPart> parts, StructField field, int index, ColumnPath? path)
    {
        if (IsTuple(record) && index < parts.Count)
            return parts[index];
        static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);
        return parts.Find(part => part.Column == field.Name)
            ?? parts.Find(part => string.Equals(Bare(part.Column), Bare(field.Name), StringComparison.OrdinalIgnoreCase))
            ?? throw new ConversionException(
                path is null ? field.Name : $"{path.Column}.{field.Name}",
                field.DataType,
                $"{RowValues.Name(record)} has no property for column '{(path is null ? "" : path.Column + ".")}{field.Name}'; its properties are {string.Join(", ", parts.Select(part => $"'{part.Name}'"))}.");
    }

    /// <summary><c>for (i = 0; i &lt; count; i++) if (records[i] != null) { column0[i] = records[i].P; … }</c></summary>
    private static Delegate Compile(Type record, RecordPart[] byColumn)
    {
        var records = Expression.Parameter(record.MakeArrayType(), "records");
        var count = Expression.Parameter(typeof(int), "count");
        var buffers = Expression.Parameter(typeof(Array[]), "buffers");
        var i = Expression.Variable(typeof(int), "i");
        var one = Expression.Variable(record, "record");
        var end = Expression.Label();
        var columns = byColumn.Select((part, index) => Expression.Variable(part.Shape.Declared.MakeArrayType(), $"column{index}")).ToArray();
        var copies = byColumn.Select((part, index) =>
            (Expression)Expression.Assign(Expression.ArrayAccess(columns[index], i), Expression.MakeMemberAccess(one, part.Member)));
        Expression parts = Expression.Block(copies);
        if (!record.IsValueType)
            parts = Expression.IfThen(Expression.ReferenceNotEqual(one, Expression.Constant(null, record)), parts);

        var body = Expression.Block(
            [i, one, .. columns],
            [
                .. columns.Select((column, index) => Expression.Assign(column, Expression.Convert(Expression.ArrayIndex(buffers, Expression.Constant(index)), column.Type))),
                Expression.Assign(i, Expression.Constant(0)),
                Expression.Loop(
                    Expression.IfThenElse(
                        Expression.LessThan(i, count),
                        Expression.Block(
                            Expression.Assign(one, Expression.ArrayIndex(records, i)),
                            parts,
                            Expression.PreIncrementAssign(i)),
                        Expression.Break(end)),
                    end),
            ]);
        return Expression.Lambda(typeof(Action<,,>).MakeGenericType(records.Type, typeof(int), typeof(Array[])), body, records, count, buffers).Compile();
    }

    private sealed record RecordPart(string Name, string Column, ClrShape Shape, MemberInfo Member);

    /// <summary>Values as rows of one column; a null is a row whose column is null.</summary>
    private sealed class OneColumnWriter<T>(IArrowType type, ColumnWriter<T> column) : ColumnWriter<T>
    {
        public override long SizeBytes => column.SizeBytes;

        public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
        {
            column.Append(values, nulls);
            AppendValidity(values.Length, default);
        }

        protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) => new(type, length, nullCount, 0, [validity], [column.Finish().Data]);
    }
}
