using System.Globalization;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <content>Relations that choose rows.</content>
internal sealed partial class RelationLowering
{
    private void Write(Slice slice)
    {
        // Right over the sort, so that only the rows wanted are sorted.
        if (slice.Input is Sorted sorted)
        {
            Select("*", sorted.Input);
            _ = _sql.Append(" ORDER BY ").AppendJoin(", ", sorted.Keys.Select(_expressions.Key));
        }
        else
        {
            Select("*", slice.Input);
        }

        if (slice.Take is { } take)
            _ = _sql.Append(" LIMIT ").Append(Quoting.Number(take));
        if (slice.Skip > 0)
            _ = _sql.Append(" OFFSET ").Append(Quoting.Number(slice.Skip));
    }

    private void Write(LastRows last)
    {
        var (number, count) = (Temporary(), Temporary());
        _ = _sql.Append("SELECT ").Append(Names(last.Output)).Append(" FROM (SELECT *, row_number() OVER () AS ").Append(number).Append(", count(*) OVER () AS ").Append(count).Append(" FROM ");
        Source(last.Input);
        _ = _sql.Append(CultureInfo.InvariantCulture, $") WHERE {number} > {count} - {last.Count} ORDER BY {number}");
    }

    private void Write(Distinct distinct)
    {
        if (distinct.Keys.Count == distinct.Output.Count)
            Select($"DISTINCT {Names(distinct.Output)}", distinct.Input);
        else
            Select($"DISTINCT ON ({Names(distinct.Keys)}) {Names(distinct.Output)}", distinct.Input);
    }

    /// <summary>By a hash of the row's place, so that the same rows come for the same seed however many threads there are.</summary>
    private void Write(Sampled sampled)
    {
        var number = Temporary();
        var share = $"(hash({number}, {Quoting.Number(sampled.Seed ?? System.Random.Shared.NextInt64())}) / 18446744073709551616.0)";
        _ = _sql.Append("SELECT ").Append(Names(sampled.Output)).Append(" FROM (SELECT *, row_number() OVER () AS ").Append(number).Append(" FROM ");
        Source(sampled.Input);
        _ = _sql.Append(CultureInfo.InvariantCulture, $") WHERE {share} >= {sampled.Lower} AND {share} < {sampled.Upper}");
    }
}
