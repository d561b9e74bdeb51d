using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using Message = Spark.Connect.Expression;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>A function that makes rows, among a projection's expressions, and what its columns are called.</summary>
internal sealed record GeneratorColumn(FunctionCall Call, IReadOnlyList<string> Names);

/// <summary>Finds the one function that makes rows.</summary>
internal static class Generators
{
    /// <summary>The expressions in order, null in the generator's place.</summary>
    public static (List<TypedExpression?> Expressions, GeneratorColumn? Generator) Find(ExpressionResolver resolver, IEnumerable<Message> messages, NameScope scope)
    {
        var expressions = new List<TypedExpression?>();
        GeneratorColumn? generator = null;
        foreach (var message in messages)
        {
            // Names of several columns can only be a generator's, so they are taken off before the rest is resolved.
            var names = message.ExprTypeCase == Message.ExprTypeOneofCase.Alias && message.Alias.Name.Count > 1 ? message.Alias.Name : null;
            foreach (var expression in resolver.Expand([names is null ? message : message.Alias.Expr], scope))
            {
                if (!expression.Has(ExpressionTraits.Generator) && names is null)
                {
                    expressions.Add(expression);
                    continue;
                }

                if (Aliases.Strip(expression) is not FunctionCall { Definition.Kind: FunctionKind.Generator } call)
                    throw SparkConditions.Error("UNSUPPORTED_GENERATOR.NESTED_IN_EXPRESSIONS", ("expression", Quoting.Expression(ColumnNames.Of(expression))));
                if (generator is not null)
                {
                    throw SparkConditions.Error("UNSUPPORTED_GENERATOR.MULTI_GENERATOR",
                        ("num", "2"), ("generators", $"{Quoting.Expression(ColumnNames.Of(generator.Call))}, {Quoting.Expression(ColumnNames.Of(call))}"));
                }

                generator = new GeneratorColumn(call, names ?? (expression is Alias alias ? [alias.Name] : (IReadOnlyList<string>)[]));
                expressions.Add(null);
            }
        }

        return (expressions, generator);
    }
}
