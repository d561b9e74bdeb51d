using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SparkPipelines.Data;

/// <summary>The definition of a set of files: files of datastores, or entries of archives there. The files are looked up anew each time they are asked for.</summary>
public sealed class FileDataset : Dataset
{
    private readonly IReadOnlyList<FileOperation> _operations;

    internal FileDataset(IReadOnlyList<DataPath> paths, ArchiveOptions? archive, IReadOnlyList<FileOperation>? operations = null, DatasetRegistration? registration = null)
        : base(registration)
    {
        Paths = paths;
        Archive = archive;
        _operations = operations ?? [];
    }

    /// <summary>The paths, in order.</summary>
    public IReadOnlyList<DataPath> Paths { get; }

    /// <summary>Which entries count when the files are archives; null when they are not.</summary>
    public ArchiveOptions? Archive { get; }

    internal IReadOnlyList<FileOperation> Operations => _operations;

    /// <summary>The first files.</summary>
    public FileDataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(new FileOperation.Take(count));
    }

    /// <summary>All but the first files.</summary>
    public FileDataset Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(new FileOperation.Skip(count));
    }

    /// <summary>A random part; which files are in it follows from their relative paths and the seed alone.</summary>
    /// <param name="probability">The share to keep, 0 to 1; the number of files is near it, not exact.</param>
    /// <param name="seed">Another seed, another sample.</param>
    public FileDataset TakeSample(double probability, long seed)
    {
        RequireShare(probability, nameof(probability));
        return With(new FileOperation.Draw(0, probability, seed, Draws));
    }

    /// <summary>Two parts that have no file in common and together all files; as stable as <see cref="TakeSample"/>.</summary>
    /// <param name="percentage">The first part's share, 0 to 1; the number of files is near it, not exact.</param>
    /// <param name="seed">Another seed, another split.</param>
    public (FileDataset First, FileDataset Second) RandomSplit(double percentage, long seed)
    {
        RequireShare(percentage, nameof(percentage));
        return (With(new FileOperation.Draw(0, percentage, seed, Draws)), With(new FileOperation.Draw(percentage, 1, seed, Draws)));
    }

    /// <summary>
    /// The files with their paths relative to the folder that all of a path's files share, or to the archive's root. Archives are opened to list them.
    /// </summary>
    /// <exception cref="DatasetException">A path is missing, nothing matches, or an archive is damaged or holds an entry that would leave its folder.</exception>
    public IReadOnlyList<DatasetFile> ToFiles()
    {
        var files = new List<DatasetFile>();
        foreach (var path in Paths)
        {
            var stored = PathResolver.Resolve([path], dataFilesOnly: false);
            if (Archive is { } archive)
                files.AddRange(stored.SelectMany(file => ZipEntries.List(file, archive)));
            else
                files.AddRange(stored.Select(file => new DatasetFile(RelativePath(path, file), file.LengthBytes, file.ToString(), file.OpenRead)));
        }

        if (Archive is not null && files.Count == 0)
            throw new DatasetException($"No entry of {string.Join(", ", Paths.Select(path => $"'{path}'"))} matches the pattern '{Archive.EntryGlob}'.");
        IEnumerable<DatasetFile> kept = files;
        foreach (var operation in _operations)
            kept = operation.Apply(kept);
        return [.. kept];
    }

    /// <summary>The relative paths of the files, as <see cref="ToFiles"/> has them.</summary>
    public IReadOnlyList<string> ToPath() => [.. ToFiles().Select(file => file.RelativePath)];

    /// <summary>Copies the files to a folder, under their relative paths.</summary>
    /// <param name="targetFolder">Made when it does not exist.</param>
    /// <param name="overwrite">Whether a file that is there is replaced; otherwise it is refused before anything is copied.</param>
    /// <param name="cancellationToken">Stops between two pieces of a file; a file begun is removed.</param>
    /// <returns>The absolute paths of the copies, in the files' order.</returns>
    /// <exception cref="DatasetException">Two files have one relative path, or a file is there already.</exception>
    public async Task<IReadOnlyList<string>> DownloadAsync(string targetFolder, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(targetFolder);
        var root = Path.GetFullPath(targetFolder);
        var files = ToFiles();
        var targets = files.Select(file => Path.Combine(root, file.RelativePath.Replace('/', Path.DirectorySeparatorChar))).ToList();
        var clash = targets.GroupBy(target => target, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
            throw new DatasetException($"Two files of the dataset would both be copied to '{clash.Key}'; download their paths to different folders.");
        if (!overwrite && targets.Find(System.IO.File.Exists) is { } present)
            throw new DatasetException($"'{present}' is there already; pass overwrite: true to replace it.");
        for (var i = 0; i < files.Count; i++)
            await CopyAsync(files[i], targets[i], cancellationToken).ConfigureAwait(false);
        return targets;
    }

    internal override FileDataset WithRegistration(DatasetRegistration registration) => new(Paths, Archive, _operations, registration);

    internal FileDataset WithOperations(IReadOnlyList<FileOperation> operations) => new(Paths, Archive, operations);

    private int Draws => _operations.Count(operation => operation is FileOperation.Draw);

    private static string RelativePath(DataPath path, StoredFile file)
    {
        var folder = path.IsPattern ? new PathPattern(path.Path).BaseFolder : path.Path == file.Path ? path.Path[..Math.Max(0, path.Path.LastIndexOf('/'))] : path.Path;
        return folder.Length == 0 ? file.Path : file.Path[(folder.Length + 1)..];
    }

    private static async Task CopyAsync(DatasetFile file, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var aside = AtomicFiles.Aside(target);
        try
        {
            var source = file.OpenRead();
            await using (source.ConfigureAwait(false))
            {
                var copy = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
                await using (copy.ConfigureAwait(false))
                    await source.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            }

            System.IO.File.Move(aside, target, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(aside);
        }
    }

    private static void RequireShare(double share, string name)
    {
        if (double.IsNaN(share) || share is < 0 or > 1)
            throw new ArgumentOutOfRangeException(name, share, "A share lies between 0 and 1.");
    }

    private FileDataset With(FileOperation operation) => new(Paths, Archive, [.. _operations, operation]);
}

/// <summary>A file of a <see cref="FileDataset"/>.</summary>
public sealed class DatasetFile
{
    private readonly Func<Stream> _open;

    internal DatasetFile(string relativePath, long lengthBytes, string source, Func<Stream> open)
    {
        RelativePath = relativePath;
        LengthBytes = lengthBytes;
        Source = source;
        _open = open;
    }

    /// <summary>The path within the set, <c>/</c> between its parts.</summary>
    public string RelativePath { get; }

    /// <summary>The size in bytes, of an archive's entry its unpacked size.</summary>
    public long LengthBytes { get; }

    /// <summary>Where the file lies: its path, or the archive's and the entry's.</summary>
    public string Source { get; }

    /// <summary>Opens the file for reading; the caller disposes the stream.</summary>
    public Stream OpenRead() => _open();

    /// <summary>The path within the set.</summary>
    public override string ToString() => RelativePath;
}

/// <summary>One step of a file set's definition after its paths.</summary>
internal abstract record FileOperation
{
    public abstract IEnumerable<DatasetFile> Apply(IEnumerable<DatasetFile> files);

    internal sealed record Take(int Count) : FileOperation
    {
        public override IEnumerable<DatasetFile> Apply(IEnumerable<DatasetFile> files) => files.Take(Count);
    }

    internal sealed record Skip(int Count) : FileOperation
    {
        public override IEnumerable<DatasetFile> Apply(IEnumerable<DatasetFile> files) => files.Skip(Count);
    }

    /// <summary>Keeps the files whose number in [0, 1), made of seed, draw and relative path, lies in [<paramref name="From"/>, <paramref name="To"/>).</summary>
    internal sealed record Draw(double From, double To, long Seed, int Number) : FileOperation
    {
        public override IEnumerable<DatasetFile> Apply(IEnumerable<DatasetFile> files) => files.Where(file => NumberOf(file) is var number && number >= From && number < To);

        private double NumberOf(DatasetFile file)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Yaml.Text(Seed)}\n{Yaml.Text(Number)}\n{file.RelativePath}"));
            return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
