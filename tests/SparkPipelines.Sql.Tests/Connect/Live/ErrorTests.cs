using SparkPipelines.TestSupport;

namespace SparkPipelines.Sql.Tests.Connect.Live;

/// <summary>Errors of real servers arrive as our exceptions, with what the server knows of them.</summary>
public sealed class ErrorTests
{
    public static TheoryData<SparkMajor> EverySpark => LiveEngine.EverySpark;

    [Fact]
    public async Task Execute_UnknownColumn_CarriesConditionParametersContextAndStack()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark4);

        var error = await Should.ThrowAsync<AnalysisException>(() => engine.RowsAsync(LiveEngine.Sql("SELECT nope FROM range(3)")));

        error.Message.ShouldBe(
            "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `nope` cannot be resolved. "
            + "Did you mean one of the following? [`id`]. SQLSTATE: 42703; line 1 pos 7");
        error.ErrorClass.ShouldBe("UNRESOLVED_COLUMN.WITH_SUGGESTION");
        error.SqlState.ShouldBe("42703");
        error.MessageParameters.ShouldBe(new Dictionary<string, string> { ["objectName"] = "`nope`", ["proposal"] = "`id`" }, ignoreOrder: true);
        error.QueryContexts.ShouldHaveSingleItem().ShouldBe(new SparkQueryContext(
            false, "nope", "", 7, 10, "== SQL (line 1, position 8) ==\nSELECT nope FROM range(3)\n       ^^^^\n"));
        error.Engine.ShouldBe("Spark 4.2.1");
        error.ServerStackTrace.ShouldNotBeNull().ShouldContain("at org.apache.spark.sql.catalyst.analysis.");
    }

    [Fact]
    public async Task Execute_UnknownColumn_OnAnOlderServerCarriesWhatThatSays()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark3);

        var error = await Should.ThrowAsync<AnalysisException>(() => engine.RowsAsync(LiveEngine.Sql("SELECT nope FROM range(3)")));

        error.Message.ShouldBe(
            "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `nope` cannot be resolved. Did you mean one of the following? [`id`].; line 1 pos 7");
        error.ErrorClass.ShouldBe("UNRESOLVED_COLUMN.WITH_SUGGESTION");
        error.Engine.ShouldBe("Spark 3.5.7");
    }

    [Theory]
    [InlineData(SparkMajor.Spark4, "SELECT 1/0", typeof(SparkArithmeticException), "DIVIDE_BY_ZERO")]
    [InlineData(SparkMajor.Spark3, "SELECT 1/0", typeof(SparkArithmeticException), "DIVIDE_BY_ZERO")]
    [InlineData(SparkMajor.Spark4, "SELECT 1/(id-3) FROM range(5)", typeof(SparkArithmeticException), "DIVIDE_BY_ZERO")]
    [InlineData(SparkMajor.Spark3, "SELECT 1/(id-3) FROM range(5)", typeof(SparkArithmeticException), "DIVIDE_BY_ZERO")]
    [InlineData(SparkMajor.Spark4, "SELECT CAST('x' AS INT)", typeof(SparkNumberFormatException), "CAST_INVALID_INPUT")]
    [InlineData(SparkMajor.Spark3, "SELECT CAST('x' AS INT)", typeof(SparkNumberFormatException), "CAST_INVALID_INPUT")]
    [InlineData(SparkMajor.Spark4, "SELECT CAST('q' AS DATE)", typeof(SparkDateTimeException), "CAST_INVALID_INPUT")]
    [InlineData(SparkMajor.Spark4, "SELECT array(1)[4]", typeof(SparkIndexException), "INVALID_ARRAY_INDEX")]
    [InlineData(SparkMajor.Spark3, "SELECT array(1)[4]", typeof(SparkIndexException), "INVALID_ARRAY_INDEX")]
    [InlineData(SparkMajor.Spark4, "SELEC 1", typeof(ParseException), "PARSE_SYNTAX_ERROR")]
    [InlineData(SparkMajor.Spark3, "SELEC 1", typeof(ParseException), "PARSE_SYNTAX_ERROR")]
    [InlineData(SparkMajor.Spark4, "SELECT * FROM parquet.`/no/such/path`", typeof(AnalysisException), "PATH_NOT_FOUND")]
    [InlineData(SparkMajor.Spark3, "SELECT * FROM parquet.`/no/such/path`", typeof(AnalysisException), "PATH_NOT_FOUND")]
    [InlineData(SparkMajor.Spark4, "SELECT raise_error('boom')", typeof(SparkRuntimeException), "USER_RAISED_EXCEPTION")]
    [InlineData(SparkMajor.Spark3, "SELECT raise_error('boom')", typeof(SparkRuntimeException), null)]
    public async Task Execute_FailingQuery_ThrowsTheTypeOfItsKind(SparkMajor major, string query, Type type, string? condition)
    {
        await using var engine = await LiveEngine.ConnectAsync((await SparkServer.GetAsync(major)).Remote, ("spark.sql.ansi.enabled", "true"));

        var error = await Should.ThrowAsync<SparkException>(() => engine.RowsAsync(LiveEngine.Sql(query)));

        error.ShouldBeOfType(type);
        error.ErrorClass.ShouldBe(condition);
        error.Message.ShouldNotContain("Job aborted");
        error.Message.ShouldNotContain("\tat ");
    }

    [Fact]
    public async Task Execute_ErrorOfATask_IsToldAsTheTaskToldIt()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark3);

        var error = await Should.ThrowAsync<SparkRuntimeException>(() => engine.RowsAsync(LiveEngine.Sql("SELECT raise_error('boom') FROM range(1)")));

        error.Message.ShouldBe("boom");
        error.ServerStackTrace.ShouldNotBeNull().ShouldStartWith("Job aborted due to stage failure");
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Connect_WrongPort_FailsWithinSeconds(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        proxy.Refuse();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var error = await Should.ThrowAsync<SparkConnectException>(() => LiveEngine.ConnectAsync(proxy.Remote));

        error.Message.ShouldStartWith($"The Spark at {proxy.Remote} can't be reached: ");
        error.Message.ShouldEndWith(".");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Execute_FeatureOfALaterVersion_IsRefusedByName()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark3);
        var transpose = new Spark.Connect.Plan { Root = new() { Transpose = new() { Input = LiveEngine.Range(1).Root } } };

        var error = await Should.ThrowAsync<SparkUnsupportedOperationException>(() => engine.RowsAsync(transpose));

        error.Message.ShouldBe($"DataFrame.Transpose needs Spark 4.0 or newer; {engine.Description.Location} answers with Spark 3.5.7.");
    }
}
