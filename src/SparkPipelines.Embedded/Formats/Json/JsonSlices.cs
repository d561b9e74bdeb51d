namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>JSON values of one column as slices of the text, and what became of them.</summary>
internal sealed class JsonSlices(int capacity)
{
    private int[] _starts = new int[capacity];
    private int[] _lengths = new int[capacity];

    internal int Count { get; private set; }

    /// <summary>Values that can't be converted.</summary>
    internal bool[] Failed { get; private set; } = [];

    /// <summary>Values of which a part can't be converted; the rest stands.</summary>
    internal bool[] Partial { get; private set; } = [];

    internal void Add(int start, int length)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Math.Max(16, Count * 2));
            Array.Resize(ref _lengths, _starts.Length);
        }
        _starts[Count] = start;
        _lengths[Count++] = length;
    }

    internal void Replace(int index, int start, int length)
    {
        _starts[index] = start;
        _lengths[index] = length;
    }

    internal int Start(int index) => _starts[index];

    /// <summary>A value's length, -1 when there is none.</summary>
    internal int Length(int index) => _lengths[index];

    /// <summary>The text of a value; empty when there is none, or when it is <c>null</c>.</summary>
    internal ReadOnlySpan<byte> Text(ReadOnlySpan<byte> block, int index)
    {
        if (_lengths[index] < 0)
            return default;
        ReadOnlySpan<byte> text = block.Slice(_starts[index], _lengths[index]);
        return text.Length == 4 && text[0] == 'n' ? default : text;
    }

    /// <summary>Begins conversion.</summary>
    internal void Begin()
    {
        Failed = new bool[Count];
        Partial = new bool[Count];
    }

    /// <summary>Takes values out.</summary>
    internal void Keep(ReadOnlySpan<bool> drop)
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!drop[i])
            {
                _starts[kept] = _starts[i];
                _lengths[kept++] = _lengths[i];
            }
        }
        Count = kept;
    }
}
