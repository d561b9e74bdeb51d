using Apache.Arrow;
using Apache.Arrow.Types;
using Spark.Connect;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using StructType = SparkPipelines.Sql.Types.StructType;

namespace SparkPipelines.Sql.LocalData;

/// <summary>
/// Rows that travel in groups: each row that is sent holds many of them as an array of structs, and the server takes it apart with <c>inline</c>.
/// Spark keeps local rows in a list whose items every rule of its analyser and optimiser walks, and which it serialises item by item; a large relation costs it
/// by the item, not by the byte (4.2.1).
/// </summary>
/// <remarks>
/// The price is Spark's estimate of the relation's size, which takes each array for one element: it is too small by the rows of a group. Hence groups are
/// no larger than they need be.
/// </remarks>
internal sealed class RowGroups
{
    /// <summary>Beyond this the items no longer matter beside the bytes.</summary>
    public const int MostRows = 16;

    /// <summary>Long rows need no groups, and a group must fit one row of Spark's.</summary>
    private const long MostBytes = 1 << 20;

    private const string Column = "rows";

    private readonly IReadOnlyList<string> _names;
    private readonly ListType _list;

    private RowGroups(StructType schema)
    {
        _names = [.. schema.Fields.Select(field => field.Name)];
        // Names are given after the groups are taken apart: Arrow's structs hold no two fields of one name, Spark's relations do.
        var rows = new Apache.Arrow.Types.StructType([.. schema.Fields.Select((field, i) => new Field($"_{i}", field.DataType.ToArrow(), field.IsNullable))]);
        _list = new ListType(new Field("element", rows, nullable: false));
        Schema = new Schema([new Field(Column, _list, nullable: false)], null);
    }

    /// <summary>What is sent.</summary>
    public Schema Schema { get; }

    /// <summary>
    /// Null for rows that don't travel in groups: those whose types Arrow's don't say in full, since to name a nested type beside the rows makes the
    /// server convert each value of it one by one (4.2.1).
    /// </summary>
    public static RowGroups? For(StructType schema) =>
        schema.Fields.Count > 0 && schema.ToArrowSchema().ToSparkSchema().Equals(schema) ? new RowGroups(schema) : null;

    /// <param name="batch">In exactly the Arrow types of the schema.</param>
    public RecordBatch Group(RecordBatch batch)
    {
        var size = (int)Math.Clamp(MostBytes * batch.Length / Math.Max(1, ArrowSizes.Of(batch)), 1, MostRows);
        var count = (batch.Length + size - 1) / size;
        var offsets = new ArrowBuffer.Builder<int>(count + 1);
        for (var group = 0; group < count; group++)
            offsets.Append(group * size);
        offsets.Append(batch.Length);
        var rows = new StructArray(_list.ValueDataType, batch.Length, batch.Arrays, ArrowBuffer.Empty, nullCount: 0);
        return new RecordBatch(Schema, [new ListArray(_list, count, offsets.Build(), rows, ArrowBuffer.Empty, nullCount: 0)], count);
    }

    /// <summary>The rows of a relation of groups.</summary>
    public Project Ungroup(Relation groups)
    {
        var rows = new Expression.Types.Alias { Expr = ExpressionMessages.Call("inline", ExpressionMessages.Attribute(Column)) };
        rows.Name.AddRange(_names);
        return new Project { Input = groups, Expressions = { new Expression { Alias = rows } } };
    }
}
