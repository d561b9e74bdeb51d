using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public static partial class Functions
{
    private static Column Lambda(Func<Column, Column> body)
    {
        var x = ExpressionMessages.LambdaVariable("x");
        return Lambda(body(Variable(x)), x);
    }

    private static Column Lambda(Func<Column, Column, Column> body)
    {
        var x = ExpressionMessages.LambdaVariable("x");
        var y = ExpressionMessages.LambdaVariable("y");
        return Lambda(body(Variable(x), Variable(y)), x, y);
    }

    private static Column Lambda(Func<Column, Column, Column, Column> body)
    {
        var x = ExpressionMessages.LambdaVariable("x");
        var y = ExpressionMessages.LambdaVariable("y");
        var z = ExpressionMessages.LambdaVariable("z");
        return Lambda(body(Variable(x), Variable(y), Variable(z)), x, y, z);
    }

    private static Column Lambda(Column body, params ReadOnlySpan<Proto.Expression.Types.UnresolvedNamedLambdaVariable> variables)
    {
        var lambda = new Proto.Expression.Types.LambdaFunction { Function = body.Expression };
        foreach (var variable in variables)
            lambda.Arguments.Add(variable);
        return new Column(new Proto.Expression { LambdaFunction = lambda }, body.References);
    }

    private static Column Variable(Proto.Expression.Types.UnresolvedNamedLambdaVariable variable) =>
        new(new Proto.Expression { UnresolvedNamedLambdaVariable = variable });
}
