namespace SparkPipelines.EngineTests.Harness;

/// <summary>Compares strictly: names, types, nullability, every value; null is not NaN and 0.0 is not -0.0.</summary>
internal static class OutcomeComparer
{
    /// <summary>The first difference in words; null when there is none.</summary>
    public static string? Difference(Outcome expected, Outcome actual, EngineCase engineCase, bool sendsDetails) => (expected, actual) switch
    {
        (Outcome.Rows e, Outcome.Rows a) => SchemaDifference(e, a) ?? RowDifference(e, a, engineCase),
        (Outcome.Error e, Outcome.Error a) => ErrorDifference(e, a, sendsDetails),
        (Outcome.Rows e, Outcome.Error a) => $"Expected {e.Values.Count} rows, but got the error {a.ErrorClass ?? a.Kind}: {a.Message}",
        (Outcome.Error e, Outcome.Rows a) => $"Expected the error {e.ErrorClass ?? e.Kind}, but got {a.Values.Count} rows: {string.Join("; ", a.Values.Take(3).Select(ValueText.OfRow))}",
        _ => throw new InvalidOperationException("An outcome is rows or an error."),
    };

    private static string? SchemaDifference(Outcome.Rows expected, Outcome.Rows actual)
    {
        var (e, a) = (ValueText.OfType(expected.Schema), ValueText.OfType(actual.Schema));
        return e == a ? null : $"Schemas differ.\n  expected {e}\n  actual   {a}";
    }

    private static string? RowDifference(Outcome.Rows expected, Outcome.Rows actual, EngineCase engineCase)
    {
        if (expected.Values.Count != actual.Values.Count)
            return $"Expected {expected.Values.Count} rows, but got {actual.Values.Count}.\n  expected {Sample(expected)}\n  actual   {Sample(actual)}";
        var (left, right) = (InComparableOrder(expected, engineCase), InComparableOrder(actual, engineCase));
        for (var row = 0; row < left.Count; row++)
        {
            for (var column = 0; column < expected.Schema.Count; column++)
            {
                var (e, a) = (left[row][column], right[row][column]);
                if (!ValueText.AreSame(e, a, engineCase.Tolerance))
                    return $"Row {row}, column '{expected.Schema[column].Name}': expected {ValueText.Of(e)}, but got {ValueText.Of(a)}.\n  expected row {ValueText.OfRow(left[row])}\n  actual row   {ValueText.OfRow(right[row])}";
            }
        }

        return null;
    }

    private static string? ErrorDifference(Outcome.Error expected, Outcome.Error actual, bool sendsDetails)
    {
        if (expected.ErrorClass != actual.ErrorClass || (sendsDetails && expected.SqlState != actual.SqlState))
            return $"Expected the error {expected.ErrorClass} ({expected.SqlState}), but got {actual.ErrorClass} ({actual.SqlState}).\n  expected {expected.Message}\n  actual   {actual.Message}";
        if (expected.Kind != actual.Kind)
            return $"The error {expected.ErrorClass} should be a {expected.Kind}, but is a {actual.Kind}.";
        foreach (var (name, value) in expected.Parameters.Where(_ => sendsDetails))
        {
            if (actual.Parameters.GetValueOrDefault(name) != value)
                return $"The error {expected.ErrorClass} has {name} = {value}, but got {actual.Parameters.GetValueOrDefault(name) ?? "nothing"}.";
        }

        return null;
    }

    private static List<IReadOnlyList<object?>> InComparableOrder(Outcome.Rows rows, EngineCase engineCase) =>
        engineCase.Ordered ? [.. rows.Values] : [.. rows.Values.OrderBy(ValueText.OfRow, StringComparer.Ordinal)];

    private static string Sample(Outcome.Rows rows) => string.Join("; ", rows.Values.Take(20).Select(ValueText.OfRow));
}
