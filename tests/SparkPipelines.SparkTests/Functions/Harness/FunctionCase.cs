using System.Runtime.CompilerServices;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Functions.Harness;

/// <summary>
/// A call in C#, the same in Spark's SQL, and the value that both have, as <see cref="CaseText"/> writes it: <c>int 1</c>, <c>string 'é'</c>,
/// <c>array&lt;int&gt; [1, null]</c>, <c>error DIVIDE_BY_ZERO</c>; the values of several rows are parted by semicolons.
/// </summary>
internal sealed record FunctionCase
{
    private FunctionCase(string name, string sql, string expected, string csharp) => (Name, Sql, Expected, CSharp) = (name, sql, expected, csharp);

    public string Name { get; }

    /// <summary>The call as the source has it, for messages and for finding out which methods have cases.</summary>
    public string CSharp { get; }

    public Column? Column { get; private init; }

    /// <summary>Instead of a column a whole frame; <see cref="Sql"/> is a query then.</summary>
    public Func<SparkSession, DataFrame>? Query { get; private init; }

    public string Sql { get; }

    public string Expected { get; }

    /// <summary>What Spark 3.5 makes of it where that differs.</summary>
    public string? ExpectedOn35 { get; private init; }

    /// <summary>The first Spark that has it; older ones are not asked.</summary>
    public Version Since { get; private init; } = new(3, 5);

    /// <summary>A relation in SQL whose columns the expressions name: <c>VALUES (1) AS t(i)</c>.</summary>
    public string? Table { get; private init; }

    /// <summary>How many significant digits of floating-point numbers count against <see cref="Expected"/>; the two forms agree in all.</summary>
    public int? SignificantDigits { get; private init; }

    public bool IsError => Expected.StartsWith("error ", StringComparison.Ordinal) || ExpectedOn35?.StartsWith("error ", StringComparison.Ordinal) == true;

    /// <summary>A call that needs no table, unless <see cref="Over"/> gives it one.</summary>
    /// <param name="name">Spark's name of the function, and after a space what is tried; unique in its file.</param>
    public static FunctionCase Case(string name, Column column, string sql, string expected, [CallerArgumentExpression(nameof(column))] string csharp = "") =>
        new(name, sql, expected, csharp) { Column = column };

    /// <summary>The cases over a table.</summary>
    public static IEnumerable<FunctionCase> Over(string table, params IEnumerable<FunctionCase> cases) => cases.Select(item => item with { Table = table });

    /// <summary>A frame against a query; the names of columns count, and the order of rows.</summary>
    public static FunctionCase QueryCase(
        string name, Func<SparkSession, DataFrame> query, string sql, string expected, [CallerArgumentExpression(nameof(query))] string csharp = "") =>
        new(name, sql, expected, csharp) { Query = query };

    public FunctionCase From(int major, int minor) => this with { Since = new Version(major, minor) };

    public FunctionCase On35(string expected) => this with { ExpectedOn35 = expected };

    /// <summary>For functions whose last bits come from the processor.</summary>
    public FunctionCase To(int significantDigits) => this with { SignificantDigits = significantDigits };

    public bool IsIn(SparkMajor major) => major == SparkMajor.Spark4 || Since <= new Version(3, 5);

    public string ExpectedOn(SparkMajor major) => major == SparkMajor.Spark3 ? ExpectedOn35 ?? Expected : Expected;
}
