using System.Collections.Frozen;
using System.Text;

namespace SparkPipelines.Sql.Parsing;

/// <summary>
/// The words that the expression and type grammar looks for. Every one is also an ordinary name where the grammar wants a name, because
/// <c>spark.sql.ansi.enforceReservedKeywords</c> is off by default.
/// </summary>
internal enum SqlKeyword : byte
{
    None,
    All, And, Any, AnyValue, Array, As, Asc,
    Between, Both, By,
    Case, Cast, Cluster, Collate, Comment, Current, CurrentPath,
    DateAdd, Dateadd, DateDiff, Datediff, Desc, Distinct, Distribute, Div,
    Else, End, Escape, Except, Exists, Extract,
    False, Filter, First, Following, For, From,
    Group, Identifier, Ignore, Ilike, In, Interval, Is,
    Last, Leading, Like, Map, Not, Null, Nulls,
    Or, Order, Over, Overlay, Partition, Placing, Position, Preceding,
    Range, Respect, Rlike, Row, Rows,
    Select, Some, Sort, Struct, Substr, Substring,
    Then, Time, Timediff, Timestampadd, Timestampdiff, To, Trailing, Trim, True, TryCast,
    Unbounded, Unknown, When, Where, With, Within, Without, Zone,
    Year, Years, Quarter, Month, Months, Week, Weeks, Day, Days, Dayofyear, Hour, Hours, Minute, Minutes, Second, Seconds,
    Millisecond, Milliseconds, Microsecond, Microseconds, Nanosecond, Nanoseconds,
}

internal static class SqlKeywords
{
    private static readonly FrozenDictionary<string, SqlKeyword> ByText = Enum.GetValues<SqlKeyword>()
        .Where(keyword => keyword != SqlKeyword.None)
        .Select(keyword => KeyValuePair.Create(keyword.Text(), keyword))
        .Append(KeyValuePair.Create("REGEXP", SqlKeyword.Rlike))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, SqlKeyword>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByText.GetAlternateLookup<ReadOnlySpan<char>>();

    public static SqlKeyword Find(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var keyword) ? keyword : SqlKeyword.None;

    /// <summary>The keyword in capitals, as Spark's messages name it: <c>ANY_VALUE</c>.</summary>
    public static string Text(this SqlKeyword keyword)
    {
        var text = new StringBuilder();
        foreach (var letter in keyword.ToString())
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
