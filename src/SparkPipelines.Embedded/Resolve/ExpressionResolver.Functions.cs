using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql;
using Message = Spark.Connect.Expression;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Function calls, lambdas and the clauses around them.</content>
internal sealed partial class ExpressionResolver
{
    private TypedExpression Function(Message.Types.UnresolvedFunction function, NameScope scope)
    {
        if (function.IsUserDefinedFunction && FunctionTable.Find(function.FunctionName) is null)
            throw Refusal.Of("function", function.FunctionName);
        return function.HasIsInternal && function.IsInternal && Clause(function, scope) is { } modified
            ? modified
            : Function(function.FunctionName, function.Arguments, scope, function.IsDistinct);
    }

    // Clauses that Spark Connect has no message for come from the parser as calls around the function.
    private TypedExpression? Clause(Message.Types.UnresolvedFunction clause, NameScope scope)
    {
        switch (clause.FunctionName)
        {
            case FunctionNames.FilterWhere:
                var condition = ImplicitCasts.To(Resolve(clause.Arguments[1], scope), Input.Boolean)
                    ?? throw Refusal.Of("expression", "FILTER with a condition that is not boolean");
                return Modify(Resolve(clause.Arguments[0], scope), modifiers => modifiers with { Filter = condition });
            case FunctionNames.IgnoreNulls:
                return Modify(Resolve(clause.Arguments[0], scope), modifiers => modifiers with { IgnoresNulls = true });
            case FunctionNames.RespectNulls:
                return Resolve(clause.Arguments[0], scope);
            case FunctionNames.WithinGroup:
                throw Refusal.Of("expression", "WITHIN GROUP");
            default:
                return null;
        }
    }

    private static FunctionCall Modify(TypedExpression expression, Func<AggregateModifiers, AggregateModifiers> change) => expression is FunctionCall call
        ? call.With(change(call.Modifiers))
        : throw Refusal.Of("expression", $"FILTER or IGNORE NULLS on {ColumnNames.Of(expression)}");

    private TypedExpression Function(string name, IReadOnlyList<Message> messages, NameScope scope, bool isDistinct)
    {
        var definition = FunctionTable.Find(name) ?? throw Unknown(name);
        if (isDistinct && definition.Kind != FunctionKind.Aggregate)
            throw Refusal.Of("expression", $"DISTINCT with the function {name}");
        var arguments = Arguments(definition, messages, scope);
        return definition.Call(Settings, arguments, isDistinct ? new AggregateModifiers(IsDistinct: true) : null);
    }

    // Names of the messages' own operators are not in Spark's list but are Spark's all the same.
    private static SparkException Unknown(string name) => SparkFunctionNames.Contains(name)
        ? Refusal.Of("function", name)
        : SparkConditions.Error("UNRESOLVED_ROUTINE", ("routineName", Quoting.Id(name.Split('.'))), ("searchPath", "[`system`.`builtin`, `system`.`session`, `spark_catalog`.`default`]"));

    private TypedExpression[] Arguments(FunctionDefinition definition, IReadOnlyList<Message> messages, NameScope scope)
    {
        // count(*) counts rows; a star elsewhere is the columns.
        if (definition.Name == FunctionNames.Count && messages is [{ ExprTypeCase: Message.ExprTypeOneofCase.UnresolvedStar, UnresolvedStar.HasUnparsedTarget: false }])
            return [Constant.Of(1)];
        var expanded = messages.SelectMany(message => IsMany(message) ? ExpandMany(message, scope).Select(e => (Message: (Message?)null, Expression: (TypedExpression?)e)) : [(message, null)]).ToList();
        var arguments = new TypedExpression?[expanded.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (expanded[i].Expression is { } column)
                arguments[i] = column;
            else if (expanded[i].Message!.ExprTypeCase == Message.ExprTypeOneofCase.NamedArgumentExpression)
                throw Refusal.Of("expression", $"named argument {expanded[i].Message!.NamedArgumentExpression.Key} of the function {definition.Name}");
            else if (expanded[i].Message!.ExprTypeCase != Message.ExprTypeOneofCase.LambdaFunction)
                arguments[i] = Resolve(expanded[i].Message!, scope);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is null)
                arguments[i] = LambdaOf(definition, expanded[i].Message!.LambdaFunction, arguments, i, scope);
        }

        // Only a struct takes its fields' names from aliases.
        return definition.Name is FunctionNames.Struct ? [.. arguments.Select(argument => argument!)] : [.. arguments.Select(argument => Aliases.Strip(argument!))];
    }

    private Lambda LambdaOf(FunctionDefinition definition, Message.Types.LambdaFunction message, TypedExpression?[] arguments, int index, NameScope scope)
    {
        if (definition.Lambdas is not { } rule)
            throw Refusal.Of("expression", $"lambda as an argument of {definition.Name}");
        var types = rule(arguments, index, message.Arguments.Count);
        if (types.Count != message.Arguments.Count)
            throw SparkConditions.Error("INVALID_LAMBDA_FUNCTION_CALL.NUM_ARGS_MISMATCH", ("expectedNumArgs", Quoting.Number(message.Arguments.Count)), ("actualNumArgs", Quoting.Number(types.Count)));
        var variables = message.Arguments.Select((argument, i) => new LambdaVariable(context.Ids.Next(), string.Join(".", argument.NameParts), types[i].Type, types[i].IsNullable)).ToList();
        _lambdas.Push(variables);
        try
        {
            return new Lambda(variables, Aliases.Strip(Resolve(message.Function, scope)));
        }
        finally
        {
            _ = _lambdas.Pop();
        }
    }

    private TypedExpression Variable(Message.Types.UnresolvedNamedLambdaVariable variable, NameScope scope) =>
        FindVariable(variable.NameParts) ?? scope.Find(variable.NameParts) ?? throw scope.Unresolved(variable.NameParts);

    private TypedExpression? FindVariable(IReadOnlyList<string> parts)
    {
        foreach (var variables in _lambdas)
        {
            if (variables.FirstOrDefault(variable => string.Equals(variable.Name, parts[0], Settings.NameComparison)) is { } found)
                return Fields.Extract(found, parts.Skip(1), Settings);
        }

        return null;
    }
}
