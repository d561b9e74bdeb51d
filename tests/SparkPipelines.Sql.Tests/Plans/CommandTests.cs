using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Plans;

public sealed class CommandTests : IAsyncDisposable
{
    private readonly SparkSession _spark = PlanEngine.NewSession();

    public ValueTask DisposeAsync() => _spark.DisposeAsync();

    [Fact]
    public void Save_SendsModeFormatOptionsAndLayout()
    {
        _spark.Range(3).Write().Mode("overwrite").Option("Header", true).Option("header", false).PartitionBy("a").BucketBy(4, "b").SortBy("c").Csv("/out");

        Sent().ShouldBe(
            """
            {"writeOperation":{"input":in,"source":"csv","path":"/out","mode":"SAVE_MODE_OVERWRITE","sortColumnNames":["c"],"partitioningColumns":["a"],
            "bucketBy":{"bucketColumnNames":["b"],"numBuckets":4},"options":{"Header":"false"}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void Save_ByDefault_FailsIfThereIsSomething()
    {
        _spark.Range(3).Write().Save("/out");

        Sent().ShouldBe("""{"writeOperation":{"input":in,"path":"/out","mode":"SAVE_MODE_ERROR_IF_EXISTS"}}""");
    }

    [Fact]
    public void InsertInto_WithOverwrite_Overwrites()
    {
        _spark.Range(3).Write().InsertInto("t", overwrite: true);

        Sent().ShouldBe(
            """{"writeOperation":{"input":in,"table":{"tableName":"t","saveMethod":"TABLE_SAVE_METHOD_INSERT_INTO"},"mode":"SAVE_MODE_OVERWRITE"}}""");
    }

    [Fact]
    public void WriteTo_Overwrite_SendsTheCondition()
    {
        _spark.Range(3).WriteTo("t").Using("delta").TableProperty("p", "v").PartitionedBy(Years(Col("d"))).Overwrite(Col("id") > 1);

        Sent().ShouldBe(
            """
            {"writeOperationV2":{"input":in,"tableName":"t","provider":"delta",
            "partitioningColumns":[{"unresolvedFunction":{"functionName":"years","arguments":[{"unresolvedAttribute":{"unparsedIdentifier":"d"}}]}}],
            "tableProperties":{"p":"v"},"mode":"MODE_OVERWRITE",
            "overwriteCondition":{"unresolvedFunction":{"functionName":">","arguments":[{"unresolvedAttribute":{"unparsedIdentifier":"id"}},{"literal":{"integer":1}}]}}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void MergeInto_SendsItsActions()
    {
        _spark.Range(3).MergeInto("t", Expr("a = b")).WhenMatched().UpdateAll().WhenNotMatched(Col("c")).Insert([new("x", Lit(1))])
            .WhenNotMatchedBySource().Delete().Merge();

        Sent().ShouldBe(
            """
            {"mergeIntoTableCommand":{"targetTableName":"t","sourceTablePlan":in,"mergeCondition":{"expressionString":{"expression":"a = b"}},
            "matchActions":[{"mergeAction":{"actionType":"ACTION_TYPE_UPDATE_STAR"}}],
            "notMatchedActions":[{"mergeAction":{"actionType":"ACTION_TYPE_INSERT","condition":{"unresolvedAttribute":{"unparsedIdentifier":"c"}},
            "assignments":[{"key":{"expressionString":{"expression":"x"}},"value":{"literal":{"integer":1}}}]}}],
            "notMatchedBySourceActions":[{"mergeAction":{"actionType":"ACTION_TYPE_DELETE"}}]}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void CreateOrReplaceTempView_ReplacesInTheSession()
    {
        _spark.Range(3).CreateOrReplaceTempView("v");

        Sent().ShouldBe("""{"createDataframeView":{"input":in,"name":"v","replace":true}}""");
    }

    [Fact]
    public void Mode_OfAnUnknownName_NamesTheModesThereAre() => Should.Throw<ArgumentException>(() => _spark.Range(3).Write().Mode("add")).Message.ShouldBe(
        "There is no save mode 'add'; use append, overwrite, error, errorifexists, default or ignore. (Parameter 'mode')");

    [Fact]
    public void Read_SendsFormatSchemaOptionsAndPaths() =>
        PlanJson.Of(_spark.Read().Option("header", true).Option("samplingRatio", 0.5).Schema("id INT").Csv("a", "b")).ShouldBe(
            """
            {"common":{"planId":"1"},"read":{"dataSource":{"format":"csv","schema":"id INT","options":{"header":"true","samplingRatio":"0.5"},"paths":["a","b"]}}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void Table_SendsItsNameAndOptions() => PlanJson.Of(_spark.Read().Option("k", 1).Table("c.d.t")).ShouldBe(
        """{"common":{"planId":"1"},"read":{"namedTable":{"unparsedIdentifier":"c.d.t","options":{"k":"1"}}}}""");

    private string Sent() => PlanJson.OfInput(((PlanEngine)_spark.Engine).Executed.ShouldHaveSingleItem().Command);
}
