using System.Globalization;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>
/// Keeps SQL from growing as a power of how deep calls are nested: where a lowering names an argument more than once, a long one – or one that is another
/// value each time – is computed once, as the parameter of a lambda over a list of one.
/// </summary>
internal sealed class SharedArguments
{
    // Shorter text may stand twice: DuckDB finds out that it is the same, and sees through it better than through a lambda.
    private const int LongText = 256;

    private int _next;

    /// <summary>The SQL that <paramref name="lower"/> makes of arguments, of which each is an expression and its SQL.</summary>
    public string Lower(IReadOnlyList<TypedExpression> expressions, IReadOnlyList<string> arguments, Func<IReadOnlyList<string>, string> lower)
    {
        if (!Enumerable.Range(0, arguments.Count).Any(IsShareable))
            return lower(arguments);
        var names = arguments.Select((sql, i) => IsShareable(i) ? NewName(arguments) : sql).ToArray();
        var text = lower(names);
        for (var i = 0; i < names.Length; i++)
        {
            if (IsShareable(i))
                text = Put(arguments[i], names[i], text);
        }

        return text;

        bool IsShareable(int i) => expressions[i] is not (ColumnReference or Constant or Lambda or LambdaVariable)
            && (arguments[i].Length > LongText || expressions[i].Has(ExpressionTraits.Nondeterministic));
    }

    private static string Put(string argument, string name, string text)
    {
        var first = text.IndexOf(name, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(name, first + name.Length, StringComparison.Ordinal) >= 0
            ? $"list_extract(list_transform([{argument}], lambda {name}: {text}), 1)"
            : text.Replace(name, argument, StringComparison.Ordinal);
    }

    // Text of the user's may hold anything, this name too.
    private string NewName(IReadOnlyList<string> arguments)
    {
        while (true)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"once{_next++}_");
            if (!arguments.Any(sql => sql.Contains(name, StringComparison.Ordinal)))
                return name;
        }
    }
}
