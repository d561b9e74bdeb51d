using System.Globalization;
using System.Text;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Numbers with thousands separators, and texts with <c>%d</c> and its like.</summary>
internal static class Format
{
    /// <summary>A number's text to so many digits, rounded half even; null for less than none.</summary>
    public static readonly VectorFunction NumberText = TextKernels.Of("sp_format_number", (text, digits) =>
    {
        if (digits < 0)
            return null;
        if (text is "NaN")
            return "NaN";
        if (text.EndsWith("Infinity", StringComparison.Ordinal))
            return text[0] == '-' ? "-∞" : "∞";
        var number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? Math.Round(exact, Math.Min(digits, 28), MidpointRounding.ToEven).ToString($"N{digits.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture)
            : double.Parse(text, CultureInfo.InvariantCulture).ToString($"N{digits.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
        return number;
    });

    private static readonly VectorFunction PrintfFunction = VectorFunction.Scalar(
        "sp_format_string", [DuckType.Varchar, DuckType.Varchar], DuckType.Varchar, static (in VectorArgs args) =>
        {
            var format = args[0];
            var kinds = args[1];
            var values = new string?[args.ArgumentCount - 2];
            for (var row = 0; row < args.Count; row++)
            {
                if (format.IsNull(row))
                {
                    args.Result.SetNull(row);
                    continue;
                }

                for (var i = 0; i < values.Length; i++)
                {
                    var argument = args[i + 2];
                    values[i] = argument.IsNull(row) ? null : TextKernels.Text(argument, row);
                }

                TextKernels.Set(args.Result, row, Fill(TextKernels.Text(format, row), TextKernels.Text(kinds, row), values));
            }
        },
        DuckType.Varchar);

    /// <summary>The call with each value as text, and what kind it is of.</summary>
    public static string Printf(LoweringSite site, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var kinds = string.Concat(call.Arguments.Skip(1).Select(argument => argument.Type switch
        {
            IntegralType => 'i',
            FractionalType => 'f',
            BooleanType => 'b',
            _ => 's',
        }));
        var values = arguments.Skip(1).Select((value, i) => TextLowering.ToText(site, value, call.Arguments[i + 1].Type, TextStyle.Cast));
        return $"{site.Native(PrintfFunction)}({string.Join(", ", [arguments[0], SqlText.Literal(kinds), .. values])})";
    }

    private static string Fill(string format, string kinds, string?[] values)
    {
        var result = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                _ = result.Append(format[i]);
                continue;
            }

            var end = i + 1;
            while (end < format.Length && !char.IsAsciiLetter(format[end]) && format[end] != '%')
                end++;
            if (end == format.Length)
                throw Errors.Refusal.Of("format", format);
            var (flags, conversion) = (format[(i + 1)..end], format[end]);
            i = end;
            if (conversion == '%')
                _ = result.Append('%');
            else if (conversion == 'n')
                _ = result.Append('\n');
            else if (next < values.Length && !flags.Contains('$', StringComparison.Ordinal))
                _ = result.Append(One(flags, conversion, kinds[next], values[next++]));
            else
                throw Errors.Refusal.Of("format", format);
        }

        return result.ToString();
    }

    private static string One(string flags, char conversion, char kind, string? value)
    {
        var digits = flags.TrimStart('-', '+', ' ', '0', ',', '#', '(');
        var options = flags[..^digits.Length];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var width = (point < 0 ? digits : digits[..point]) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        int? precision = point < 0 ? null : int.Parse(digits[(point + 1)..], CultureInfo.InvariantCulture);
        var body = (conversion, kind, value) switch
        {
            (_, _, null) => conversion is 'b' ? "false" : "null",
            ('s' or 'S', _, _) => precision is { } most && value.Length > most ? value[..most] : value,
            ('b', 'b', _) => value,
            ('b', _, _) => "true",
            ('d', 'i', _) => Grouped(value, options),
            ('x' or 'X', 'i', _) => long.Parse(value, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture),
            ('f', 'f', _) when value is not ("NaN" or "Infinity" or "-Infinity") => Fixed(value, precision ?? 6, options),
            ('f', 'f', _) => value,
            _ => throw Errors.Refusal.Of("format", $"%{flags}{conversion}"),
        };
        if (char.IsAsciiLetterUpper(conversion))
            body = body.ToUpperInvariant();
        if (options.Contains('+', StringComparison.Ordinal) && kind is 'i' or 'f' && value is not null && body[0] != '-')
            body = "+" + body;
        if (options.Contains('-', StringComparison.Ordinal))
            return body.PadRight(width);
        if (value is null || !options.Contains('0', StringComparison.Ordinal) || body.Length >= width)
            return body.PadLeft(width);
        var sign = body[0] is '-' or '+' ? body[..1] : "";
        return sign + body[sign.Length..].PadLeft(width - sign.Length, '0');
    }

    private static string Grouped(string value, string options) =>
        options.Contains(',', StringComparison.Ordinal) ? System.Numerics.BigInteger.Parse(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture) : value;

    private static string Fixed(string value, int precision, string options)
    {
        var format = (options.Contains(',', StringComparison.Ordinal) ? "N" : "F") + precision.ToString(CultureInfo.InvariantCulture);
        return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? Math.Round(exact, Math.Min(precision, 28), MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture)
            : double.Parse(value, CultureInfo.InvariantCulture).ToString(format, CultureInfo.InvariantCulture);
    }
}
