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
                var plan = await ResolveAsync(request.InputFiles.Plan.Root).ConfigureAwait(false);
                files.Files.Add(FilesOf(plan.Relation).Distinct(StringComparer.Ordinal));
                return new() { InputFiles = files };
            case Case.SparkVersion:
                return new() { SparkVersion = new() { Version = "4.2.1" } };
            case Case.DdlParse:
                return new() { DdlParse = new() { Parsed = DataTypeParser.ParseColumns(request.DdlParse.DdlString).ToProto() } };
            case Case.JsonToDdl:
                return new() { JsonToDdl = new() { DdlString = StructType.FromJson(request.JsonToDdl.JsonString).ToDDL() } };
            case Case.SameSemantics:
                var one = await MeaningAsync(request.SameSemantics.TargetPlan.Root).ConfigureAwait(false);
                return new() { SameSemantics = new() { Result = one == await MeaningAsync(request.SameSemantics.OtherPlan.Root).ConfigureAwait(false) } };
            case Case.SemanticHash:
                return new() { SemanticHash = new() { Result = PlanMeaning.Hash(await MeaningAsync(request.SemanticHash.Plan.Root).ConfigureAwait(false)) } };
            case Case.Persist:
                session.Kept.Keep(await ResolveAsync(request.Persist.Relation).ConfigureAwait(false), request.Persist.StorageLevel ?? KeptRows.DefaultLevel);
                return new() { Persist = new() };
            case Case.Unpersist:
                session.Kept.Drop(await MeaningAsync(request.Unpersist.Relation).ConfigureAwait(false));
                return new() { Unpersist = new() };
            case Case.GetStorageLevel:
                var level = session.Kept.LevelOf(await MeaningAsync(request.GetStorageLevel.Relation).ConfigureAwait(false)) ?? new StorageLevel { Replication = 1 };
                return new() { GetStorageLevel = new() { StorageLevel = level } };
            default:
                throw Refusal.Of("analysis", request.AnalyzeCase.ToString());
        }

        Task<ResolvedPlan> ResolveAsync(Relation relation) => Planner.ResolveAsync(session, relation, cancellationToken);

        async Task<string> MeaningAsync(Relation relation) => (await ResolveAsync(relation).ConfigureAwait(false)).Meaning();
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
