using System.Reflection;
using SparkPipelines.Sql;

namespace SparkPipelines.SparkTests.Functions;

/// <summary>Cases try each function with columns; its overloads that take columns' names must ask the same.</summary>
public sealed class OverloadTests
{
    [Fact]
    public void OverloadsByName_AskAsThoseByColumnDo()
    {
        var methods = typeof(Sql.Functions).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsGenericMethod)
            // The variables of two lambdas never have the same names.
            .Where(method => !method.GetParameters().Any(parameter => typeof(Delegate).IsAssignableFrom(parameter.ParameterType))).ToList();
        var pairs = (
            from byName in methods
            from byColumn in methods
            where byName.Name == byColumn.Name && byName != byColumn && Match(byName.GetParameters(), byColumn.GetParameters())
            select (byName, byColumn)).ToList();

        pairs.Count.ShouldBeGreaterThan(300);
        pairs.Where(pair => !Equals(Ask(pair.byName, pair.byName), Ask(pair.byColumn, pair.byName))).Select(pair => pair.byName.ToString()).ShouldBeEmpty();
    }

    /// <summary>Whether they differ just in names of columns, by Microsoft.Spark's convention <c>xName</c>, against columns.</summary>
    private static bool Match(ParameterInfo[] byName, ParameterInfo[] byColumn) =>
        byName.Length == byColumn.Length && byName.Any(IsName)
        && byName.Zip(byColumn).All(pair => IsName(pair.First) ? pair.Second.ParameterType == typeof(Column) : pair.Second.ParameterType == pair.First.ParameterType);

    private static bool IsName(ParameterInfo parameter) => parameter.ParameterType == typeof(string) && parameter.Name!.EndsWith("Name", StringComparison.Ordinal);

    private static object? Ask(MethodInfo method, MethodInfo named) =>
        method.Invoke(null, [.. named.GetParameters().Zip(method.GetParameters()).Select((pair, i) => Argument(pair.First, pair.Second.ParameterType, i))]);

    private static object? Argument(ParameterInfo named, Type type, int place)
    {
        if (IsName(named))
            return type == typeof(Column) ? Sql.Functions.Col($"c{place}") : $"c{place}";
        if (type == typeof(Column) || type == typeof(object))
            return Sql.Functions.Col($"x{place}");
        if (type == typeof(string))
            return $"text {place}";
        if (named.Name == "numBits")
            return 256;
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, 0);
        return type.IsValueType ? Convert.ChangeType(place + 2, Nullable.GetUnderlyingType(type) ?? type, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
