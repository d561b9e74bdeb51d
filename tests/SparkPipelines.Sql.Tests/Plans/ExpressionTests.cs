using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Plans;

public sealed class ExpressionTests
{
    private static readonly Column A = Col("a");

    private static readonly IReadOnlyDictionary<string, (Column Column, string Json)> Cases = new Dictionary<string, (Column Column, string Json)>
    {
        ["=="] = (A == 1, Call("==", "[a]", """{"literal":{"integer":1}}""")),
        ["EqualTo null"] = (A.EqualTo(null), Call("==", "[a]", """{"literal":{"null":{"null":{}}}}""")),
        ["!="] = (A != Col("b"), Call("not", Call("==", "[a]", "[b]"))),
        [">"] = (A > 1.5, Call(">", "[a]", """{"literal":{"double":1.5}}""")),
        ["<="] = (A <= "x", Call("<=", "[a]", """{"literal":{"string":"x"}}""")),
        ["1 - a"] = (1 - A, Call("-", """{"literal":{"integer":1}}""", "[a]")),
        ["a % 2"] = (A % 2L, Call("%", "[a]", """{"literal":{"long":"2"}}""")),
        ["-a"] = (-A, Call("negative", "[a]")),
        ["!a"] = (!A, Call("not", "[a]")),
        ["~a"] = (~A, Call("~", "[a]")),
        ["&"] = (A & Col("b"), Call("and", "[a]", "[b]")),
        ["|"] = (A | Col("b"), Call("or", "[a]", "[b]")),
        ["BitwiseAND"] = (A.BitwiseAND(3), Call("&", "[a]", """{"literal":{"integer":3}}""")),
        ["EqNullSafe"] = (A.EqNullSafe(null), Call("<=>", "[a]", """{"literal":{"null":{"null":{}}}}""")),
        ["IsNull"] = (A.IsNull(), Call("isNull", "[a]")),
        ["IsNotNull"] = (A.IsNotNull(), Call("isNotNull", "[a]")),
        ["IsNaN"] = (A.IsNaN(), Call("isNaN", "[a]")),
        ["Between"] = (A.Between(1, 2), Call("and", Call(">=", "[a]", """{"literal":{"integer":1}}"""), Call("<=", "[a]", """{"literal":{"integer":2}}"""))),
        ["Like"] = (A.Like("x%"), Call("like", "[a]", """{"literal":{"string":"x%"}}""")),
        ["StartsWith"] = (A.StartsWith("x"), Call("startsWith", "[a]", """{"literal":{"string":"x"}}""")),
        ["EndsWith"] = (A.EndsWith(Col("b")), Call("endsWith", "[a]", "[b]")),
        ["IsIn"] = (A.IsIn("x", "y"), Call("in", "[a]", """{"literal":{"string":"x"}}""", """{"literal":{"string":"y"}}""")),
        ["IsIn nothing"] = (A.IsIn(System.Array.Empty<int>()), Call("in", "[a]")),
        ["When"] = (When(A, 1).When(Col("b"), 2).Otherwise(3),
            Call("when", "[a]", """{"literal":{"integer":1}}""", "[b]", """{"literal":{"integer":2}}""", """{"literal":{"integer":3}}""")),
        ["SubStr"] = (A.SubStr(2, 3), Call("substr", "[a]", """{"literal":{"integer":2}}""", """{"literal":{"integer":3}}""")),
        ["GetItem"] = (A[0], """{"unresolvedExtractValue":{"child":[a],"extraction":{"literal":{"integer":0}}}}"""),
        ["GetField"] = (A.GetField("f"), """{"unresolvedExtractValue":{"child":[a],"extraction":{"literal":{"string":"f"}}}}"""),
        ["WithField"] = (A.WithField("f", Col("b")), """{"updateFields":{"structExpression":[a],"fieldName":"f","valueExpression":[b]}}"""),
        ["DropFields"] = (A.DropFields("f", "g"), """{"updateFields":{"structExpression":{"updateFields":{"structExpression":[a],"fieldName":"f"}},"fieldName":"g"}}"""),
        ["Cast"] = (A.Cast("int"), """{"cast":{"expr":[a],"typeStr":"int"}}"""),
        ["Cast type"] = (A.Cast(new DecimalType(10, 2)), """{"cast":{"expr":[a],"type":{"decimal":{"scale":2,"precision":10}}}}"""),
        ["TryCast"] = (A.TryCast("int"), """{"cast":{"expr":[a],"typeStr":"int","evalMode":"EVAL_MODE_TRY"}}"""),
        ["As names"] = (A.As(["k", "v"]), """{"alias":{"expr":[a],"name":["k","v"]}}"""),
        ["DescNullsFirst"] = (A.DescNullsFirst(),
            """{"sortOrder":{"child":[a],"direction":"SORT_DIRECTION_DESCENDING","nullOrdering":"SORT_NULLS_FIRST"}}"""),
        ["Star of"] = (Col("t.*"), """{"unresolvedStar":{"unparsedTarget":"t.*"}}"""),
        ["Count star"] = (Count("*"), Call("count", """{"literal":{"integer":1}}""")),
        ["CountDistinct"] = (CountDistinct("a", "b"), """{"unresolvedFunction":{"functionName":"count","arguments":[[a],[b]],"isDistinct":true}}"""),
        ["Trim of"] = (Trim(A, "x"), Call("trim", """{"literal":{"string":"x"}}""", "[a]")),
        ["Log"] = (Log("a"), Call("ln", "[a]")),
        ["Log base"] = (Log(2, "a"), Call("log", """{"literal":{"double":2}}""", "[a]")),
        ["Pow"] = (Pow("a", 2), Call("power", "[a]", """{"literal":{"double":2}}""")),
        ["First"] = (First("a"), Call("first", "[a]", """{"literal":{"boolean":false}}""")),
        ["Lag"] = (Lag("a"), Call("lag", "[a]", """{"literal":{"integer":1}}""")),
        ["Split"] = (Split(A, " "), Call("split", "[a]", """{"literal":{"string":" "}}""", """{"literal":{"integer":-1}}""")),
        ["UnixTimestamp"] = (UnixTimestamp("a"), Call("unix_timestamp", "[a]", """{"literal":{"string":"yyyy-MM-dd HH:mm:ss"}}""")),
        ["CallFunction"] = (CallFunction("f", A), """{"callFunction":{"functionName":"f","arguments":[[a]]}}"""),
        ["Transform"] = (Transform(A, x => x + 1),
            Call("transform", "[a]", $$$"""{"lambdaFunction":{"function":{{{Call("+", Variable("x_1"), """{"literal":{"integer":1}}""")}}},"arguments":[{"nameParts":["x_1"]}]}}""")),
        ["FromJson type"] = (FromJson(A, new StructType([new StructField("f", new IntegerType())])),
            Call("from_json", "[a]", """{"literal":{"string":"{\"type\":\"struct\",\"fields\":[{\"name\":\"f\",\"type\":\"integer\",\"nullable\":true,\"metadata\":{}}]}"}}""")),
        ["ToJson options"] = (ToJson(A, [new("k", "v")]),
            Call("to_json", "[a]", Call("map", """{"literal":{"string":"k"}}""", """{"literal":{"string":"v"}}"""))),
    };

    public static TheoryData<string> Expressions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Expression_IsWhatPySparkSends(string expression)
    {
        var (column, json) = Cases[expression];

        PlanJson.Of(column).ShouldBe(json
            .Replace("[a]", """{"unresolvedAttribute":{"unparsedIdentifier":"a"}}""", StringComparison.Ordinal)
            .Replace("[b]", """{"unresolvedAttribute":{"unparsedIdentifier":"b"}}""", StringComparison.Ordinal));
    }

    [Fact]
    public void NestedLambdas_HaveVariablesOfTheirOwn()
    {
        var json = PlanJson.Of(Transform(A, x => Transform(Col("b"), y => x + y)));

        json.ShouldContain("""{"nameParts":["x_1"]}""");
        json.ShouldContain("""{"nameParts":["x_2"]}""");
    }

    [Fact]
    public void Equals_ComparesExpressions()
    {
        (Col("a") + 1).Equals(Col("a") + 1).ShouldBeTrue();
        (Col("a") + 1).Equals(Col("a") + 2).ShouldBeFalse();
        (Col("a") + 1).GetHashCode().ShouldBe((Col("a") + 1).GetHashCode());
    }

    [Fact]
    public void When_OnAnotherColumn_IsRefused() => Should.Throw<InvalidOperationException>(() => A.When(A, 1)).Message.ShouldBe(
        "When continues a column made by Functions.When; this one is a.");

    [Fact]
    public void When_AfterOtherwise_IsRefused() => Should.Throw<InvalidOperationException>(() => When(A, 1).Otherwise(2).Otherwise(3)).Message.ShouldBe(
        "Otherwise can't follow Otherwise in CASE WHEN a THEN 1 ELSE 2 END.");

    [Fact]
    public void ToString_SpeaksSql() =>
        ((A + 1 > Col("b")) & !A.IsIn("x") | A.Cast("int").IsNull()).ToString().ShouldBe("((((a + 1) > b) AND (NOT (a IN ('x')))) OR isNull(CAST(a AS INT)))");

    [Fact]
    public void Lit_OfAnUnknownType_NamesIt() => Should.Throw<ArgumentException>(() => Lit(new Version(1, 2))).Message.ShouldBe(
        "A value of type System.Version can't be a literal; use a number, text, boolean, date, time, bytes, or a list of these. (Parameter 'value')");

    private static string Call(string function, params string[] arguments) => arguments.Length == 0
        ? $$$"""{"unresolvedFunction":{"functionName":"{{{function}}}"}}"""
        : $$$"""{"unresolvedFunction":{"functionName":"{{{function}}}","arguments":[{{{string.Join(',', arguments)}}}]}}""";

    private static string Variable(string name) => $$$"""{"unresolvedNamedLambdaVariable":{"nameParts":["{{{name}}}"]}}""";
}
