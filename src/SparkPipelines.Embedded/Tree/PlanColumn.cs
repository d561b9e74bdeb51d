using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tree;

/// <summary>
/// A column that some relation brings forth. Its identity is <see cref="Id"/>; the name is only what users call it, so two columns may share
/// one, and a column keeps its identity through every relation that passes it on unchanged.
/// </summary>
internal sealed record PlanColumn(int Id, string Name, DataType Type, bool IsNullable, string? MetadataJson = null)
{
    /// <summary>Names that may stand before the column's own, as in <c>alias.column</c>; the nearest alias alone counts.</summary>
    public IReadOnlyList<string> Qualifier { get; init; } = [];

    /// <summary>The column's name in DuckDB's SQL: unique in a query, needing no quotes.</summary>
    public string SqlName => $"a{Id}";

    public StructField ToField() => new(Name, Type, IsNullable, MetadataJson);

    public bool Equals(PlanColumn? other) => other?.Id == Id;

    public override int GetHashCode() => Id;
}

/// <summary>Hands out the ids of one plan's columns and lambda variables.</summary>
internal sealed class ColumnIds
{
    private int _next;

    public int Next() => _next++;

    public PlanColumn New(string name, DataType type, bool isNullable, string? metadataJson = null) => new(Next(), name, type, isNullable, metadataJson);
}
