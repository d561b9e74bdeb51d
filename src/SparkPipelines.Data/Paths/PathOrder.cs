namespace SparkPipelines.Data;

/// <summary>The order of paths: part by part, each by ordinal comparison, so that <c>a/x</c> comes before <c>a-b/x</c>.</summary>
internal sealed class PathOrder : IComparer<string>
{
    public static readonly PathOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (true)
        {
            var leftEnd = left.IndexOf('/');
            var rightEnd = right.IndexOf('/');
            var order = (leftEnd < 0 ? left : left[..leftEnd]).SequenceCompareTo(rightEnd < 0 ? right : right[..rightEnd]);
            if (order != 0)
                return order;
            if (leftEnd < 0 || rightEnd < 0)
                return leftEnd.CompareTo(rightEnd);
            left = left[(leftEnd + 1)..];
            right = right[(rightEnd + 1)..];
        }
    }
}
