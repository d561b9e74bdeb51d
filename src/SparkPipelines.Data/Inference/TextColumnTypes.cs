using System.Globalization;
using System.Text.RegularExpressions;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>The types that text can be converted to, by the names that Spark's DDL has for them.</summary>
internal static partial class TextColumnTypes
{
    private static readonly Dictionary<string, DataType> ByName = new DataType[]
    {
        new StringType(), new BooleanType(), new ByteType(), new ShortType(), new IntegerType(), new LongType(), new FloatType(), new DoubleType(),
        new DateType(), new TimestampType(), new TimestampNtzType(),
    }.ToDictionary(type => type.SimpleString, StringComparer.Ordinal);

    /// <summary>The type of a name such as <c>bigint</c> or <c>decimal(10,2)</c>; null when there is none.</summary>
    public static DataType? Parse(string name)
    {
        if (ByName.TryGetValue(name, out var type))
            return type;
        var match = Decimal().Match(name);
        if (!match.Success)
            return null;
        var precision = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var scale = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return precision is >= 1 and <= 38 && scale <= precision ? new DecimalType(precision, scale) : null;
    }

    public static string Names => string.Join(", ", ByName.Keys.Append("decimal(p,s)"));

    [GeneratedRegex(@"^decimal\(([0-9]{1,2}),([0-9]{1,2})\)\z")]
    private static partial Regex Decimal();
}
