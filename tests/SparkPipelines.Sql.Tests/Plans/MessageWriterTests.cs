using Google.Protobuf;
using SparkPipelines.Sql.Plans;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Plans;

public sealed class MessageWriterTests
{
    public static TheoryData<string> Operations => [.. OperationCases.All.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void ToBytes_OfAnOperation_GivesTheGeneratedCodesBytes(string operation)
    {
        var plan = OperationCases.All[operation](PlanEngine.NewSession().Range(3)).Relation.ToPlan();

        MessageWriter.ToBytes(plan).ShouldBe(plan.ToByteArray());
    }

    [Fact]
    public void ToBytes_OfEveryLiteral_GivesTheGeneratedCodesBytes()
    {
        object?[] values =
        [
            null, true, false, (sbyte)-1, (byte)200, short.MinValue, 0, -1, int.MaxValue, long.MinValue, ulong.MaxValue, 0f, -0f, float.NaN, 0.0, -0.0,
            double.NegativeInfinity, 0m, 1.50m, "", "ä€😀", new byte[300], System.Array.Empty<byte>(), new DateOnly(1, 1, 1), DateTime.UnixEpoch, TimeSpan.MinValue,
            new TimeOnly(23, 59), new[] { 1, 2 },
        ];
        var expression = Array(values.Select(Lit).ToArray()).Expression;

        MessageWriter.ToBytes(expression).ShouldBe(expression.ToByteArray());
    }

    [Fact]
    public void ToBytes_OfMapsAndPackedNumbers_GivesTheGeneratedCodesBytes()
    {
        var session = PlanEngine.NewSession();
        var read = session.Read().Option("a", "1").Option("empty", "").Schema("id INT").Csv("x", "y").Relation;
        var quantile = new Spark.Connect.StatApproxQuantile { Input = read, Probabilities = { 0, 0.5, 1 }, RelativeError = 0.1 };

        MessageWriter.ToBytes(quantile).ShouldBe(quantile.ToByteArray());
    }

    [Fact]
    public void ToBytes_OfTwoThousandOperations_CanBeReadBack()
    {
        var df = PlanEngine.NewSession().Range(10);
        for (var i = 0; i < 2000; i++)
            df = df.Filter(df["id"] > i);

        var relation = Read(MessageWriter.ToBytes(df.Relation));

        var height = 0;
        for (var at = relation; at.Filter is { } filter; at = filter.Input)
            height++;
        height.ShouldBe(2000);
        relation.Filter.Condition.ShouldBe(df.Relation.Filter.Condition);
    }

    private static Spark.Connect.Relation Read(byte[] bytes)
    {
        using var input = CodedInputStream.CreateWithLimits(new MemoryStream(bytes), int.MaxValue, 100_000);
        return Spark.Connect.Relation.Parser.ParseFrom(input);
    }
}
