using System.Text;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Texts hidden, quoted, checked and taken apart.</summary>
internal static class TextMaskFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "mask", Result = Result.String, Nulls = Nulls.IfArgument(0), Natives = [Mask], Lower = Duck("sp_mask({*})"),
            Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.String, Input.String, Input.String)(site,
                [.. arguments, .. ((Constant[])[Constant.Of("X"), Constant.Of("x"), Constant.Of("n"), Constant.Null(new StringType())]).Skip(arguments.Count - 1)]),
        },
        new()
        {
            Name = "quote", Arguments = Args.Of(Input.String), Result = Result.String, Nulls = Nulls.Always, Lower = Duck("sp_quote({0})"),
            Natives = [TextKernels.Of("sp_quote", static text => $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'")],
        },
        new()
        {
            Name = "luhn_check", Arguments = Args.Of(Input.String), Result = Result.Boolean, Nulls = Nulls.Always, Lower = Duck("sp_luhn_check({0}, '')"),
            Natives = [TextKernels.Of<byte>("sp_luhn_check", DuckType.Boolean, static (text, _) => IsLuhn(text) ? (byte)1 : (byte)0)],
        },
        new()
        {
            Name = "str_to_map", Result = Result.Of(new MapType(new StringType(), new StringType())), Natives = [RegexFunctions.SplitFunction],
            Display = (_, a) => $"str_to_map({a[0]}, {(a.Count > 1 ? a[1] : ",")}, {(a.Count > 2 ? a[2] : ":")})",
            Arguments = (site, arguments) => Args.Of(Input.String, Input.String, Input.String)(site,
                [.. arguments, .. ((Constant[])[Constant.Of(","), Constant.Of(":")]).Skip(arguments.Count - 1)]),
            Lower = (_, _, a) => $"CASE WHEN {a[0]} IS NULL OR {a[1]} IS NULL OR {a[2]} IS NULL THEN NULL ELSE {MapFunctions.FromKeysAndValues(Parts(a, 1), Parts(a, 2))} END",
        },
    ];

    private static string Parts(IReadOnlyList<string> a, int part) =>
        $"list_transform(sp_split({a[0]}, {a[1]}, CAST(-1 AS INTEGER)), lambda p: sp_split(p, {a[2]}, CAST(2 AS INTEGER))[{Resolve.Quoting.Number(part)}])";

    private static readonly VectorFunction Mask = VectorFunction.Scalar(
        "sp_mask", [DuckType.Varchar, DuckType.Varchar, DuckType.Varchar, DuckType.Varchar, DuckType.Varchar], DuckType.Varchar, static (in VectorArgs args) =>
        {
            var text = args[0];
            var upper = args[1];
            var lower = args[2];
            var digit = args[3];
            var other = args[4];
            var result = new StringBuilder();
            for (var row = 0; row < args.Count; row++)
            {
                if (text.IsNull(row))
                {
                    args.Result.SetNull(row);
                    continue;
                }

                var masks = (Upper: Of(upper, row), Lower: Of(lower, row), Digit: Of(digit, row), Other: Of(other, row));
                _ = result.Clear();
                foreach (var c in TextKernels.Text(text, row))
                    _ = result.Append((char.IsUpper(c) ? masks.Upper : char.IsLower(c) ? masks.Lower : char.IsDigit(c) ? masks.Digit : masks.Other) ?? c);
                TextKernels.Set(args.Result, row, result.ToString());
            }
        });

    private static char? Of(VectorReader mask, int row) => mask.IsNull(row) ? null : TextKernels.Text(mask, row)[0];

    private static bool IsLuhn(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[^(i + 1)]))
                return false;
            var digit = text[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return text.Length > 0 && sum % 10 == 0;
    }
}
