using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class RandomCases
{
    public static FunctionCase[] All =>
    [
        Case("rand", Rand(42), "rand(42)", "double 0.619189370225301"),
        Case("rand without seed", Rand().Between(0, 1), "rand() BETWEEN 0 AND 1", "boolean true"),
        Case("randn", Randn(42), "randn(42)", "double 2.384479054241165"),
        Case("randn without seed", IsNotNull(Randn()), "randn() IS NOT NULL", "boolean true"),
        Case("random", Random(0), "random(0)", "double 0.7604953758285915"),
        Case("random without seed", Random().Between(0, 1), "random() BETWEEN 0 AND 1", "boolean true"),
        Case("randstr", Randstr(5, 0), "randstr(5, 0)", "string 'ceV0P'").From(4, 0),
        Case("randstr without seed", Length(Randstr(7)), "length(randstr(7))", "int 7").From(4, 0),
        Case("uniform", Uniform(10, 20, 0), "uniform(10, 20, 0)", "int 17").From(4, 0),
        Case("uniform double", Uniform(0.5, 1.5, 0), "uniform(0.5D, 1.5D, 0)", "double 1.2604953758285915").From(4, 0),
        Case("uniform column", Uniform(Lit(10L), Lit(20L), 0), "uniform(10L, 20L, 0)", "bigint 17").From(4, 0),
        Case("uniform without seed", Uniform(5, 5), "uniform(5, 5)", "int 5").From(4, 0),
        Case("uuid", Uuid(0), "uuid(0)", "string '269567e9-5d09-4af5-b20f-16851fc4a81a'").From(4, 1),
        Case("uuid without seed", Length(Uuid()), "length(uuid())", "int 36"),
        Case("shuffle", Shuffle(Array(Lit(1), Lit(2), Lit(3), Lit(4)), 1), "shuffle(array(1, 2, 3, 4), 1)", "array<int> [2, 1, 3, 4]").From(4, 0),
        Case("shuffle without seed", ArraySort(Shuffle(Array(Lit(3), Lit(1)))), "array_sort(shuffle(array(3, 1)))", "array<int> [1, 3]"),
    ];
}
