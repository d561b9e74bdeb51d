using System.Text.RegularExpressions;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Message = Spark.Connect.Expression;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Expressions that stand for several columns: stars and regular expressions.</content>
internal sealed partial class ExpressionResolver
{
    /// <summary>The expressions with stars put in; in order.</summary>
    public IEnumerable<TypedExpression> Expand(IEnumerable<Message> messages, NameScope scope) =>
        messages.SelectMany(message => Parsed(message) is var parsed && IsMany(parsed) ? ExpandMany(parsed, scope) : [Resolve(parsed, scope)]);

    // A text may turn out to be a star.
    private Message Parsed(Message message) => message.ExprTypeCase == Message.ExprTypeOneofCase.ExpressionString
        ? ExpressionParser.Parse(message.ExpressionString.Expression, context.ParserOptions)
        : message;

    private static bool IsMany(Message message) =>
        message.ExprTypeCase is Message.ExprTypeOneofCase.UnresolvedStar or Message.ExprTypeOneofCase.UnresolvedRegex
        || message is { ExprTypeCase: Message.ExprTypeOneofCase.UnresolvedFunction, UnresolvedFunction: { IsInternal: true, FunctionName: FunctionNames.StarExcept } };

    private IEnumerable<TypedExpression> ExpandMany(Message message, NameScope scope)
    {
        switch (message.ExprTypeCase)
        {
            case Message.ExprTypeOneofCase.UnresolvedStar:
                return Star(message.UnresolvedStar, scope);
            case Message.ExprTypeOneofCase.UnresolvedRegex:
                return Matching(message.UnresolvedRegex, scope);
            default:
                var arguments = message.UnresolvedFunction.Arguments;
                var left = arguments.Skip(1).Select(argument => ((ColumnReference)Resolve(argument, scope)).Column.Id).ToHashSet();
                return Star(arguments[0].UnresolvedStar, scope).Where(column => column is not ColumnReference reference || !left.Contains(reference.Column.Id));
        }
    }

    private IEnumerable<TypedExpression> Star(Message.Types.UnresolvedStar star, NameScope scope)
    {
        if (star.HasPlanId)
        {
            var visible = scope.Columns.Select(column => column.Id).ToHashSet();
            return PlanScope.Find(scope.Plans, star.PlanId) is [var plan]
                ? plan.Columns.Where(column => visible.Contains(column.Id)).Select(column => new ColumnReference(column))
                : throw SparkConditions.Error("CANNOT_RESOLVE_DATAFRAME_COLUMN", ("name", "*"));
        }

        if (!star.HasUnparsedTarget || star.UnparsedTarget.Length == 0)
            return scope.Columns.Select(column => new ColumnReference(column));
        var target = AttributeNames.Parse(star.UnparsedTarget is [.. var name, '.', '*'] ? name : star.UnparsedTarget);
        var qualified = scope.Columns.Where(column => column.Qualifier.Count >= target.Count
            && column.Qualifier.TakeLast(target.Count).SequenceEqual(target, Settings.NameComparer)).ToList();
        if (qualified.Count > 0)
            return qualified.Select(column => new ColumnReference(column));
        if (scope.Find(target) is { Type: StructType type } structure)
            return type.Fields.Select((field, i) => new FieldAccess(structure, i, field.Name));
        throw SparkConditions.Error("CANNOT_RESOLVE_STAR_EXPAND",
            ("targetString", Quoting.Id(target)),
            ("columns", string.Join(", ", scope.Columns.Select(column => Quoting.Id(column.Name)))));
    }

    private IEnumerable<TypedExpression> Matching(Message.Types.UnresolvedRegex regex, NameScope scope)
    {
        var pattern = regex.ColName is ['`', .. var inner, '`'] ? inner : regex.ColName;
        var columns = regex.HasPlanId && PlanScope.Find(scope.Plans, regex.PlanId) is [var plan] ? plan.Columns : scope.Columns;
        var matcher = new Regex($"^(?:{pattern})$", Settings.CaseSensitive ? RegexOptions.CultureInvariant : RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        return columns.Where(column => matcher.IsMatch(column.Name)).Select(column => new ColumnReference(column));
    }
}
