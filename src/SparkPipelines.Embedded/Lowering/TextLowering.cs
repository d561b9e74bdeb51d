using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>Which of Spark's two ways of writing a value.</summary>
internal enum TextStyle
{
    /// <summary>CAST to string: null stays null, inside a nested value it is <c>null</c>.</summary>
    Cast,

    /// <summary>What <c>show</c> prints: NULL for null everywhere, binary in hexadecimal.</summary>
    Show,
}

/// <summary>Values as text.</summary>
internal static class TextLowering
{
    public static string ToText(LoweringSite site, string value, DataType type, TextStyle style) => type switch
    {
        StringType or CharType or VarcharType => value,
        NullType => $"CAST({value} AS VARCHAR)",
        BinaryType when style == TextStyle.Show => $"'[' || array_to_string(regexp_extract_all(hex({value}), '..'), ' ') || ']'",
        BinaryType => $"{site.Native(TextCasts.BinaryToText)}({value})",
        FloatType => $"{site.Native(NumberCasts.FloatToText)}({value})",
        DoubleType => $"{site.Native(NumberCasts.DoubleToText)}({value})",
        BooleanType or IntegralType or DecimalType or DateType => $"CAST({value} AS VARCHAR)",
        TimestampType => Timestamp(CastLowering.ToLocal(site, value)),
        TimestampNtzType => Timestamp(value),
        DayTimeIntervalType i => $"{site.Native(TemporalCasts.DayTimeToText)}({value}, {Quoting.Number((int)i.Start)}, {Quoting.Number((int)i.End)})",
        YearMonthIntervalType i => $"{site.Native(TemporalCasts.YearMonthToText)}({value}, {Quoting.Number((int)i.Start)}, {Quoting.Number((int)i.End)})",
        TimeType => $"{site.Native(TemporalCasts.TimeToText)}({value})",
        ArrayType a => $"'[' || array_to_string(list_transform({value}, lambda e{CastLowering.Depth(a)}: {Element(site, $"e{CastLowering.Depth(a)}", a.ElementType, style)}), ', ') || ']'",
        StructType s => Struct(site, value, s, style),
        MapType m => Map(site, value, m, style),
        _ => throw Errors.Refusal.Of("cast", $"{type.SimpleString} to string"),
    };

    private static string Element(LoweringSite site, string value, DataType type, TextStyle style) =>
        $"coalesce({ToText(site, value, type, style)}, {(style == TextStyle.Show ? "'NULL'" : "'null'")})";

    private static string Struct(LoweringSite site, string value, StructType type, TextStyle style)
    {
        if (type.Count == 0)
            return $"CASE WHEN {value} IS NULL THEN NULL ELSE '{{}}' END";
        var members = type.Fields.Select((field, i) => Element(site, $"struct_extract_at({value}, {Quoting.Number(i + 1)})", field.DataType, style));
        return $"CASE WHEN {value} IS NULL THEN NULL ELSE '{{' || {string.Join(" || ', ' || ", members)} || '}}' END";
    }

    private static string Map(LoweringSite site, string value, MapType type, TextStyle style)
    {
        var e = $"e{CastLowering.Depth(type)}";
        return $"'{{' || array_to_string(list_transform(map_entries({value}), lambda {e}: {Element(site, $"struct_extract_at({e}, 1)", type.KeyType, style)} || ' -> ' || {Element(site, $"struct_extract_at({e}, 2)", type.ValueType, style)}), ', ') || '}}'";
    }

    // To the second, then as many digits of the fraction as there are.
    private static string Timestamp(string local) => $"regexp_replace(strftime({local}, '%Y-%m-%d %H:%M:%S.%f'), '[.]?0*$', '')";
}
