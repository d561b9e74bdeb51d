using Google.Protobuf;
using Google.Protobuf.Reflection;
using Spark.Connect;
using SparkPipelines.Embedded.Engine;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Embedded.Tests.Engine;

/// <summary>Every case of Spark Connect's messages is either supported or refused by its name.</summary>
public sealed class CoverageTests
{
    private static readonly HashSet<string> Relations =
    [
        "Read", "Project", "Filter", "Join", "SetOp", "Sort", "Limit", "Aggregate", "LocalRelation", "Sample", "Offset", "Deduplicate", "Range", "SubqueryAlias", "Repartition", "ToDf",
        "WithColumnsRenamed", "ShowString", "Drop", "Tail", "WithColumns", "Hint", "Unpivot", "ToSchema", "RepartitionByExpression", "CollectMetrics", "HtmlString", "CachedLocalRelation",
        "ChunkedCachedLocalRelation", "FillNa", "DropNa", "Replace", "Summary", "Describe", "Cov", "Corr", "Catalog",
    ];

    private static readonly HashSet<string> Expressions =
    [
        "Literal", "UnresolvedAttribute", "UnresolvedFunction", "ExpressionString", "UnresolvedStar", "Alias", "Cast", "UnresolvedRegex", "SortOrder", "Window", "UnresolvedExtractValue",
        "UpdateFields", "UnresolvedNamedLambdaVariable", "CallFunction",
    ];

    private static readonly HashSet<string> Commands = ["WriteOperation", "CreateDataframeView", "RemoveCachedRemoteRelationCommand"];

    private static readonly HashSet<string> CatalogOperations =
    [
        "CurrentDatabase", "CurrentCatalog", "DatabaseExists", "TableExists", "DropTempView", "DropGlobalTempView", "ListTables", "IsCached", "CacheTable", "UncacheTable", "ClearCache",
        "RefreshByPath", "RefreshTable",
    ];

    public static TheoryData<string> RelationCases => Cases(Relation.Descriptor, Relations);

    public static TheoryData<string> ExpressionCases => Cases(Expression.Descriptor, Expressions);

    public static TheoryData<string> CommandCases => Cases(Command.Descriptor, Commands);

    public static TheoryData<string> CatalogCases => Cases(Catalog.Descriptor, CatalogOperations);

    [Theory]
    [MemberData(nameof(RelationCases))]
    public async Task Relation_NotSupported_IsRefusedByName(string name) =>
        (await RefusalAsync(new Plan { Root = (Relation)With(new Relation(), name) })).Message.ShouldContain($"the relation '{name}'");

    [Theory]
    [MemberData(nameof(ExpressionCases))]
    public async Task Expression_NotSupported_IsRefusedByName(string name)
    {
        var project = new Project { Input = new Relation { Range = new() { End = 1, Step = 1 } } };
        project.Expressions.Add((Expression)With(new Expression(), name));
        (await RefusalAsync(new Plan { Root = new Relation { Project = project } })).Message.ShouldContain($"the expression '{name}'");
    }

    [Theory]
    [MemberData(nameof(CommandCases))]
    public async Task Command_NotSupported_IsRefusedByName(string name) =>
        (await RefusalAsync(new Plan { Command = (Command)With(new Command(), name) })).Message.ShouldContain($"the command '{name}'");

    [Theory]
    [MemberData(nameof(CatalogCases))]
    public async Task CatalogOperation_NotSupported_IsRefusedByName(string name) =>
        (await RefusalAsync(new Plan { Root = new Relation { Catalog = (Catalog)With(new Catalog(), name) } })).Message.ShouldContain($"the catalog operation '{name}'");

    private static TheoryData<string> Cases(MessageDescriptor descriptor, HashSet<string> supported)
    {
        var names = descriptor.Oneofs[0].Fields.Select(field => field.PropertyName).ToList();
        supported.Except(names).ShouldBeEmpty();
        return [.. names.Where(name => !supported.Contains(name))];
    }

    private static IMessage With(IMessage message, string name)
    {
        var field = message.Descriptor.Fields.InDeclarationOrder().Single(field => field.PropertyName == name);
        field.Accessor.SetValue(message, field.MessageType.Parser.ParseFrom(ByteString.Empty));
        return message;
    }

    private static async Task<SparkUnsupportedOperationException> RefusalAsync(Plan plan)
    {
        await using var engine = await new EmbeddedEngineProvider().CreateAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken);
        return await Should.ThrowAsync<SparkUnsupportedOperationException>(() => engine.ExecuteAsync(plan, ExecutionOptions.Default, TestContext.Current.CancellationToken));
    }
}
