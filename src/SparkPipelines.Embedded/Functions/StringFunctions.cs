using System.Text;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Strings. Positions and lengths count code points.</summary>
internal static class StringFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        Upper("upper"), Upper("ucase"), Of("lower", "lower({0})"), Of("lcase", "lower({0})"),
        Of("initcap", "sp_initcap({0})") with { Natives = [TextKernels.Of("sp_initcap", InitCap)] },
        Length("length"), Length("char_length"), Length("character_length"), Length("len"),
        new() { Name = "octet_length", Arguments = Args.Of(Input.StringOrBinary), Result = Result.Int, Lower = (site, call, a) => Fill(call.Arguments[0].Type is BinaryType ? "CAST(octet_length({0}) AS INTEGER)" : "CAST(strlen({0}) AS INTEGER)", site, call, a) },
        new() { Name = "bit_length", Arguments = Args.Of(Input.StringOrBinary), Result = Result.Int, Lower = (site, call, a) => Fill(call.Arguments[0].Type is BinaryType ? "CAST(octet_length({0}) * 8 AS INTEGER)" : "CAST(strlen({0}) * 8 AS INTEGER)", site, call, a) },
        Trim("trim", "trim", (a) => a.Count == 1 ? $"trim({a[0]})" : $"TRIM(BOTH {a[0]} FROM {a[1]})"),
        Trim("ltrim", "ltrim", (a) => a.Count == 1 ? $"ltrim({a[0]})" : $"TRIM(LEADING {a[0]} FROM {a[1]})"),
        Trim("rtrim", "rtrim", (a) => a.Count == 1 ? $"rtrim({a[0]})" : $"TRIM(TRAILING {a[0]} FROM {a[1]})"),
        Trim("btrim", "trim", (a) => $"btrim({string.Join(", ", a)})"),
        Pad("lpad", left: true), Pad("rpad", left: false),
        new()
        {
            Name = "concat", Arguments = ConcatArguments, Result = arguments => arguments.Count == 0 ? new StringType() : arguments[0].Type is ArrayType a ? new ArrayType(a.ElementType, arguments.Any(x => ((ArrayType)x.Type).ContainsNull)) : arguments[0].Type,
            Lower = (_, call, a) => a.Count == 0 ? "''" : call.Type is ArrayType ? a.Aggregate((x, y) => $"CASE WHEN {x} IS NULL OR {y} IS NULL THEN NULL ELSE list_concat({x}, {y}) END") : $"({string.Join(" || ", a)})",
        },
        new()
        {
            Name = "concat_ws", Arguments = Args.Many(InputType.Either(Input.String, InputType.ArrayOf(Input.String)) with { Name = "(\"ARRAY<STRING>\" or \"STRING\")" }, 0, Input.String), Result = Result.String, Nulls = Nulls.IfArgument(0),
            Lower = (site, call, a) => call.Arguments.Skip(1).Any(argument => argument.Type is ArrayType)
                ? $"CASE WHEN {a[0]} IS NULL THEN NULL ELSE array_to_string(list_concat({string.Join(", ", a.Skip(1).Select((x, i) => call.Arguments[i + 1].Type is ArrayType ? $"coalesce({x}, [])" : $"[{x}]").Append("CAST([] AS VARCHAR[])"))}), {a[0]}) END"
                : a.Count == 1 ? $"CASE WHEN {a[0]} IS NULL THEN NULL ELSE '' END" : $"concat_ws({string.Join(", ", a)})",
        },
        Substring("substring"), Substring("substr"),
        Of("left", "CASE WHEN {1} <= 0 THEN '' ELSE left({0}, {1}) END") with { Arguments = Args.Of(Input.String, Input.Int) },
        Of("right", "CASE WHEN {1} <= 0 THEN '' ELSE right({0}, {1}) END") with { Arguments = Args.Of(Input.String, Input.Int) },
        Of("substring_index", "sp_substring_index({*})") with { Arguments = Args.Of(Input.String, Input.String, Input.Int), Natives = [TextKernels.Of("sp_substring_index", SubstringIndex)] },
        new() { Name = "instr", Arguments = Args.Of(Input.String, Input.String), Result = Result.Int, Lower = Duck("CAST(CASE WHEN {1} = '' THEN 1 ELSE instr({0}, {1}) END AS INTEGER)") },
        Locate("locate"), Locate("position"),
        Of("replace", "CASE WHEN {1} = '' THEN {0} ELSE replace({0}, {1}, {2}) END") with { Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.String)(site, arguments.Count == 2 ? [.. arguments, Constant.Of("")] : arguments) },
        Of("translate", "sp_translate({*})") with { Arguments = Args.Of(Input.String, Input.String, Input.String), Natives = [TextKernels.Of("sp_translate", Translate)] },
        Test("contains", "contains({0}, {1})"), Test("startswith", "starts_with({0}, {1})"), Test("endswith", "ends_with({0}, {1})"),
        new() { Name = "reverse", Arguments = Args.Of(InputType.Either(Input.String, Input.Array)), Result = Result.SameAs(0), Lower = (site, call, a) => Fill(call.Type is ArrayType ? "list_reverse({0})" : "sp_reverse({0})", site, call, a), Natives = [TextKernels.Of("sp_reverse", Reverse)] },
        Of("repeat", "repeat({0}, greatest({1}, 0))") with { Arguments = Args.Of(Input.String, Input.Int) },
        Of("space", "repeat(' ', greatest({0}, 0))") with { Arguments = Args.Of(Input.Int) },
        new() { Name = "ascii", Arguments = Args.Of(Input.String), Result = Result.Int, Lower = Duck("CASE WHEN {0} = '' THEN CAST(0 AS INTEGER) ELSE CAST(unicode({0}) AS INTEGER) END") },
        Chr("chr"), Chr("char"),
        Of("base64", "base64({0})") with { Arguments = Args.Of(Input.Binary) },
        new() { Name = "unbase64", Arguments = Args.Of(Input.String), Result = Result.Binary, Lower = Duck("from_base64({0})") },
        Encode(), Decode(),
        new() { Name = "levenshtein", Arguments = Args.From(2, Input.String, Input.String, Input.Int), Result = Result.Int, Natives = [TextKernels.Of<int>("sp_levenshtein", DuckType.Int, static (a, b) => Distance(a, b))], Lower = (site, call, a) => Fill(a.Count == 2 ? "sp_levenshtein({*})" : "CASE WHEN sp_levenshtein({0}, {1}) <= {2} THEN sp_levenshtein({0}, {1}) ELSE -1 END", site, call, a) },
        Of("soundex", "sp_soundex({0})") with { Natives = [TextKernels.Of("sp_soundex", Soundex)] },
        Of("overlay", "") with
        {
            Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.Int, Input.Int)(site, arguments.Count == 3 ? [.. arguments, Constant.Of(-1)] : arguments),
            Lower = Duck("CASE WHEN {3} >= 0 THEN left({0}, {2} - 1) || {1} || substring({0}, {2} + {3}) ELSE left({0}, {2} - 1) || {1} || substring({0}, {2} + length({1})) END"),
        },
        new() { Name = "find_in_set", Arguments = Args.Of(Input.String, Input.String), Result = Result.Int, Lower = Duck("CASE WHEN contains({0}, ',') THEN CAST(0 AS INTEGER) ELSE CAST(coalesce(list_position(string_split({1}, ','), {0}), CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE 0 END) AS INTEGER) END") },
        new() { Name = "elt", Arguments = Args.Many(Input.String, 1, Input.Int), Result = Result.String, Nulls = Nulls.Always, Lower = (_, _, a) => $"CASE {a[0]} {string.Join(" ", a.Skip(1).Select((x, i) => $"WHEN {Quoting.Number(i + 1)} THEN {x}"))} WHEN NULL THEN NULL END" },
        Of("split_part", "") with { Arguments = Args.Of(Input.String, Input.String, Input.Int), Lower = Duck("CASE WHEN {1} = '' THEN CASE WHEN {2} IN (1, -1) THEN {0} ELSE '' END ELSE split_part({0}, {1}, {2}) END") },
        new()
        {
            Name = "format_number", Arguments = Args.Of(Input.Numeric, Input.Int), Result = Result.String, Nulls = Nulls.Always, Natives = [Format.NumberText],
            Lower = (site, call, a) => $"sp_format_number({Lowering.TextLowering.ToText(site, a[0], call.Arguments[0].Type, Lowering.TextStyle.Cast)}, {a[1]})",
        },
        FormatString("format_string"), FormatString("printf"),
    ];

    private static FunctionDefinition Of(string name, string template) => new() { Name = name, Arguments = Args.Of(Input.String), Result = Result.String, Lower = Duck(template) };

    // Text of ASCII is what DuckDB is for; the few letters that become several are Java's and not its.
    private static FunctionDefinition Upper(string name) => Of(name, "CASE WHEN strlen({0}) = length({0}) THEN upper({0}) ELSE sp_upper({0}) END") with { Natives = [UpperFunction] };

    private static readonly VectorFunction UpperFunction = TextKernels.Of("sp_upper", static text => SpecialCasing.ToUpper(text));

    private static FunctionDefinition Length(string name) => new()
    {
        Name = name, Arguments = Args.Of(Input.StringOrBinary), Result = Result.Int,
        Lower = (site, call, a) => Fill(call.Arguments[0].Type is BinaryType ? "CAST(octet_length({0}) AS INTEGER)" : "CAST(length({0}) AS INTEGER)", site, call, a),
    };

    private static FunctionDefinition Trim(string name, string function, Func<IReadOnlyList<string>, string> display) => new()
    {
        Name = name, Display = (_, a) => display(a), Arguments = Args.From(1, Input.String, Input.String), Result = Result.String,
        Lower = (site, call, a) => Fill(a.Count == 1 ? Blanks(function) : name == "btrim" ? $"{function}({{0}}, {{1}})" : $"{function}({{1}}, {{0}})", site, call, a),
    };

    // DuckDB makes a set of the characters to trim for every row, which is dear; most texts have no blank at their ends. Only U+0020 is one.
    private static string Blanks(string function)
    {
        string[] ends = function switch
        {
            "ltrim" => ["starts_with({0}, ' ')"],
            "rtrim" => ["ends_with({0}, ' ')"],
            _ => ["starts_with({0}, ' ')", "ends_with({0}, ' ')"],
        };
        return $"CASE WHEN {string.Join(" OR ", ends)} THEN {function}({{0}}, ' ') ELSE {{0}} END";
    }

    private static FunctionDefinition Pad(string name, bool left) => new()
    {
        Name = name, Display = (_, a) => $"{name}({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : " ")})",
        Arguments = (site, arguments) => Args.Of(Input.String, Input.Int, Input.String)(site, arguments.Count == 2 ? [.. arguments, Constant.Of(" ")] : arguments),
        Result = Result.String, Natives = [VectorPad(name, left)], Lower = (_, _, a) => $"sp_{name}({a[0]}, {a[2]}, {a[1]})",
    };

    private static VectorFunction VectorPad(string name, bool left) => TextKernels.Of($"sp_{name}", (text, pad, length) =>
    {
        var runes = text.EnumerateRunes().ToList();
        if (length <= 0)
            return "";
        if (runes.Count >= length)
            return string.Concat(runes.Take(length));
        var filling = pad.EnumerateRunes().ToList();
        if (filling.Count == 0)
            return text;
        var added = string.Concat(Enumerable.Range(0, length - runes.Count).Select(i => filling[i % filling.Count].ToString()));
        return left ? added + text : text + added;
    });

    private static readonly ArgumentRule ConcatArguments = (site, arguments) => arguments.Any(argument => argument.Type is ArrayType)
        ? Args.SameType(0)(site, arguments)
        : arguments.Count > 0 && arguments.All(argument => argument.Type is BinaryType) ? arguments : Args.Many(Input.String)(site, arguments);

    private static FunctionDefinition Substring(string name) => new()
    {
        Name = name, Display = (_, a) => $"{name}({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : "2147483647")})",
        Arguments = (site, arguments) => arguments.Count is 2 or 3
            ? Args.Of(Input.StringOrBinary, Input.Int, Input.Int)(site, arguments.Count == 2 ? [.. arguments, Constant.Of(int.MaxValue)] : arguments)
            : throw Errors.AnalysisErrors.WrongNumberOfArguments(name, "[2, 3]", arguments.Count),
        Result = Result.SameAs(0), Natives = [TextSubstring, BinarySubstring],
        Lower = (_, call, a) => call.Type is BinaryType ? $"sp_substring_binary({string.Join(", ", a)})" : $"sp_substring({string.Join(", ", a)})",
    };

    private static readonly VectorFunction TextSubstring = SubstringOf("sp_substring", DuckType.Varchar, isText: true);
    private static readonly VectorFunction BinarySubstring = SubstringOf("sp_substring_binary", DuckType.Blob, isText: false);

    private static VectorFunction SubstringOf(string name, DuckType type, bool isText) => VectorFunction.Scalar(name, [type, DuckType.Int, DuckType.Int], type, (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var input = args[0];
        var positions = args[1].Values<int>();
        var lengths = args[2].Values<int>();
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                args.Result.SetBytes(row, Slice(input.Bytes(row), positions[row], lengths[row], isText));
        }
    });

    // From 1, or back from the end; what lies before the start still counts to the length.
    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, int position, int length, bool isText)
    {
        var count = isText ? CodePoints(bytes) : bytes.Length;
        long start = position > 0 ? position - 1 : position < 0 ? (long)count + position : 0;
        var end = Math.Min(start + length, count);
        start = Math.Max(start, 0);
        if (end <= start)
            return [];
        return isText ? bytes[Offset(bytes, (int)start)..Offset(bytes, (int)end)] : bytes[(int)start..(int)end];
    }

    private static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
            count += (b & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }

    private static int Offset(ReadOnlySpan<byte> utf8, int codePoints)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            if ((utf8[i] & 0xC0) != 0x80 && codePoints-- == 0)
                return i;
        }

        return utf8.Length;
    }

    private static FunctionDefinition Locate(string name) => new()
    {
        Name = name, Display = (_, a) => $"{name}({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : "1")})",
        Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.Int)(site, arguments.Count == 2 ? [.. arguments, Constant.Of(1)] : arguments), Result = Result.Int,
        Lower = Duck("CAST(CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL WHEN {2} IS NULL OR {2} < 1 THEN 0 WHEN {0} = '' THEN 1 WHEN instr(substring({1}, {2}), {0}) = 0 THEN 0 ELSE instr(substring({1}, {2}), {0}) + {2} - 1 END AS INTEGER)"),
    };

    private static FunctionDefinition Test(string name, string template) => new() { Name = name, Display = Names.As(name is "contains" ? "contains" : name), Arguments = Args.Of(Input.String, Input.String), Result = Result.Boolean, Lower = Duck(template) };

    private static FunctionDefinition Chr(string name) => new()
    {
        Name = name, Arguments = Args.Of(Input.Long), Result = Result.String,
        Lower = Duck("CASE WHEN {0} < 0 THEN '' ELSE chr(CAST({0} % 256 AS INTEGER)) END"),
    };

    private static FunctionDefinition Encode() => new()
    {
        Name = "encode", Arguments = Args.Of(Input.String, Input.String), Result = Result.Binary,
        Natives = [VectorFunction.Scalar("sp_encode", [DuckType.Varchar, DuckType.Varchar], DuckType.Blob, static (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var text = args[0];
            var charset = args[1];
            for (var row = 0; row < args.Count; row++)
            {
                if (!args.Result.IsNull(row))
                    args.Result.SetBytes(row, Charset(TextKernels.Text(charset, row), "encode").GetBytes(TextKernels.Text(text, row)));
            }
        })],
        Lower = Duck("sp_encode({*})"),
    };

    private static FunctionDefinition Decode() => new()
    {
        Name = "decode", Arguments = Args.Of(Input.Binary, Input.String), Result = Result.String,
        Natives = [VectorFunction.Scalar("sp_decode", [DuckType.Blob, DuckType.Varchar], DuckType.Varchar, static (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var bytes = args[0];
            var charset = args[1];
            for (var row = 0; row < args.Count; row++)
            {
                if (!args.Result.IsNull(row))
                    TextKernels.Set(args.Result, row, Charset(TextKernels.Text(charset, row), "decode").GetString(bytes.Bytes(row)));
            }
        })],
        Lower = Duck("sp_decode({*})"),
    };

    private static Encoding Charset(string name, string function) => name.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" => Encoding.UTF8,
        "US-ASCII" => Encoding.ASCII,
        "ISO-8859-1" => Encoding.Latin1,
        "UTF-16BE" => Encoding.BigEndianUnicode,
        "UTF-16LE" => Encoding.Unicode,
        _ => throw Errors.Refusal.Of("function", $"{function} with the charset {name}"),
    };

    private static FunctionDefinition FormatString(string name) => new()
    {
        Name = name, Arguments = Args.Many(Input.Any, 0, Input.String), Result = Result.String, Nulls = Nulls.IfArgument(0),
        Lower = (site, call, a) => Format.Printf(site, call, a),
    };

    private static string InitCap(string text)
    {
        var result = new StringBuilder(text.Length);
        var atStart = true;
        foreach (var c in text)
        {
            _ = atStart ? result.Append(SpecialCasing.ToTitle(c)) : result.Append(char.ToLowerInvariant(c));
            atStart = c == ' ';
        }

        return result.ToString();
    }

    private static string SubstringIndex(string text, string delimiter, int count)
    {
        if (count == 0 || delimiter.Length == 0)
            return "";
        var position = count > 0 ? -delimiter.Length : text.Length;
        for (var i = 0; i < Math.Abs(count); i++)
        {
            if (count > 0)
                position = text.IndexOf(delimiter, position + delimiter.Length > text.Length ? text.Length : position + delimiter.Length, StringComparison.Ordinal);
            else
                position = position == 0 ? -1 : text.LastIndexOf(delimiter, position - 1, StringComparison.Ordinal);
            if (position < 0)
                return text;
        }

        return count > 0 ? text[..position] : text[(position + delimiter.Length)..];
    }

    private static string Translate(string text, string from, string to)
    {
        var (source, target) = (from.EnumerateRunes().ToList(), to.EnumerateRunes().ToList());
        return string.Concat(text.EnumerateRunes().Select(rune => source.IndexOf(rune) is >= 0 and var i ? i < target.Count ? target[i].ToString() : "" : rune.ToString()));
    }

    private static string Reverse(string text) => string.Concat(text.EnumerateRunes().Reverse());

    private static int Distance(string a, string b) => Suggestions.Distance<Rune>([.. a.EnumerateRunes()], [.. b.EnumerateRunes()]);

    private static string Soundex(string text)
    {
        const string Codes = "01230127022455012623017202";
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
            return text;
        var first = char.ToUpperInvariant(text[0]);
        var result = first.ToString();
        var last = Codes[first - 'A'];
        foreach (var c in text.Skip(1).Where(char.IsAsciiLetter).Select(char.ToUpperInvariant))
        {
            var code = Codes[c - 'A'];
            if (code is not '0' and not '7' && code != last)
                result += code;
            if (code != '7')
                last = code;
            if (result.Length == 4)
                break;
        }

        return result.PadRight(4, '0');
    }
}
