using System.Globalization;
using System.Numerics;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>Constants as SQL, each with its storage type.</summary>
internal static class ConstantLowering
{
    public static string Lower(Constant constant) => Lower(constant.Value, constant.Type);

    public static string Lower(object? value, DataType type)
    {
        var storage = LoweringSite.TypeOf(type);
        return (value, type) switch
        {
            (null, _) => $"CAST(NULL AS {storage})",
            (bool b, _) => b ? "true" : "false",
            (string text, _) => Text(text),
            (double d, _) => $"CAST('{Invariant(d)}' AS DOUBLE)",
            (float f, _) => $"CAST('{Invariant(f)}' AS FLOAT)",
            (BigInteger digits, DecimalType d) => $"CAST('{DecimalText.Of(digits, d.Scale)}' AS {storage})",
            (byte[] bytes, _) => $"unhex('{Convert.ToHexString(bytes)}')",
            (int days, DateType) => $"(DATE '1970-01-01' + CAST({Quoting.Number(days)} AS INTEGER))",
            (long micros, TimestampType or TimestampNtzType) => $"make_timestamp({Quoting.Number(micros)})",
            (object?[] items, ArrayType array) => $"CAST([{string.Join(", ", items.Select(item => Lower(item, array.ElementType)))}] AS {storage})",
            (object?[] items, StructType s) => $"{{{string.Join(", ", items.Select((item, i) => $"{SqlText.Literal(StorageTypes.MemberName(s, i))}: {Lower(item, s[i].DataType)}"))}}}",
            (MapEntries map, MapType m) => $"CAST(map([{string.Join(", ", map.Keys.Select(key => Lower(key, m.KeyType)))}], [{string.Join(", ", map.Values.Select(v => Lower(v, m.ValueType)))}]) AS {storage})",
            _ => $"CAST({((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)} AS {storage})",
        };
    }

    // DuckDB's parser ends a statement at a zero character.
    private static string Text(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? $"({string.Join(" || chr(0) || ", text.Split('\0').Select(SqlText.Literal))})"
        : SqlText.Literal(text);

    private static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace("∞", "Infinity", StringComparison.Ordinal);

    private static string Invariant(float value) => value.ToString("R", CultureInfo.InvariantCulture).Replace("∞", "Infinity", StringComparison.Ordinal);
}
