using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Extensions.Delta.Tables;

/// <summary>What a merge can do with rows that the table lacks.</summary>
public sealed class DeltaMergeNotMatchedActionBuilder
{
    private readonly DeltaMergeBuilder _merge;
    private readonly Column? _condition;

    internal DeltaMergeNotMatchedActionBuilder(DeltaMergeBuilder merge, Column? condition)
    {
        _merge = merge;
        _condition = condition;
    }

    /// <summary>Inserts rows with these values by column name; other columns become null.</summary>
    public DeltaMergeBuilder Insert(IReadOnlyDictionary<string, Column> values) => _merge.With("NOT MATCHED", _condition, columns =>
        $"INSERT ({string.Join(", ", values.Keys.Select(SqlQuoting.NameOfParts))}) VALUES ({string.Join(", ", values.Values.Select(columns.Of))})");

    /// <summary>Inserts rows with these values, in SQL, by column name; other columns become null.</summary>
    public DeltaMergeBuilder InsertExpr(IReadOnlyDictionary<string, string> values) => Insert(DeltaTable.Parsed(values));

    /// <summary>Inserts the rows, columns by their names.</summary>
    public DeltaMergeBuilder InsertAll() => _merge.With("NOT MATCHED", _condition, _ => "INSERT *");
}
