using System.Globalization;
using System.Text;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>JSON strings.</summary>
internal static class JsonText
{
    /// <summary>Writes what a quoted string, checked before, stands for.</summary>
    /// <returns>The number of bytes written; never more than the string has.</returns>
    internal static int Unescape(ReadOnlySpan<byte> quoted, Span<byte> output)
    {
        ReadOnlySpan<byte> text = quoted[1..^1];
        int written = 0;
        while (true)
        {
            int escape = text.IndexOf((byte)'\\');
            if (escape < 0)
            {
                text.CopyTo(output[written..]);
                return written + text.Length;
            }
            text[..escape].CopyTo(output[written..]);
            written += escape;
            text = text[(escape + 1)..];
            byte code = text[0];
            text = text[1..];
            if (code == 'u')
            {
                written += AppendCode(ref text, output[written..]);
                continue;
            }
            output[written++] = code switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                _ => code,
            };
        }
    }

    // A code unit, with the second half of a pair where there is one; half a pair becomes a question mark, as in Spark's strings.
    private static int AppendCode(ref ReadOnlySpan<byte> text, Span<byte> output)
    {
        char first = Code(text);
        text = text[4..];
        if (char.IsHighSurrogate(first) && text.Length >= 6 && text[0] == '\\' && text[1] == 'u' && char.IsLowSurrogate(Code(text[2..])))
        {
            char second = Code(text[2..]);
            text = text[6..];
            return new Rune(first, second).EncodeToUtf8(output);
        }
        return (char.IsSurrogate(first) ? new Rune('?') : new Rune(first)).EncodeToUtf8(output);
    }

    private static char Code(ReadOnlySpan<byte> text) => (char)int.Parse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
