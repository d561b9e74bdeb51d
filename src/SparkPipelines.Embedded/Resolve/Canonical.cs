using System.Globalization;
using System.Text;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>A text that two expressions share exactly when they compute the same from the same columns.</summary>
internal static class Canonical
{
    public static string Text(TypedExpression expression)
    {
        var text = new StringBuilder();
        Write(Aliases.Strip(expression), text);
        return text.ToString();
    }

    private static void Write(TypedExpression expression, StringBuilder text)
    {
        _ = expression switch
        {
            ColumnReference reference => text.Append(reference.Column.SqlName),
            Constant constant => text.Append(ColumnNames.Of(constant)).Append(':').Append(constant.Type.SimpleString),
            LambdaVariable variable => text.Append(variable.SqlName),
            Cast cast => text.Append(CultureInfo.InvariantCulture, $"cast {cast.Mode} {cast.Type.SimpleString}"),
            FieldAccess access => text.Append(CultureInfo.InvariantCulture, $"field {access.Ordinal}"),
            FunctionCall call => text.Append(call.Definition.Name).Append(call.IsDistinct ? " distinct" : ""),
            WindowCall window => text.Append(ColumnNames.Of(window)),
            _ => text.Append(expression.GetType().Name),
        };
        if (expression.Children.Count == 0)
            return;
        _ = text.Append('(');
        foreach (var child in expression.Children)
        {
            Write(Aliases.Strip(child), text);
            _ = text.Append(',');
        }

        _ = text.Append(')');
    }
}
