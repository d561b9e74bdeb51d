using System.Reflection;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>What SparkPipelines has of PySpark's Connect client, found by reflection under the C# form of each name.</summary>
internal static class PySparkApi
{
    public const string Functions = "Functions";

    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly string[] LaterAreas =
    [
        "DataStreamReader", "DataStreamWriter", "StreamingQuery", "StreamingQueryManager", "streaming.listener", "streaming.state", "streaming.stateful_processor",
        "UDFRegistration", "UDTFRegistration", "UserDefinedFunction", "UserDefinedTableFunction", "udtf", "PandasCogroupedOps",
    ];

    /// <summary>The types that members of an area are looked for in.</summary>
    private static readonly Dictionary<string, Type[]> TypesOf = new(StringComparer.Ordinal)
    {
        ["functions"] = [typeof(Functions)],
        ["functions.partitioning"] = [typeof(Functions)],
        ["avro.functions"] = [typeof(Functions)],
        ["protobuf.functions"] = [typeof(Functions)],
        ["Catalog"] = [typeof(Sql.Catalog.Catalog)],
        ["Column"] = [typeof(Column)],
        ["DataFrame"] = [typeof(DataFrame)],
        ["DataFrame.plot"] = [],
        ["DataFrameNaFunctions"] = [typeof(DataFrameNaFunctions)],
        ["DataFrameReader"] = [typeof(DataFrameReader)],
        ["DataFrameStatFunctions"] = [typeof(DataFrameStatFunctions)],
        ["DataFrameWriter"] = [typeof(DataFrameWriter)],
        ["DataFrameWriterV2"] = [typeof(DataFrameWriterV2)],
        ["GroupedData"] = [typeof(RelationalGroupedDataset)],
        ["MergeIntoWriter"] = [typeof(MergeIntoWriter)],
        ["MergeIntoWriter.WhenMatched"] = [typeof(MergeMatchedActions)],
        ["MergeIntoWriter.WhenNotMatched"] = [typeof(MergeNotMatchedActions)],
        ["MergeIntoWriter.WhenNotMatchedBySource"] = [typeof(MergeMatchedActions)],
        ["Observation"] = [typeof(Observation)],
        ["Row"] = [typeof(Row)],
        ["RuntimeConfig"] = [typeof(RuntimeConfig)],
        ["SparkSession"] = [typeof(SparkSession)],
        ["SparkSession.Builder"] = [typeof(Builder)],
        ["StorageLevel"] = [typeof(StorageLevel)],
        ["TableArg"] = [typeof(TableArg)],
        ["TableValuedFunction"] = [typeof(TableValuedFunctions)],
        ["Window"] = [typeof(Sql.Expressions.Window)],
        ["WindowSpec"] = [typeof(Sql.Expressions.WindowSpec)],
    };

    public static IReadOnlyList<ApiMember> Read() =>
    [
        .. ApiLists.Read("pyspark.tsv")
            .Select(parts => (Area: parts[0], Name: parts[1], Kind: parts[2], Signature: parts[3], Connect: parts[5]))
            .Where(row => row.Connect == "yes")
            .Select(row => ToMember(row.Area, row.Name, row.Kind, row.Signature)),
    ];

    private static ApiMember ToMember(string area, string name, string kind, string signature)
    {
        var isFunction = area.EndsWith("functions", StringComparison.Ordinal) || area == "functions.partitioning";
        var shown = isFunction ? Functions : area == "types" ? "Types" : LaterAreas.Contains(area) ? "Streaming and C# functions" : area;
        var member = new ApiMember(shown, area, name, signature);
        if (LaterAreas.Contains(area))
            return member with { Missing = "later" };
        var (types, sought) = area == "types" ? InTypes(name) : (TypesOf[area], name);
        if (kind == "class" || kind == "namedtuple")
            return types.Length > 0 || Named(sought).Any() ? member : member with { Missing = $"no type {sought}" };
        var names = PySparkNames.InCSharp($"{area}.{name}", sought);
        var found = types.SelectMany(type => type.GetMembers(Public)).Where(candidate => names.Contains(PySparkNames.Plain(candidate.Name))).ToList();
        if (found.Count == 0)
            return member with { Missing = $"no {string.Join(" or ", names)}" };
        return isFunction && PySparkNames.MissingArity(found.OfType<MethodInfo>(), signature) is { } arity ? member with { Missing = arity } : member;
    }

    private static (Type[] Types, string Sought) InTypes(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var type = name[..dot] == "VariantVal" ? "Variant" : name[..dot];
        var sought = name[(dot + 1)..];
        return ([.. Named(type), .. Named(type.Replace("IntervalType", "Field", StringComparison.Ordinal)).Where(found => found.IsEnum)], sought == name[..dot] ? type : sought);
    }

    private static IEnumerable<Type> Named(string name) => typeof(DataType).Assembly.GetExportedTypes().Where(type => type.Namespace != typeof(DataFrameReader).Namespace + ".Avro" && type.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
