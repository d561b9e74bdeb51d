using System.Numerics;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Plans;

public sealed class LiteralTests
{
    private static readonly IReadOnlyDictionary<string, (object? Value, string Json)> Cases = new Dictionary<string, (object? Value, string Json)>
    {
        ["null"] = (null, """{"literal":{"null":{"null":{}}}}"""),
        ["bool"] = (true, """{"literal":{"boolean":true}}"""),
        ["sbyte"] = ((sbyte)-1, """{"literal":{"byte":-1}}"""),
        ["byte"] = (byte.MaxValue, """{"literal":{"short":255}}"""),
        ["ushort"] = (ushort.MaxValue, """{"literal":{"integer":65535}}"""),
        ["uint"] = (uint.MaxValue, """{"literal":{"long":"4294967295"}}"""),
        ["ulong"] = (ulong.MaxValue, """{"literal":{"decimal":{"value":"18446744073709551615","precision":20,"scale":0}}}"""),
        ["big"] = (-BigInteger.Pow(10, 20), """{"literal":{"decimal":{"value":"-100000000000000000000","precision":21,"scale":0}}}"""),
        ["decimal 1.50"] = (1.50m, """{"literal":{"decimal":{"value":"1.50","precision":3,"scale":2}}}"""),
        ["decimal 0.05"] = (-0.05m, """{"literal":{"decimal":{"value":"-0.05","precision":2,"scale":2}}}"""),
        ["decimal 0"] = (0m, """{"literal":{"decimal":{"value":"0","precision":1,"scale":0}}}"""),
        ["date"] = (new DateOnly(1970, 1, 2), """{"literal":{"date":1}}"""),
        ["timestamp"] = (new DateTime(1970, 1, 1, 0, 0, 1, DateTimeKind.Utc), """{"literal":{"timestamp":"1000000"}}"""),
        ["timestamp_ntz"] = (new DateTime(1969, 12, 31, 23, 59, 59), """{"literal":{"timestampNtz":"-1000000"}}"""),
        ["offset"] = (new DateTimeOffset(1970, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)), """{"literal":{"timestamp":"0"}}"""),
        ["ticks before the epoch"] = (DateTime.UnixEpoch.AddTicks(-1), """{"literal":{"timestamp":"-1"}}"""),
        ["time"] = (new TimeOnly(0, 0, 1), """{"literal":{"time":{"nano":"1000000000","precision":6}}}"""),
        ["span"] = (TimeSpan.FromSeconds(-1), """{"literal":{"dayTimeInterval":"-1000000"}}"""),
        ["bytes"] = (new byte[] { 1, 2 }, """{"literal":{"binary":"AQI="}}"""),
        ["list"] = (new List<object?> { 1, null }, """{"unresolvedFunction":{"functionName":"array","arguments":[{"literal":{"integer":1}},{"literal":{"null":{"null":{}}}}]}}"""),
    };

    public static TheoryData<string> Literals => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Literals))]
    public void Lit_OfAValue_HasSparksTypeForIt(string literal) => PlanJson.Of(Lit(Cases[literal].Value)).ShouldBe(Cases[literal].Json);

    [Fact]
    public void Lit_OfTooManyDigits_SaysSo() => Should.Throw<ArgumentException>(() => Lit(BigInteger.Pow(10, 38))).Message.ShouldBe(
        "The number 100000000000000000000000000000000000000 has 39 digits; a decimal holds at most 38. (Parameter 'value')");
}
