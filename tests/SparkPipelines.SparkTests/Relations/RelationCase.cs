using SparkPipelines.Sql;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>One thing that the API asks of Spark, beside the SQL that asks the same, and what both answer.</summary>
/// <param name="Name">
/// Unique: the part of the protocol that it tries (see <see cref="PlanKinds"/>), a colon, what is special. The plan that runs must have that part.
/// </param>
/// <param name="Ask">The question: its DataFrame is collected, any other value is taken as it is.</param>
/// <param name="Sql">The same in SQL; null where SQL has no words for it. <c>{db}</c> and <c>{folder}</c> stand for the place's own.</param>
/// <param name="Expected">
/// The rows as Spark prints them, <c>[1,a] [2,null]</c>; where order is not asked for, sorted. For an error its condition, <c>!DIVIDE_BY_ZERO</c>.
/// </param>
internal sealed record RelationCase(string Name, Func<Place, object?> Ask, string? Sql, string Expected)
{
    /// <summary>The first Spark that has it; older ones must refuse it.</summary>
    public Version Since { get; init; } = new(3, 5);

    /// <summary>The first Spark for which the API asks in another way; null when there is none.</summary>
    public Version? Until { get; init; }

    /// <summary>Whether a Spark before <see cref="Since"/> is asked in another way, so that it need not refuse.</summary>
    public bool IsNewWay { get; init; }

    /// <summary>Whether the order of rows is part of the answer.</summary>
    public bool Ordered { get; init; }

    /// <summary>Why there is no SQL form.</summary>
    public string? WhyNoSql { get; init; }

    /// <summary>What Spark 3.5 says where it says something else.</summary>
    public string? ExpectedOn35 { get; init; }

    /// <summary>Whether the case changes its session, and so needs one of its own.</summary>
    public bool IsAlone { get; init; }

    public string Kind => Name[..Name.IndexOf(':', StringComparison.Ordinal)];

    public static RelationCase WithoutSql(string name, string reason, Func<Place, object?> ask, string expected) =>
        new(name, ask, null, expected) { WhyNoSql = reason };

    public RelationCase InOrder() => this with { Ordered = true };

    public RelationCase From(int major, int minor) => this with { Since = new Version(major, minor) };

    public RelationCase NewWayFrom(int major, int minor) => From(major, minor) with { IsNewWay = true };

    public RelationCase Before(int major, int minor) => this with { Until = new Version(major, minor) };

    public RelationCase On35(string expected) => this with { ExpectedOn35 = expected };

    public RelationCase Alone() => this with { IsAlone = true };
}

/// <summary>Where a case runs.</summary>
/// <param name="Spark">The session; it has the views <c>people</c> and <c>pay</c>.</param>
/// <param name="Db">A database of this run's own.</param>
/// <param name="Folder">A folder of this run's own, which the server sees too.</param>
internal sealed record Place(SparkSession Spark, string Db, string Folder)
{
    /// <summary>id, name, city, age: a null name, a null age, a letter outside ASCII.</summary>
    public DataFrame People => Spark.Table("people");

    /// <summary>id, month, amount: person 5 is unknown, persons 3 and 4 have none.</summary>
    public DataFrame Pay => Spark.Table("pay");

    public DataFrame Sql(string text) => Spark.Sql(text);

    /// <summary>A table of this run's own, made anew from a query, as Parquet.</summary>
    public string NewTable(string name, string query)
    {
        Spark.Sql($"CREATE TABLE {Db}.{name} USING parquet AS {query}");
        return $"{Db}.{name}";
    }
}
