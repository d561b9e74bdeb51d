using System.Reflection;
using System.Text.RegularExpressions;

namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>How PySpark's names are said in C#: the same word in Pascal case, except for the operators and these few.</summary>
internal static partial class PySparkNames
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["__add__"] = "op_Addition", ["__radd__"] = "op_Addition", ["__sub__"] = "op_Subtraction", ["__rsub__"] = "op_Subtraction",
        ["__mul__"] = "op_Multiply", ["__rmul__"] = "op_Multiply", ["__truediv__"] = "op_Division", ["__rtruediv__"] = "op_Division",
        ["__div__"] = "op_Division", ["__rdiv__"] = "op_Division", ["__mod__"] = "op_Modulus", ["__rmod__"] = "op_Modulus",
        ["__and__"] = "op_BitwiseAnd", ["__rand__"] = "op_BitwiseAnd", ["__or__"] = "op_BitwiseOr", ["__ror__"] = "op_BitwiseOr",
        ["__invert__"] = "op_LogicalNot", ["__neg__"] = "op_UnaryNegation", ["__gt__"] = "op_GreaterThan", ["__ge__"] = "op_GreaterThanOrEqual",
        ["__lt__"] = "op_LessThan", ["__le__"] = "op_LessThanOrEqual",
    };

    private static readonly Dictionary<string, string[]> Renamed = new(StringComparer.Ordinal)
    {
        ["Catalog.createExternalTable"] = ["CreateTable"],
        ["Column.__eq__"] = ["op_Equality"],
        ["Column.__ne__"] = ["op_Inequality"],
        ["Column.__getitem__"] = ["Item", "GetItem"],
        ["Column.__pow__"] = ["Pow"],
        ["Column.__rpow__"] = ["Pow"],
        ["Column.astype"] = ["Cast"],
        ["DataFrame.__getitem__"] = ["Item"],
        ["DataFrame.dropna"] = ["DropNa", "Na"],
        ["DataFrame.fillna"] = ["FillNa", "Na"],
        ["DataFrame.approxQuantile"] = ["ApproxQuantile", "Stat"],
        ["DataFrame.corr"] = ["Corr", "Stat"],
        ["DataFrame.cov"] = ["Cov", "Stat"],
        ["DataFrame.crosstab"] = ["Crosstab", "Stat"],
        ["DataFrame.freqItems"] = ["FreqItems", "Stat"],
        ["DataFrame.sampleBy"] = ["SampleBy", "Stat"],
        ["DataFrame.replace"] = ["Replace", "Na"],
        ["DataFrame.registerTempTable"] = ["CreateOrReplaceTempView"],
        ["DataFrame.subtract"] = ["Except"],
        ["DataFrame.toPandas"] = ["ToDataFrame"],
        ["DataFrame.foreachPartition"] = ["ForeachPartition", "ToArrow"],
        ["Row.__contains__"] = ["Contains"],
        ["Row.__getitem__"] = ["Item"],
        ["Row.asDict"] = ["ToDictionary"],
        ["StorageLevel.__eq__"] = ["Equals"],
        ["StorageLevel.MEMORY_AND_DISK_DESER"] = ["MEMORY_AND_DISK"],
        ["types.StructType.__len__"] = ["Count"],
        ["types.StructType.__iter__"] = ["GetEnumerator"],
        ["types.StructType.__getitem__"] = ["Item"],
        ["functions.unwrap_udt"] = ["UnwrapUdt"],
        ["SparkSession.builder"] = ["Builder"],
        ["TableArg.to_plan"] = ["ToColumn"],
        ["SparkSession.session_id"] = ["SessionId"],
        ["types.StructField.typeName"] = ["DataType"],
        ["types.VariantVal.toPython"] = ["ToObject"],
    };

    /// <summary>Python gives these optional arguments only to have several forms in one; in C# each form is an overload.</summary>
    private static readonly string[] SeveralForms = ["MakeTimestamp", "MakeTimestampNtz", "TryMakeTimestamp", "TryMakeTimestampNtz"];

    /// <summary>Names without underscores and in lower case, which is what is compared.</summary>
    public static IReadOnlyList<string> InCSharp(string fullName, string name) =>
        Renamed.TryGetValue(fullName, out var renamed) ? [.. renamed.Select(Plain)]
        : Operators.TryGetValue(name, out var op) ? [Plain(op)]
        : name is "__eq__" ? ["equals"]
        : name is "__ne__" ? ["equals"]
        : name is "jsonValue" ? ["json"]
        : [Plain(name)];

    public static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Whether an overload takes as few, and one as many, arguments as Python's function; what is missing when not.</summary>
    public static string? MissingArity(IEnumerable<MethodInfo> overloads, string signature)
    {
        var methods = overloads.ToList();
        var (least, most) = Arity(signature);
        if (SeveralForms.Contains(methods[0].Name))
            return null;
        if (!methods.Any(method => Takes(method, least)))
            return $"no overload of {least} arguments";
        return methods.Any(method => Takes(method, most)) ? null : $"no overload of {most} arguments";
    }

    private static bool Takes(MethodInfo method, int count)
    {
        var parameters = method.GetParameters();
        var open = parameters is [.., var last] && last.GetCustomAttributes().Any(attribute => attribute.GetType().Name is "ParamArrayAttribute" or "ParamCollectionAttribute");
        var required = parameters.Count(parameter => !parameter.IsOptional) - (open ? 1 : 0);
        return count >= required && (open || count <= parameters.Length);
    }

    private static (int Least, int Most) Arity(string signature)
    {
        var inside = signature[(signature.IndexOf('(', StringComparison.Ordinal) + 1)..signature.LastIndexOf(") ->", StringComparison.Ordinal)];
        var flat = Brackets().Replace(inside, "");
        while (Brackets().IsMatch(flat))
            flat = Brackets().Replace(flat, "");
        var parts = flat.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("*" or "/")).ToList();
        var fixedOnes = parts.Where(part => !part.StartsWith('*')).ToList();
        return (fixedOnes.Count(part => !part.Contains('=', StringComparison.Ordinal)), fixedOnes.Count);
    }

    [GeneratedRegex(@"\[[^\[\]]*\]|\([^()]*\)")]
    private static partial Regex Brackets();
}
