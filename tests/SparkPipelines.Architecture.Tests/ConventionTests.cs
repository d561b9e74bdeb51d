using System.Reflection;
using System.Runtime.CompilerServices;

namespace SparkPipelines.Architecture.Tests;

/// <summary>The house's conventions, so that they can't drift.</summary>
public sealed class ConventionTests
{
    private const int LongestFile = 400;

    private static readonly Assembly[] Libraries =
    [
        typeof(Sql.Types.DataType).Assembly,
        typeof(Data.Dataset).Assembly,
        typeof(Extensions.Delta.Tables.DeltaTable).Assembly,
        typeof(Pipelines.Pipeline).Assembly,
    ];

    private static readonly string[] EngineNamespaces = ["Spark.Connect", "Grpc.", "Google.Protobuf", "DuckDB."];

    [Fact]
    public void SourceFiles_HaveOneSubjectAndAtMost400Lines()
    {
        var tooLong = Repository.SourceFiles("src", "jobs", "tests", "bench")
            .Select(file => (File: Repository.RelativePath(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.File}: {file.Lines} lines");

        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void PublicClasses_AreSealedAbstractOrMeantToBeDerived()
    {
        var open = PublicTypes()
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract)
            .Where(type => !typeof(Exception).IsAssignableFrom(type))
            .Select(type => type.FullName);

        open.ShouldBeEmpty();
    }

    [Fact]
    public void AsyncMembers_EndInAsyncAndTakeACancellationTokenLast()
    {
        var wrong =
            from method in PublicMethods()
            where IsAwaitable(method.ReturnType)
            let last = method.GetParameters().LastOrDefault()
            where !method.Name.EndsWith("Async", StringComparison.Ordinal) || last?.ParameterType != typeof(CancellationToken)
            where method.Name is not ("DisposeAsync" or "GetAsyncEnumerator")
            select $"{method.DeclaringType!.Name}.{method.Name}";

        wrong.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void PublicSignatures_NameNoEngineType()
    {
        var leaks =
            from method in PublicMethods()
            from type in method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).SelectMany(Flatten)
            where EngineNamespaces.Any(engine => type.FullName?.StartsWith(engine, StringComparison.Ordinal) == true)
            select $"{method.DeclaringType!.Name}.{method.Name}: {type.FullName}";

        leaks.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void ConversionMethods_AreNamedAfterTheirTarget()
    {
        var wrong =
            from method in PublicMethods()
            where method.Name.StartsWith("To", StringComparison.Ordinal) && method.Name.Length > 2 && char.IsUpper(method.Name[2])
            where method.ReturnType == typeof(void)
            select $"{method.DeclaringType!.Name}.{method.Name}";

        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<Type> PublicTypes() => Libraries.SelectMany(library => library.GetExportedTypes());

    private static IEnumerable<MethodInfo> PublicMethods() => PublicTypes()
        .Where(type => !typeof(Delegate).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    private static bool IsAwaitable(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(Task<>) || generic == typeof(ValueTask<>) || generic == typeof(IAsyncEnumerable<>)));

    private static IEnumerable<Type> Flatten(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Flatten).Append(type) : [type.GetElementType() ?? type];
}
