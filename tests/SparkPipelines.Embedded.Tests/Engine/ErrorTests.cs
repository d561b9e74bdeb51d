using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Embedded.Tests.Engine;

public sealed class ErrorTests(EmbeddedFixture fixture) : IClassFixture<EmbeddedFixture>
{
    private DataFrame Frame => fixture.Spark.Range(2).Select(Col("id"), Col("id").Cast("string").Alias("text"), Col("id").Cast("int").Alias("number"));

    [Fact]
    public void UnknownColumn_NamesTheNearest() => MessageOf<AnalysisException>(frame => frame.Select("numbr")).ShouldBe(
        "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `numbr` cannot be resolved. "
        + "Did you mean one of the following? [`number`, `id`, `text`]. SQLSTATE: 42703");

    [Fact]
    public void UnknownFunction_IsNoMissingOne() => MessageOf<AnalysisException>(frame => frame.Select(Expr("no_such_function(id)"))).ShouldBe(
        "[UNRESOLVED_ROUTINE] Cannot resolve routine `no_such_function` on search path [`system`.`builtin`, `system`.`session`, `spark_catalog`.`default`]. SQLSTATE: 42883");

    [Fact]
    public void FunctionOfSparkThatIsNotThere_IsRefusedByName() => MessageOf<SparkUnsupportedOperationException>(frame => frame.Select(Expr("xpath_string(text, 'a')"))).ShouldBe(
        "[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine does not have the function 'xpath_string'; "
        + "run the plan on Spark (set SPARK_REMOTE, or use Remote or Master when building the session). SQLSTATE: 0A000");

    [Fact]
    public void AggregateBesideAColumn_WantsAGroup() => MessageOf<AnalysisException>(frame => frame.GroupBy("text").Agg(Sum("id"), Col("number"))).ShouldBe(
        "[MISSING_AGGREGATION] The non-aggregating expression \"number\" is based on columns which are not participating in the GROUP BY clause.\n"
        + "Add the columns or the expression to the GROUP BY, aggregate the expression, or use \"any_value(number)\" if you do not care which of the values within a group is returned. SQLSTATE: 42803");

    [Fact]
    public void DivisionByZero_FailsTheQuery() => MessageOf<SparkArithmeticException>(frame => frame.Select(Lit(1) / Col("id"))).ShouldBe(
        "[DIVIDE_BY_ZERO] Division by zero. Use `try_divide` to tolerate divisor being 0 and return NULL instead. "
        + "If necessary set \"spark.sql.ansi.enabled\" to \"false\" to bypass this error. SQLSTATE: 22012");

    [Fact]
    public void BadCast_NamesValueAndTypes() => MessageOf<SparkNumberFormatException>(frame => frame.Select(Concat(Col("text"), Lit("x")).Cast("int"))).ShouldBe(
        "[CAST_INVALID_INPUT] The value '0x' of the type \"STRING\" cannot be cast to \"INT\" because it is malformed. Correct the value as per the syntax, or change its target type. "
        + "Use `try_cast` to tolerate malformed input and return NULL instead. SQLSTATE: 22018");

    [Fact]
    public void Overflow_FailsTheQuery() => MessageOf<SparkArithmeticException>(frame => frame.Select(Col("number") + Lit(int.MaxValue))).ShouldBe(
        "[ARITHMETIC_OVERFLOW] overflow. Use 'try_add' to tolerate overflow and return NULL instead. If necessary set \"spark.sql.ansi.enabled\" to \"false\" to bypass this error. SQLSTATE: 22003");

    [Fact]
    public void AnsiOff_IsRefused() => Should.Throw<SparkUnsupportedOperationException>(() => fixture.Spark.Conf().Set("spark.sql.ansi.enabled", "false")).Message.ShouldBe(
        "[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine does not have the setting 'spark.sql.ansi.enabled=false' (it always has true); "
        + "run the plan on Spark (set SPARK_REMOTE, or use Remote or Master when building the session). SQLSTATE: 0A000");

    [Fact]
    public void CopyFromLocalToFs_IsRefusedWithTheWayOut() =>
        Should.Throw<SparkUnsupportedOperationException>(() => fixture.Spark.CopyFromLocalToFs(typeof(ErrorTests).Assembly.Location, "/tmp/copy.dll")).Message.ShouldBe(
            "[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine does not have the operation 'CopyFromLocalToFs' (use File.Copy, as the files are on this machine); "
            + "run the plan on Spark (set SPARK_REMOTE, or use Remote or Master when building the session). SQLSTATE: 0A000");

    private string MessageOf<TException>(Func<DataFrame, DataFrame> query)
        where TException : SparkException => Should.Throw<TException>(() => query(Frame).Collect()).Message;
}
