using System.Collections.Concurrent;
using System.Text;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Dates and times from and to text, in Spark's datetime patterns; text is in the session's time zone.</summary>
internal static class DateTextFunctions
{
    private static readonly ConcurrentDictionary<string, DateTimePattern> Patterns = new(StringComparer.Ordinal);

    private static readonly VectorFunction FormatFunction = TextKernels.Format<long>("sp_date_format", DuckType.BigInt, static (micros, pattern) =>
    {
        var buffer = new TextBuffer();
        PatternOf("date_format", pattern).Format(buffer, micros, TimeSpan.Zero);
        return Encoding.UTF8.GetString(buffer.Written);
    });

    private static readonly VectorFunction ParseFunction = Parse("sp_parse_time", isTry: false);
    private static readonly VectorFunction TryParseFunction = Parse("sp_try_parse_time", isTry: true);

    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "date_format", Arguments = Args.Of(Input.Timestamp, Input.String), Result = Result.String,
            Lower = (site, call, a) => $"{site.Native(FormatFunction)}(epoch_us({CastLowering.ToLocal(site, Zoneless(call.Arguments[1], a[0]))}), {a[1]})",
        },
        To("to_date", new DateType(), isTry: false), To("try_to_date", new DateType(), isTry: true),
        To("to_timestamp", new TimestampType(), isTry: false), To("try_to_timestamp", new TimestampType(), isTry: true),
        To("to_timestamp_ntz", new TimestampNtzType(), isTry: false), To("to_timestamp_ltz", new TimestampType(), isTry: false),
        Unix("unix_timestamp"), Unix("to_unix_timestamp"),
        new()
        {
            Name = "from_unixtime", Display = (_, a) => $"from_unixtime({a[0]}, {(a.Count > 1 ? a[1] : "yyyy-MM-dd HH:mm:ss")})",
            Arguments = (site, arguments) => Args.Of(Input.Long, Input.String)(site, arguments.Count == 1 ? [.. arguments, Constant.Of("yyyy-MM-dd HH:mm:ss")] : arguments), Result = Result.String, Nulls = Nulls.Always,
            Lower = (site, call, a) => $"{site.Native(FormatFunction)}(epoch_us({CastLowering.ToLocal(site, $"make_timestamp({Zoneless(call.Arguments[1], a[0])} * 1000000)")}), {a[1]})",
        },
    ];

    // Writing a zone would need the offset at each instant.
    private static string Zoneless(TypedExpression pattern, string value) => pattern is Constant { Value: string text } && PatternOf("date_format", text).HasZone
        ? throw Refusal.Of("pattern", text)
        : value;

    private static DateTimePattern PatternOf(string function, string pattern) => Patterns.GetOrAdd(pattern, text => new DateTimePattern("function", function, text));

    private static VectorFunction Parse(string name, bool isTry) => TextKernels.Of<long>(name, DuckType.BigInt, (text, pattern) =>
    {
        if (PatternOf("to_timestamp", pattern) is { HasZone: false } layout && layout.TryParse(Encoding.UTF8.GetBytes(text), out var micros, out _))
            return micros;
        if (isTry)
            return null;
        throw SparkConditions.Error("CANNOT_PARSE_TIMESTAMP", ("message", $"Text '{text}' could not be parsed"), ("func", "`try_to_timestamp`"));
    });

    private static FunctionDefinition To(string name, DataType type, bool isTry) => new()
    {
        Name = name,
        Arguments = (site, arguments) =>
        {
            Args.CheckCount(site, arguments.Count, 1, 2);
            if (arguments.Count == 2)
                return Args.Of(Input.String, Input.String)(site, arguments);
            return [arguments[0].Type is NullType ? ImplicitCasts.Cast(arguments[0], type) : new Cast(arguments[0], type, isTry ? CastMode.Try : CastMode.Ansi, isExplicit: false)];
        },
        Result = Result.Of(type),
        Nulls = isTry ? Nulls.Always : Nulls.IfAnyArgument,
        Lower = (site, call, a) =>
        {
            if (a.Count == 1)
                return a[0];
            _ = call.Arguments[1] is Constant { Value: string pattern } ? Zoneless(call.Arguments[1], pattern) : "";
            var local = $"make_timestamp({site.Native(isTry ? TryParseFunction : ParseFunction)}({a[0]}, {a[1]}))";
            return type switch
            {
                DateType => $"CAST({local} AS DATE)",
                TimestampType => CastLowering.FromLocal(site, local),
                _ => local,
            };
        },
    };

    private static FunctionDefinition Unix(string name) => new()
    {
        Name = name,
        Display = (_, a) => $"{name}({(a.Count == 0 ? "current_timestamp()" : a[0])}, {(a.Count > 1 ? a[1] : "yyyy-MM-dd HH:mm:ss")})",
        Arguments = (site, arguments) => arguments switch
        {
            [] => [FunctionTable.Get("current_timestamp").Call(site.Settings, [])],
            [{ Type: DateType } date, ..] => [ImplicitCasts.Cast(date, new TimestampType())],
            [{ Type: TimestampType or TimestampNtzType } time, ..] => [ImplicitCasts.Cast(time, new TimestampType())],
            [var text] => Args.Of(Input.String, Input.String)(site, [text, Constant.Of("yyyy-MM-dd HH:mm:ss")]),
            _ => Args.Of(Input.String, Input.String)(site, arguments),
        },
        Result = Result.Long,
        Nulls = Nulls.Always,
        Lower = (site, _, a) => a.Count == 1
            ? $"(epoch_us({a[0]}) // 1000000)"
            : $"(epoch_us({CastLowering.FromLocal(site, $"make_timestamp({site.Native(ParseFunction)}({a[0]}, {a[1]}))")}) // 1000000)",
    };
}
