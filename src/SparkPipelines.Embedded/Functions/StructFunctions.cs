using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Structs. Both are one node: names and values in turn.</summary>
internal static class StructFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "named_struct", Arguments = NamedArguments, Nulls = Nulls.Never, Result = TypeOf,
            Display = (_, arguments) => $"named_struct({string.Join(", ", arguments)})", Lower = (site, call, arguments) => LowerStruct(call, arguments, 2, 1),
        },
        new()
        {
            Name = "struct", Arguments = (_, arguments) => arguments, Nulls = Nulls.Never,
            Result = arguments => new StructType(arguments.Select((argument, i) => new StructField(NameOf(argument, i), argument.Type, argument.IsNullable))),
            Display = (call, arguments) => $"struct({string.Join(", ", arguments)})", Lower = (site, call, arguments) => LowerStruct(call, arguments, 1, 0),
        },
    ];

    private static readonly ArgumentRule NamedArguments = (site, arguments) =>
    {
        if (arguments.Count % 2 != 0 || arguments.Count == 0)
            throw AnalysisErrors.WrongNumberOfArguments("named_struct", "2n (n > 0)", arguments.Count);
        var wrong = arguments.Where((argument, i) => i % 2 == 0 && argument is not Constant { Value: string }).ToList();
        if (wrong.Count > 0)
            throw AnalysisErrors.TypeMismatch(site.Sql, "CREATE_NAMED_STRUCT_WITHOUT_FOLDABLE_STRING", ("inputExprs", $"[{string.Join(", ", wrong.Select(e => Quoting.Expression(ColumnNames.Of(e))))}]"));
        return arguments;
    };

    private static readonly ResultRule TypeOf = arguments => new StructType(
        Enumerable.Range(0, arguments.Count / 2).Select(i => new StructField((string)((Constant)arguments[2 * i]).Value!, arguments[2 * i + 1].Type, arguments[2 * i + 1].IsNullable)));

    private static string NameOf(TypedExpression argument, int index) => argument switch
    {
        Alias alias => alias.Name,
        ColumnReference reference => reference.Column.Name,
        FieldAccess access => access.Name,
        _ => $"col{index + 1}",
    };

    private static string LowerStruct(FunctionCall call, IReadOnlyList<string> arguments, int step, int offset)
    {
        var type = (StructType)call.Type;
        return $"{{{string.Join(", ", type.Fields.Select((_, i) => $"{SqlText.Literal(StorageTypes.MemberName(type, i))}: {arguments[i * step + offset]}"))}}}";
    }
}
