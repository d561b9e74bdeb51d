namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>What SparkPipelines has of Microsoft.Spark: a member is there when every way to call it compiles with the namespace changed.</summary>
internal static class MicrosoftSparkApi
{
    public const string Later = "Streaming, ML and C# functions";

    /// <summary>Types of Microsoft.Spark that have another name here, and nothing else in their place.</summary>
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using Apache.Arrow;
        using SparkPipelines.Sql;
        using SparkPipelines.Sql.Expressions;
        using SparkPipelines.Sql.Types;
        using FxDataFrame = Microsoft.Data.Analysis.DataFrame;
        using JObject = System.Text.Json.Nodes.JsonObject;
        using Column = SparkPipelines.Sql.Column;
        """;

    public static IReadOnlyList<ApiMember> Read()
    {
        var rows = ApiLists.Read("microsoft-spark.tsv").Select(parts => (Namespace: parts[0], Type: parts[1], Kind: parts[2], Signature: parts[3]))
            .Where(row => AreaOf(row.Namespace, row.Type) is not null)
            .ToList();
        var overloads = rows.Where(row => row.Signature.Contains("(params ", StringComparison.Ordinal))
            .ToLookup(row => (row.Type, NameIn(row.Signature)), row => row.Signature);
        var all = rows.ToLookup(row => (row.Type, NameIn(row.Signature)));
        var calls = rows.Select(row => new SparkCall(
            row.Type, row.Kind, row.Signature, overloads[(row.Type, NameIn(row.Signature))].Count() == 1 && all[(row.Type, NameIn(row.Signature))].Any())).ToList();

        var strict = CallCompiler.FirstErrors([.. rows.Select((row, i) => (UsingsOf(row.Namespace), (IReadOnlyList<string>)[.. calls[i].Forms(checkReturnType: true)]))]);
        var loose = CallCompiler.FirstErrors([.. rows.Select((row, i) => (UsingsOf(row.Namespace), (IReadOnlyList<string>)[.. calls[i].Forms(checkReturnType: false)]))]);
        return
        [
            .. rows.Select((row, i) => new ApiMember(AreaOf(row.Namespace, row.Type)!, row.Type, calls[i].Name, row.Signature)
            {
                Missing = loose[i],
                Note = loose[i] is null && strict[i] is { } error ? error : null,
            }),
        ];
    }

    private static string NameIn(string signature) => signature[..Math.Max(0, signature.IndexOf('('))].Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");

    private static string UsingsOf(string fromNamespace)
    {
        var own = fromNamespace.Replace("Microsoft.Spark", "SparkPipelines", StringComparison.Ordinal);
        return own switch
        {
            "SparkPipelines.Sql.Avro" => $"{Usings}\nusing Functions = {own}.Functions;",
            "SparkPipelines.Sql.Catalog" => $"{Usings}\nusing {own};\nusing Table = {own}.Table;",
            "SparkPipelines.Sql" => $"{Usings}\nusing SparkPipelines;\nusing Catalog = SparkPipelines.Sql.Catalog;",
            "SparkPipelines" or "SparkPipelines.Extensions.Delta.Tables" => $"{Usings}\nusing {own};",
            _ => Usings,
        };
    }

    private static string? AreaOf(string space, string type) => (space, type) switch
    {
        (_, "UdfRegistration" or "UdfRegistrationExtensions" or "DataFrameUdfRegistrationExtensions" or "ArrowFunctions" or "DataFrameFunctions" or "IForeachWriter") => Later,
        ("Microsoft.Spark.Sql.Streaming", _) => Later,
        (['M', ..] and var ml, _) when ml.StartsWith("Microsoft.Spark.ML", StringComparison.Ordinal) => Later,
        ("Microsoft.Spark.Extensions.Delta.Tables", _) => "Delta extension",
        ("Microsoft.Spark.Sql.Catalog", _) => "Catalog",
        ("Microsoft.Spark.Sql.Types", _) => "StructType and types",
        ("Microsoft.Spark.Sql.Expressions", _) => "Window and WindowSpec",
        ("Microsoft.Spark.Sql" or "Microsoft.Spark.Sql.Avro", "Functions") => "Functions",
        ("Microsoft.Spark.Sql", "SparkSession" or "Builder") => "SparkSession and Builder",
        ("Microsoft.Spark.Sql", "DataFrameNaFunctions" or "DataFrameStatFunctions") => "NA and statistics functions",
        ("Microsoft.Spark.Sql", "Row" or "GenericRow") => "Row and GenericRow",
        ("Microsoft.Spark.Sql", "DataFrameWriter" or "SaveMode") => "DataFrameWriter and SaveMode",
        ("Microsoft.Spark.Sql", _) => type,
        ("Microsoft.Spark", "SparkConf") => "SparkConf",
        _ => null,
    };
}
