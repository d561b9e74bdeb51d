using System.Globalization;
using System.Text;

namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>The text of <c>docs/api-coverage.md</c>.</summary>
internal static class CoveragePage
{
    public static string Write(Coverage coverage)
    {
        var page = new StringBuilder(
            """
            # API coverage

            How much of Microsoft.Spark 2.3 and of PySpark 4.2's Connect client SparkPipelines has. A test writes this page from the compiled assembly and the
            two lists, and fails when it is stale; `UPDATE_DOCS=1` makes it write.

            - **Microsoft.Spark**: a member counts as present when every way to call it – optional arguments left out, named or given, `params` as an array and one by one –
              compiles against SparkPipelines with the namespace changed. Each overload counts for itself.
            - **PySpark**: a member counts as present when the C# form of its name is there, looked up by reflection; a function also has to take as few and as many arguments.
            - **later**: streaming, ML and C# functions, built later. **Python's own**: what has no meaning in C#. Both are left out of the percentage and shown here with their
              numbers. **absent** counts as missing.

            """);
        Section(page, "Microsoft.Spark", coverage.MicrosoftSpark);
        Section(page, "PySpark (Connect)", coverage.PySpark);
        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, IReadOnlyList<ApiMember> members)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| area | members | present | absent | later | Python's own | present of those that count |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var area in members.GroupBy(member => member.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
            Row(page, area.Key, [.. area]);
        Row(page, "**all**", members);

        Table(page, "Absent", members, ApiGap.Absent);
        Table(page, "Later", members, ApiGap.Later);
        Table(page, "Python's own", members, ApiGap.Python);
        var notes = members.Where(member => member.Note is not null).ToList();
        if (notes.Count > 0)
            page.Append("\n### Present with another type\n\n| member | what the compiler says of Microsoft.Spark's form |\n| --- | --- |\n");
        foreach (var member in notes)
            page.Append(CultureInfo.InvariantCulture, $"| `{member.Owner}: {member.Signature}` | {Escape(member.Note!)} |\n");
    }

    private static void Row(StringBuilder page, string area, IReadOnlyList<ApiMember> members) => page.Append(
        CultureInfo.InvariantCulture,
        $"| {area} | {members.Count} | {members.Count(member => member.IsPresent)} | {Count(members, ApiGap.Absent)} | {Count(members, ApiGap.Later)} | {Count(members, ApiGap.Python)} | {Share(members)} |\n");

    private static string Share(IReadOnlyList<ApiMember> members) =>
        members.All(member => !member.IsPresent && member.Exception?.Gap is ApiGap.Later or ApiGap.Python) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Coverage.Percent(members):0.0} %");

    private static int Count(IReadOnlyList<ApiMember> members, ApiGap gap) => members.Count(member => !member.IsPresent && (member.Exception?.Gap ?? ApiGap.Absent) == gap);

    private static void Table(StringBuilder page, string title, IReadOnlyList<ApiMember> members, ApiGap gap)
    {
        var groups = members.Where(member => !member.IsPresent && member.Exception?.Gap == gap).GroupBy(member => member.Exception!.Reason).ToList();
        if (groups.Count == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n| members | why, and what to use |\n| --- | --- |\n");
        foreach (var group in groups)
            page.Append(CultureInfo.InvariantCulture, $"| {Names(group)} | {Escape(group.Key)} |\n");
    }

    private static string Names(IEnumerable<ApiMember> members) => string.Join(
        "; ",
        members.GroupBy(member => member.Owner).Select(owner => owner.Key + ": " + string.Join(", ", owner.Select(member => $"`{ShortName(member)}`").Distinct())));

    private static string ShortName(ApiMember member) => member.Name.StartsWith(member.Owner + ".", StringComparison.Ordinal) ? member.Name[(member.Owner.Length + 1)..] : member.Name;

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
