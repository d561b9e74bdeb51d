using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>Drops, fills and replaces missing values; made by <see cref="DataFrame.Na"/>. NaN counts as missing in floating-point columns.</summary>
public sealed class DataFrameNaFunctions
{
    private readonly DataFrame _input;

    internal DataFrameNaFunctions(DataFrame input) => _input = input;

    /// <summary>Without the rows in which any value is missing.</summary>
    public DataFrame Drop() => Drop("any", []);

    /// <summary>Without the rows in which any value, or all values, are missing.</summary>
    /// <param name="how"><c>any</c> or <c>all</c>.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public DataFrame Drop(string how) => Drop(how, []);

    /// <summary>Without the rows in which a value of these columns is missing.</summary>
    public DataFrame Drop(IEnumerable<string> columnNames) => Drop("any", columnNames);

    /// <summary>Without the rows in which any value, or all values, of these columns are missing; of all columns when none is named.</summary>
    /// <param name="how"><c>any</c> or <c>all</c>.</param>
    /// <param name="columnNames">Columns.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public DataFrame Drop(string how, IEnumerable<string> columnNames) => how.ToLowerInvariant() switch
    {
        "any" => Drop((int?)null, columnNames),
        "all" => Drop(1, columnNames),
        _ => throw new ArgumentException($"Rows are dropped when 'any' or 'all' values are missing; '{how}' is neither.", nameof(how)),
    };

    /// <summary>Without the rows that have fewer than so many values.</summary>
    public DataFrame Drop(int minNonNulls) => Drop(minNonNulls, []);

    /// <summary>Without the rows that have fewer than so many values in these columns.</summary>
    public DataFrame Drop(int minNonNulls, IEnumerable<string> columnNames) => Drop((int?)minNonNulls, columnNames);

    /// <summary>With this number in place of missing ones, in all numeric columns.</summary>
    public DataFrame Fill(long value) => Fill(value, []);

    /// <summary>With this number in place of missing ones, in all numeric columns.</summary>
    public DataFrame Fill(double value) => Fill(value, []);

    /// <summary>With this text in place of missing ones, in all text columns.</summary>
    public DataFrame Fill(string value) => Fill(value, []);

    /// <summary>With this value in place of missing ones, in all boolean columns.</summary>
    public DataFrame Fill(bool value) => Fill(value, []);

    /// <summary>With this number in place of missing ones, in these columns as far as they are numeric.</summary>
    public DataFrame Fill(long value, IEnumerable<string> columnNames) => Fill(columnNames, [value]);

    /// <summary>With this number in place of missing ones, in these columns as far as they are numeric.</summary>
    public DataFrame Fill(double value, IEnumerable<string> columnNames) => Fill(columnNames, [value]);

    /// <summary>With this text in place of missing ones, in these columns as far as they are texts.</summary>
    public DataFrame Fill(string value, IEnumerable<string> columnNames) => Fill(columnNames, [value]);

    /// <summary>With this value in place of missing ones, in these columns as far as they are booleans.</summary>
    public DataFrame Fill(bool value, IEnumerable<string> columnNames) => Fill(columnNames, [value]);

    /// <summary>With a value for each of these columns in place of its missing ones.</summary>
    public DataFrame Fill(IDictionary<string, int> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, long> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, double> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, string> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, bool> valueMap) => FillEach(valueMap);

    /// <summary>With a value, of its own type, for each of these columns in place of its missing ones.</summary>
    public DataFrame Fill(IDictionary<string, object> valueMap) => FillEach(valueMap);

    /// <summary>With other numbers in place of these, in a column, or in all numeric columns when its name is <c>*</c>.</summary>
    public DataFrame Replace(string columnName, IDictionary<double, double> replacement) => Replace(One(columnName), replacement);

    /// <summary>With other values in place of these, in a column, or in all boolean columns when its name is <c>*</c>.</summary>
    public DataFrame Replace(string columnName, IDictionary<bool, bool> replacement) => Replace(One(columnName), replacement);

    /// <summary>With other texts in place of these, in a column, or in all text columns when its name is <c>*</c>.</summary>
    public DataFrame Replace(string columnName, IDictionary<string, string> replacement) => Replace(One(columnName), replacement);

    /// <summary>With other numbers in place of these, in these columns.</summary>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<double, double> replacement) => ReplaceEach(columnNames, replacement);

    /// <summary>With other values in place of these, in these columns.</summary>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<bool, bool> replacement) => ReplaceEach(columnNames, replacement);

    /// <summary>With other texts in place of these, in these columns.</summary>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<string, string> replacement) => ReplaceEach(columnNames, replacement);

    private DataFrame Drop(int? minNonNulls, IEnumerable<string> columnNames)
    {
        var drop = new Proto.NADrop { Input = _input.Relation };
        drop.Cols.AddRange(columnNames);
        if (minNonNulls is { } least)
            drop.MinNonNulls = least;
        return Over(new() { Common = RelationMessages.NewCommon(), DropNa = drop });
    }

    private DataFrame FillEach<T>(IDictionary<string, T> values) => Fill(values.Keys, values.Values.Select(value => (object?)value));

    private DataFrame Fill(IEnumerable<string> columnNames, IEnumerable<object?> values)
    {
        var fill = new Proto.NAFill { Input = _input.Relation };
        fill.Cols.AddRange(columnNames);
        fill.Values.AddRange(values.Select(LiteralMessages.ToLiteral));
        return Over(new() { Common = RelationMessages.NewCommon(), FillNa = fill });
    }

    private DataFrame ReplaceEach<T>(IEnumerable<string> columnNames, IDictionary<T, T> replacement)
    {
        var replace = new Proto.NAReplace { Input = _input.Relation };
        replace.Cols.AddRange(columnNames);
        foreach (var (from, to) in replacement)
            replace.Replacements.Add(new Proto.NAReplace.Types.Replacement { OldValue = LiteralMessages.ToLiteral(from), NewValue = LiteralMessages.ToLiteral(to) });
        return Over(new() { Common = RelationMessages.NewCommon(), Replace = replace });
    }

    private static string[] One(string columnName) => columnName == "*" ? [] : [columnName];

    private DataFrame Over(Proto.Relation relation) => new(_input.SparkSession, relation);
}
