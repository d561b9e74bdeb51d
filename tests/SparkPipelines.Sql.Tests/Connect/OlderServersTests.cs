using Spark.Connect;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;

#pragma warning disable CS0612 // The older words are what these tests are about.

namespace SparkPipelines.Sql.Tests.Connect;

public sealed class OlderServersTests
{
    private static readonly ServerFeatures Spark35 = Features(3, 5, 7);

    [Fact]
    public void Adapt_PlanThatEveryServerKnows_IsTheSameObject()
    {
        var plan = new Plan { Root = new() { Range = new() { End = 3, Step = 1 } } };

        Spark35.Adapt(plan).ShouldBeSameAs(plan);
    }

    [Fact]
    public void Adapt_NewestServer_LooksAtNothing()
    {
        var plan = new Plan { Root = new() { NearestByJoin = new() } };

        Features(4, 2, 0).Adapt(plan).ShouldBeSameAs(plan);
    }

    [Fact]
    public void Adapt_SqlCommand_IsSaidInTheWordsOf35AndTheOriginalIsKept()
    {
        var plan = new Plan
        {
            Command = new()
            {
                SqlCommand = new()
                {
                    Input = new() { Sql = new() { Query = "SELECT ?, :b", PosArguments = { Literal(1) }, NamedArguments = { ["b"] = Literal(2) } } },
                },
            },
        };
        var original = plan.Clone();

        Spark35.Adapt(plan).Command.SqlCommand.ShouldBe(new SqlCommand
        {
            Sql = "SELECT ?, :b",
            PosArgs = { Literal(1).Literal },
            Args = { ["b"] = Literal(2).Literal },
        });
        plan.ShouldBe(original);
    }

    [Fact]
    public void Adapt_SqlArgumentThatIsNoLiteral_IsRefused()
    {
        var plan = new Plan { Root = new() { Sql = new() { Query = "SELECT ?", PosArguments = { new Expression { UnresolvedFunction = new() { FunctionName = "now" } } } } } };

        Should.Throw<SparkUnsupportedOperationException>(() => Spark35.Adapt(plan)).Message.ShouldBe(
            "An argument of SparkSession.Sql that is no literal needs Spark 4.0 or newer; sc://host:1 answers with Spark 3.5.7.");
    }

    [Fact]
    public void Adapt_Renames_BecomeAMapUnlessTheirOrderMatters()
    {
        var renamed = new WithColumnsRenamed { Renames = { Rename("a", "b"), Rename("c", "d") } };

        Spark35.Adapt(Root(new() { WithColumnsRenamed = renamed })).Root.WithColumnsRenamed.RenameColumnsMap.ShouldBe(
            new Dictionary<string, string> { ["a"] = "b", ["c"] = "d" }, ignoreOrder: true);

        var twice = new WithColumnsRenamed { Renames = { Rename("a", "b"), Rename("A", "c") } };
        Should.Throw<SparkUnsupportedOperationException>(() => Spark35.Adapt(Root(new() { WithColumnsRenamed = twice })))
            .Message.ShouldStartWith("Renaming one column twice needs Spark 4.0 or newer");
    }

    [Fact]
    public void Adapt_TypedArrayLiteral_NamesItsElementTypeInTheOlderWay()
    {
        var literal = new Expression.Types.Literal
        {
            SpecializedArray = new() { Ints = new() { Values = { 1, 2 } } },
            DataType = new() { Array = new() { ElementType = new() { Integer = new() } } },
        };
        var plan = Root(new() { Project = new() { Expressions = { new Expression { Literal = literal } } } });

        Spark35.Adapt(plan).Root.Project.Expressions[0].Literal.ShouldBe(new Expression.Types.Literal
        {
            Array = new() { ElementType = new() { Integer = new() }, Elements = { Literal(1).Literal, Literal(2).Literal } },
        });
    }

    [Theory]
    [InlineData("4.2.1", "4.2.1")]
    [InlineData("4.3.0-SNAPSHOT", "4.3.0")]
    [InlineData("3.5.2.vendor.7", "3.5.2")]
    [InlineData("4.0", "4.0.0")]
    public void ParseVersion_TakesTheLeadingNumbers(string text, string expected) =>
        ServerFeatures.ParseVersion(text).ShouldBe(Version.Parse(expected));

    [Fact]
    public void ParseVersion_NoNumbers_IsRefused() =>
        Should.Throw<SparkConnectException>(() => ServerFeatures.ParseVersion("unknown"))
            .Message.ShouldBe("The server calls its version 'unknown'; a version such as 4.2.1 was expected.");

    [Fact]
    public void Require_FeatureOfALaterVersion_NamesCallVersionAndServer() =>
        Should.Throw<SparkUnsupportedOperationException>(() => Spark35.Require(Feature.CloneSession, "SparkSession.CloneSession"))
            .Message.ShouldBe("SparkSession.CloneSession needs Spark 4.1 or newer; sc://host:1 answers with Spark 3.5.7.");

    private static ServerFeatures Features(int major, int minor, int patch) => new(new EngineDescription("Spark", new Version(major, minor, patch), "sc://host:1"));

    private static Plan Root(Relation relation) => new() { Root = relation };

    private static Expression Literal(int value) => new() { Literal = new() { Integer = value } };

    private static WithColumnsRenamed.Types.Rename Rename(string from, string to) => new() { ColName = from, NewColName = to };
}
