using System.Collections.Frozen;
using System.Text;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>What becomes of a text that is not of its column's type.</summary>
public enum OnError
{
    /// <summary>Reading stops with a <see cref="DatasetConversionException"/> that names file, line, column and text.</summary>
    Fail = 0,

    /// <summary>The value is null.</summary>
    Null = 1,
}

/// <summary>The encodings of delimited files.</summary>
public enum FileEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8 = 0,

    /// <summary>ISO 8859-1: each byte is the code point of its value.</summary>
    Latin1 = 1,

    /// <summary>UTF-16; the byte order mark tells the order, little endian without one.</summary>
    Utf16 = 2,
}

/// <summary>How delimited files are read. The defaults are those of <c>Dataset.Tabular.FromDelimitedFiles</c>.</summary>
public sealed record DelimitedOptions
{
    /// <summary>The number of rows, over all files in order, that column types are inferred from.</summary>
    public const int DefaultSampleRows = 10_000;

    /// <summary>The character between fields.</summary>
    /// <value>A comma.</value>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether the first line of every file holds the names of the columns. The names must be the same in all files; a file without lines is passed over.</summary>
    /// <value>True; with false the columns are <c>Column1</c>, <c>Column2</c>, ….</value>
    public bool HasHeader { get; init; } = true;

    /// <summary>Whether a quoted field may hold line breaks.</summary>
    /// <value>False: a line is a record, and large files can be read in parts.</value>
    public bool SupportMultiLine { get; init; }

    /// <summary>The files' encoding.</summary>
    public FileEncoding Encoding { get; init; } = FileEncoding.Utf8;

    /// <summary>Texts that stand for a missing value in any column, compared without the blanks around them; a bare empty field always does.</summary>
    /// <value>None.</value>
    public IReadOnlyList<string> NullValues { get; init; } = [];

    /// <summary>Whether types are inferred from a sample; false leaves every column text.</summary>
    /// <value>True.</value>
    public bool InferColumnTypes { get; init; } = true;

    /// <summary>Types of single columns; these are not inferred. Boolean, integer, floating, decimal, date, timestamp and string types are allowed.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, DataType> ColumnTypes { get; init; } = FrozenDictionary<string, DataType>.Empty;

    /// <summary>How many rows, over all files in order, types are inferred from.</summary>
    /// <value>10,000 rows.</value>
    public int SampleRows { get; init; } = DefaultSampleRows;

    /// <summary>What becomes of a text that is not of its column's type.</summary>
    /// <value><see cref="OnError.Fail"/>.</value>
    public OnError OnError { get; init; } = OnError.Fail;

    internal Encoding TextEncoding => Encoding switch
    {
        FileEncoding.Utf8 => System.Text.Encoding.UTF8,
        FileEncoding.Latin1 => System.Text.Encoding.Latin1,
        FileEncoding.Utf16 => System.Text.Encoding.Unicode,
        _ => throw new InvalidOperationException($"The encoding {Encoding} is not known."),
    };

    /// <summary>Refuses options that make no sense, all of them in one message.</summary>
    internal void Validate()
    {
        var findings = new List<string>();
        if (Delimiter is '"' or '\n' or '\r' || Delimiter > 127)
            findings.Add($"the delimiter must be one ASCII character and no quote or line break, not '{Delimiter}'");
        if (SampleRows < 1)
            findings.Add($"sampleRows must be at least 1, not {Yaml.Text(SampleRows)}");
        if (!Enum.IsDefined(OnError))
            findings.Add($"onError can't be {(int)OnError}");
        if (!Enum.IsDefined(Encoding))
            findings.Add($"encoding can't be {(int)Encoding}");
        findings.AddRange(ColumnTypes.Where(column => !ColumnConversion.IsSupported(column.Value))
            .Select(column => $"text can't be converted to {column.Value} as column '{column.Key}' wants it"));
        if (findings.Count > 0)
            throw new ArgumentException($"The files can't be read with these options: {string.Join("; ", findings)}.");
    }
}
