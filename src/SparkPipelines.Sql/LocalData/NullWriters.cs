using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Values that may be null.</summary>
internal sealed class NullableWriter<T>(ColumnWriter<T> inner) : PassingWriter<T?>
    where T : struct
{
    private T[] _values = [];
    private bool[] _nulls = [];

    protected override ColumnWriter Inner => inner;

    public override void Append(ReadOnlySpan<T?> values, ReadOnlySpan<bool> nulls)
    {
        var present = Scratch.Of(ref _values, values.Length);
        var marks = Scratch.Of(ref _nulls, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            present[i] = values[i].GetValueOrDefault();
            marks[i] = !values[i].HasValue || (!nulls.IsEmpty && nulls[i]);
        }

        inner.Append(present, marks);
    }
}

/// <summary>Values of a column that must not hold null.</summary>
internal sealed class RequiredWriter<T>(ColumnWriter<T> inner, ColumnPath path) : PassingWriter<T>
{
    protected override ColumnWriter Inner => inner;

    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null && (nulls.IsEmpty || !nulls[i]))
                throw path.NullForColumn();
        }

        inner.Append(values, nulls);
    }
}

/// <summary>A column of nothing but nulls.</summary>
internal sealed class NothingWriter<T>(ColumnPath path) : ColumnWriter<T>
{
    public override long SizeBytes => 0;

    public override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        foreach (var value in values)
        {
            if (value is not null)
                throw path.ValueError(value, "takes nothing but null");
        }

        AppendValidity(values.Length, nulls);
    }

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) => new(NullType.Default, length, length, 0, System.Array.Empty<ArrowBuffer>());
}
