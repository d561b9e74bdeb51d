using SparkPipelines.Extensions.Delta.Statements;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Extensions.Delta.Tables;

/// <summary>
/// A merge under construction: what happens to the table's rows that a row of the source matches, to rows of the source that match none, and to rows
/// of the table that none matches. Of several actions for the same rows the first whose condition is true is taken. Immutable; nothing happens before <see cref="Execute"/>.
/// </summary>
public sealed class DeltaMergeBuilder
{
    private readonly SparkSession _session;
    private readonly string _target;
    private readonly DataFrame _source;
    private readonly Column _condition;
    private readonly Dictionary<long, string> _targetQualifiers;
    private readonly IReadOnlyList<Func<ColumnSql, string>> _clauses;

    internal DeltaMergeBuilder(
        SparkSession session, string target, DataFrame source, Column condition, Dictionary<long, string> targetQualifiers, IReadOnlyList<Func<ColumnSql, string>> clauses)
    {
        _session = session;
        _target = target;
        _source = source;
        _condition = condition;
        _targetQualifiers = targetQualifiers;
        _clauses = clauses;
    }

    /// <summary>What happens to the table's rows that a row of the source matches.</summary>
    public DeltaMergeMatchedActionBuilder WhenMatched() => new(this, "MATCHED", null);

    /// <summary>What happens to the table's rows that a row of the source matches and for which a condition, in SQL, is true.</summary>
    public DeltaMergeMatchedActionBuilder WhenMatched(string condition) => WhenMatched(Functions.Expr(condition));

    /// <summary>What happens to the table's rows that a row of the source matches and for which a condition is true.</summary>
    public DeltaMergeMatchedActionBuilder WhenMatched(Column condition) => new(this, "MATCHED", condition);

    /// <summary>What happens with rows of the source that match no row of the table.</summary>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched() => new(this, null);

    /// <summary>What happens with rows of the source that match no row of the table and for which a condition, in SQL, is true.</summary>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched(string condition) => WhenNotMatched(Functions.Expr(condition));

    /// <summary>What happens with rows of the source that match no row of the table and for which a condition is true.</summary>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched(Column condition) => new(this, condition);

    /// <summary>What happens to the table's rows that no row of the source matches; only values and deletion make sense for them.</summary>
    public DeltaMergeMatchedActionBuilder WhenNotMatchedBySource() => new(this, "NOT MATCHED BY SOURCE", null);

    /// <summary>What happens to the table's rows that no row of the source matches and for which a condition is true.</summary>
    public DeltaMergeMatchedActionBuilder WhenNotMatchedBySource(Column condition) => new(this, "NOT MATCHED BY SOURCE", condition);

    /// <summary>Merges.</summary>
    /// <exception cref="InvalidOperationException">No action was given.</exception>
    /// <exception cref="SparkException">Several rows of the source match one row that is to change, or an expression fails.</exception>
    public void Execute() => Blocking.Wait(() => ExecuteAsync());

    /// <inheritdoc cref="Execute"/>
    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        if (_clauses.Count == 0)
            throw new InvalidOperationException($"A merge into {_target} needs an action; call WhenMatched, WhenNotMatched or WhenNotMatchedBySource first.");

        // SQL reaches a DataFrame by a view; its name is nobody else's.
        var view = $"sparkpipelines_merge_{Guid.NewGuid():N}";
        var alias = _source.Relation.RelTypeCase == Proto.Relation.RelTypeOneofCase.SubqueryAlias ? _source.Relation.SubqueryAlias.Alias : view;
        var columns = new ColumnSql(Qualifiers(SqlQuoting.Name(alias)));
        var statement = $"MERGE INTO {_target} USING {view} AS {SqlQuoting.Name(alias)} ON {columns.Of(_condition)} "
            + string.Join(' ', _clauses.Select(clause => clause(columns)));
        await _source.CreateTempViewAsync(view, cancellationToken).ConfigureAwait(false);
        try
        {
            await DeltaStatements.RunAsync(_session, statement, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _session.Catalog.DropTempViewAsync(view, CancellationToken.None).ConfigureAwait(false);
        }
    }

    internal DeltaMergeBuilder With(string rows, Column? condition, Func<ColumnSql, string> action) =>
        new(_session, _target, _source, _condition, _targetQualifiers, [.. _clauses, columns => Clause(columns, rows, condition, action)]);

    private static string Clause(ColumnSql columns, string rows, Column? condition, Func<ColumnSql, string> action) =>
        $"WHEN {rows}{(condition is null ? "" : $" AND {columns.Of(condition)}")} THEN {action(columns)}";

    private Dictionary<long, string> Qualifiers(string source)
    {
        var qualifiers = new Dictionary<long, string>(_targetQualifiers) { [_source.Relation.PlanId()] = source };
        if (_source.Relation.RelTypeCase == Proto.Relation.RelTypeOneofCase.SubqueryAlias)
            qualifiers[_source.Relation.SubqueryAlias.Input.PlanId()] = source;
        return qualifiers;
    }
}
