using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>Casts as SQL. Where DuckDB rounds, saturates or reads text otherwise than Spark, a C# function does it (TextCasts).</summary>
internal static class CastLowering
{
    public static string Lower(LoweringSite site, string value, DataType from, DataType to, CastMode mode)
    {
        if (from.Equals(to) || StorageTypes.ToSql(from) == StorageTypes.ToSql(to) && from.GetType() == to.GetType() && from is StructType or ArrayType or MapType or StringType or DayTimeIntervalType or YearMonthIntervalType)
            return value;
        var target = LoweringSite.TypeOf(to);
        var isTry = mode == CastMode.Try;
        var cast = isTry ? "TRY_CAST" : "CAST";
        return (from, to) switch
        {
            (NullType, _) => $"CAST({value} AS {target})",
            (_, StringType or CharType or VarcharType) => TextLowering.ToText(site, value, from, TextStyle.Cast),
            (StringType, BinaryType) => $"encode({value})",
            (StringType, _) => FromText(site, value, to, isTry),
            (BooleanType, NumericType) => $"CAST({value} AS {target})",
            (NumericType, BooleanType) => $"({value} <> 0)",
            (FloatType or DoubleType, IntegralType) => $"{cast}(trunc({value}) AS {target})",
            (DecimalType, IntegralType) => $"{cast}(trunc({value}) AS {target})",
            (DoubleType, FloatType) => $"{site.Native(NumberCasts.DoubleToFloat)}({value})",
            (FloatType or DoubleType, DecimalType d) => FloatToDecimal(site, value, from, d, isTry),
            (NumericType, NumericType) => $"{cast}({value} AS {target})",
            (DateType, TimestampType) => FromLocal(site, $"CAST({value} AS TIMESTAMP)"),
            (DateType, TimestampNtzType) => $"CAST({value} AS TIMESTAMP)",
            (TimestampType, DateType) => $"CAST({ToLocal(site, value)} AS DATE)",
            (TimestampNtzType, DateType) => $"CAST({value} AS DATE)",
            (TimestampType, TimestampNtzType) => ToLocal(site, value),
            (TimestampNtzType, TimestampType) => FromLocal(site, value),
            (IntegralType, TimestampType) => $"make_timestamp(CAST({value} AS BIGINT) * 1000000)",
            (FloatType or DoubleType, TimestampType) => $"make_timestamp(CAST(trunc({value} * 1000000) AS BIGINT))",
            (DecimalType, TimestampType) => $"make_timestamp(CAST(trunc(CAST({value} AS DECIMAL(38,6)) * 1000000) AS BIGINT))",
            (TimestampType, IntegralType) => $"{cast}(CAST(floor(epoch_us({value}) / 1000000) AS BIGINT) AS {target})",
            (TimestampType, FloatType or DoubleType) => $"CAST(epoch_us({value}) / 1000000.0 AS {target})",
            (TimestampType, DecimalType) => $"{cast}(CAST(epoch_us({value}) AS DECIMAL(38,6)) / 1000000 AS {target})",
            (ArrayType a, ArrayType b) => $"list_transform({value}, lambda e{Depth(a)}: {Lower(site, $"e{Depth(a)}", a.ElementType, b.ElementType, mode)})",
            (StructType a, StructType b) => Struct(site, value, a, b, mode),
            (MapType a, MapType b) => Map(site, value, a, b, mode),
            _ => throw Errors.Refusal.Of("cast", $"{from.SimpleString} to {to.SimpleString}"),
        };
    }

    /// <summary>The time on the wall in the session's zone.</summary>
    public static string ToLocal(LoweringSite site, string instant) => IsUtc(site) ? instant : $"timezone({site.TimeZoneSql}, CAST({instant} AS TIMESTAMPTZ))";

    /// <summary>The instant of a time on the wall in the session's zone.</summary>
    public static string FromLocal(LoweringSite site, string local) => IsUtc(site) ? local : $"CAST(timezone({site.TimeZoneSql}, {local}) AS TIMESTAMP)";

    private static bool IsUtc(LoweringSite site) => site.Settings.TimeZone is "UTC" or "Etc/UTC" or "Z" or "GMT";

    private static string FromText(LoweringSite site, string value, DataType to, bool isTry)
    {
        if (to is DecimalType d)
            return TextDecimal(value, d, isTry);
        var function = TextCasts.To(to, site.Settings, isTry) ?? throw Errors.Refusal.Of("cast", $"string to {to.SimpleString}");
        return $"{site.Native(function)}({value})";
    }

    // The digits are checked by the C# function's rules first; what has the form then only has to fit.
    private static string TextDecimal(string value, DecimalType to, bool isTry)
    {
        var cast = $"{(isTry ? "TRY_CAST" : "CAST")}(trim({value}) AS DECIMAL({to.Precision},{to.Scale}))";
        var isNumber = $"regexp_full_match(trim({value}), '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?')";
        var otherwise = isTry
            ? "NULL"
            : Raise.Sql("CAST_INVALID_INPUT", ("expression", $"'''' || {value} || ''''"), ("sourceType", "'\"STRING\"'"), ("targetType", SqlText.Literal(Quoting.Type(to))), ("ansiConfig", SqlText.Literal(DivisionLowerings.AnsiConf)));
        return $"CASE WHEN {value} IS NULL THEN NULL WHEN {isNumber} THEN {cast} ELSE {otherwise} END";
    }

    private static string FloatToDecimal(LoweringSite site, string value, DataType from, DecimalType to, bool isTry)
    {
        // Spark goes by the decimal text of the number, so 0.1f is 0.1.
        var text = TextLowering.ToText(site, value, from, TextStyle.Cast);
        return isTry
            ? $"TRY_CAST({text} AS DECIMAL({to.Precision},{to.Scale}))"
            : $"CAST({text} AS DECIMAL({to.Precision},{to.Scale}))";
    }

    private static string Struct(LoweringSite site, string value, StructType from, StructType to, CastMode mode)
    {
        var members = to.Fields.Select((field, i) =>
            $"{SqlText.Literal(StorageTypes.MemberName(to, i))}: {Lower(site, $"struct_extract_at({value}, {Quoting.Number(i + 1)})", from[i].DataType, field.DataType, mode)}");
        return $"CASE WHEN {value} IS NULL THEN NULL ELSE {{{string.Join(", ", members)}}} END";
    }

    private static string Map(LoweringSite site, string value, MapType from, MapType to, CastMode mode)
    {
        var keys = $"list_transform(map_keys({value}), lambda e{Depth(from)}: {Lower(site, $"e{Depth(from)}", from.KeyType, to.KeyType, mode)})";
        var values = $"list_transform(map_values({value}), lambda e{Depth(from)}: {Lower(site, $"e{Depth(from)}", from.ValueType, to.ValueType, mode)})";
        return $"CASE WHEN {value} IS NULL THEN NULL ELSE map({keys}, {values}) END";
    }

    // Names of nested lambdas' parameters must differ.
    public static int Depth(DataType type) => type switch
    {
        ArrayType a => Depth(a.ElementType) + 1,
        MapType m => Math.Max(Depth(m.KeyType), Depth(m.ValueType)) + 1,
        StructType s => s.Fields.Select(field => Depth(field.DataType)).DefaultIfEmpty(0).Max(),
        _ => 0,
    };
}
