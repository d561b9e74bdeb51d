using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>What a reader does with records that don't fit.</summary>
internal enum ParseMode
{
    Permissive,
    DropMalformed,
    FailFast,
}

/// <summary>The options of Spark's <see href="https://spark.apache.org/docs/4.2.0/sql-data-sources-csv.html">CSV source</see>, with its defaults.</summary>
internal sealed class CsvOptions
{
    internal CsvOptions(FormatContext context)
    {
        FormatOptions options = context.Options;
        options.Refuse("csv", "locale", "unescapedQuoteHandling", "maxCharsPerColumn");
        Separator = SeparatorOf(options.First("sep", "delimiter") ?? ",");
        Quote = Char(options, "quote", '"');
        Escape = Char(options, "escape", '\\');
        byte escapeEscape = Char(options, "charToEscapeQuoteEscaping", '\0');
        EscapeEscape = escapeEscape != 0 ? escapeEscape : Quote == Escape ? (byte)0 : Escape;
        Comment = Char(options, "comment", '\0');
        HasHeader = options.Bool("header", false);
        InferSchema = options.Bool("inferSchema", false);
        PrefersDate = options.Bool("preferDate", true);
        EnforceSchema = options.Bool("enforceSchema", true);
        MultiLine = options.Bool("multiLine", false);
        TrimsLeading = options.Bool("ignoreLeadingWhiteSpace", false);
        TrimsTrailing = options.Bool("ignoreTrailingWhiteSpace", false);
        NullText = options["nullValue"] ?? "";
        EmptyText = options["emptyValue"] ?? "";
        MaxColumns = options.Int("maxColumns", 20480);
        SamplingRatio = options.Double("samplingRatio", 1.0);
        if (SamplingRatio != 1.0)
            throw FormatErrors.UnsupportedOption("csv", "samplingRatio", options["samplingRatio"]!);
        Mode = ModeOf(options["mode"]);
        CorruptRecordColumn = options["columnNameOfCorruptRecord"] ?? context.Settings.CorruptRecordColumn;
        Encoding = TextEncoding.Of("csv", options);
        if (options["lineSep"] is { } separator)
        {
            if (separator.Length is 0 or > 2)
                throw FormatErrors.BadOption("lineSep", separator, "one character, or '\\r\\n'");
            LineSeparator = System.Text.Encoding.UTF8.GetBytes(separator);
        }
        Rules = new TextRules
        {
            Zone = TimeZones.Find(options["timeZone"] ?? context.Settings.TimeZone),
            NaN = System.Text.Encoding.UTF8.GetBytes(options["nanValue"] ?? "NaN"),
            PositiveInfinity = System.Text.Encoding.UTF8.GetBytes(options["positiveInf"] ?? "Inf"),
            NegativeInfinity = System.Text.Encoding.UTF8.GetBytes(options["negativeInf"] ?? "-Inf"),
            DatePattern = Pattern(options, "dateFormat"),
            TimestampPattern = Pattern(options, "timestampFormat"),
            TimestampNtzPattern = Pattern(options, "timestampNTZFormat"),
        };
    }

    internal byte Separator { get; }

    /// <summary>The quote, or 0 for none.</summary>
    internal byte Quote { get; }

    /// <summary>The character before a quote inside quotes that is meant itself, or 0 for none.</summary>
    internal byte Escape { get; }

    /// <summary>The character before an escape that is meant itself, or 0 for none.</summary>
    internal byte EscapeEscape { get; }

    /// <summary>The character that begins a line to skip, or 0 for none.</summary>
    internal byte Comment { get; }

    internal bool HasHeader { get; }

    internal bool InferSchema { get; }

    internal bool PrefersDate { get; }

    internal bool EnforceSchema { get; }

    internal bool MultiLine { get; }

    internal bool TrimsLeading { get; }

    internal bool TrimsTrailing { get; }

    internal string NullText { get; }

    /// <summary>The value of <c>""</c>.</summary>
    internal string EmptyText { get; }

    internal int MaxColumns { get; }

    internal double SamplingRatio { get; }

    internal ParseMode Mode { get; }

    internal string CorruptRecordColumn { get; }

    internal TextEncoding Encoding { get; }

    internal byte[]? LineSeparator { get; }

    internal TextRules Rules { get; }

    /// <summary>Spark takes an unknown mode for permissive.</summary>
    internal static ParseMode ModeOf(string? name) => name?.ToUpperInvariant() switch
    {
        "DROPMALFORMED" => ParseMode.DropMalformed,
        "FAILFAST" => ParseMode.FailFast,
        _ => ParseMode.Permissive,
    };

    internal static byte Char(FormatOptions options, string name, char whenUnset)
    {
        string? value = options[name];
        if (value is null)
            return (byte)whenUnset;
        if (value.Length > 1)
            throw FormatErrors.MoreThanOneCharacter(name, value);
        return value.Length == 0 ? (byte)0 : AsciiByte(name, value);
    }

    internal static byte SeparatorOf(string value)
    {
        if (value.Length == 0)
            throw FormatErrors.BadOption("sep", value, "a character");
        return value switch
        {
            "\\t" => (byte)'\t',
            "\\r" => (byte)'\r',
            "\\b" => (byte)'\b',
            "\\f" => (byte)'\f',
            "\\\\" => (byte)'\\',
            _ => AsciiByte("sep", value),
        };
    }

    private static byte AsciiByte(string name, string value) =>
        value.Length == 1 && char.IsAscii(value[0]) ? (byte)value[0] : throw FormatErrors.UnsupportedValue("csv", name, value, "single ASCII characters");

    private static DateTimePattern? Pattern(FormatOptions options, string name) => options[name] is { } pattern ? new DateTimePattern("csv", name, pattern) : null;
}
