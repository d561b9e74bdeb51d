using System.Text.RegularExpressions;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What DuckDB says of a failed query, as Spark would say it. The one place that knows DuckDB's wording.</summary>
internal static partial class RuntimeErrors
{
    private const string AnsiConf = "\"spark.sql.ansi.enabled\"";

    public static SparkException Translate(DuckDbException error)
    {
        // From a C# function.
        if (error.InnerException is SparkException own)
            return own;
        if (error.Message.IndexOf(Raise.Separator, StringComparison.Ordinal) is >= 0 and var start)
            return Raised(error.Message[(start + 1)..], error);
        if (Overflow().Match(error.Message) is { Success: true } overflow)
            return ArithmeticOverflow(overflow, error);
        if (Cast().Match(error.Message) is { Success: true } cast)
            return CastOverflow(cast, error);
        if (DecimalCast().Match(error.Message) is { Success: true } decimalCast)
        {
            return SparkConditions.Error("NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION", error,
                ("value", decimalCast.Groups["value"].Value), ("precision", decimalCast.Groups["precision"].Value), ("scale", decimalCast.Groups["scale"].Value), ("config", AnsiConf));
        }

        if (error.Message.Contains("Map keys can not be NULL", StringComparison.Ordinal))
            return SparkConditions.Error("NULL_MAP_KEY", error);

        if (error.IsOutOfMemory)
            return new SparkException($"The query needs more memory than the embedded engine has: {error.Message}", Details(null), error);
        return new SparkRuntimeException($"The embedded engine failed: {error.Message}", Details(null), error);
    }

    /// <summary>Whether an error is of decimal arithmetic in DuckDB's own widths.</summary>
    public static bool IsDecimalOverflow(SparkException error) =>
        error.InnerException is DuckDbException { Message: var message } && message.Contains("DECIMAL(", StringComparison.Ordinal) && message.Contains("verflow", StringComparison.Ordinal);

    private static SparkException Raised(string text, DuckDbException error)
    {
        var parts = text.Split(Raise.Separator);
        var parameters = new (string, string)[(parts.Length - 1) / 2];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = (parts[1 + (2 * i)], parts[2 + (2 * i)]);
        return SparkConditions.Error(parts[0], error, parameters);
    }

    private static SparkException ArithmeticOverflow(Match match, DuckDbException error)
    {
        var (symbol, function) = match.Groups["operation"].Value switch
        {
            "addition" => ("+", "try_add"),
            "subtraction" => ("-", "try_subtract"),
            "multiplication" => ("*", "try_multiply"),
            _ => ("", ""),
        };
        if (symbol.Length > 0 && match.Groups["type"].Value is "INT8" or "INT16" && match.Groups["left"].Success)
        {
            return SparkConditions.Error("BINARY_ARITHMETIC_OVERFLOW", error,
                ("value1", match.Groups["left"].Value + "S"), ("symbol", symbol), ("value2", match.Groups["right"].Value + "S"), ("functionName", $"`{function}`"));
        }

        return Arithmetic(function, error);
    }

    private static SparkException Arithmetic(string function, DuckDbException error) => SparkConditions.Error("ARITHMETIC_OVERFLOW", error,
        ("message", "overflow"),
        ("alternative", function.Length == 0 ? "" : $" Use '{function}' to tolerate overflow and return NULL instead."),
        ("config", AnsiConf));

    private static SparkException CastOverflow(Match match, DuckDbException error)
    {
        // Only sums are of this width inside.
        if (match.Groups["from"].Value is "INT128" or "HUGEINT")
            return Arithmetic("try_add", error);
        var from = TypeName(match.Groups["from"].Value);
        var suffix = from switch
        {
            "BIGINT" => "L",
            "SMALLINT" => "S",
            "TINYINT" => "Y",
            "DOUBLE" or "FLOAT" => "D",
            _ => "",
        };
        var value = match.Groups["value"].Value;
        if (from is "DOUBLE" or "FLOAT" && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number))
            (value, suffix) = double.IsFinite(number) ? (JavaNumbers.Text(number), suffix) : (JavaNumbers.Text(number), "");
        return SparkConditions.Error("CAST_OVERFLOW", error,
            ("value", value + suffix), ("sourceType", $"\"{from}\""), ("targetType", $"\"{TypeName(match.Groups["to"].Value)}\""), ("ansiConfig", AnsiConf));
    }

    private static string TypeName(string duck) => duck switch
    {
        "INT8" => "TINYINT",
        "INT16" => "SMALLINT",
        "INT32" => "INT",
        "INT64" => "BIGINT",
        _ => duck,
    };

    private static SparkErrorDetails Details(string? errorClass) => new() { ErrorClass = errorClass, Engine = SparkConditions.EngineName };

    [GeneratedRegex(@"Overflow in (?<operation>\w+) of (?<type>\w+)(?: \((?<left>-?\d+) . (?<right>-?\d+)\))?|(?<operation>Overflow) on abs|(?<operation>negat)\w* .*overflow", RegexOptions.IgnoreCase)]
    private static partial Regex Overflow();

    [GeneratedRegex(@"Type (?<from>\w+)(?:\([^)]*\))? with value (?<value>\S+) can't be cast .* destination type (?<to>\w+)")]
    private static partial Regex Cast();

    [GeneratedRegex(@"Could not (?:cast|convert) .*?value ""?(?<value>[^""\s]+)""? to DECIMAL\((?<precision>\d+),(?<scale>\d+)\)|Could not convert string ""(?<value>[^""]+)"" to DECIMAL\((?<precision>\d+),(?<scale>\d+)\)")]
    private static partial Regex DecimalCast();
}
