using Apache.Arrow;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>Shapes: a struct of the reference system's number and the well-known binary.</summary>
internal sealed class SpatialReader<T> : ColumnReader<T>
    where T : struct, ISpatialValue<T>
{
    private readonly BinaryReader _bytes = new();
    private byte[]?[] _values = [];

    public override void Read(IArrowArray column, int start, Span<T> destination)
    {
        var parts = (StructArray)column;
        var values = Scratch.Of(ref _values, destination.Length);
        _bytes.Read(parts.Fields[1], start, values);
        var srids = ArrowBuffers.Values<int>(parts.Fields[0]).Slice(start, destination.Length);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = values[i] is { } wkb ? T.FromWkb(wkb, srids[i]) : default;
    }
}
