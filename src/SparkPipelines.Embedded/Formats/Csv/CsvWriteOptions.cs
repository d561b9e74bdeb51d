using System.Text;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>The options of writing CSV, with Spark's defaults.</summary>
internal sealed class CsvWriteOptions
{
    internal CsvWriteOptions(FormatContext context)
    {
        FormatOptions options = context.Options;
        if (TextEncoding.Of("csv", options).Encoding is not null)
            throw FormatErrors.UnsupportedValue("csv", "encoding", options.First("encoding", "charset")!, "'UTF-8'");
        options.Refuse("csv", "locale");
        Separator = CsvOptions.SeparatorOf(options.First("sep", "delimiter") ?? ",");
        Quote = CsvOptions.Char(options, "quote", '"');
        Escape = CsvOptions.Char(options, "escape", '\\');
        byte escapeEscape = CsvOptions.Char(options, "charToEscapeQuoteEscaping", '\0');
        EscapeEscape = escapeEscape != 0 ? escapeEscape : Quote == Escape ? (byte)0 : Escape;
        Comment = CsvOptions.Char(options, "comment", '\0');
        HasHeader = options.Bool("header", false);
        QuotesAll = options.Bool("quoteAll", false);
        EscapesQuotes = options.Bool("escapeQuotes", true);
        TrimsLeading = options.Bool("ignoreLeadingWhiteSpace", true);
        TrimsTrailing = options.Bool("ignoreTrailingWhiteSpace", true);
        NullText = Encoding.UTF8.GetBytes(options["nullValue"] ?? "");
        EmptyText = Encoding.UTF8.GetBytes(options["emptyValue"] ?? "\"\"");
        LineSeparator = Encoding.UTF8.GetBytes(options["lineSep"] ?? "\n");
        Compression = Compression.Of("csv", options);
        Rules = TextWriteRules.Of("csv", context);
    }

    internal byte Separator { get; }

    internal byte Quote { get; }

    internal byte Escape { get; }

    internal byte EscapeEscape { get; }

    internal byte Comment { get; }

    internal bool HasHeader { get; }

    internal bool QuotesAll { get; }

    /// <summary>Whether a quote inside a value makes it be quoted.</summary>
    internal bool EscapesQuotes { get; }

    internal bool TrimsLeading { get; }

    internal bool TrimsTrailing { get; }

    internal byte[] NullText { get; }

    internal byte[] EmptyText { get; }

    internal byte[] LineSeparator { get; }

    internal Compression Compression { get; }

    internal TextWriteRules Rules { get; }
}
