using SparkPipelines.Embedded.Formats.Csv;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>The options of Spark's <see href="https://spark.apache.org/docs/4.2.0/sql-data-sources-json.html">JSON source</see>, with its defaults.</summary>
internal sealed class JsonOptions
{
    internal JsonOptions(FormatContext context)
    {
        FormatOptions options = context.Options;
        options.Refuse("json", "locale");
        foreach (string name in (ReadOnlySpan<string>)["allowComments", "allowUnquotedFieldNames", "allowNumericLeadingZeros", "allowBackslashEscapingAnyCharacter", "allowUnquotedControlChars", "prefersDecimal", "inferTimestamp"])
        {
            if (options.Bool(name, false))
                throw FormatErrors.UnsupportedOption("json", name, options[name]!);
        }
        if (options.Double("samplingRatio", 1.0) != 1.0)
            throw FormatErrors.UnsupportedOption("json", "samplingRatio", options["samplingRatio"]!);
        AllowsSingleQuotes = options.Bool("allowSingleQuotes", true);
        AllowsNonNumericNumbers = options.Bool("allowNonNumericNumbers", true);
        PrimitivesAsString = options.Bool("primitivesAsString", false);
        DropsFieldsThatAreAllNull = options.Bool("dropFieldIfAllNull", false);
        MultiLine = options.Bool("multiLine", false);
        Mode = CsvOptions.ModeOf(options["mode"]);
        CorruptRecordColumn = options["columnNameOfCorruptRecord"] ?? context.Settings.CorruptRecordColumn;
        Encoding = TextEncoding.Of("json", options);
        LineSeparator = options["lineSep"] is { } separator ? System.Text.Encoding.UTF8.GetBytes(separator) : null;
        Rules = new TextRules
        {
            Zone = TimeZones.Find(options["timeZone"] ?? context.Settings.TimeZone),
            DatePattern = Pattern(options, "dateFormat"),
            TimestampPattern = Pattern(options, "timestampFormat"),
            TimestampNtzPattern = Pattern(options, "timestampNTZFormat"),
        };
    }

    internal bool AllowsSingleQuotes { get; }

    /// <summary>Whether <c>NaN</c>, <c>Infinity</c>, <c>-INF</c> and their like are numbers.</summary>
    internal bool AllowsNonNumericNumbers { get; }

    internal bool PrimitivesAsString { get; }

    internal bool DropsFieldsThatAreAllNull { get; }

    internal bool MultiLine { get; }

    internal ParseMode Mode { get; }

    internal string CorruptRecordColumn { get; }

    internal TextEncoding Encoding { get; }

    internal byte[]? LineSeparator { get; }

    internal TextRules Rules { get; }

    private static DateTimePattern? Pattern(FormatOptions options, string name) => options[name] is { } pattern ? new DateTimePattern("json", name, pattern) : null;
}
