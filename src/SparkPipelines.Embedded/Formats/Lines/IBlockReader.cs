using System.Buffers;

namespace SparkPipelines.Embedded.Formats.Lines;

/// <summary>Gives the text of files in pieces, to several threads at once.</summary>
internal interface IBlockReader : IDisposable
{
    /// <summary>Whether a piece is a file, of which as few as can be are to be in memory.</summary>
    bool HoldsWholeFiles { get; }

    /// <summary>The next piece, or null after the last file. The caller disposes it.</summary>
    LineBlock? Next();
}

/// <summary>Gives each file as one piece, for records that go over several lines. A file has to fit into memory, and into 2 GB.</summary>
internal sealed class WholeFileReader(IReadOnlyList<DataFile> files, TextEncoding encoding) : IBlockReader
{
    private int _next = -1;

    /// <inheritdoc/>
    public bool HoldsWholeFiles => true;

    /// <inheritdoc/>
    public LineBlock? Next()
    {
        int index = Interlocked.Increment(ref _next);
        if (index >= files.Count)
            return null;
        using Stream stream = TextStreams.Open(files[index], encoding);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        int length = 0;
        while (true)
        {
            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                break;
            length += read;
            if (length < buffer.Length)
                continue;
            byte[] larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
        return LineBlock.Of(buffer, length, files[index], isFirst: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Files are open only while they are being read.
    }
}
