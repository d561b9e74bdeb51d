using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;
using ActionType = Spark.Connect.MergeAction.Types.ActionType;

namespace SparkPipelines.Sql;

/// <summary>
/// Merges a DataFrame's rows into a table: what happens to rows that are in both, in the DataFrame only, or in the table only. Made by
/// <see cref="DataFrame.MergeInto"/>; of several actions for the same rows the first whose condition holds is taken. Spark 4.0 and later.
/// </summary>
public sealed class MergeIntoWriter
{
    private readonly DataFrame _source;
    private readonly string _table;
    private readonly Column _condition;
    private readonly List<Proto.MergeAction> _matched = [];
    private readonly List<Proto.MergeAction> _notMatched = [];
    private readonly List<Proto.MergeAction> _notMatchedBySource = [];
    private bool _evolvesSchema;

    internal MergeIntoWriter(DataFrame source, string table, Column condition)
    {
        _source = source;
        _table = table;
        _condition = condition;
    }

    /// <summary>What happens to the table's rows that a row of the DataFrame matches, as far as a condition holds.</summary>
    public MergeMatchedActions WhenMatched(Column? condition = null) => new(this, _matched, condition);

    /// <summary>What happens to the DataFrame's rows that match no row of the table, as far as a condition holds.</summary>
    public MergeNotMatchedActions WhenNotMatched(Column? condition = null) => new(this, _notMatched, condition);

    /// <summary>What happens to the table's rows that no row of the DataFrame matches, as far as a condition holds.</summary>
    public MergeMatchedActions WhenNotMatchedBySource(Column? condition = null) => new(this, _notMatchedBySource, condition);

    /// <summary>Lets the table get columns that the DataFrame has and it lacks.</summary>
    public MergeIntoWriter WithSchemaEvolution()
    {
        _evolvesSchema = true;
        return this;
    }

    /// <summary>Merges.</summary>
    /// <exception cref="InvalidOperationException">No action was given.</exception>
    public void Merge() => Blocking.Wait(() => MergeAsync());

    /// <inheritdoc cref="Merge"/>
    public async Task MergeAsync(CancellationToken cancellationToken = default)
    {
        if (_matched.Count + _notMatched.Count + _notMatchedBySource.Count == 0)
            throw new InvalidOperationException($"A merge into '{_table}' needs an action; call WhenMatched, WhenNotMatched or WhenNotMatchedBySource first.");
        var command = new Proto.MergeIntoTableCommand
        {
            TargetTableName = _table,
            SourceTablePlan = _source.Relation,
            MergeCondition = _condition.Expression,
            WithSchemaEvolution = _evolvesSchema,
        };
        command.MatchActions.AddRange(_matched.Select(Expression));
        command.NotMatchedActions.AddRange(_notMatched.Select(Expression));
        command.NotMatchedBySourceActions.AddRange(_notMatchedBySource.Select(Expression));
        _source.Executed(await _source.SparkSession.RunAsync(new() { MergeIntoTableCommand = command }, cancellationToken).ConfigureAwait(false));
    }

    internal static void Add(
        List<Proto.MergeAction> actions, ActionType type, Column? condition, IEnumerable<KeyValuePair<string, Column>>? assignments = null)
    {
        var action = new Proto.MergeAction { ActionType = type };
        if (condition is not null)
            action.Condition = condition.Expression;
        foreach (var (target, value) in assignments ?? [])
            action.Assignments.Add(new Proto.MergeAction.Types.Assignment { Key = ExpressionMessages.Sql(target), Value = value.Expression });
        actions.Add(action);
    }

    private static Proto.Expression Expression(Proto.MergeAction action) => new() { MergeAction = action };
}

/// <summary>What a merge can do to rows of the table.</summary>
public sealed class MergeMatchedActions
{
    private readonly MergeIntoWriter _writer;
    private readonly List<Proto.MergeAction> _actions;
    private readonly Column? _condition;

    internal MergeMatchedActions(MergeIntoWriter writer, List<Proto.MergeAction> actions, Column? condition)
    {
        _writer = writer;
        _actions = actions;
        _condition = condition;
    }

    /// <summary>Sets all columns to those of the same name of the DataFrame.</summary>
    public MergeIntoWriter UpdateAll() => Add(ActionType.UpdateStar);

    /// <summary>Sets these columns.</summary>
    public MergeIntoWriter Update(IEnumerable<KeyValuePair<string, Column>> assignments) => Add(ActionType.Update, assignments);

    /// <summary>Deletes the rows.</summary>
    public MergeIntoWriter Delete() => Add(ActionType.Delete);

    private MergeIntoWriter Add(ActionType type, IEnumerable<KeyValuePair<string, Column>>? assignments = null)
    {
        MergeIntoWriter.Add(_actions, type, _condition, assignments);
        return _writer;
    }
}

/// <summary>What a merge can do with rows that the table lacks.</summary>
public sealed class MergeNotMatchedActions
{
    private readonly MergeIntoWriter _writer;
    private readonly List<Proto.MergeAction> _actions;
    private readonly Column? _condition;

    internal MergeNotMatchedActions(MergeIntoWriter writer, List<Proto.MergeAction> actions, Column? condition)
    {
        _writer = writer;
        _actions = actions;
        _condition = condition;
    }

    /// <summary>Inserts the rows, columns by name.</summary>
    public MergeIntoWriter InsertAll()
    {
        MergeIntoWriter.Add(_actions, ActionType.InsertStar, _condition);
        return _writer;
    }

    /// <summary>Inserts rows with these columns.</summary>
    public MergeIntoWriter Insert(IEnumerable<KeyValuePair<string, Column>> assignments)
    {
        MergeIntoWriter.Add(_actions, ActionType.Insert, _condition, assignments);
        return _writer;
    }
}
