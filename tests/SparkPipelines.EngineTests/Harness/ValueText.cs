using System.Collections;
using System.Globalization;
using System.Text;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.EngineTests.Harness;

/// <summary>Values and types as text that differs wherever they differ; for messages, and to put unordered rows in an order.</summary>
internal static class ValueText
{
    public static string OfRow(IEnumerable<object?> row) => $"[{string.Join(", ", row.Select(Of))}]";

    public static string Of(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        bool b => b ? "true" : "false",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        float f => $"{f.ToString("R", CultureInfo.InvariantCulture)}f",
        byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : ""),
        Row row => $"{{{string.Join(", ", row.Values.Select(Of))}}}",
        IDictionary map => OfMap(map),
        IEnumerable list => $"({string.Join(", ", list.Cast<object?>().Select(Of))})",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Names, types and nullability, nested ones too.</summary>
    public static string OfType(DataType type) => type switch
    {
        StructType s => $"struct<{string.Join(", ", s.Fields.Select(field => $"{field.Name}: {OfType(field.DataType)}{(field.IsNullable ? "" : " not null")}"))}>",
        ArrayType a => $"array<{OfType(a.ElementType)}{(a.ContainsNull ? "" : " not null")}>",
        MapType m => $"map<{OfType(m.KeyType)}, {OfType(m.ValueType)}{(m.ValueContainsNull ? "" : " not null")}>",
        _ => type.SimpleString,
    };

    public static bool AreSame(object? expected, object? actual, double tolerance) => (expected, actual) switch
    {
        (double e, double a) => AreClose(e, a, tolerance),
        (float e, float a) => AreClose(e, a, tolerance),
        (Row e, Row a) => AreSameLists(e.Values, a.Values, tolerance),
        (string, string) or (byte[], byte[]) or (IDictionary, IDictionary) => Of(expected) == Of(actual),
        (IEnumerable e, IEnumerable a) => AreSameLists(e, a, tolerance),
        _ => expected?.GetType() == actual?.GetType() && Of(expected) == Of(actual),
    };

    private static bool AreClose(double expected, double actual, double tolerance)
    {
        if (BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(expected) && double.IsNaN(actual)))
            return true;
        return tolerance > 0 && double.IsFinite(expected) && double.IsFinite(actual)
            && Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), Math.Abs(actual));
    }

    private static bool AreSameLists(IEnumerable expected, IEnumerable actual, double tolerance)
    {
        var (e, a) = (expected.Cast<object?>().ToList(), actual.Cast<object?>().ToList());
        return e.Count == a.Count && e.Zip(a).All(pair => AreSame(pair.First, pair.Second, tolerance));
    }

    private static string OfMap(IDictionary map)
    {
        var entries = new List<string>();
        foreach (DictionaryEntry entry in map)
            entries.Add($"{Of(entry.Key)}: {Of(entry.Value)}");
        entries.Sort(StringComparer.Ordinal);
        return new StringBuilder("<").AppendJoin(", ", entries).Append('>').ToString();
    }
}
