using System.Buffers;
using System.Text.RegularExpressions;

namespace SparkPipelines.Data;

/// <summary>
/// A place where files lie, under a name. Paths within it are relative, with <c>/</c> between their parts. A datastore knows how Spark names
/// its files and how this process reads them; credentials are references and never part of a definition, a log or an error.
/// </summary>
public abstract partial class Datastore
{
    private protected Datastore(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException($"'{name}' is no name for a datastore; letters, digits and underscores make one.", nameof(name));
        Name = name;
    }

    /// <summary>The name: letters, digits and underscores; case does not matter in look-ups.</summary>
    public string Name { get; }

    /// <summary>The datastore registered in a workspace under a name, whatever the name's case.</summary>
    /// <exception cref="DatasetException">The workspace has none of that name; the message lists those it has.</exception>
    public static Datastore Get(Workspace workspace, string name)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.GetDatastore(name);
    }

    /// <summary>What it is and where, without secrets: <c>training_data (file:///data)</c>.</summary>
    public override string ToString() => $"{Name} ({Location})";

    /// <summary>Where it is, without secrets.</summary>
    public abstract string Location { get; }

    /// <summary>What Spark must be told to read here, as configuration keys and values; empty for a plain file system.</summary>
    internal virtual IReadOnlyDictionary<string, string> SparkSettings => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The name under which Spark reads a file or folder.</summary>
    internal abstract string SparkPath(string path);

    /// <summary>The file at exactly this path; null when there is none.</summary>
    internal abstract StoredFile? FindFile(string path);

    /// <summary>All files in the folder and below, in ordinal order of their paths' parts; null when there is no such folder.</summary>
    internal abstract IReadOnlyList<StoredFile>? ListFolder(string path);

    internal abstract Stream OpenRead(string path);

    /// <summary>The path on this machine; null when the files lie elsewhere.</summary>
    internal abstract string? LocalPath(string path);

    [GeneratedRegex(@"^[A-Za-z0-9_]+\z")]
    private static partial Regex NamePattern();
}

/// <summary>A file of a datastore.</summary>
/// <param name="Path">Relative to the datastore, parts separated by <c>/</c>.</param>
/// <param name="LengthBytes">Its size in bytes.</param>
internal sealed record StoredFile(Datastore Datastore, string Path, long LengthBytes)
{
    private static readonly SearchValues<char> Wildcards = SearchValues.Create("*?[]{}\\");

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>As errors name it: the local path, or else the name that Spark uses.</summary>
    public override string ToString() => Datastore.LocalPath(Path) ?? Datastore.SparkPath(Path);

    public Stream OpenRead() => Datastore.OpenRead(Path);

    /// <summary>The name for a reader of Spark, which takes every path for a pattern: what would be a wildcard is escaped.</summary>
    public string SparkPattern
    {
        get
        {
            var path = Datastore.SparkPath(Path);
            return !path.AsSpan().ContainsAny(Wildcards) ? path : string.Concat(path.Select(c => Wildcards.Contains(c) ? $"\\{c}" : $"{c}"));
        }
    }
}
