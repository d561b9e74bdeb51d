
namespace SparkPipelines.Embedded.Functions;

/// <summary>Functions that belong nowhere else.</summary>
internal static class MiscFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
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
