using System.Collections.Concurrent;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>The session's persisted plans by their meaning, and the way of other plans to their rows.</summary>
internal sealed class KeptPlans
{
    private readonly ConcurrentDictionary<string, KeptRows> _plans = new(StringComparer.Ordinal);

    private int _version;

    public bool IsEmpty => _plans.IsEmpty;

    /// <summary>Counts the refreshes, so that what a plan saw before one is not taken for what is there after it.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>The files that frames over persisted plans read, as they were when the frames were first resolved.</summary>
    public IReadOnlyDictionary<FrameRead, ScanDefinition> Sources =>
        _plans.Values.SelectMany(rows => rows.Sources).GroupBy(source => source.Key).ToDictionary(source => source.Key, source => source.First().Value);

    /// <summary>How a plan is persisted; null when it is not.</summary>
    public StorageLevel? LevelOf(string meaning) => _plans.GetValueOrDefault(meaning)?.Level;

    /// <summary>Persists a plan. One that is persisted already stays as it is, as Spark has it; the level of nothing keeps nothing.</summary>
    public void Keep(ResolvedPlan plan, StorageLevel level)
    {
        if (level is { UseDisk: false, UseMemory: false, UseOffHeap: false })
            return;
        var meanings = new PlanMeaning(plan.Context.Settings);
        var meaning = meanings.Of(plan.Relation);
        if (_plans.ContainsKey(meaning))
            return;
        var parts = KeptParts.Below(plan.Relation).ToList();
        var roots = parts.OfType<Scan>().SelectMany(scan => scan.Source.Roots).Distinct(StringComparer.Ordinal);
        var rows = new KeptRows(level, parts.Select(meanings.Of).ToHashSet(StringComparer.Ordinal), [.. roots], plan.Context.Sources.Views);
        rows.Remember(SourcesOf(plan, plan.Relation), plan.Version);
        _ = _plans.TryAdd(meaning, rows);
    }

    /// <summary>Persists a plan no longer. The queries that read its rows end with them.</summary>
    public void Drop(string meaning)
    {
        if (_plans.TryRemove(meaning, out var rows))
            rows.Drop();
    }

    /// <summary>Persists no longer what reads a view by its name.</summary>
    public void DropOver(IReadOnlyList<string> view)
    {
        foreach (var (meaning, rows) in _plans)
        {
            if (rows.ReadsView(view))
                Drop(meaning);
        }
    }

    /// <summary>Persists nothing any more.</summary>
    public void Clear()
    {
        foreach (var meaning in _plans.Keys)
            Drop(meaning);
    }

    /// <summary>Forgets the rows of all plans that read at a path or below it; they stay persisted.</summary>
    public void Refresh(string path) => Refresh(rows => rows.ReadsBelow(path));

    /// <summary>Forgets the rows of all plans that contain the one of a meaning; they stay persisted.</summary>
    public void RefreshOver(string meaning) => Refresh(rows => rows.Contains(meaning));

    /// <summary>The relation with its persisted parts marked, the largest ones first and others within these.</summary>
    public TypedRelation Mark(TypedRelation relation, ResolvedPlan plan)
    {
        return IsEmpty ? relation : Marked(relation, new PlanMeaning(plan.Context.Settings));

        TypedRelation Marked(TypedRelation part, PlanMeaning meanings) => StackGuard.Run(() =>
        {
            var meaning = meanings.Of(part);
            var marked = part.WithInputs(input => Marked(input, meanings));
            if (!_plans.TryGetValue(meaning, out var rows))
                return marked;
            rows.Remember(SourcesOf(plan, marked), plan.Version);
            // A mere renaming means the same as what it renames.
            return marked is Projection { Input: Kept inner } && inner.Meaning == meaning ? marked : new Kept(meaning, marked);
        });
    }

    /// <summary>Gives a lowering the tables of the persisted parts of a relation, and fills those that have no rows yet.</summary>
    public async Task TakeAsync(DuckDbDatabase database, ResolvedPlan plan, TypedRelation relation, Lowering.LoweringContext lowering, CancellationToken cancellationToken)
    {
        foreach (var kept in KeptParts.Topmost(relation))
        {
            if (lowering.KeptTables.ContainsKey(kept.Meaning))
                continue;
            var taken = _plans.TryGetValue(kept.Meaning, out var rows)
                ? await rows.TakeAsync(token => CreateAsync(database, plan, kept, token), plan.Version, cancellationToken).ConfigureAwait(false)
                : null;
            if (taken is { } table)
                Add(lowering, kept, table);
            else
                await TakeAsync(database, plan, kept.Original, lowering, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>As <see cref="TakeAsync"/>, with what has rows already.</summary>
    public void Find(TypedRelation relation, Lowering.LoweringContext lowering)
    {
        foreach (var kept in KeptParts.Topmost(relation))
        {
            if (lowering.KeptTables.ContainsKey(kept.Meaning))
                continue;
            if (_plans.GetValueOrDefault(kept.Meaning)?.Find() is { } table)
                Add(lowering, kept, table);
            else
                Find(kept.Original, lowering);
        }
    }

    private static void Add(Lowering.LoweringContext lowering, Kept kept, (string Name, IDisposable Hold) table)
    {
        lowering.KeptTables[kept.Meaning] = table.Name;
        lowering.Held.Add(table.Hold);
    }

    private static IEnumerable<KeyValuePair<FrameRead, ScanDefinition>> SourcesOf(ResolvedPlan plan, TypedRelation original)
    {
        var read = KeptParts.Below(original).OfType<Scan>().Select(scan => scan.Source).ToHashSet();
        return plan.Context.Sources.Frames.Where(source => read.Contains(source.Value.Source));
    }

    private async Task<KeptTable> CreateAsync(DuckDbDatabase database, ResolvedPlan plan, Kept kept, CancellationToken cancellationToken)
    {
        for (var narrow = true; ; narrow = false)
        {
            using var lowering = plan.NewLowering(narrow);
            await TakeAsync(database, plan, kept.Original, lowering, cancellationToken).ConfigureAwait(false);
            var sql = Lowering.RelationLowering.Lower(Lowering.Collapse.Projections(kept.Original), lowering);
            database.Register(lowering.Natives);
            var table = new KeptTable(database);
            try
            {
                await table.FillAsync(sql, kept.Output.Count, cancellationToken).ConfigureAwait(false);
                return table;
            }
            catch (DuckDbException e)
            {
                var error = RuntimeErrors.Translate(e);
                if (!narrow || !RuntimeErrors.IsDecimalOverflow(error))
                    throw error;
            }
        }
    }

    private void Refresh(Func<KeptRows, bool> isOutdated)
    {
        var version = Interlocked.Increment(ref _version);
        foreach (var rows in _plans.Values.Where(isOutdated))
            rows.Refresh(version);
    }
}

/// <summary>Walks over relations with persisted parts.</summary>
internal static class KeptParts
{
    /// <summary>The relation and all below it, down to persisted parts, these included.</summary>
    public static IEnumerable<TypedRelation> Outside(TypedRelation root) => Walk(root, into: false);

    /// <summary>The persisted parts that lie in no other.</summary>
    public static IEnumerable<Kept> Topmost(TypedRelation root) => Outside(root).OfType<Kept>();

    /// <summary>The relation and all below it, within persisted parts too.</summary>
    public static IEnumerable<TypedRelation> Below(TypedRelation root) => Walk(root, into: true);

    private static IEnumerable<TypedRelation> Walk(TypedRelation root, bool into)
    {
        var open = new Stack<TypedRelation>([root]);
        while (open.TryPop(out var relation))
        {
            yield return relation;
            if (into && relation is Kept kept)
                open.Push(kept.Original);
            foreach (var input in relation.Inputs)
                open.Push(input);
        }
    }
}
