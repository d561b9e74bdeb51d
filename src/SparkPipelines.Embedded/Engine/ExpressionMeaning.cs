using System.Numerics;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What an expression means over given columns, as a text: columns by their position, lambda variables by the order in which they come.</summary>
internal sealed class ExpressionMeaning(SessionSettings settings, IReadOnlyList<PlanColumn> columns)
{
    private readonly Dictionary<int, int> _positions = PositionsOf(columns);
    private readonly Dictionary<int, int> _variables = [];

    public string Of(SortKey key) => MeaningText.List("key", [Of(key.Child), $"{key.IsAscending}", $"{key.NullsFirst}"]);

    public string Of(TypedExpression expression) => StackGuard.Run(() => expression switch
    {
        ColumnReference reference => $"#{Quoting.Number(_positions[reference.Column.Id])}",
        Constant constant => MeaningText.List("constant", [constant.Type.Json, ValueOf(constant.Value)]),
        Alias alias => Of(alias.Child),
        NamedAs named => Of(named.Child),
        Cast cast => MeaningText.List("cast", [Of(cast.Child), cast.Type.Json, $"{cast.Mode}", ZoneOf(cast)]),
        FieldAccess access => MeaningText.List("field", [Of(access.Child), Quoting.Number(access.Ordinal)]),
        FunctionCall call => Of(call),
        WindowCall window => MeaningText.List("window", [Of(window.Function), MeaningText.List("by", window.Partition.Select(Of)), MeaningText.List("order", window.Order.Select(Of)), Of(window.Frame)]),
        Lambda lambda => MeaningText.List("lambda", [.. lambda.Variables.Select(Declared), Of(lambda.Body)]),
        LambdaVariable variable => $"${Quoting.Number(_variables[variable.Id])}",
        _ => throw Errors.Refusal.Of("expression", expression.GetType().Name),
    });

    private static Dictionary<int, int> PositionsOf(IReadOnlyList<PlanColumn> columns)
    {
        var positions = new Dictionary<int, int>();
        for (var i = 0; i < columns.Count; i++)
            _ = positions.TryAdd(columns[i].Id, i);
        return positions;
    }

    private string Of(FunctionCall call)
    {
        var name = call.Definition.Name;
        IReadOnlyList<string> arguments = [.. call.Arguments.Select(Of)];
        switch (name)
        {
            case "and" or "or":
                arguments = [.. Sides(call, name).Select(Of).Order(StringComparer.Ordinal)];
                break;
            case "=" or "==" or "<=>":
                arguments = [.. arguments.Order(StringComparer.Ordinal)];
                break;
            case ">" or ">=":
                (name, arguments) = (name.Replace('>', '<'), [.. arguments.Reverse()]);
                break;
        }

        return MeaningText.List("call", [
            name, call.Type.Json, $"{call.Modifiers.IsDistinct}{call.Modifiers.IgnoresNulls}", call.Modifiers.Filter is { } filter ? Of(filter) : "", ZoneOf(call), .. arguments]);
    }

    private static IEnumerable<TypedExpression> Sides(TypedExpression expression, string name) =>
        expression is FunctionCall call && call.Definition.Name == name && call.Modifiers == AggregateModifiers.None
            ? call.Arguments.SelectMany(argument => Sides(Aliases.Strip(argument), name))
            : [expression];

    // The session's time zone counts wherever times or texts, which may be times, are about. That is more often than needed: then rows are computed again after the zone has changed.
    private string ZoneOf(TypedExpression expression) =>
        expression.Children.Append(expression).Any(part => part.Type.Json is var json && (json.Contains("time", StringComparison.Ordinal) || json.Contains("date", StringComparison.Ordinal) || json.Contains("string", StringComparison.Ordinal)))
            ? settings.TimeZone
            : "";

    private string Declared(LambdaVariable variable)
    {
        _variables[variable.Id] = _variables.Count;
        return variable.Type.Json;
    }

    private string Of(WindowFrame frame) => MeaningText.List("frame", [$"{frame.Unit}", Of(frame.Lower), Of(frame.Upper)]);

    private string Of(FrameBound bound) => MeaningText.List("bound", [$"{bound.Kind}", bound.Offset is { } offset ? Of(offset) : ""]);

    private static string ValueOf(object? value) => value switch
    {
        null => "null",
        double number => Quoting.Number(BitConverter.DoubleToInt64Bits(number)),
        float number => Quoting.Number(BitConverter.SingleToInt32Bits(number)),
        byte[] bytes => Convert.ToHexString(bytes),
        object?[] values => MeaningText.List("list", values.Select(ValueOf)),
        MapEntries entries => MeaningText.List("map", [ValueOf(entries.Keys), ValueOf(entries.Values)]),
        Tree.CalendarInterval interval => MeaningText.List("interval", [Quoting.Number(interval.Months), Quoting.Number(interval.Days), Quoting.Number(interval.Microseconds)]),
        BigInteger number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
