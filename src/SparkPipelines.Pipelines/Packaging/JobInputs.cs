using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// The files that a project is built from, found without MSBuild, so that an unchanged job starts without a build. A project whose inputs
/// can't be told this way has no fingerprint and is built every time.
/// </summary>
internal sealed class JobInputs
{
    private static readonly string[] SharedFiles =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp", "global.json", "nuget.config"];

    private static readonly string[] OutputFolders = ["bin", "obj", "artifacts", "TestResults"];

    private static readonly string[] FileItems = ["Compile", "None", "Content", "EmbeddedResource", "AdditionalFiles"];

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _projects = [];

    /// <summary>Changes when any input is added, removed or written; null when the inputs are unknown.</summary>
    public static string? Fingerprint(string project)
    {
        var inputs = new JobInputs();
        if (!inputs.TryAddProject(Path.GetFullPath(project))) return null;
        var text = new StringBuilder();
        foreach (string path in inputs._files)
        {
            var file = new FileInfo(path);
            if (file.Exists) text.Append(CultureInfo.InvariantCulture, $"{path}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}\n");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>The project and those that it refers to, as far as they can be told without MSBuild.</summary>
    public static IReadOnlySet<string> Projects(string project)
    {
        var inputs = new JobInputs();
        inputs.TryAddProject(Path.GetFullPath(project));
        return inputs._projects;
    }

    private bool TryAddProject(string project)
    {
        if (!_projects.Add(project)) return true;
        if (!File.Exists(project)) return false;
        string folder = Path.GetDirectoryName(project)!;
        AddFolder(folder);
        if (!TryAddReferences(project, folder)) return false;
        for (string? parent = folder; parent != null; parent = Path.GetDirectoryName(parent))
        {
            // Spelt as found: nuget.config has been seen in every casing.
            foreach (string shared in Directory.EnumerateFiles(parent)
                .Where(file => SharedFiles.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)))
            {
                bool isBuildFile = shared.EndsWith(".props", StringComparison.Ordinal) || shared.EndsWith(".targets", StringComparison.Ordinal);
                if (_files.Add(shared) && isBuildFile && !TryAddReferences(shared, folder)) return false;
            }
        }
        return true;
    }

    private void AddFolder(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder)) _files.Add(file);
        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(child);
            if (!OutputFolders.Contains(name) && !name.StartsWith('.')) AddFolder(child);
        }
    }

    /// <summary>Follows what a project or an imported file names outside of the project's own folder.</summary>
    private bool TryAddReferences(string buildFile, string projectFolder)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(buildFile);
        }
        catch (XmlException)
        {
            return false; // The build says what is wrong with it.
        }
        return document.Descendants().All(element => TryAddReference(element, buildFile, projectFolder));
    }

    private bool TryAddReference(XElement element, string buildFile, string projectFolder)
    {
        string kind = element.Name.LocalName;
        string? value = kind == "Import" ? (string?)element.Attribute("Project")
            : kind == "ProjectReference" || FileItems.Contains(kind) ? (string?)element.Attribute("Include")
            : null;
        if (value == null || element.Attribute("Sdk") != null) return true;
        foreach (string part in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // What the build itself generates follows from the other inputs; items made from items name no files of their own.
            if (part.StartsWith("$(IntermediateOutputPath)", StringComparison.Ordinal) || part.StartsWith('@')) continue;
            string path = part
                .Replace("$(MSBuildThisFileDirectory)", Path.GetDirectoryName(buildFile) + "/", StringComparison.OrdinalIgnoreCase)
                .Replace("$(MSBuildProjectDirectory)", projectFolder, StringComparison.OrdinalIgnoreCase)
                .Replace('\\', '/');
            if (path.Contains("$(", StringComparison.Ordinal) || path.Contains("%(", StringComparison.Ordinal)) return false;
            // An import is relative to the file that names it, an item to the project.
            string from = kind == "Import" ? Path.GetDirectoryName(buildFile)! : projectFolder;
            if (!TryAddPath(kind, path, from, projectFolder)) return false;
        }
        return true;
    }

    private bool TryAddPath(string kind, string path, string from, string projectFolder)
    {
        int wildcard = path.IndexOfAny(['*', '?']);
        if (wildcard < 0)
        {
            string full = Path.GetFullPath(path, from);
            if (kind == "ProjectReference") return TryAddProject(full);
            return !_files.Add(full) || kind != "Import" || !File.Exists(full) || TryAddReferences(full, projectFolder);
        }
        if (kind is "Import" or "ProjectReference") return false;
        string folder = Path.GetFullPath(path[..(path.LastIndexOf('/', wildcard) + 1)], from);
        if (Directory.Exists(folder)) AddFolder(folder);
        return true;
    }
}
