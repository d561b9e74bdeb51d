using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>
/// Columns in the names of folders, <c>year=2013/month=1/</c>, as Spark's <c>PartitioningUtils</c> (4.2.1) finds them: each level below the
/// folder that the user named, the type the narrowest that fits every value.
/// </summary>
internal sealed partial class PartitionColumns
{
    /// <summary>The folder value of null, and of the empty string.</summary>
    internal const string NullValue = "__HIVE_DEFAULT_PARTITION__";

    private readonly Dictionary<string, string?[]> _values;
    private readonly StringComparison _comparison;

    private PartitionColumns(StructType schema, Dictionary<string, string?[]> values, FileListing listing, bool isCaseSensitive)
    {
        Schema = schema;
        _values = values;
        Listing = listing;
        _comparison = isCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    }

    /// <summary>The columns, outermost first.</summary>
    internal StructType Schema { get; }

    /// <summary>The files that belong to the table: with partitions those in them, without those directly in the folders named.</summary>
    internal FileListing Listing { get; }

    /// <summary>A file's values as they stand in its path, unescaped; null for <see cref="NullValue"/>.</summary>
    internal IReadOnlyList<string?> ValuesOf(DataFile file) => _values[file.Path];

    /// <summary>A column's position, or -1.</summary>
    internal int IndexOf(string name)
    {
        for (int i = 0; i < Schema.Count; i++)
        {
            if (string.Equals(Schema.Fields[i].Name, name, _comparison))
                return i;
        }
        return -1;
    }

    /// <summary>Finds the columns of the listed files. A schema that the user gave decides the types of those it names.</summary>
    internal static PartitionColumns Discover(FileListing listing, StructType? givenSchema, FormatSettings settings)
    {
        bool recursive = listing.BasePath is "";
        var found = new Dictionary<string, List<(string Name, string? Value)>>();
        if (!recursive)
        {
            foreach (DataFile file in listing.Files)
            {
                List<(string Name, string? Value)> columns = Parse(file, listing.BasePath);
                if (columns.Count > 0)
                    found[file.Path] = columns;
            }
        }
        if (found.Count == 0)
        {
            FileListing direct = recursive ? listing : listing.Only(file => file.Path == file.Root || Path.GetDirectoryName(file.Path) == file.Root);
            return new PartitionColumns(new StructType(), direct.Files.ToDictionary(file => file.Path, _ => Array.Empty<string?>()), direct, settings.IsCaseSensitive);
        }
        CheckSameNames(found);
        FileListing inPartitions = listing.Only(file => found.ContainsKey(file.Path));
        List<(string Name, string? Value)> first = found[inPartitions.Files[0].Path];
        var fields = new StructField[first.Count];
        for (int i = 0; i < fields.Length; i++)
        {
            string name = first[i].Name;
            StructField? given = givenSchema?.Fields.FirstOrDefault(field => string.Equals(field.Name, name, settings.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));
            fields[i] = given is not null
                ? new StructField(given.Name, given.DataType)
                : new StructField(name, InferType(found.Values.Select(columns => columns[i].Value)));
        }
        Dictionary<string, string?[]> values = found.ToDictionary(pair => pair.Key, pair => pair.Value.Select(column => column.Value).ToArray());
        return new PartitionColumns(new StructType(fields), values, inPartitions, settings.IsCaseSensitive);
    }

    /// <summary>Writes a column and its value as a folder's name, escaped as Spark escapes.</summary>
    internal static string FolderName(string column, string? value) =>
        Escape(column) + "=" + (string.IsNullOrEmpty(value) ? NullValue : Escape(value));

    /// <summary>Undoes the escaping of a folder's name.</summary>
    internal static string Unescape(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code))
            {
                result.Append((char)code);
                i += 2;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c < ' ' || "\"#%'*/:=?\\{[]^\u007F".Contains(c, StringComparison.Ordinal))
                result.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else
                result.Append(c);
        }
        return result.ToString();
    }

    private static List<(string Name, string? Value)> Parse(DataFile file, string? basePath)
    {
        List<(string Name, string? Value)> columns = [];
        string end = basePath ?? (file.Root == file.Path ? Path.GetDirectoryName(file.Path)! : file.Root);
        string? folder = Path.GetDirectoryName(file.Path);
        while (folder is not null && folder != end)
        {
            string name = Path.GetFileName(folder);
            int equals = name.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                break;
            string value = name[(equals + 1)..];
            columns.Add((Unescape(name[..equals]), value == NullValue ? null : Unescape(value)));
            folder = Path.GetDirectoryName(folder);
        }
        columns.Reverse();
        return columns;
    }

    private static void CheckSameNames(Dictionary<string, List<(string Name, string? Value)>> found)
    {
        string[] lists = [.. found.Values.Select(columns => string.Join(", ", columns.Select(column => column.Name))).Distinct(StringComparer.Ordinal)];
        if (lists.Length > 1)
            throw FormatErrors.ConflictingPartitions([.. lists.Select((list, i) => string.Create(CultureInfo.InvariantCulture, $"\tPartition column name list #{i}: {list}"))]);
    }

    private static DataType InferType(IEnumerable<string?> values)
    {
        DataType? common = null;
        foreach (string? value in values)
        {
            if (value is null)
                continue;
            DataType type = InferType(value);
            common = common is null ? type : Wider(common, type);
        }
        return common ?? new NullType();
    }

    private static DataType InferType(string value)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return new IntegerType();
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return new LongType();
        if (WholeNumber().Match(value) is { Success: true } match && Digits(match) is <= DecimalType.MaxPrecision and var digits)
            return new DecimalType(digits, 0);
        if (Fraction().IsMatch(value) || value is "NaN" or "Infinity" or "-Infinity" or "+Infinity")
            return new DoubleType();
        if (DateTime.TryParseExact(value, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return new TimestampType();
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? new DateType() : new StringType();
    }

    // Digits of a whole number that may have an exponent.
    private static int Digits(Match number)
    {
        string digits = number.Groups[1].Value.TrimStart('0');
        int exponent = number.Groups[2].Length > 0 ? int.Parse(number.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return Math.Max(1, digits.Length + exponent);
    }

    private static DataType Wider(DataType a, DataType b)
    {
        if (a.Equals(b))
            return a;
        return (a, b) switch
        {
            (IntegerType, LongType) or (LongType, IntegerType) => new LongType(),
            (IntegerType or LongType, DecimalType d) => WithDigits(d, a),
            (DecimalType d, IntegerType or LongType) => WithDigits(d, b),
            (DecimalType x, DecimalType y) => new DecimalType(Math.Max(x.Precision, y.Precision), 0),
            (IntegerType, DoubleType) or (DoubleType, IntegerType) => new DoubleType(),
            (DateType, TimestampType) or (TimestampType, DateType) => new TimestampType(),
            _ => new StringType(),
        };
    }

    private static DecimalType WithDigits(DecimalType type, DataType whole) => new(Math.Max(type.Precision, whole is LongType ? 20 : 10), 0);

    [GeneratedRegex(@"^[+-]?([0-9]+)\.?(?:[eE]\+?([0-9]{1,2}))?$")]
    private static partial Regex WholeNumber();

    // What Java takes for a double, its suffixes included.
    [GeneratedRegex(@"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?$")]
    private static partial Regex Fraction();
}
