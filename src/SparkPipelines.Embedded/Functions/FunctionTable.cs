using System.Collections.Frozen;

namespace SparkPipelines.Embedded.Functions;

/// <summary>All functions that the engine has, by Spark's name.</summary>
internal static class FunctionTable
{
    private static readonly Lazy<FrozenDictionary<string, FunctionDefinition>> Functions = new(() =>
        Groups.SelectMany(group => group()).ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<Func<IEnumerable<FunctionDefinition>>> Groups =>
    [
        OperatorFunctions.All,
        PredicateFunctions.All,
        ConditionalFunctions.All,
        MathFunctions.All,
        StringFunctions.All,
        AggregateFunctions.All,
        WindowFunctions.All,
        CollectionFunctions.All,
        StructFunctions.All,
        GeneratorFunctions.All,
        HashFunctions.All,
        DigestFunctions.All,
        DateFunctions.All,
        DateTextFunctions.All,
        IntervalFunctions.All,
        RegexFunctions.All,
        MapFunctions.All,
        HigherOrderFunctions.All,
        ArrayEditFunctions.All,
        BitFunctions.All,
        UrlFunctions.All,
        TextMaskFunctions.All,
        CastFunctions.All,
        StatisticFunctions.All,
        MiscFunctions.All,
    ];

    public static IEnumerable<FunctionDefinition> All => Functions.Value.Values;

    public static FunctionDefinition? Find(string name) => Functions.Value.GetValueOrDefault(name);

    /// <summary>A function that the engine itself calls.</summary>
    public static FunctionDefinition Get(string name) => Functions.Value[name];
}
