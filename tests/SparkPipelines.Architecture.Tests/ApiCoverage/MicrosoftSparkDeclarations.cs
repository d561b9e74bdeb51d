using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>Microsoft.Spark's types and members as its list declares them, without bodies that do anything: enough to compile programs against.</summary>
internal static partial class MicrosoftSparkDeclarations
{
    private static readonly string[] Namespaces =
    [
        "Microsoft.Spark", "Microsoft.Spark.Sql", "Microsoft.Spark.Sql.Types", "Microsoft.Spark.Sql.Expressions", "Microsoft.Spark.Sql.Catalog",
        "Microsoft.Spark.Sql.Avro", "Microsoft.Spark.Extensions.Delta.Tables",
    ];

    private static readonly IReadOnlyList<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly SyntaxTree Declarations = CSharpSyntaxTree.ParseText(Write(), new CSharpParseOptions(LanguageVersion.Latest), path: "Microsoft.Spark.cs");

    /// <summary>The errors in programs that see nothing but .NET and Microsoft.Spark.</summary>
    public static IReadOnlyList<string> Errors(IEnumerable<(string Path, string Text)> programs)
    {
        var trees = programs.Select(program => CSharpSyntaxTree.ParseText(program.Text, new CSharpParseOptions(LanguageVersion.Latest), program.Path)).ToList();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Annotations);
        return
        [
            .. CSharpCompilation.Create("MicrosoftSparkPrograms", [.. trees, Declarations], Framework, options).GetDiagnostics()
                // Some members name types of parts that are not declared here, such as streaming; a program that uses one has its own error.
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree != Declarations)
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }

    private static string Write()
    {
        var code = new StringBuilder(
            """
            using System;
            using System.Collections.Generic;
            using Microsoft.Spark;
            using Microsoft.Spark.Sql;
            using Microsoft.Spark.Sql.Expressions;
            using Microsoft.Spark.Sql.Types;
            using Column = Microsoft.Spark.Sql.Column;

            """);
        var rows = ApiLists.Read("microsoft-spark.tsv").Where(row => Namespaces.Contains(row[0])).ToList();
        foreach (var type in rows.GroupBy(row => (Namespace: row[0], Name: row[1])))
        {
            var head = type.First(row => row[2] is "class" or "static-class" or "enum" or "interface");
            code.Append(CultureInfo.InvariantCulture, $"namespace {type.Key.Namespace} {{ public {Bases().Replace(head[3], "")}\n{{\n");
            foreach (var member in type.Where(row => row != head))
                code.Append(Member(member[2], member[3])).Append('\n');
            code.Append("} }\n");
        }

        return code.ToString();
    }

    private static string Member(string kind, string signature) => kind switch
    {
        "enum-member" => signature + ",",
        "property" => $"public {signature}",
        "static-property" => $"public static {signature}",
        "indexer" => $"public {signature.Replace("{ get; }", "=> throw null;", StringComparison.Ordinal)}",
        "static-method" or "extension-method" => $"public static {signature} => throw null;",
        "constructor" or "operator" => $"public {signature} => throw null;",
        _ when Overridden().IsMatch(signature) => $"public override {signature} => throw null;",
        _ => $"public {signature} => throw null;",
    };

    /// <summary>The interface of references into the JVM, which is left out, so that a class has nothing of it to write.</summary>
    [GeneratedRegex(@"(, |(?<=\w) : )IJvmObjectReferenceProvider|\s*: IJvmObjectReferenceProvider|, IMessagePackSerializationCallbackReceiver")]
    private static partial Regex Bases();

    [GeneratedRegex(@"^(bool Equals\(object obj\)|int GetHashCode\(\)|string ToString\(\))$")]
    private static partial Regex Overridden();
}
