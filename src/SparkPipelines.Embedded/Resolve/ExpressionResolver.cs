using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Message = Spark.Connect.Expression;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Expression messages to typed expressions. One file per group of cases; a case that is not here is refused by name.</summary>
internal sealed partial class ExpressionResolver(PlanContext context)
{
    private readonly Stack<IReadOnlyList<LambdaVariable>> _lambdas = new();

    private SessionSettings Settings => context.Settings;

    /// <summary>The expression in a scope. Stars and names of several columns are the relation's to expand first (<see cref="Expand"/>).</summary>
    public TypedExpression Resolve(Message message, NameScope scope) => StackGuard.Run(() => Dispatch(message, scope));

    private TypedExpression Dispatch(Message message, NameScope scope) => message.ExprTypeCase switch
    {
        Message.ExprTypeOneofCase.Literal => Zoned(Literals.Read(message.Literal)),
        Message.ExprTypeOneofCase.UnresolvedAttribute => Attribute(message.UnresolvedAttribute, scope),
        Message.ExprTypeOneofCase.UnresolvedFunction => Function(message.UnresolvedFunction, scope),
        Message.ExprTypeOneofCase.CallFunction => Function(message.CallFunction.FunctionName, message.CallFunction.Arguments, scope, isDistinct: false),
        Message.ExprTypeOneofCase.ExpressionString => Resolve(ExpressionParser.Parse(message.ExpressionString.Expression, context.ParserOptions), scope),
        Message.ExprTypeOneofCase.Alias => AliasOf(message.Alias, scope),
        Message.ExprTypeOneofCase.Cast => CastOf(message.Cast, scope),
        Message.ExprTypeOneofCase.Window => Window(message.Window, scope),
        Message.ExprTypeOneofCase.UnresolvedExtractValue => Fields.Extract(
            Resolve(message.UnresolvedExtractValue.Child, scope), Resolve(message.UnresolvedExtractValue.Extraction, scope), Settings),
        Message.ExprTypeOneofCase.UpdateFields => UpdateFields(message.UpdateFields, scope),
        Message.ExprTypeOneofCase.UnresolvedNamedLambdaVariable => Variable(message.UnresolvedNamedLambdaVariable, scope),
        Message.ExprTypeOneofCase.SortOrder => Resolve(message.SortOrder.Child, scope),
        Message.ExprTypeOneofCase.UnresolvedStar or Message.ExprTypeOneofCase.UnresolvedRegex =>
            throw Refusal.Of("expression", $"{message.ExprTypeCase} inside another expression"),
        _ => throw Refusal.Of("expression", message.ExprTypeCase.ToString()),
    };

    // An instant is written in the session's time zone.
    private Constant Zoned(Constant literal)
    {
        if (literal is not { Value: long micros, Type: TimestampType } || context.ParserOptions.TimeZone.BaseUtcOffset == TimeSpan.Zero && !context.ParserOptions.TimeZone.SupportsDaylightSavingTime)
            return literal;
        var offset = context.ParserOptions.TimeZone.GetUtcOffset(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));
        return new Constant(micros, literal.Type) { Text = $"TIMESTAMP '{TemporalFormat.Timestamp(micros + (offset.Ticks / TimeSpan.TicksPerMicrosecond))}'" };
    }

    /// <summary>An order's key; Spark's default puts nulls first when ascending and last when descending.</summary>
    public SortKey SortKey(Message.Types.SortOrder order, NameScope scope)
    {
        var ascending = order.Direction != Message.Types.SortOrder.Types.SortDirection.Descending;
        var nullsFirst = order.NullOrdering switch
        {
            Message.Types.SortOrder.Types.NullOrdering.SortNullsFirst => true,
            Message.Types.SortOrder.Types.NullOrdering.SortNullsLast => false,
            _ => ascending,
        };
        return new SortKey(Aliases.Strip(Resolve(order.Child, scope)), ascending, nullsFirst);
    }

    private TypedExpression Attribute(Message.Types.UnresolvedAttribute attribute, NameScope scope)
    {
        if (attribute.IsMetadataColumn)
            throw Refusal.Of("expression", $"metadata column {attribute.UnparsedIdentifier}");
        var parts = AttributeNames.Parse(attribute.UnparsedIdentifier);
        if (attribute.HasPlanId)
            return scope.FindInPlan(parts, attribute.PlanId);
        if (FindVariable(parts) is { } variable)
            return variable;
        for (var searched = scope; searched is not null; searched = searched.Hidden)
        {
            if (searched.Find(parts) is { } column)
                return column;
        }

        if (parts is [var word] && FunctionNames.WithoutParentheses.Contains(word) && FunctionTable.Find(word) is { } function)
            return function.Call(Settings, []);
        throw scope.Unresolved(parts);
    }

    private Alias AliasOf(Message.Types.Alias alias, NameScope scope)
    {
        var child = Resolve(alias.Expr, scope);
        if (alias.Name.Count != 1)
            throw Refusal.Of("expression", "alias of several names on an expression that makes one column");
        return new Alias(child, alias.Name[0], alias.HasMetadata && alias.Metadata.Length > 0 ? alias.Metadata : null);
    }

    private TypedExpression CastOf(Message.Types.Cast cast, NameScope scope)
    {
        var type = cast.CastToTypeCase == Message.Types.Cast.CastToTypeOneofCase.TypeStr
            ? DataTypeParser.ParseType(cast.TypeStr)
            : cast.Type.KindCase == Spark.Connect.DataType.KindOneofCase.Unparsed
                ? DataTypeParser.ParseType(cast.Type.Unparsed.DataTypeString)
                : cast.Type.ToDataType();
        var mode = cast.EvalMode switch
        {
            Message.Types.Cast.Types.EvalMode.Try => CastMode.Try,
            Message.Types.Cast.Types.EvalMode.Legacy => throw Refusal.Of("expression", "cast in legacy mode"),
            _ => CastMode.Ansi,
        };
        return Casts.Explicit(Resolve(cast.Expr, scope), type, mode);
    }

    private TypedExpression UpdateFields(Message.Types.UpdateFields update, NameScope scope)
    {
        var structure = Resolve(update.StructExpression, scope);
        return StructUpdates.Apply(structure, update.FieldName, update.ValueExpression is null ? null : Resolve(update.ValueExpression, scope), Settings);
    }
}
