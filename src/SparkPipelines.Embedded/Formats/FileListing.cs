using System.Text;
using System.Text.RegularExpressions;

namespace SparkPipelines.Embedded.Formats;

/// <summary>A file to read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="LengthBytes">Its size.</param>
/// <param name="Root">The folder (or the file) that the user named and that it was found under: partition folders lie below.</param>
internal sealed record DataFile(string Path, long LengthBytes, string Root)
{
    /// <summary>The path as Spark shows it: <c>file:///…</c>, special characters escaped.</summary>
    internal string Uri => new Uri(Path).AbsoluteUri;
}

/// <summary>The files that a reader's paths stand for.</summary>
internal sealed class FileListing
{
    private FileListing(IReadOnlyList<DataFile> files, IReadOnlyList<string> roots, string? basePath)
    {
        Files = files;
        Roots = roots;
        BasePath = basePath;
    }

    /// <summary>
    /// The files in the order in which Spark reads them: the largest first (it packs them into tasks that way), those of one size as listed.
    /// </summary>
    internal IReadOnlyList<DataFile> Files { get; }

    /// <summary>The files and folders that the paths name, patterns replaced by what they match, as full local paths; a folder without files too.</summary>
    internal IReadOnlyList<string> Roots { get; }

    /// <summary>The option <c>basePath</c>: where partition folders begin.</summary>
    internal string? BasePath { get; }

    /// <summary>Lists paths. Files whose name begins with <c>_</c> or <c>.</c> are not data.</summary>
    /// <exception cref="Sql.AnalysisException">A path does not exist.</exception>
    internal static FileListing Of(IReadOnlyList<string> paths, FormatOptions options)
    {
        options.Refuse("file", "modifiedBefore", "modifiedAfter");
        bool recursive = options.Bool("recursiveFileLookup", false);
        Regex? filter = options["pathGlobFilter"] is { } glob ? GlobRegex(glob) : null;
        bool ignoreMissing = options.Bool("ignoreMissingFiles", false);
        List<DataFile> files = [];
        List<string> named = [];
        foreach (string path in paths)
        {
            string local = ToLocalPath(path);
            List<string> roots = IsGlob(local) ? Expand(local) : [local];
            if (roots.Count == 0)
                throw FormatErrors.PathNotFound(ToUri(local));
            named.AddRange(roots);
            foreach (string root in roots)
            {
                if (File.Exists(root))
                    files.Add(new DataFile(root, new FileInfo(root).Length, root));
                else if (Directory.Exists(root))
                    AddFolder(new DirectoryInfo(root), root, files);
                else if (!ignoreMissing)
                    throw FormatErrors.PathNotFound(ToUri(root));
            }
        }
        IEnumerable<DataFile> wanted = filter is null ? files : files.Where(file => filter.IsMatch(Path.GetFileName(file.Path)));
        string? basePath = options["basePath"] is { } given ? ToLocalPath(given) : recursive ? "" : null;
        return new FileListing([.. wanted.OrderByDescending(file => file.LengthBytes)], named, basePath);
    }

    /// <summary>The listing of some of the files.</summary>
    internal FileListing Only(Func<DataFile, bool> wanted) => new([.. Files.Where(wanted)], Roots, BasePath);

    /// <summary>The path as Spark's analysis errors show it: <c>file:/…</c>. (Files that are read show as <see cref="DataFile.Uri"/>.)</summary>
    internal static string ToUri(string localPath) => "file:" + localPath;

    /// <summary>A full local path from a plain path or a <c>file:</c> URI.</summary>
    /// <exception cref="Sql.SparkUnsupportedOperationException">The path has another scheme.</exception>
    internal static string ToLocalPath(string path)
    {
        Match scheme = Regex.Match(path, "^([A-Za-z][A-Za-z0-9+.-]+):");
        if (!scheme.Success)
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!scheme.Groups[1].Value.Equals("file", StringComparison.OrdinalIgnoreCase))
            throw FormatErrors.UnsupportedScheme(path, scheme.Groups[1].Value);
        string rest = path[scheme.Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
            rest = rest[2..];
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(rest));
    }

    private static void AddFolder(DirectoryInfo folder, string root, List<DataFile> files)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (IsHidden(entry.Name))
                continue;
            if (entry is DirectoryInfo child)
                AddFolder(child, root, files);
            else
                files.Add(new DataFile(entry.FullName, ((FileInfo)entry).Length, root));
        }
    }

    private static bool IsHidden(string name) =>
        (name.StartsWith('_') && !name.Contains('=', StringComparison.Ordinal)) || name.StartsWith('.') || name.EndsWith("._COPYING_", StringComparison.Ordinal);

    private static bool IsGlob(string path) => path.AsSpan().IndexOfAny("*?[{") >= 0;

    private static List<string> Expand(string pattern)
    {
        List<string> found = ["/"];
        foreach (string part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = IsGlob(part)
                ? [.. found.Where(Directory.Exists).SelectMany(folder => Match(folder, GlobRegex(part)))]
                : [.. found.Select(folder => Path.Combine(folder, part)).Where(Path.Exists)];
        }
        return found;
    }

    private static IEnumerable<string> Match(string folder, Regex pattern) =>
        Directory.EnumerateFileSystemEntries(folder)
            .Where(entry => pattern.IsMatch(Path.GetFileName(entry)) && !IsHidden(Path.GetFileName(entry)))
            .Order(StringComparer.Ordinal);

    /// <summary>Hadoop's globs: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[^a]</c>, <c>{a,b}</c>, and <c>\</c> before a character that is meant itself.</summary>
    private static Regex GlobRegex(string glob)
    {
        var pattern = new StringBuilder("^");
        int braces = 0;
        for (int i = 0; i < glob.Length; i++)
        {
            char c = glob[i];
            switch (c)
            {
                case '*':
                    pattern.Append("[^/]*");
                    break;
                case '?':
                    pattern.Append("[^/]");
                    break;
                case '[':
                    pattern.Append('[');
                    if (i + 1 < glob.Length && glob[i + 1] is '!' or '^')
                    {
                        pattern.Append('^');
                        i++;
                    }
                    break;
                case ']':
                    pattern.Append(']');
                    break;
                case '{':
                    pattern.Append("(?:");
                    braces++;
                    break;
                case '}' when braces > 0:
                    pattern.Append(')');
                    braces--;
                    break;
                case ',' when braces > 0:
                    pattern.Append('|');
                    break;
                case '\\' when i + 1 < glob.Length:
                    pattern.Append(Regex.Escape(glob[++i].ToString()));
                    break;
                default:
                    pattern.Append(c == '-' ? "-" : Regex.Escape(c.ToString()));
                    break;
            }
        }
        return new Regex(pattern.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
