using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Spark.Connect;
using Case = Spark.Connect.AnalyzePlanRequest.AnalyzeOneofCase;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Questions about plans, answered without running them.</summary>
internal static class Analysis
{
    public static async Task<AnalyzePlanResponse> AnswerAsync(EmbeddedSession session, AnalyzePlanRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (request.AnalyzeCase)
        {
            case Case.Schema:
                var schema = await Queries.SchemaAsync(session, request.Schema.Plan, cancellationToken).ConfigureAwait(false);
                return new() { Schema = new() { Schema_ = schema.ToProto() } };
            case Case.TreeString:
                var tree = (await Queries.SchemaAsync(session, request.TreeString.Plan, cancellationToken).ConfigureAwait(false)).TreeString(request.TreeString.HasLevel ? request.TreeString.Level : 0);
                return new() { TreeString = new() { TreeString_ = tree } };
            case Case.Explain:
                return new() { Explain = new() { ExplainString = await Explanation.OfAsync(session, request.Explain, cancellationToken).ConfigureAwait(false) } };
            case Case.IsLocal:
                return new() { IsLocal = new() { IsLocal_ = request.IsLocal.Plan.Root?.RelTypeCase is Relation.RelTypeOneofCase.LocalRelation or Relation.RelTypeOneofCase.CachedLocalRelation or Relation.RelTypeOneofCase.ChunkedCachedLocalRelation } };
            case Case.IsStreaming:
                return new() { IsStreaming = new() { IsStreaming_ = false } };
            case Case.InputFiles:
                var files = new AnalyzePlanResponse.Types.InputFiles();
                var plan = await Planner.ResolveAsync(session, request.InputFiles.Plan.Root, cancellationToken).ConfigureAwait(false);
                files.Files.Add(FilesOf(plan.Relation).Distinct(StringComparer.Ordinal));
                return new() { InputFiles = files };
            case Case.SparkVersion:
                return new() { SparkVersion = new() { Version = "4.2.1" } };
            case Case.DdlParse:
                return new() { DdlParse = new() { Parsed = DataTypeParser.ParseColumns(request.DdlParse.DdlString).ToProto() } };
            case Case.JsonToDdl:
                return new() { JsonToDdl = new() { DdlString = StructType.FromJson(request.JsonToDdl.JsonString).ToDDL() } };
            case Case.SameSemantics:
                return new() { SameSemantics = new() { Result = PlanMeaning.Of(request.SameSemantics.TargetPlan.Root) == PlanMeaning.Of(request.SameSemantics.OtherPlan.Root) } };
            case Case.SemanticHash:
                return new() { SemanticHash = new() { Result = PlanMeaning.Hash(request.SemanticHash.Plan.Root) } };
            case Case.Persist:
                session.Persisted[PlanMeaning.Of(request.Persist.Relation)] = request.Persist.StorageLevel ?? new StorageLevel { UseDisk = true, UseMemory = true, Deserialized = true, Replication = 1 };
                return new() { Persist = new() };
            case Case.Unpersist:
                _ = session.Persisted.TryRemove(PlanMeaning.Of(request.Unpersist.Relation), out _);
                return new() { Unpersist = new() };
            case Case.GetStorageLevel:
                var level = session.Persisted.GetValueOrDefault(PlanMeaning.Of(request.GetStorageLevel.Relation)) ?? new StorageLevel { Replication = 1 };
                return new() { GetStorageLevel = new() { StorageLevel = level } };
            default:
                throw Refusal.Of("analysis", request.AnalyzeCase.ToString());
        }
    }

    private static IEnumerable<string> FilesOf(TypedRelation root)
    {
        var open = new Stack<TypedRelation>([root]);
        while (open.TryPop(out var relation))
        {
            if (relation is Scan scan)
            {
                foreach (var file in scan.Source.InputFiles)
                    yield return file;
            }

            foreach (var input in relation.Inputs)
                open.Push(input);
        }
    }
}
