using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Project and Filter.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation Project(Project project)
    {
        var input = project.Input is null ? Over(new OneRow()) : Resolve(project.Input);
        return Select(input, project.Expressions);
    }

    /// <summary>Columns computed over an input: plain ones, aggregates over all rows, or a function that makes rows.</summary>
    private ResolvedRelation Select(ResolvedRelation input, IEnumerable<Spark.Connect.Expression> messages)
    {
        var scope = ScopeOf(input);
        var (expressions, generator) = Generators.Find(_expressions, messages, scope);
        if (generator is not null)
        {
            var generated = Generate(input, generator);
            var columns = expressions.SelectMany(expression => expression is null
                ? generated.GeneratedColumns.Select(ComputedColumn.Keep)
                : [ColumnOf(expression)]);
            return Over(new Projection(generated, [.. columns]), input);
        }

        if (expressions.Any(expression => expression!.Has(ExpressionTraits.Aggregate)))
            return GroupBy(input, [], null, [.. expressions.Select(expression => expression!)]);
        foreach (var expression in expressions)
            CheckNoBareWindowFunction(expression!);
        return Over(new Projection(input.Relation, [.. expressions.Select(expression => ColumnOf(expression!))]), input);
    }

    private Generated Generate(ResolvedRelation input, GeneratorColumn generator)
    {
        var fields = generator.Call.Definition.GeneratedFields!(generator.Call.Arguments);
        if (generator.Names.Count > 0 && generator.Names.Count != fields.Count)
            throw SparkConditions.Error("UDTF_ALIAS_NUMBER_MISMATCH", ("aliasesSize", Quoting.Number(fields.Count)), ("aliasesNames", string.Join(", ", generator.Names)));
        var columns = fields.Select((field, i) => _context.Ids.New(generator.Names.Count > 0 ? generator.Names[i] : field.Name, field.DataType, field.IsNullable)).ToList();
        return new Generated(input.Relation, generator.Call, GeneratorFunctions.IsOuter(generator.Call.Definition), columns);
    }

    private ResolvedRelation Filter(Filter filter)
    {
        var input = Resolve(filter.Input);
        return Where(input, scope => _expressions.Resolve(filter.Condition, scope));
    }

    private ResolvedRelation Where(ResolvedRelation input, Func<NameScope, TypedExpression> resolve)
    {
        var scope = HiddenColumns.Scope(input, Settings);
        var condition = Aliases.Strip(resolve(scope));
        if (condition.Has(ExpressionTraits.Aggregate | ExpressionTraits.Window | ExpressionTraits.Generator))
            throw SparkConditions.Error("INVALID_WHERE_CONDITION", ("condition", Quoting.Expression(ColumnNames.Of(condition))), ("expressionList", string.Join(", ", Misplaced(condition).Select(ColumnNames.Of))));
        condition = ImplicitCasts.To(condition, Input.Boolean) is { } boolean && condition.Type is BooleanType or NullType or StringType
            ? boolean
            : throw AnalysisErrors.TypeMismatch(Quoting.Expression(ColumnNames.Of(condition)), "FILTER_NOT_BOOLEAN",
                ("filter", Quoting.Expression(ColumnNames.Of(condition))), ("type", Quoting.Type(condition.Type)));
        return HiddenColumns.With(input, [condition], relation => new Selection(relation, condition));
    }

    private static IEnumerable<TypedExpression> Misplaced(TypedExpression expression) =>
        expression is WindowCall or FunctionCall { Definition.Kind: FunctionKind.Aggregate or FunctionKind.Generator } ? [expression] : expression.Children.SelectMany(Misplaced);

    private static void CheckNoBareWindowFunction(TypedExpression expression)
    {
        if (!expression.Has(ExpressionTraits.Window) || expression is WindowCall)
            return;
        if (expression is FunctionCall { Definition.Kind: FunctionKind.Window } call)
            throw SparkConditions.Error("WINDOW_FUNCTION_WITHOUT_OVER_CLAUSE", ("funcName", Quoting.Expression(ColumnNames.Of(call))));
        foreach (var child in expression.Children)
            CheckNoBareWindowFunction(child);
    }
}
