using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

internal sealed class SpatialWriter<T>(IArrowType type) : ColumnWriter<T>
    where T : struct, ISpatialValue<T>
{
    private readonly FixedWriter<int> _srids = new(Int32Type.Default);
    private readonly BinaryWriter _wkb = new();
    private int[] _numbers = [];
    private byte[]?[] _bytes = [];

    public override long SizeBytes => _srids.SizeBytes + _wkb.SizeBytes;

    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        var srids = Scratch.Of(ref _numbers, values.Length);
        var bytes = Scratch.Of(ref _bytes, values.Length);
        for (var i = 0; i < values.Length; i++)
            (srids[i], bytes[i]) = (values[i].GetSrid(), values[i].GetBytes());
        _srids.Append(srids, default);
        _wkb.Append(bytes, default);
        AppendValidity(values.Length, nulls);
    }

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) =>
        new(type, length, nullCount, 0, [validity], [_srids.Finish().Data, _wkb.Finish().Data]);
}
