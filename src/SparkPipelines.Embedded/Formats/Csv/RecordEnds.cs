namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>
/// Where records end in a file whose records go over several lines: at the kind of line end that comes first in the file, and at no other.
/// </summary>
internal static class RecordEnds
{
    /// <summary>Stands for a line end of two bytes; no byte of UTF-8 has this value.</summary>
    internal const byte Marker = 0xFF;

    /// <summary>Finds the kind of line end, and makes one byte of each that has two.</summary>
    /// <param name="text">The text; changed in place.</param>
    /// <param name="length">Its length afterwards.</param>
    /// <returns>The byte that ends a record.</returns>
    internal static int Mark(Span<byte> text, out int length)
    {
        length = text.Length;
        int first = text.IndexOfAny((byte)'\n', (byte)'\r');
        if (first < 0 || text[first] == '\n')
            return '\n';
        if (first + 1 >= text.Length || text[first + 1] != '\n')
            return '\r';
        int to = first;
        for (int from = first; from < text.Length; from++)
        {
            if (text[from] == '\r' && from + 1 < text.Length && text[from + 1] == '\n')
            {
                text[to++] = Marker;
                from++;
            }
            else
            {
                text[to++] = text[from];
            }
        }
        length = to;
        return Marker;
    }
}
