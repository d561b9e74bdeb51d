using System.Text;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Patterns: LIKE, and regular expressions as the JVM has them.</summary>
internal static class RegexFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "like", Display = (_, a) => a.Count == 3 && a[2] != "\\" ? $"{a[0]} LIKE {a[1]} ESCAPE '{a[2]}'" : $"{a[0]} LIKE {a[1]}", Arguments = Args.From(2, Input.String, Input.String, Input.String), Result = Result.Boolean,
            Lower = (_, call, a) => $"({a[0]} LIKE {a[1]}{Escape(call, a)})",
        },
        new()
        {
            Name = "ilike", Arguments = Args.From(2, Input.String, Input.String, Input.String), Result = Result.Boolean,
            Lower = (_, call, a) => $"(lower({a[0]}) LIKE lower({a[1]}){Escape(call, a)})",
        },
        RLike("rlike"), RLike("regexp"), RLike("regexp_like"),
        new()
        {
            Name = "regexp_replace", Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.String, Input.Int)(site, arguments.Count == 3 ? [.. arguments, Constant.Of(1)] : arguments),
            Result = Result.String, Natives = [ReplaceFunction], Lower = Duck("sp_regexp_replace({*})"),
        },
        new()
        {
            Name = "regexp_extract", Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.Int)(site, arguments.Count == 2 ? [.. arguments, Constant.Of(1)] : arguments),
            Result = Result.String, Lower = Duck("sp_regexp_extract({*})"),
            Natives = [TextKernels.Of("sp_regexp_extract", (text, pattern, group) => JavaRegex.Of(pattern, "regexp_extract").Match(text) is { Success: true } match ? Group(match, group, "regexp_extract") : "")],
        },
        new()
        {
            Name = "regexp_substr", Arguments = Args.Of(Input.String, Input.String), Result = Result.String, Nulls = Nulls.Always, Lower = Duck("sp_regexp_substr({*})"),
            Natives = [TextKernels.Of("sp_regexp_substr", (text, pattern) => JavaRegex.Of(pattern, "regexp_substr").Match(text) is { Success: true } match ? match.Value : null)],
        },
        new()
        {
            Name = "regexp_count", Arguments = Args.Of(Input.String, Input.String), Result = Result.Int, Lower = Duck("sp_regexp_count({*})"),
            Natives = [TextKernels.Of<int>("sp_regexp_count", DuckType.Int, (text, pattern) => JavaRegex.Of(pattern, "regexp_count").Count(text))],
        },
        new()
        {
            Name = "regexp_extract_all", Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.Int)(site, arguments.Count == 2 ? [.. arguments, Constant.Of(1)] : arguments),
            Result = Result.Of(new ArrayType(new StringType())), Natives = [ExtractAllFunction], Lower = Duck("sp_regexp_extract_all({*})"),
        },
        new()
        {
            // The group is checked by nobody: Spark gives the place of the whole match.
            Name = "regexp_instr", Display = (_, a) => $"regexp_instr({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : "0")})", Arguments = Args.From(2, Input.String, Input.String, Input.Int), Result = Result.Int,
            Natives = [TextKernels.Of<int>("sp_regexp_instr", DuckType.Int, (text, pattern) => JavaRegex.Of(pattern, "regexp_instr").Match(text) is { Success: true } match ? text[..match.Index].EnumerateRunes().Count() + 1 : 0)],
            Lower = (site, call, a) => Fill(a.Count == 2 ? "sp_regexp_instr({*})" : "CASE WHEN {2} IS NULL THEN NULL ELSE sp_regexp_instr({0}, {1}) END", site, call, a),
        },
        new()
        {
            Name = "split", Display = (_, a) => $"split({a[0]}, {a[1]}, {(a.Count > 2 ? a[2] : "-1")})",
            Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.Int)(site, arguments.Count == 2 ? [.. arguments, Constant.Of(-1)] : arguments),
            Result = Result.Of(new ArrayType(new StringType(), false)), Natives = [SplitFunction], Lower = Duck("sp_split({*})"),
        },
    ];

    // Without an escape DuckDB has faster ways to match, and puts the pattern into the scan; few patterns hold one.
    private static string Escape(FunctionCall call, IReadOnlyList<string> arguments)
    {
        var escape = call.Arguments.Count == 3 ? (call.Arguments[2] as Constant)?.Value as string : "\\";
        return escape is not null && call.Arguments[1] is Constant { Value: string pattern } && !pattern.Contains(escape, StringComparison.Ordinal)
            ? ""
            : $" ESCAPE {(arguments.Count == 3 ? arguments[2] : "'\\'")}";
    }

    private static FunctionDefinition RLike(string name) => new()
    {
        Name = name, Display = name == "rlike" ? Names.As("RLIKE") : Names.As(name.ToUpperInvariant()), Arguments = Args.Of(Input.String, Input.String), Result = Result.Boolean, Natives = [RLikeFunction], Lower = Duck("sp_rlike({*})"),
    };

    private static readonly VectorFunction RLikeFunction = TextKernels.Of<byte>("sp_rlike", DuckType.Boolean, static (text, pattern) => JavaRegex.Of(pattern, "rlike").IsMatch(text) ? (byte)1 : (byte)0);

    private static readonly VectorFunction ReplaceFunction = VectorFunction.Scalar(
        "sp_regexp_replace", [DuckType.Varchar, DuckType.Varchar, DuckType.Varchar, DuckType.Int], DuckType.Varchar, static (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var text = args[0];
            var pattern = args[1];
            var replacement = args[2];
            var position = args[3].Values<int>();
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                var subject = TextKernels.Text(text, row);
                TextKernels.Set(args.Result, row, position[row] - 1 > subject.Length || position[row] < 1
                    ? subject
                    : JavaRegex.Replace(JavaRegex.Of(TextKernels.Text(pattern, row), "regexp_replace"), subject, TextKernels.Text(replacement, row), position[row] - 1));
            }
        });

    /// <summary>Splits a text by a pattern into at most so many parts, if that is above zero.</summary>
    public static readonly VectorFunction SplitFunction = VectorFunction.Scalar(
        "sp_split", [DuckType.Varchar, DuckType.Varchar, DuckType.Int], DuckType.List(DuckType.Varchar), static (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var text = args[0];
            var pattern = args[1];
            var limit = args[2].Values<int>();
            var parts = new List<string>();
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                var before = parts.Count;
                Split(TextKernels.Text(text, row), TextKernels.Text(pattern, row), limit[row], parts);
                args.Result.SetList(row, before, parts.Count - before);
            }

            var elements = args.Result.Elements(parts.Count);
            for (var i = 0; i < parts.Count; i++)
                elements.SetBytes(i, Encoding.UTF8.GetBytes(parts[i]));
        });

    private static readonly VectorFunction ExtractAllFunction = VectorFunction.Scalar(
        "sp_regexp_extract_all", [DuckType.Varchar, DuckType.Varchar, DuckType.Int], DuckType.List(DuckType.Varchar), static (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var text = args[0];
            var pattern = args[1];
            var group = args[2].Values<int>();
            var found = new List<string>();
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                var before = found.Count;
                foreach (System.Text.RegularExpressions.Match match in JavaRegex.Of(TextKernels.Text(pattern, row), "regexp_extract_all").Matches(TextKernels.Text(text, row)))
                    found.Add(Group(match, group[row], "regexp_extract_all"));
                args.Result.SetList(row, before, found.Count - before);
            }

            var elements = args.Result.Elements(found.Count);
            for (var i = 0; i < found.Count; i++)
                elements.SetBytes(i, Encoding.UTF8.GetBytes(found[i]));
        });

    // An empty match splits between characters, but makes no empty part in front; at the end there is one, as in Java with a limit below zero.
    private static void Split(string text, string pattern, int limit, List<string> parts)
    {
        var first = parts.Count;
        var start = 0;
        foreach (System.Text.RegularExpressions.Match match in JavaRegex.Of(pattern, "split").Matches(text))
        {
            if (limit > 0 && parts.Count - first == limit - 1)
                break;
            if (match.Length == 0 && (match.Index == 0 || match.Index == text.Length || char.IsLowSurrogate(text[match.Index])))
                continue;
            parts.Add(text[start..match.Index]);
            start = match.Index + match.Length;
        }

        parts.Add(text[start..]);
    }

    private static string Group(System.Text.RegularExpressions.Match match, int group, string function) => group >= 0 && group < match.Groups.Count
        ? match.Groups[group].Value
        : throw SparkConditions.Error("INVALID_PARAMETER_VALUE.REGEX_GROUP_INDEX",
            ("parameter", Quoting.Id("idx")), ("functionName", Quoting.Id(function)), ("groupCount", Quoting.Number(match.Groups.Count - 1)), ("groupIndex", Quoting.Number(group)));
}
