using System.Globalization;

namespace SparkPipelines.Sql.Parsing;

/// <summary>Spark's errors for numbers in literals and types that don't fit; it raises them without a place.</summary>
internal static class SqlNumberErrors
{
    public static SparkArithmeticException PrecisionTooLarge(int precision) => new(
        $"[DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION] Decimal precision {precision} exceeds max precision 38. SQLSTATE: 22003",
        new SparkErrorDetails
        {
            ErrorClass = "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION",
            SqlState = "22003",
            MessageParameters = new Dictionary<string, string>
            {
                ["precision"] = precision.ToString(CultureInfo.InvariantCulture),
                ["maxPrecision"] = "38",
            },
        });

    /// <summary>Spark words this one without a condition of its own, and without a place.</summary>
    public static ParseException ScaleTooLarge(string source, int scale, int precision) => new(
        $"Decimal scale ({scale}) cannot be greater than precision ({precision}).\n== SQL ==\n{source}",
        new SparkErrorDetails
        {
            ErrorClass = "_LEGACY_ERROR_TEMP_1228",
            MessageParameters = new Dictionary<string, string>
            {
                ["scale"] = scale.ToString(CultureInfo.InvariantCulture),
                ["precision"] = precision.ToString(CultureInfo.InvariantCulture),
            },
        });

    public static SparkIllegalArgumentException UnknownSrid(int srid) => new(
        $"[ST_INVALID_SRID_VALUE] Invalid or unsupported SRID (spatial reference identifier) value: {srid}. SQLSTATE: 22023",
        new SparkErrorDetails
        {
            ErrorClass = "ST_INVALID_SRID_VALUE",
            SqlState = "22023",
            MessageParameters = new Dictionary<string, string> { ["srid"] = srid.ToString(CultureInfo.InvariantCulture) },
        });

    public static SparkException TimePrecisionTooLarge(int precision) => new(
        $"[UNSUPPORTED_TIME_PRECISION] The seconds precision {precision} of the TIME data type is out of the supported range [0, 6]. SQLSTATE: 0A001",
        new SparkErrorDetails
        {
            ErrorClass = "UNSUPPORTED_TIME_PRECISION",
            SqlState = "0A001",
            MessageParameters = new Dictionary<string, string> { ["precision"] = precision.ToString(CultureInfo.InvariantCulture) },
        });
}
