using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    /// <summary>Runs a command in SQL, or makes a DataFrame of a query.</summary>
    /// <exception cref="ParseException">The text is not SQL.</exception>
    /// <exception cref="AnalysisException">The query has a mistake.</exception>
    public DataFrame Sql(string sqlText) => Blocking.Wait(() => SqlAsync(sqlText));

    /// <summary>Runs SQL with values for its named parameters, such as <c>:limit</c>; a value is never taken as SQL.</summary>
    /// <param name="sqlText">A command or query.</param>
    /// <param name="args">Values or columns of literals, by the parameters' names without the colon.</param>
    public DataFrame Sql(string sqlText, IReadOnlyDictionary<string, object?> args) => Blocking.Wait(() => SqlAsync(sqlText, args));

    /// <summary>Runs SQL with values for its parameters <c>?</c>, in their order; a value is never taken as SQL.</summary>
    public DataFrame Sql(string sqlText, params object?[] args) => Blocking.Wait(() => SqlAsync(sqlText, args));

    /// <inheritdoc cref="Sql(string)"/>
    public Task<DataFrame> SqlAsync(string sqlText, CancellationToken cancellationToken = default) =>
        SqlAsync(new Proto.SQL { Query = sqlText }, cancellationToken);

    /// <inheritdoc cref="Sql(string, IReadOnlyDictionary{string, object})"/>
    public Task<DataFrame> SqlAsync(string sqlText, IReadOnlyDictionary<string, object?> args, CancellationToken cancellationToken = default)
    {
        var query = new Proto.SQL { Query = sqlText };
        foreach (var (name, value) in args)
            query.NamedArguments[name] = Column.Of(value).Expression;
        return SqlAsync(query, cancellationToken);
    }

    /// <inheritdoc cref="Sql(string, object[])"/>
    public Task<DataFrame> SqlAsync(string sqlText, object?[] args, CancellationToken cancellationToken = default)
    {
        var query = new Proto.SQL { Query = sqlText };
        query.PosArguments.AddRange(args.Select(value => Column.Of(value).Expression));
        return SqlAsync(query, cancellationToken);
    }

    internal bool IsBefore(int major, int minor) => Engine.Description.Version < new Version(major, minor);

    private async Task<DataFrame> SqlAsync(Proto.SQL query, CancellationToken cancellationToken)
    {
        var command = IsBefore(4, 0)
            ? Before40(query)
            : new Proto.SqlCommand { Input = new() { Common = RelationMessages.NewCommon(), Sql = query } };
        return ResultOf(await RunAsync(new Proto.Command { SqlCommand = command }, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The frame that stands for a command's result: a query itself, or the rows of a command that has run.</summary>
    private DataFrame ResultOf(QueryOutcome outcome)
    {
        var result = outcome.ResultRelation?.Clone() ?? throw new SparkException($"{Engine.Description} ran the command but gave no result to it.");
        result.Common = RelationMessages.NewCommon();
        return new DataFrame(this, result);
    }

    /// <summary>The command as servers before 4.0 know it: the parts of a query itself, and literals only for its parameters.</summary>
    private static Proto.SqlCommand Before40(Proto.SQL query)
    {
#pragma warning disable CS0612 // Later servers take an input in place of these fields.
        var command = new Proto.SqlCommand { Sql = query.Query };
        foreach (var (name, value) in query.NamedArguments)
            command.Args[name] = Literal(value);
        command.PosArgs.AddRange(query.PosArguments.Select(Literal));
        return command;
#pragma warning restore CS0612
    }

    private static Proto.Expression.Types.Literal Literal(Proto.Expression value) => value.Literal
        ?? throw new ArgumentException($"A parameter's value is a literal before Spark 4.0; {ExpressionText.Of(value)} is not.", nameof(value));
}
