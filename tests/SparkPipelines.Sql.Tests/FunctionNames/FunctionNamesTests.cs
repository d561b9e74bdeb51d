using System.Reflection;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.FunctionNames;

/// <summary>Every function of the API goes under a name that Spark has; whether it computes the right thing is shown case by case elsewhere.</summary>
public sealed class FunctionNamesTests
{
    /// <summary>Functions that Spark keeps out of its registry: for its clients, for partitioning, or made by its parser.</summary>
    private static readonly string[] Unlisted =
        ["bucket", "days", "hours", "months", "product", "timestampadd", "timestampdiff", "unwrap_udt", "years"];

    [Fact]
    public async Task Functions_HaveTheNamesOfSpark421()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        await using var spark = await SparkSession.Builder().Remote(server.Remote).CreateAsync(TestContext.Current.CancellationToken);
        var known = (await (await spark.SqlAsync("SHOW ALL FUNCTIONS", TestContext.Current.CancellationToken)).CollectAsync<string>(TestContext.Current.CancellationToken))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        var sent = Calls().Distinct().Order(StringComparer.Ordinal).ToList();

        sent.Count.ShouldBeGreaterThan(500);
        sent.Where(name => !known.Contains(name) && !Unlisted.Contains(name)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Calls() =>
        from method in typeof(Sql.Functions).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(Column) && method.Name is not (nameof(CallUDF) or nameof(Call_UDF) or nameof(CallFunction))
        && method.Name is not (nameof(FromProtobuf) or nameof(ToProtobuf)) // They read a descriptor's file.
        let column = (Column)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!
        let call = column.Expression.UnresolvedFunction
        where call is not null
        select call.FunctionName;

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(Column) => Col("c"),
        var t when t == typeof(Column[]) => new[] { Col("c"), Col("d") },
        var t when t == typeof(string) => "s",
        var t when t == typeof(string[]) => new[] { "s" },
        var t when t == typeof(int) => parameter.Name == "numBits" ? 256 : 1,
        var t when t == typeof(int?) || t == typeof(long?) => null,
        var t when t == typeof(long) => 1L,
        var t when t == typeof(double) => 0.5,
        var t when t == typeof(double[]) => new[] { 0.5 },
        var t when t == typeof(bool) => true,
        var t when t == typeof(object) => 1,
        var t when t == typeof(StructType) || t == typeof(DataType) => new StructType([new StructField("f", new IntegerType())]),
        var t when t == typeof(IEnumerable<KeyValuePair<string, string>>) => null,
        var t when t == typeof(Func<Column, Column>) => (Func<Column, Column>)(x => x),
        var t when t == typeof(Func<Column, Column, Column>) => (Func<Column, Column, Column>)((x, y) => x),
        var t when t == typeof(Func<Column, Column, Column, Column>) => (Func<Column, Column, Column, Column>)((x, y, z) => x),
        var t => throw new NotSupportedException($"No argument for {parameter.Member.Name}'s {parameter.Name} of type {t}."),
    };
}
