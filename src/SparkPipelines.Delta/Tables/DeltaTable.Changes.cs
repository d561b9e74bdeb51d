using SparkPipelines.Extensions.Delta.Statements;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Extensions.Delta.Tables;

public sealed partial class DeltaTable
{
    /// <summary>Deletes the rows for which a condition, in SQL, is true.</summary>
    public void Delete(string condition) => Blocking.Wait(() => DeleteAsync(Functions.Expr(condition)));

    /// <summary>Deletes the rows for which a condition is true.</summary>
    public void Delete(Column condition) => Blocking.Wait(() => DeleteAsync(condition));

    /// <summary>Deletes all rows.</summary>
    public void Delete() => Blocking.Wait(() => DeleteAsync());

    /// <summary>Deletes the rows for which a condition is true; all rows without one.</summary>
    public Task DeleteAsync(Column? condition = null, CancellationToken cancellationToken = default) =>
        RunAsync($"DELETE FROM {Target}{Where(condition)}", cancellationToken);

    /// <summary>Sets columns of all rows, by their names.</summary>
    public void Update(IReadOnlyDictionary<string, Column> set) => Blocking.Wait(() => UpdateAsync(set));

    /// <summary>Sets columns, by their names, of the rows for which a condition is true.</summary>
    public void Update(Column condition, IReadOnlyDictionary<string, Column> set) => Blocking.Wait(() => UpdateAsync(set, condition));

    /// <summary>Sets columns of all rows, by their names, to values in SQL.</summary>
    public void UpdateExpr(IReadOnlyDictionary<string, string> set) => Update(Parsed(set));

    /// <summary>Sets columns, by their names, to values in SQL, of the rows for which a condition in SQL is true.</summary>
    public void UpdateExpr(string condition, IReadOnlyDictionary<string, string> set) => Update(Functions.Expr(condition), Parsed(set));

    /// <summary>Sets columns, by their names, of the rows for which a condition is true; of all rows without one.</summary>
    /// <exception cref="ArgumentException">No column is set.</exception>
    public Task UpdateAsync(IReadOnlyDictionary<string, Column> set, Column? condition = null, CancellationToken cancellationToken = default) =>
        RunAsync($"UPDATE {Target} SET {Assignments(set, Columns)}{Where(condition)}", cancellationToken);

    /// <summary>Merges a DataFrame's rows into the table, matched by a condition in SQL; continue with what happens to which rows.</summary>
    public DeltaMergeBuilder Merge(DataFrame source, string condition) => Merge(source, Functions.Expr(condition));

    /// <summary>Merges a DataFrame's rows into the table, matched by a condition; continue with what happens to which rows.</summary>
    /// <remarks>Columns of the source are named by its alias, <c>source.As("s")</c>, or taken from it: <c>source["id"]</c>.</remarks>
    public DeltaMergeBuilder Merge(DataFrame source, Column condition) =>
        source.SparkSession == _session
            ? new DeltaMergeBuilder(_session, Target, source, condition, Qualifiers(), [])
            : throw new ArgumentException("A merge's source must come from the table's session; it comes from another one.", nameof(source));

    internal static IReadOnlyDictionary<string, Column> Parsed(IReadOnlyDictionary<string, string> set) =>
        set.ToDictionary(item => item.Key, item => Functions.Expr(item.Value));

    internal static string Assignments(IReadOnlyDictionary<string, Column> set, ColumnSql columns) => set.Count > 0
        ? string.Join(", ", set.Select(item => $"{SqlQuoting.NameOfParts(item.Key)} = {columns.Of(item.Value)}"))
        : throw new ArgumentException("An update of a Delta table sets at least one column; none is given.", nameof(set));

    private string Where(Column? condition) => condition is null ? "" : $" WHERE {Columns.Of(condition)}";
}
