
namespace SparkPipelines.Embedded.Functions;

/// <summary>Functions that belong nowhere else.</summary>
internal static class MiscFunctions
{
    /// <summary>A value as <c>show</c> prints it. A name that users can't write.</summary>
    public const string ShownText = "shown text";

    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = ShownText, Arguments = Args.Of(Input.Any), Result = Result.String, Nulls = Nulls.Never,
            Lower = (site, call, arguments) => $"coalesce({Lowering.TextLowering.ToText(site, arguments[0], call.Arguments[0].Type, Lowering.TextStyle.Show)}, 'NULL')",
        },
        new()
        {
            Name = "raise_error", Arguments = Args.Of(Input.String), Result = Result.Of(new Sql.Types.NullType()), Nulls = Nulls.Always, IsDeterministic = false,
            Lower = (_, _, arguments) => Raise.Sql("USER_RAISED_EXCEPTION", ("errorMessage", arguments[0])),
        },
        new()
        {
            Name = "typeof", Arguments = Args.Of(Input.Any), Result = Result.String, Nulls = Nulls.Never,
            Lower = (_, call, _) => Native.SqlText.Literal(call.Arguments[0].Type.SimpleString),
        },
    ];
}
