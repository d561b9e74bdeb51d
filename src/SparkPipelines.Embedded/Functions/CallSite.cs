using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Functions;

/// <summary>A call whose arguments are being checked; knows how errors name it.</summary>
internal sealed record CallSite(FunctionDefinition Definition, SessionSettings Settings, IReadOnlyList<TypedExpression> Original)
{
    /// <summary>The call as Spark's errors write it, in quotes.</summary>
    public string Sql => Quoting.Expression(Definition.Display(new FunctionCall(Definition, Original, new Sql.Types.NullType(), true), [.. Original.Select(ColumnNames.Of)]));
}
