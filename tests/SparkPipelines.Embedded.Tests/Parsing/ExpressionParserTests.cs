using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

public sealed class ExpressionParserTests
{
    /// <summary>What Spark 4.2.1 itself makes of each text; see RecordExpressions.java.</summary>
    public static TheoryData<string, string> RecordedFromSpark()
    {
        var data = new TheoryData<string, string>();
        using var stream = typeof(ExpressionParserTests).Assembly.GetManifestResourceStream(
            "SparkPipelines.Embedded.Tests.Parsing.spark-4.2.1-expressions.tsv").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var parts = line.Replace('⏎', '\n').Split('\t');
            data.Add(parts[0], parts[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(RecordedFromSpark), DisableDiscoveryEnumeration = true)]
    public void Parse_RecordedText_GivesWhatSparkGives(string text, string expected) => Result(text).ShouldBe(expected);

    [Theory]
    [InlineData("struct(a, b AS c)", "struct(a, (b AS c))")]
    [InlineData("struct(t.*)", "struct(t.*)")]
    [InlineData("STRUCT()", "STRUCT()")]
    [InlineData("IDENTIFIER('a.`b c`')", "a.`b c`")]
    [InlineData("identifier('abs')(a)", "abs(a)")]
    [InlineData("a IS NOT UNKNOWN", "isNotNull(a)")]
    [InlineData("a.b.c(x)", "a.b.c(x)")]
    public void Parse_FormThatSparkResolvesLater_IsLeftToTheResolver(string text, string expected) => Result(text).ShouldBe(expected);

    [Fact]
    public void Parse_QualifiedFunction_IsMarkedAsNotBuiltIn()
    {
        var call = ExpressionParser.Parse("db.`f g`(1)", ExpressionParserOptions.Utc).UnresolvedFunction;
        call.FunctionName.ShouldBe("db.`f g`");
        call.IsUserDefinedFunction.ShouldBeTrue();
    }

    [Fact]
    public void Parse_AnyKeyword_IsAlsoAColumn()
    {
        foreach (var keyword in Enum.GetValues<SqlKeyword>().Except([SqlKeyword.None, SqlKeyword.Null, SqlKeyword.True, SqlKeyword.False, SqlKeyword.CurrentPath]))
        {
            var word = keyword.Text();
            Result(word).ShouldBe(word);
            Result($"{word} = 1").ShouldBe($"==({word}, 1)");
            Result($"f(t.{word}) AS {word}").ShouldBe($"(f(t.{word}) AS {word})");
            Result($"a {word}").ShouldBe($"(a AS {word})");
        }
    }

    [Theory]
    [InlineData("a IN (SELECT 1)", "subquery in IN", 3)]
    [InlineData("EXISTS (SELECT 1)", "subquery in EXISTS", 1)]
    [InlineData("a = (SELECT max(b) FROM t)", "subquery", 5)]
    [InlineData("((WITH t AS (SELECT 1) SELECT 1))", "subquery", 2)]
    [InlineData("v:a.b", "path into a variant", 2)]
    [InlineData("IDENTIFIER('a' || 'b')", "IDENTIFIER of an expression", 1)]
    public void Parse_FormWithoutAMessage_IsRefusedByName(string text, string what, int position)
    {
        var error = Should.Throw<SparkUnsupportedOperationException>(() => ExpressionParser.Parse(text, ExpressionParserOptions.Utc));
        error.Message.ShouldBe(
            $"[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine does not have the expression '{what}' (at position {position} of \"{text}\"); "
            + "run the plan on Spark (set SPARK_REMOTE, or use Remote or Master when building the session). SQLSTATE: 0A000");
    }

    [Theory]
    [InlineData("a > :limit", "limit")]
    [InlineData("a > ?", "_0")]
    public void Parse_Parameter_IsUnbound(string text, string name)
    {
        var error = Should.Throw<AnalysisException>(() => ExpressionParser.Parse(text, ExpressionParserOptions.Utc));
        error.ErrorClass.ShouldBe("UNBOUND_SQL_PARAMETER");
        error.SqlState.ShouldBe("42P02");
        error.Message.ShouldBe(
            $"[UNBOUND_SQL_PARAMETER] Found the unbound parameter: {name}. Please, fix `args` and provide a mapping of the parameter to either a SQL literal or "
            + "collection constructor functions such as `map()`, `array()`, `struct()`. SQLSTATE: 42P02");
    }

    [Theory]
    [InlineData("DATE '2020-02-30' + (")]
    [InlineData("128Y + (")]
    [InlineData("INTERVAL 'x' DAY + (")]
    [InlineData(":a + (")]
    public void Parse_PartWithoutMeaningInWhatIsNoSyntax_IsASyntaxError(string text) =>
        Should.Throw<ParseException>(() => ExpressionParser.Parse(text, ExpressionParserOptions.Utc)).ErrorClass.ShouldBe("PARSE_SYNTAX_ERROR");

    [Theory]
    [InlineData("sum(a) OVER w")]
    [InlineData("sum(a) OVER (w)")]
    public void Parse_NamedWindow_IsMissing(string text)
    {
        var error = Should.Throw<AnalysisException>(() => ExpressionParser.Parse(text, ExpressionParserOptions.Utc));
        error.ErrorClass.ShouldBe("MISSING_WINDOW_SPECIFICATION");
        error.SqlState.ShouldBe("42P20");
        error.Message.ShouldBe(
            "[MISSING_WINDOW_SPECIFICATION] Window specification is not defined in the WINDOW clause for w. For more information about WINDOW clauses, please refer to "
            + "'https://spark.apache.org/docs/latest/sql-ref-syntax-qry-select-window.html'. SQLSTATE: 42P20");
    }

    [Fact]
    public void Parse_SyntaxError_CarriesClassStateAndPlace()
    {
        var error = Should.Throw<ParseException>(() => ExpressionParser.Parse("a +\n  ) b", ExpressionParserOptions.Utc));
        error.ErrorClass.ShouldBe("PARSE_SYNTAX_ERROR");
        error.SqlState.ShouldBe("42601");
        error.MessageParameters["error"].ShouldBe("')'");
        error.QueryContexts.ShouldBe([new SparkQueryContext(false, ")", "", 6, 6, "")]);
        error.Message.ShouldBe("[PARSE_SYNTAX_ERROR] Syntax error at or near ')'. SQLSTATE: 42601 (line 2, pos 2)\n\n== SQL ==\na +\n  ) b\n--^^^");
    }

    [Fact]
    public void Parse_NestingBeyondTheStack_IsTooComplex()
    {
        var text = new string('(', 200_000) + "a" + new string(')', 200_000);
        var error = Should.Throw<ParseException>(() => ExpressionParser.Parse(text, ExpressionParserOptions.Utc));
        error.ErrorClass.ShouldBe("FAILED_TO_PARSE_TOO_COMPLEX");
        error.SqlState.ShouldBe("54001");
    }

    private static string Result(string text)
    {
        try
        {
            return ExpressionText.Of(ExpressionParser.Parse(text, ExpressionParserOptions.Utc));
        }
        catch (SparkException error)
        {
            return $"!{error.GetType().Name} {error.Message}";
        }
    }
}
