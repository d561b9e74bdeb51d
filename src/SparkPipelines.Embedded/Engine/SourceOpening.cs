using System.Security.Cryptography;
using Relation = Spark.Connect.Relation;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>
/// Opens what a plan reads, before it is resolved: lists files and infers schemas, which may take a while and is done asynchronously, so that resolving need not be.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="views">The views that the plan sees.</param>
/// <param name="known">What is opened already, and taken as it was then; null opens everything.</param>
internal sealed class SourceOpening(EmbeddedSession session, TemporaryViews views, IReadOnlyDictionary<FrameRead, ScanDefinition>? known = null)
{
    private readonly PlanSources _sources = new();

    /// <summary>The views that the plan sees.</summary>
    public TemporaryViews Views => views;

    /// <summary>What was taken from what is known.</summary>
    public HashSet<IScanSource> Reused { get; } = [];

    public async Task<PlanSources> OpenAsync(Relation root, CancellationToken cancellationToken)
    {
        var open = new Stack<(Relation Relation, TemporaryViews Views)>([(root, views)]);
        while (open.TryPop(out var next))
        {
            var (relation, visible) = next;
            switch (relation.RelTypeCase)
            {
                case Relation.RelTypeOneofCase.Read when relation.Read.ReadTypeCase == Read.ReadTypeOneofCase.DataSource && !relation.Read.IsStreaming:
                    var frame = relation.Common is { HasPlanId: true } common ? new FrameRead(common.PlanId, relation.Read) : null;
                    if (!_sources.Files.ContainsKey(relation.Read))
                        _sources.Files[relation.Read] = Known(frame) ?? await FilesAsync(relation.Read.DataSource, cancellationToken).ConfigureAwait(false);
                    if (frame is not null)
                        _sources.Frames[frame] = _sources.Files[relation.Read];
                    break;
                case Relation.RelTypeOneofCase.Read when relation.Read.ReadTypeCase == Read.ReadTypeOneofCase.NamedTable:
                    var name = AttributeNames.Parse(relation.Read.NamedTable.UnparsedIdentifier);
                    if (visible.Find(name) is { } view)
                    {
                        _sources.Views.Add(name);
                        open.Push((view.Plan, view.Views));
                    }

                    break;
                case Relation.RelTypeOneofCase.LocalRelation:
                    _sources.Local[relation] = Local(relation.LocalRelation);
                    break;
                case Relation.RelTypeOneofCase.CachedLocalRelation:
                    _sources.Local[relation] = Local(LocalRelation.Parser.ParseFrom(Cached(relation.CachedLocalRelation.Hash)));
                    break;
                case Relation.RelTypeOneofCase.ChunkedCachedLocalRelation:
                    _sources.Local[relation] = Chunked(relation.ChunkedCachedLocalRelation);
                    break;
                default:
                    foreach (var input in RelationInputs.Of(relation))
                        open.Push((input, visible));
                    break;
            }
        }

        return _sources;
    }

    private ScanDefinition? Known(FrameRead? frame)
    {
        if (frame is null || known?.GetValueOrDefault(frame) is not { } definition)
            return null;
        _ = Reused.Add(definition.Source);
        return definition;
    }

    private async Task<ScanDefinition> FilesAsync(Read.Types.DataSource source, CancellationToken cancellationToken)
    {
        if (source.Predicates.Count > 0)
            throw Refusal.Of("relation", "Read with predicates");
        var options = new Dictionary<string, string>(source.Options, StringComparer.OrdinalIgnoreCase);
        List<string> paths = [.. source.Paths];
        if (paths.Count == 0 && options.TryGetValue("path", out var path))
            paths.Add(path);
        var schema = source.HasSchema && source.Schema.Length > 0 ? SchemaOf(source.Schema) : null;
        var format = source.HasFormat && source.Format.Length > 0 ? source.Format : session.Configuration.Get("spark.sql.sources.default");
        var files = await new FileFormats(session.Database, session.FormatSettings).OpenAsync(new ReadRequest(format, paths, schema, options), cancellationToken).ConfigureAwait(false);
        return new ScanDefinition(new FileSource(files), files.Schema);
    }

    private static StructType SchemaOf(string text) => text.TrimStart().StartsWith('{') ? (StructType)Sql.Types.DataType.FromJson(text) : DataTypeParser.ParseColumns(text);

    private ScanDefinition Local(LocalRelation local) =>
        Local(local.HasData && local.Data.Length > 0 ? [local.Data.Memory] : [], local.HasSchema && local.Schema.Length > 0 ? SchemaOf(local.Schema) : null);

    private ScanDefinition Chunked(ChunkedCachedLocalRelation chunked) => Local(
        [.. chunked.DataHashes.Select(hash => (ReadOnlyMemory<byte>)Cached(hash))],
        chunked.HasSchemaHash && chunked.SchemaHash.Length > 0 ? SchemaOf(System.Text.Encoding.UTF8.GetString(Cached(chunked.SchemaHash))) : null);

    private byte[] Cached(string hash) => session.Cache.TryGetValue(EmbeddedSession.CachePrefix + hash, out var bytes)
        ? bytes
        : throw Refusal.Of("relation", $"CachedLocalRelation {hash}", "its data was not added to this session");

    private static string MeaningOf(IReadOnlyList<ReadOnlyMemory<byte>> streams, StructType schema) =>
        MeaningText.List("rows", [schema.Json, .. streams.Select(stream => Convert.ToHexString(SHA256.HashData(stream.Span)))]);

    private ScanDefinition Local(IReadOnlyList<ReadOnlyMemory<byte>> streams, StructType? target)
    {
        Schema? schema = null;
        var batches = new List<RecordBatch>();
        foreach (var stream in streams)
        {
            using var reader = new ArrowStreamReader(stream);
            while (reader.ReadNextRecordBatch() is { } batch)
                batches.Add(batch);
            schema ??= reader.Schema;
        }

        var own = schema?.ToSparkSchema() ?? target ?? throw Refusal.Of("relation", "LocalRelation with neither data nor schema");
        // A schema that only names the columns needs no cast.
        if (target is not null && target.Count == own.Count && target.Fields.Zip(own.Fields).All(pair => StorageTypes.ToSql(pair.First.DataType) == StorageTypes.ToSql(pair.Second.DataType)
            && pair.First.DataType.GetType() == pair.Second.DataType.GetType()))
            (own, target) = (target, null);
        return new ScanDefinition(new MemorySource(session.Database, schema ?? own.ToArrowSchema(), batches, () => MeaningOf(streams, own)), own, target);
    }
}

/// <summary>Files.</summary>
internal sealed class FileSource(FileRelation files) : IScanSource
{
    public IReadOnlyList<string> InputFiles => files.InputFiles;

    public IReadOnlyList<string> Roots => files.Listing.Roots;

    public string Meaning => files.Meaning;

    public FileScan Open() => files.Scan();
}

/// <summary>Batches in memory.</summary>
internal sealed class MemorySource(DuckDbDatabase database, Schema schema, IReadOnlyList<RecordBatch> batches, Func<string> meaning) : IScanSource
{
    public IReadOnlyList<string> InputFiles => [];

    public IReadOnlyList<string> Roots => [];

    public string Meaning => meaning();

    public FileScan Open()
    {
        var source = new MemoryBatches(schema, batches);
        var relation = database.Relations.Add(source);
        return new FileScan(relation.Sql, relation, source);
    }
}
