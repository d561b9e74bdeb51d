using System.Text;
using SparkPipelines.Embedded.Errors;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Form encoding of texts, as the JVM does it: UTF-8, a blank as a plus.</summary>
internal static class UrlFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new() { Name = "url_encode", Arguments = Args.Of(Input.String), Result = Result.String, Nulls = Nulls.Always, Natives = [TextKernels.Of("sp_url_encode", Encode)], Lower = Duck("sp_url_encode({0})") },
        new()
        {
            Name = "url_decode", Arguments = Args.Of(Input.String), Result = Result.String, Nulls = Nulls.Always, Lower = Duck("sp_url_decode({0})"),
            Natives = [TextKernels.Of("sp_url_decode", static text => Decode(text) ?? throw SparkConditions.Error("CANNOT_DECODE_URL", ("url", text)))],
        },
        new() { Name = "try_url_decode", Arguments = Args.Of(Input.String), Result = Result.String, Nulls = Nulls.Always, Natives = [TextKernels.Of("sp_try_url_decode", Decode)], Lower = Duck("sp_try_url_decode({0})") },
    ];

    private static string Encode(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            _ = (char)b switch
            {
                ' ' => result.Append('+'),
                '.' or '-' or '*' or '_' => result.Append((char)b),
                var c when char.IsAsciiLetterOrDigit(c) => result.Append(c),
                _ => result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return result.ToString();
    }

    private static string? Decode(string text)
    {
        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                _ = result.Append(text[i] == '+' ? ' ' : text[i]);
                continue;
            }

            bytes.Clear();
            for (; i < text.Length && text[i] == '%'; i += 3)
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                    return null;
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            }

            i--;
            _ = result.Append(Encoding.UTF8.GetString([.. bytes]));
        }

        return result.ToString();
    }
}
