using System.IO.Compression;
using System.Text;

namespace SparkPipelines.Embedded.Formats.Lines;

/// <summary>The encoding of text files.</summary>
/// <param name="Encoding">Null for UTF-8, which needs no conversion.</param>
internal sealed record TextEncoding(Encoding? Encoding)
{
    internal static readonly TextEncoding Utf8 = new((Encoding?)null);

    /// <summary>The encoding of that name.</summary>
    /// <exception cref="Sql.SparkException">There is no such encoding.</exception>
    internal static TextEncoding Of(string format, FormatOptions options)
    {
        string name = options.First("encoding", "charset") ?? "UTF-8";
        if (name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) || name.Equals("UTF8", StringComparison.OrdinalIgnoreCase))
            return Utf8;
        try
        {
            return new TextEncoding((CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)));
        }
        catch (ArgumentException)
        {
            throw FormatErrors.UnsupportedValue(format, "encoding", name, "the encodings that .NET knows, such as 'UTF-8', 'ISO-8859-1', 'windows-1252', 'UTF-16'");
        }
    }
}

/// <summary>Opens text files: unpacked as their suffix says, and in UTF-8.</summary>
internal static class TextStreams
{
    internal static Stream Open(DataFile file, TextEncoding encoding)
    {
        Stream stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        stream = Path.GetExtension(file.Path) switch
        {
            ".gz" => new GZipStream(stream, CompressionMode.Decompress),
            ".deflate" => new ZLibStream(stream, CompressionMode.Decompress),
            ".bz2" or ".lz4" or ".snappy" or ".zst" => throw UnsupportedCompression(stream, file),
            _ => stream,
        };
        return encoding.Encoding is { } other ? Encoding.CreateTranscodingStream(stream, other, Encoding.UTF8) : stream;
    }

    private static Sql.SparkUnsupportedOperationException UnsupportedCompression(Stream stream, DataFile file)
    {
        stream.Dispose();
        return FormatErrors.Unsupported($"The embedded engine does not unpack '{Path.GetExtension(file.Path)}' files; {file.Uri} would need Spark, or gzip.", Path.GetExtension(file.Path));
    }
}
