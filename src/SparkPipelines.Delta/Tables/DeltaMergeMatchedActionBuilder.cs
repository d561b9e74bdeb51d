using SparkPipelines.Sql;

namespace SparkPipelines.Extensions.Delta.Tables;

/// <summary>What a merge can do to rows of the table.</summary>
public sealed class DeltaMergeMatchedActionBuilder
{
    private readonly DeltaMergeBuilder _merge;
    private readonly string _rows;
    private readonly Column? _condition;

    internal DeltaMergeMatchedActionBuilder(DeltaMergeBuilder merge, string rows, Column? condition)
    {
        _merge = merge;
        _rows = rows;
        _condition = condition;
    }

    /// <summary>Sets columns, by their names.</summary>
    public DeltaMergeBuilder Update(IReadOnlyDictionary<string, Column> set) =>
        _merge.With(_rows, _condition, columns => $"UPDATE SET {DeltaTable.Assignments(set, columns)}");

    /// <summary>Sets columns, by their names, to values in SQL.</summary>
    public DeltaMergeBuilder UpdateExpr(IReadOnlyDictionary<string, string> set) => Update(DeltaTable.Parsed(set));

    /// <summary>Sets all columns to those of the same names of the source.</summary>
    public DeltaMergeBuilder UpdateAll() => _merge.With(_rows, _condition, _ => "UPDATE SET *");

    /// <summary>Deletes the rows.</summary>
    public DeltaMergeBuilder Delete() => _merge.With(_rows, _condition, _ => "DELETE");
}
