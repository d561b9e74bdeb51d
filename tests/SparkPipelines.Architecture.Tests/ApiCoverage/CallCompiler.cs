using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>Compiles calls against SparkPipelines, each in a method of its own, and says which don't compile.</summary>
internal static class CallCompiler
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.Length > 0)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The first error of each group of calls; null where all compile. A group sees the namespaces that are its <c>Usings</c>.</summary>
    public static IReadOnlyList<string?> FirstErrors(IReadOnlyList<(string Usings, IReadOnlyList<string> Forms)> groups)
    {
        var trees = groups.Select((group, index) => Parse(index, group.Usings, group.Forms)).ToList();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable);
        var errors = CSharpCompilation.Create("MicrosoftSparkProgram", trees, References, options).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath, diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
        return [.. trees.Select(tree => errors[tree.FilePath].FirstOrDefault())];
    }

    private static SyntaxTree Parse(int index, string usings, IReadOnlyList<string> forms)
    {
        var code = new StringBuilder(usings).Append(CultureInfo.InvariantCulture, $"\nstatic class Calls{index}\n{{\n");
        for (var i = 0; i < forms.Count; i++)
            code.Append("    static ").AppendFormat(CultureInfo.InvariantCulture, forms[i], $"Call{i}").Append('\n');
        code.Append("}\n");
        return CSharpSyntaxTree.ParseText(code.ToString(), new CSharpParseOptions(LanguageVersion.Latest), path: $"Calls{index}.cs");
    }
}
