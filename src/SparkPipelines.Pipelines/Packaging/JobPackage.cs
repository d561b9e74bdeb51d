using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// Writes the one jar that any spark-submit takes: the runner's classes, and the published job as a <c>.tgz</c> entry, for a jar's own
/// entries know no file modes. The same job gives the same bytes.
/// </summary>
internal static class JobPackage
{
    private const string JobArchive = "job.tgz";

    // The earliest that a zip can say.
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes <paramref name="jarPath"/>, which appears whole or not at all.</summary>
    public static async Task WriteAsync(PublishedJob job, string jarPath, CancellationToken cancellationToken)
    {
        string classes = await RunnerClasses.GetFolderAsync(cancellationToken).ConfigureAwait(false);
        OwnedFolders.SweepAside(jarPath);
        string aside = OwnedFolders.Aside(jarPath);
        try
        {
            var jar = new FileStream(aside, FileMode.CreateNew, FileAccess.ReadWrite);
            await using (jar.ConfigureAwait(false))
            {
                using var zip = new ZipArchive(jar, ZipArchiveMode.Create);
                WriteText(zip, "META-INF/MANIFEST.MF", $"Manifest-Version: 1.0\r\nMain-Class: {RunnerClasses.MainClass}\r\n\r\n");
                WriteText(zip, "sparkpipelines/job.properties", Describe(job));
                foreach (string file in Directory.EnumerateFiles(classes, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                    await WriteFileAsync(zip, EntryName(classes, file), file, cancellationToken).ConfigureAwait(false);
                Stream archive = OpenEntry(zip, $"sparkpipelines/{JobArchive}", CompressionLevel.NoCompression);
                await using (archive.ConfigureAwait(false))
                    await WriteTarGzAsync(job, archive, cancellationToken).ConfigureAwait(false);
            }
            File.Move(aside, jarPath, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private static string Describe(PublishedJob job)
    {
        string program = job.IsSelfContained ? "executable" : "assembly";
        return $"name={Escape(job.Name)}\narchive={JobArchive}\n{program}={Escape(job.Program)}\n";
    }

    /// <summary>A value in a Java properties file, which is Latin-1 with escapes.</summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder();
        foreach (char c in value)
        {
            if (c == '\\') escaped.Append(@"\\");
            else if (c is < ' ' or > '~') escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $@"\u{(int)c:x4}");
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>GNU format, which holds names of any length; only what the job needs of a file is kept: name, mode, content.</summary>
    private static async Task WriteTarGzAsync(PublishedJob job, Stream target, CancellationToken cancellationToken)
    {
        var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            var tar = new TarWriter(gzip, TarEntryFormat.Gnu, leaveOpen: true);
            await using (tar.ConfigureAwait(false))
            {
                foreach (string file in job.Files)
                {
                    FileStream content = File.OpenRead(file);
                    await using (content.ConfigureAwait(false))
                    {
                        var entry = new GnuTarEntry(TarEntryType.RegularFile, EntryName(job.Folder, file))
                        {
                            Mode = ModeOf(file),
                            ModificationTime = FixedTime,
                            DataStream = content,
                        };
                        await tar.WriteEntryAsync(entry, cancellationToken).ConfigureAwait(false);
                    }
                }
            }
        }
    }

    private static UnixFileMode ModeOf(string file)
    {
        const UnixFileMode plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        bool executable = OperatingSystem.IsWindows() ? Path.GetExtension(file).Length == 0
            : (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;
        return executable ? plain | execute : plain;
    }

    private static string EntryName(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static void WriteText(ZipArchive zip, string name, string text)
    {
        using Stream stream = OpenEntry(zip, name, CompressionLevel.Fastest);
        stream.Write(Encoding.ASCII.GetBytes(text));
    }

    private static async Task WriteFileAsync(ZipArchive zip, string name, string file, CancellationToken cancellationToken)
    {
        Stream stream = OpenEntry(zip, name, CompressionLevel.Fastest);
        await using (stream.ConfigureAwait(false))
        {
            FileStream content = File.OpenRead(file);
            await using (content.ConfigureAwait(false))
                await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Stream OpenEntry(ZipArchive zip, string name, CompressionLevel level)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }
}
