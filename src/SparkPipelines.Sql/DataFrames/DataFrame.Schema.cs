using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using ExplainMode = Spark.Connect.AnalyzePlanRequest.Types.Explain.Types.ExplainMode;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    private StructType? _schema;

    /// <summary>The columns' names, types and whether they can be null. Analysed once and kept.</summary>
    /// <exception cref="AnalysisException">The plan has a mistake.</exception>
    public StructType Schema() => _schema ?? Blocking.Wait(() => SchemaAsync());

    /// <inheritdoc cref="Schema"/>
    public async Task<StructType> SchemaAsync(CancellationToken cancellationToken = default)
    {
        if (_schema is { } known)
            return known;
        var response = await SparkSession.AnalyzeAsync(new() { Schema = new() { Plan = Relation.ToPlan() } }, cancellationToken).ConfigureAwait(false);
        return _schema = response.Schema.Schema_.ToSchema();
    }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Columns() => [.. Schema().Fields.Select(field => field.Name)];

    /// <summary>The columns' names and types in short.</summary>
    public IEnumerable<Tuple<string, string>> DTypes() => [.. Schema().Fields.Select(field => Tuple.Create(field.Name, field.DataType.SimpleString))];

    /// <summary>Prints the schema as a tree to standard output.</summary>
    public void PrintSchema() => ConsoleOutput.WriteLine(SchemaString(level: null));

    /// <summary>Prints the schema as a tree to standard output, down to a level of nesting.</summary>
    public void PrintSchema(int level) => ConsoleOutput.WriteLine(SchemaString(level));

    /// <summary>What <see cref="PrintSchema()"/> prints, as text.</summary>
    public async Task<string> SchemaStringAsync(int? level = null, CancellationToken cancellationToken = default)
    {
        var tree = new Spark.Connect.AnalyzePlanRequest.Types.TreeString { Plan = Relation.ToPlan() };
        if (level is { } depth)
            tree.Level = depth;
        return (await SparkSession.AnalyzeAsync(new() { TreeString = tree }, cancellationToken).ConfigureAwait(false)).TreeString.TreeString_;
    }

    /// <summary>Prints how the plan will be run to standard output; with <paramref name="extended"/> the logical plans too.</summary>
    public void Explain(bool extended = false) => Explain(extended ? "extended" : "simple");

    /// <summary>Prints how the plan will be run to standard output.</summary>
    /// <param name="mode"><c>simple</c>, <c>extended</c>, <c>codegen</c>, <c>cost</c> or <c>formatted</c>.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public void Explain(string mode) => ConsoleOutput.WriteLine(Blocking.Wait(() => ExplainStringAsync(mode)));

    /// <summary>What <see cref="Explain(string)"/> prints, as text.</summary>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public async Task<string> ExplainStringAsync(string mode = "simple", CancellationToken cancellationToken = default)
    {
        var parsed = mode.ToLowerInvariant() switch
        {
            "simple" => ExplainMode.Simple,
            "extended" => ExplainMode.Extended,
            "codegen" => ExplainMode.Codegen,
            "cost" => ExplainMode.Cost,
            "formatted" => ExplainMode.Formatted,
            _ => throw new ArgumentException($"There is no explain mode '{mode}'; use simple, extended, codegen, cost or formatted.", nameof(mode)),
        };
        var response = await SparkSession.AnalyzeAsync(
            new() { Explain = new() { Plan = Relation.ToPlan(), ExplainMode = parsed } }, cancellationToken).ConfigureAwait(false);
        return response.Explain.ExplainString;
    }

    /// <summary>Whether the rows can be collected without asking executors.</summary>
    public bool IsLocal() => Blocking.Wait(() => IsLocalAsync());

    /// <inheritdoc cref="IsLocal"/>
    public async Task<bool> IsLocalAsync(CancellationToken cancellationToken = default) =>
        (await SparkSession.AnalyzeAsync(new() { IsLocal = new() { Plan = Relation.ToPlan() } }, cancellationToken).ConfigureAwait(false)).IsLocal.IsLocal_;

    /// <summary>Whether rows keep coming, from a stream.</summary>
    public bool IsStreaming() => Blocking.Wait(() => IsStreamingAsync());

    /// <inheritdoc cref="IsStreaming"/>
    public async Task<bool> IsStreamingAsync(CancellationToken cancellationToken = default) =>
        (await SparkSession.AnalyzeAsync(new() { IsStreaming = new() { Plan = Relation.ToPlan() } }, cancellationToken).ConfigureAwait(false)).IsStreaming.IsStreaming_;

    /// <summary>The files that the plan reads, as far as its sources know them.</summary>
    public IEnumerable<string> InputFiles() => Blocking.Wait(() => InputFilesAsync());

    /// <inheritdoc cref="InputFiles"/>
    public async Task<IReadOnlyList<string>> InputFilesAsync(CancellationToken cancellationToken = default) =>
        [.. (await SparkSession.AnalyzeAsync(new() { InputFiles = new() { Plan = Relation.ToPlan() } }, cancellationToken).ConfigureAwait(false)).InputFiles.Files];

    /// <summary>Whether both plans, once analysed, are the same but for names; false does not mean that their rows differ.</summary>
    public bool SameSemantics(DataFrame other) => Blocking.Wait(() => SameSemanticsAsync(other));

    /// <inheritdoc cref="SameSemantics"/>
    public async Task<bool> SameSemanticsAsync(DataFrame other, CancellationToken cancellationToken = default)
    {
        CheckSameSession(other);
        var response = await SparkSession.AnalyzeAsync(
            new() { SameSemantics = new() { TargetPlan = Relation.ToPlan(), OtherPlan = other.Relation.ToPlan() } }, cancellationToken).ConfigureAwait(false);
        return response.SameSemantics.Result;
    }

    /// <summary>A hash of the analysed plan, equal for plans with the same semantics.</summary>
    public int SemanticHash() => Blocking.Wait(() => SemanticHashAsync());

    /// <inheritdoc cref="SemanticHash"/>
    public async Task<int> SemanticHashAsync(CancellationToken cancellationToken = default) =>
        (await SparkSession.AnalyzeAsync(new() { SemanticHash = new() { Plan = Relation.ToPlan() } }, cancellationToken).ConfigureAwait(false)).SemanticHash.Result;

    internal IEnumerable<string> NumericColumns() => Schema().Fields.Where(field => field.DataType is NumericType).Select(field => field.Name);

    private string SchemaString(int? level) => Blocking.Wait(() => SchemaStringAsync(level));
}
