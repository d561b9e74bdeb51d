using System.Security.Cryptography;
using System.Text;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Engine;

/// <summary>
/// A text that two resolved relations share when they compute the same rows in the same way. As with Spark's canonical plans, what columns are called does not count,
/// nor does the order of the sides of <c>AND</c>, <c>OR</c> and comparisons, nor do views' and aliases' names.
/// </summary>
internal sealed class PlanMeaning(SessionSettings settings)
{
    private readonly Dictionary<TypedRelation, string> _known = new(ReferenceEqualityComparer.Instance);

    public string Of(TypedRelation relation)
    {
        if (_known.TryGetValue(relation, out var known))
            return known;
        return _known[relation] = StackGuard.Run(() => relation switch
        {
            Kept kept => kept.Meaning,
            Projection projection when OnlyRenames(projection) => Of(projection.Input),
            _ => Digest(Text(relation)),
        });
    }

    /// <summary>A number that relations of the same meaning share.</summary>
    public static int Hash(string meaning) => BitConverter.ToInt32(Convert.FromHexString(meaning).AsSpan(0, 4));

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool OnlyRenames(Projection projection) => projection.Columns.Count == projection.Input.Output.Count
        && projection.Columns.Zip(projection.Input.Output).All(pair => pair.First.Expression is ColumnReference reference && reference.Column.Id == pair.Second.Id);

    private string Text(TypedRelation relation)
    {
        var inputs = relation.Inputs.Select(Of);
        var scope = new ExpressionMeaning(settings, [.. relation.Inputs.SelectMany(input => input.Output)]);
        IEnumerable<string> own = relation switch
        {
            OneRow => [],
            NumberRange range => [Number(range.Start), Number(range.End), Number(range.Step)],
            Scan scan => [scan.Source.Meaning],
            Projection projection => projection.Columns.Select(column => scope.Of(column.Expression)),
            Selection selection => [scope.Of(selection.Condition)],
            Joined joined => [$"{joined.Kind}", joined.Condition is { } condition ? scope.Of(condition) : ""],
            Grouped grouped => Of(grouped, scope),
            Sorted sorted => sorted.Keys.Select(scope.Of),
            Slice slice => [Number(slice.Skip), slice.Take is { } take ? Number(take) : ""],
            LastRows last => [Number(last.Count)],
            Combined combined => [$"{combined.Kind}", $"{combined.IsAll}"],
            Distinct distinct => distinct.Keys.Select(key => scope.Of(new ColumnReference(key))),
            Generated generated => [scope.Of(generated.Generator), $"{generated.IsOuter}"],
            Sampled sampled => [$"{BitConverter.DoubleToInt64Bits(sampled.Lower)}", $"{BitConverter.DoubleToInt64Bits(sampled.Upper)}", sampled.Seed is { } seed ? Number(seed) : ""],
            _ => throw Errors.Refusal.Of("relation", relation.GetType().Name),
        };
        return MeaningText.List(relation.GetType().Name, [.. inputs, .. own]);
    }

    private IEnumerable<string> Of(Grouped grouped, ExpressionMeaning scope)
    {
        // The columns see the keys first: a key that a grouping set leaves out is null there, whatever the input's column holds.
        var above = new ExpressionMeaning(settings, [.. grouped.Keys.Select(key => key.Column), .. grouped.Input.Output]);
        var sets = grouped.Sets is null ? "" : string.Join(';', grouped.Sets.Select(set => string.Join(',', set.Select(key => Number(key)))));
        return [MeaningText.List("keys", grouped.Keys.Select(key => scope.Of(key.Expression))), sets, .. grouped.Columns.Select(column => above.Of(column.Expression))];
    }

    private static string Number(long value) => Quoting.Number(value);
}
