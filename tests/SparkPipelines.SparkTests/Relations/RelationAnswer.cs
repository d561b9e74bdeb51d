using System.Collections;
using System.Globalization;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>What a case was answered, as text; its columns are null when it was no DataFrame.</summary>
internal sealed record RelationAnswer(string Rows, string? Columns)
{
    public static void Check(RelationCase relation, Place place, bool isSpark35)
    {
        var kinds = ((RecordingEngine)place.Spark.Engine).Record();
        var asked = Of(() => relation.Ask(place), relation.Ordered, place);
        if (!kinds.Contains(relation.Kind))
            Assert.Fail($"The plan has no {relation.Kind}, only {string.Join(", ", kinds)}.");

        var expected = isSpark35 ? relation.ExpectedOn35 ?? relation.Expected : relation.Expected;
        var sql = relation.Sql is null ? null : Of(() => place.Sql(Filled(relation.Sql, place)), relation.Ordered, place);
        (sql is null).ShouldBe(relation.WhyNoSql is not null, "A case has an SQL form, or says why not.");
        var agree = sql is null || (asked.Rows == sql.Rows && (asked.Columns is null || sql.Columns is null || asked.Columns == sql.Columns));
        if (!agree || asked.Rows != expected)
            Assert.Fail($"{relation.Name}\n  expected {expected}\n  API      {asked.Rows} of {asked.Columns}\n  SQL      {sql?.Rows} of {sql?.Columns}");
    }

    /// <summary>A Spark that is too old says so, or says that it does not know what was asked.</summary>
    public static void Refuses(RelationCase relation, Place place) =>
        Should.Throw<SparkException>(() => Of(relation.Ask(place), relation.Ordered)).ErrorClass.ShouldBeOneOf(
            "UNSUPPORTED_FEATURE.SERVER_VERSION", "UNRESOLVED_ROUTINE", "UNSUPPORTED_DATATYPE");

    private static RelationAnswer Of(Func<object?> ask, bool ordered, Place place)
    {
        RelationAnswer answer;
        try
        {
            answer = Of(ask(), ordered);
        }
        catch (SparkException error)
        {
            answer = new RelationAnswer($"!{error.ErrorClass ?? error.Message}", null);
        }

        return answer with { Rows = answer.Rows.Replace(place.Db, "{db}", StringComparison.Ordinal).Replace(place.Folder, "{folder}", StringComparison.Ordinal) };
    }

    private static RelationAnswer Of(object? value, bool ordered)
    {
        if (value is not DataFrame frame)
            return new RelationAnswer(Text(value), null);
        var rows = frame.Collect().ToList();
        var texts = rows.Select(row => row.ToString());
        return new RelationAnswer(string.Join(' ', ordered ? texts : texts.Order(StringComparer.Ordinal)), ColumnsOf(rows is [var row, ..] ? row.Schema : frame.Schema()));
    }

    private static string ColumnsOf(StructType schema) => string.Join(", ", schema.Fields.Select(field => $"{field.Name} {field.DataType.SimpleString}"));

    /// <summary>A single value as the row that SQL would give it in.</summary>
    private static string Text(object? value) => value switch
    {
        string text => $"[{text}]",
        Row row => row.ToString(),
        IEnumerable<Row> rows => string.Join(' ', rows),
        double[] numbers => $"[[{string.Join(", ", numbers.Select(JavaNumbers.Text))}]]",
        IEnumerable<KeyValuePair<string, string>> pairs => string.Join(' ', pairs.Select(pair => $"[{pair.Key},{pair.Value}]")),
        IEnumerable values => string.Join(' ', values.Cast<object?>().Select(Text)),
        bool flag => flag ? "[true]" : "[false]",
        double number => $"[{JavaNumbers.Text(number)}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"[{value ?? "null"}]"),
    };

    private static string Filled(string text, Place place) =>
        text.Replace("{db}", place.Db, StringComparison.Ordinal).Replace("{folder}", place.Folder, StringComparison.Ordinal);
}
