namespace SparkPipelines.Data;

/// <summary>The kinds of archives that file sets are taken out of.</summary>
public enum ArchiveType
{
    /// <summary>A zip archive.</summary>
    Zip = 0,
}

/// <summary>That the files of a set are archives, and which of their entries count.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Options for archives of one kind.</summary>
    /// <param name="archiveType">The kind.</param>
    /// <param name="entryGlob">A pattern over the entries' paths, in <see cref="DataPath"/>'s grammar; all entries by default.</param>
    /// <exception cref="ArgumentException">The pattern is malformed.</exception>
    public ArchiveOptions(ArchiveType archiveType, string entryGlob = "**")
    {
        ArgumentException.ThrowIfNullOrEmpty(entryGlob);
        if (!Enum.IsDefined(archiveType))
            throw new ArgumentOutOfRangeException(nameof(archiveType), archiveType, "There is no such kind of archive.");
        _ = new PathPattern(entryGlob);
        ArchiveType = archiveType;
        EntryGlob = entryGlob;
    }

    /// <summary>The archives' kind.</summary>
    public ArchiveType ArchiveType { get; }

    /// <summary>The pattern over the entries' paths.</summary>
    public string EntryGlob { get; }
}
