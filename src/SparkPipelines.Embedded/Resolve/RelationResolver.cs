using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;
using Case = Spark.Connect.Relation.RelTypeOneofCase;
using Message = Spark.Connect.Relation;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>
/// Relation messages to typed relations. One file per group of cases. What Spark knows as a relation of its own but is a projection (WithColumns, Drop, NAFill …)
/// becomes one, so that the tree and the lowering stay small. A case that is not here is refused by name.
/// </summary>
internal sealed partial class RelationResolver
{
    private readonly PlanContext _context;
    private readonly ExpressionResolver _expressions;

    public RelationResolver(PlanContext context)
    {
        _context = context;
        _expressions = new ExpressionResolver(context);
    }

    private SessionSettings Settings => _context.Settings;

    /// <summary>The relation with its columns decided. Reads nothing: files were looked at before (<see cref="PlanSources"/>).</summary>
    public ResolvedRelation Resolve(Message message)
    {
        var resolved = StackGuard.Run(() => Dispatch(message));
        return message.Common is { HasPlanId: true } common
            ? resolved with { Scope = resolved.Scope with { PlanId = common.PlanId, Columns = resolved.Output, Inputs = resolved.Scope.PlanId is null ? resolved.Scope.Inputs : [resolved.Scope] } }
            : resolved;
    }

    private ResolvedRelation Dispatch(Message message) => message.RelTypeCase switch
    {
        Case.Read => Read(message.Read),
        Case.LocalRelation or Case.CachedLocalRelation or Case.ChunkedCachedLocalRelation => LocalData(message),
        Case.Range => Range(message.Range),
        Case.Project => Project(message.Project),
        Case.Filter => Filter(message.Filter),
        Case.Join => Join(message.Join),
        Case.SetOp => SetOperation(message.SetOp),
        Case.Sort => Sort(message.Sort),
        Case.Limit => Limit(message.Limit),
        Case.Offset => Offset(message.Offset),
        Case.Tail => Tail(message.Tail),
        Case.Aggregate => Aggregate(message.Aggregate),
        Case.Deduplicate => Deduplicate(message.Deduplicate),
        Case.SubqueryAlias => SubqueryAlias(message.SubqueryAlias),
        Case.ToDf => ToDf(message.ToDf),
        Case.ToSchema => ToSchema(message.ToSchema),
        Case.WithColumns => WithColumns(message.WithColumns),
        Case.WithColumnsRenamed => WithColumnsRenamed(message.WithColumnsRenamed),
        Case.Drop => Drop(message.Drop),
        Case.Sample => Sample(message.Sample),
        Case.Unpivot => Unpivot(message.Unpivot),
        Case.FillNa => FillNa(message.FillNa),
        Case.DropNa => DropNa(message.DropNa),
        Case.Replace => Replace(message.Replace),
        // How rows lie on machines, and hints, change no rows.
        Case.Repartition => Resolve(message.Repartition.Input),
        Case.RepartitionByExpression => Checked(message.RepartitionByExpression),
        Case.Hint => Resolve(message.Hint.Input),
        Case.Describe => Describe(message.Describe),
        Case.Summary => Summary(message.Summary),
        Case.Cov => PairStatistic(message.Cov.Input, "covar_samp", "cov", message.Cov.Col1, message.Cov.Col2),
        Case.Corr => Correlation(message.Corr),
        Case.CollectMetrics => CollectMetrics(message.CollectMetrics),
        _ => throw Refusal.Of("relation", message.RelTypeCase.ToString()),
    };

    private static ResolvedRelation Over(TypedRelation relation, params IReadOnlyList<ResolvedRelation> inputs) =>
        new(relation, new PlanScope(null, relation.Output, [.. inputs.Select(input => input.Scope)]));

    private NameScope ScopeOf(params IReadOnlyList<ResolvedRelation> inputs) => NameScope.Of(Settings, inputs);

    private ResolvedRelation Checked(RepartitionByExpression repartition)
    {
        var input = Resolve(repartition.Input);
        var scope = ScopeOf(input);
        foreach (var expression in repartition.PartitionExprs)
            _ = _expressions.Resolve(expression, scope);
        return input;
    }

    private ResolvedRelation Range(Spark.Connect.Range range)
    {
        var id = _context.Ids.New("id", new LongType(), isNullable: false);
        return Over(new NumberRange(id, range.HasStart ? range.Start : 0, range.End, range.Step));
    }

    private ResolvedRelation SubqueryAlias(SubqueryAlias alias)
    {
        var input = Resolve(alias.Input);
        return Renamed(input, column => column with { Qualifier = [.. alias.Qualifier, alias.Alias] });
    }

    /// <summary>The same rows under columns that differ in name or qualifier alone.</summary>
    private static ResolvedRelation Renamed(ResolvedRelation input, Func<PlanColumn, PlanColumn> rename)
    {
        var projection = new Projection(input.Relation, [.. input.Output.Select(column => new ComputedColumn(rename(column), new ColumnReference(column)))]);
        return Over(projection, input);
    }

    /// <summary>The column that an expression makes: itself for a bare column, else a new one with Spark's name for it.</summary>
    private ComputedColumn ColumnOf(TypedExpression expression)
    {
        if (expression is ColumnReference reference)
            return new ComputedColumn(reference.Column, reference);
        var value = Aliases.Strip(expression);
        var metadata = expression is Alias { MetadataJson: { } json } ? json : value is ColumnReference inner ? inner.Column.MetadataJson : null;
        return new ComputedColumn(_context.Ids.New(ColumnNames.OfColumn(expression), value.Type, value.IsNullable, metadata), value);
    }
}
