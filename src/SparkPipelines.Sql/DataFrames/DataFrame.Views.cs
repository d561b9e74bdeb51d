using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Gives the plan a name that the session's SQL can use.</summary>
    /// <exception cref="AnalysisException">There is a temporary view of that name.</exception>
    public void CreateTempView(string viewName) => Blocking.Wait(() => CreateViewAsync(viewName, isGlobal: false, replace: false, default));

    /// <inheritdoc cref="CreateTempView"/>
    public Task CreateTempViewAsync(string viewName, CancellationToken cancellationToken = default) =>
        CreateViewAsync(viewName, isGlobal: false, replace: false, cancellationToken);

    /// <summary>Gives the plan a name that the session's SQL can use, in place of what had it.</summary>
    public void CreateOrReplaceTempView(string viewName) => Blocking.Wait(() => CreateViewAsync(viewName, isGlobal: false, replace: true, default));

    /// <inheritdoc cref="CreateOrReplaceTempView"/>
    public Task CreateOrReplaceTempViewAsync(string viewName, CancellationToken cancellationToken = default) =>
        CreateViewAsync(viewName, isGlobal: false, replace: true, cancellationToken);

    /// <summary>Gives the plan a name in <c>global_temp</c> that every session of the same Spark can use.</summary>
    /// <exception cref="AnalysisException">There is a global temporary view of that name.</exception>
    public void CreateGlobalTempView(string viewName) => Blocking.Wait(() => CreateViewAsync(viewName, isGlobal: true, replace: false, default));

    /// <inheritdoc cref="CreateGlobalTempView"/>
    public Task CreateGlobalTempViewAsync(string viewName, CancellationToken cancellationToken = default) =>
        CreateViewAsync(viewName, isGlobal: true, replace: false, cancellationToken);

    /// <summary>Gives the plan a name in <c>global_temp</c> that every session of the same Spark can use, in place of what had it.</summary>
    public void CreateOrReplaceGlobalTempView(string viewName) => Blocking.Wait(() => CreateViewAsync(viewName, isGlobal: true, replace: true, default));

    /// <inheritdoc cref="CreateOrReplaceGlobalTempView"/>
    public Task CreateOrReplaceGlobalTempViewAsync(string viewName, CancellationToken cancellationToken = default) =>
        CreateViewAsync(viewName, isGlobal: true, replace: true, cancellationToken);

    private async Task CreateViewAsync(string name, bool isGlobal, bool replace, CancellationToken cancellationToken) => await SparkSession.RunAsync(
        new() { CreateDataframeView = new() { Input = Relation, Name = name, IsGlobal = isGlobal, Replace = replace } }, cancellationToken)
        .ConfigureAwait(false);
}
