namespace SparkPipelines.Sql.Catalog;

/// <summary>A database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Catalog">The catalog it is in.</param>
/// <param name="Description">What its maker says of it.</param>
/// <param name="LocationUri">Where its tables lie.</param>
public sealed record Database(string Name, string? Catalog, string? Description, string LocationUri);

/// <summary>A table or view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Catalog">The catalog it is in; null for a temporary view.</param>
/// <param name="Namespace">The database it is in, outermost part first.</param>
/// <param name="Description">What its maker says of it.</param>
/// <param name="TableType"><c>MANAGED</c>, <c>EXTERNAL</c>, <c>VIEW</c> or <c>TEMPORARY</c>.</param>
/// <param name="IsTemporary">Whether it is a temporary view.</param>
public sealed record Table(
    string Name, string? Catalog, IReadOnlyList<string>? Namespace, string? Description, string TableType, bool IsTemporary)
{
    /// <summary>The database it is in, when that has one part; else null.</summary>
    public string? Database => Namespace is [var only] ? only : null;
}

/// <summary>A function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Catalog">The catalog it is in; null for a temporary one.</param>
/// <param name="Namespace">The database it is in, outermost part first.</param>
/// <param name="Description">What Spark says of it.</param>
/// <param name="ClassName">The class that computes it.</param>
/// <param name="IsTemporary">Whether it is built in or belongs to the session alone.</param>
public sealed record Function(
    string Name, string? Catalog, IReadOnlyList<string>? Namespace, string? Description, string ClassName, bool IsTemporary)
{
    /// <summary>The database it is in, when that has one part; else null.</summary>
    public string? Database => Namespace is [var only] ? only : null;
}
