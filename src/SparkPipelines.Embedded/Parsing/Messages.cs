using System.Text;
using Google.Protobuf;
using Spark.Connect;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Literal = Spark.Connect.Expression.Types.Literal;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>Short ways to the Spark Connect messages that the parser builds.</summary>
internal static class Messages
{
    public static Expression Call(string name, params ReadOnlySpan<Expression> arguments)
    {
        var function = new Expression.Types.UnresolvedFunction { FunctionName = name };
        foreach (var argument in arguments)
            function.Arguments.Add(argument);
        return new Expression { UnresolvedFunction = function };
    }

    /// <summary>A call that stands for a clause; see <see cref="FunctionNames.FilterWhere"/>.</summary>
    public static Expression Clause(string name, params ReadOnlySpan<Expression> arguments)
    {
        var call = Call(name, arguments);
        call.UnresolvedFunction.IsInternal = true;
        return call;
    }

    public static Expression Not(Expression operand) => Call(FunctionNames.Not, operand);

    public static Expression Attribute(IEnumerable<string> parts) =>
        new() { UnresolvedAttribute = new Expression.Types.UnresolvedAttribute { UnparsedIdentifier = Quote(parts) } };

    public static Expression Star(IReadOnlyCollection<string> target)
    {
        var star = new Expression.Types.UnresolvedStar();
        if (target.Count > 0)
            star.UnparsedTarget = $"{Quote(target)}.*";
        return new Expression { UnresolvedStar = star };
    }

    public static Expression Extract(Expression child, Expression extraction) =>
        new() { UnresolvedExtractValue = new Expression.Types.UnresolvedExtractValue { Child = child, Extraction = extraction } };

    public static Expression Alias(Expression child, params IEnumerable<string> names)
    {
        var alias = new Expression.Types.Alias { Expr = child };
        alias.Name.AddRange(names);
        return new Expression { Alias = alias };
    }

    public static Expression Cast(Expression child, Sql.Types.DataType type, bool isTry)
    {
        var cast = new Expression.Types.Cast { Expr = child, Type = type.ToProto() };
        if (isTry)
            cast.EvalMode = Expression.Types.Cast.Types.EvalMode.Try;
        return new Expression { Cast = cast };
    }

    public static Expression Variable(string name)
    {
        var variable = new Expression.Types.UnresolvedNamedLambdaVariable();
        variable.NameParts.Add(name);
        return new Expression { UnresolvedNamedLambdaVariable = variable };
    }

    public static Expression Of(Literal literal) => new() { Literal = literal };

    public static Expression Null() => Of(new Literal { Null = new NullType().ToProto() });

    public static Expression Of(string value) => Of(new Literal { String = value });

    public static Expression Of(int value) => Of(new Literal { Integer = value });

    public static Expression Of(long value) => Of(new Literal { Long = value });

    public static Expression Of(bool value) => Of(new Literal { Boolean = value });

    public static Expression Of(byte[] value) => Of(new Literal { Binary = ByteString.CopyFrom(value) });

    /// <summary>Microseconds shown from <paramref name="start"/> to <paramref name="end"/>; the type travels along, since the value alone doesn't tell it.</summary>
    public static Expression DayTime(long microseconds, DayTimeField start, DayTimeField end) =>
        Of(new Literal { DayTimeInterval = microseconds, DataType = new DayTimeIntervalType(start, end).ToProto() });

    public static Expression YearMonth(int months, YearMonthField start, YearMonthField end) =>
        Of(new Literal { YearMonthInterval = months, DataType = new YearMonthIntervalType(start, end).ToProto() });

    /// <summary>A name of several parts as one text; a part with anything but letters, digits and underscores stands in backquotes.</summary>
    public static string Quote(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (text.Length > 0)
                text.Append('.');
            if (part.Length > 0 && part.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                text.Append(part);
            else
                text.Append(SqlQuoting.Name(part));
        }

        return text.ToString();
    }
}
