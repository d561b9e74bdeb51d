using System.Globalization;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;
using Kind = Spark.Connect.Expression.ExprTypeOneofCase;

namespace SparkPipelines.Extensions.Delta.Statements;

/// <summary>
/// Columns as SQL text, which is how Delta takes conditions and values. Functions are called by their registered names, so that all of them
/// have a form; what SQL can't say is refused by name.
/// </summary>
/// <param name="qualifiers">The statement's names, in SQL, for the ids of the plans that columns may be taken from.</param>
internal sealed class ColumnSql(IReadOnlyDictionary<long, string> qualifiers)
{
    private static readonly HashSet<string> Operators =
        ["+", "-", "*", "/", "%", "==", "<=>", "<", "<=", ">", ">=", "and", "or", "&", "|", "^"];

    public string Of(Column column) => column.References.Count == 0
        ? Of(column.Expression)
        : throw new ArgumentException($"The column {column} holds a subquery; a statement on a Delta table takes one in SQL, by Expr.", nameof(column));

    private string Of(Proto.Expression expression) => expression.ExprTypeCase switch
    {
        Kind.Literal => LiteralSql.Of(expression.Literal),
        Kind.UnresolvedAttribute => Attribute(expression.UnresolvedAttribute),
        Kind.ExpressionString => $"({expression.ExpressionString.Expression})",
        Kind.UnresolvedFunction => Function(expression.UnresolvedFunction),
        Kind.CallFunction => $"{SqlQuoting.NameOfParts(expression.CallFunction.FunctionName)}({List(expression.CallFunction.Arguments)})",
        Kind.Alias => Of(expression.Alias.Expr),
        Kind.Cast => Cast(expression.Cast),
        Kind.UnresolvedExtractValue => $"{Of(expression.UnresolvedExtractValue.Child)}[{Of(expression.UnresolvedExtractValue.Extraction)}]",
        Kind.LambdaFunction =>
            $"({string.Join(", ", expression.LambdaFunction.Arguments.Select(Variable))}) -> {Of(expression.LambdaFunction.Function)}",
        Kind.UnresolvedNamedLambdaVariable => Variable(expression.UnresolvedNamedLambdaVariable),
        _ => throw Refused(expression),
    };

    private string Attribute(Proto.Expression.Types.UnresolvedAttribute attribute)
    {
        var name = SqlQuoting.NameOfParts(attribute.UnparsedIdentifier);
        if (!attribute.HasPlanId)
            return name;
        if (!qualifiers.TryGetValue(attribute.PlanId, out var qualifier))
        {
            throw new ArgumentException(
                $"The column {attribute.UnparsedIdentifier} is from a DataFrame that is neither the table's ToDF nor the merge's source; name it by Col with an alias.");
        }

        return $"{qualifier}.{name}";
    }

    private string Function(Proto.Expression.Types.UnresolvedFunction call) => call switch
    {
        { IsInternal: true } => throw Refused(new Proto.Expression { UnresolvedFunction = call }),
        // Spark 3.5's SQL knows these two by their syntax only.
        { FunctionName: "when" } => Case(call.Arguments),
        { FunctionName: "in", Arguments: [var value, _, ..] } => $"({Of(value)} IN ({List(call.Arguments.Skip(1))}))",
        { FunctionName: "not", Arguments: [var operand] } => $"(NOT {Of(operand)})",
        { FunctionName: var name, Arguments: [var left, var right] } when Operators.Contains(name) =>
            $"({Of(left)} {name.ToUpperInvariant()} {Of(right)})",
        _ => $"{SqlQuoting.Name(call.FunctionName)}({(call.IsDistinct ? "DISTINCT " : "")}{List(call.Arguments)})",
    };

    private string Case(IReadOnlyList<Proto.Expression> arguments)
    {
        var branches = arguments.Chunk(2).Select(pair => pair is [var condition, var value] ? $" WHEN {Of(condition)} THEN {Of(value)}" : $" ELSE {Of(pair[0])}");
        return $"CASE{string.Concat(branches)} END";
    }

    private string Cast(Proto.Expression.Types.Cast cast)
    {
        var type = cast.CastToTypeCase == Proto.Expression.Types.Cast.CastToTypeOneofCase.TypeStr ? cast.TypeStr : cast.Type.ToDataType().Sql;
        return $"{(cast.EvalMode == Proto.Expression.Types.Cast.Types.EvalMode.Try ? "TRY_CAST" : "CAST")}({Of(cast.Expr)} AS {type})";
    }

    private string List(IEnumerable<Proto.Expression> expressions) => string.Join(", ", expressions.Select(Of));

    private static string Variable(Proto.Expression.Types.UnresolvedNamedLambdaVariable variable) => SqlQuoting.Name(string.Join('_', variable.NameParts));

    private static ArgumentException Refused(Proto.Expression expression) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"A condition or value on a Delta table can't hold {ExpressionText.Of(expression)} ({expression.ExprTypeCase}); use columns, literals, casts and functions, or SQL text."));
}
