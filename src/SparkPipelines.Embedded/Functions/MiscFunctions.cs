
using static SparkPipelines.Embedded.Functions.Lowerings;

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
            Name = "assert_true", Arguments = (site, arguments) => Args.Of(Input.Boolean, Input.String)(site, arguments.Count == 1 ? [.. arguments, Tree.Constant.Of($"'{Resolve.ColumnNames.Of(arguments[0])}' is not true!")] : arguments),
            Result = Result.Of(new Sql.Types.NullType()), Nulls = Nulls.Always, IsDeterministic = false,
            Lower = (_, _, a) => $"CASE WHEN {a[0]} THEN CAST(NULL AS INTEGER) ELSE {Raise.Sql("USER_RAISED_EXCEPTION", ("errorMessage", a[1]))} END",
        },
        new() { Name = "monotonically_increasing_id", Arguments = Args.None, Result = Result.Long, Nulls = Nulls.Never, IsDeterministic = false, Lower = Duck("(row_number() OVER () - 1)") },
        new() { Name = "spark_partition_id", Display = (_, _) => "SPARK_PARTITION_ID()", Arguments = Args.None, Result = Result.Int, Nulls = Nulls.Never, IsDeterministic = false, Lower = Duck("CAST(0 AS INTEGER)") },
        new() { Name = "current_catalog", Arguments = Args.None, Result = Result.String, Nulls = Nulls.Never, Lower = Duck("'spark_catalog'") },
        new() { Name = "current_database", Display = Names.As("current_schema"), Arguments = Args.None, Result = Result.String, Nulls = Nulls.Never, Lower = Duck("'default'") },
        new() { Name = "current_schema", Arguments = Args.None, Result = Result.String, Nulls = Nulls.Never, Lower = Duck("'default'") },
        new() { Name = "version", Arguments = Args.None, Result = Result.String, Nulls = Nulls.Never, Lower = Duck("'4.2.1'") },
        new()
        {
            Name = "typeof", Arguments = Args.Of(Input.Any), Result = Result.String, Nulls = Nulls.Never,
            Lower = (_, call, _) => Native.SqlText.Literal(call.Arguments[0].Type.SimpleString),
        },
    ];
}
