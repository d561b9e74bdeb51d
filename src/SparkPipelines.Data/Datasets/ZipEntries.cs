using System.IO.Compression;

namespace SparkPipelines.Data;

/// <summary>The entries of zip archives as files. An entry that would lie outside its folder once unpacked makes the archive refused as a whole.</summary>
internal static class ZipEntries
{
    private const int UnixFileTypeMask = 0xF000, UnixSymbolicLink = 0xA000;

    public static IReadOnlyList<DatasetFile> List(StoredFile archive, ArchiveOptions options)
    {
        var pattern = new PathPattern(options.EntryGlob);
        using var zip = Open(archive);
        var files = new List<DatasetFile>();
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
                continue;
            var path = SafePath(entry, archive);
            if (!pattern.IsMatch(path))
                continue;
            var name = entry.FullName;
            files.Add(new DatasetFile(path, entry.Length, $"{archive}!{name}", () => OpenEntry(archive, name)));
        }

        files.Sort((left, right) => PathOrder.Instance.Compare(left.RelativePath, right.RelativePath));
        return files;
    }

    private static ZipArchive Open(StoredFile archive)
    {
        var stream = archive.OpenRead();
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException error)
        {
            stream.Dispose();
            throw new DatasetException($"'{archive}' is no zip archive, or is damaged.", error);
        }
    }

    private static string SafePath(ZipArchiveEntry entry, StoredFile archive)
    {
        var path = entry.FullName.Replace('\\', '/');
        var parts = path.Split('/');
        var isLink = ((entry.ExternalAttributes >> 16) & UnixFileTypeMask) == UnixSymbolicLink;
        if (isLink || path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal) || (parts[0].Length == 2 && parts[0][1] == ':') || parts.Any(part => part is "" or "." or ".."))
            throw new DatasetException($"The archive '{archive}' is not unpacked: its entry '{entry.FullName}' {(isLink ? "is a symbolic link" : "would lie outside of the target folder")}.");
        return path;
    }

    private static ZipEntryStream OpenEntry(StoredFile archive, string name)
    {
        var zip = Open(archive);
        try
        {
            var entry = zip.GetEntry(name) ?? throw new DatasetException($"The archive '{archive}' has lost its entry '{name}'.");
            return new ZipEntryStream(zip, entry.Open(), entry.Length, $"{archive}!{name}");
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }
}

/// <summary>An entry's bytes; ends the archive with it, and refuses more bytes than the archive's directory announced.</summary>
internal sealed class ZipEntryStream(ZipArchive archive, Stream entry, long lengthBytes, string source) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => lengthBytes;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException("An archive's entry is read from its beginning to its end.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Count(entry.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await entry.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("An archive's entry is read from its beginning to its end.");

    public override void SetLength(long value) => throw new NotSupportedException("An archive's entry can't be written.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An archive's entry can't be written.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            entry.Dispose();
            archive.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        return _read <= lengthBytes ? read : throw new DatasetException($"'{source}' unpacks to more than the {Yaml.Text(lengthBytes)} bytes that its archive announces.");
    }
}
