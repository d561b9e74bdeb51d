using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Statistics of whole columns, as rows of text.</content>
internal sealed partial class RelationResolver
{
    private static readonly string[] DescribeStatistics = ["count", "mean", "stddev", "min", "max"];
    private static readonly string[] SummaryStatistics = ["count", "mean", "stddev", "min", "25%", "50%", "75%", "max"];

    private ResolvedRelation Describe(StatDescribe describe)
    {
        var input = Resolve(describe.Input);
        var columns = describe.Cols.Count == 0 ? input.Output : [.. describe.Cols.SelectMany(name => ColumnsNamed(input, name))];
        return Statistics(input, columns, DescribeStatistics);
    }

    private ResolvedRelation Summary(StatSummary summary)
    {
        var input = Resolve(summary.Input);
        return Statistics(input, input.Output, summary.Statistics.Count == 0 ? SummaryStatistics : [.. summary.Statistics]);
    }

    /// <summary>A row per statistic, of the columns that are numbers or text; both as text.</summary>
    private ResolvedRelation Statistics(ResolvedRelation input, IReadOnlyList<PlanColumn> columns, IReadOnlyList<string> statistics)
    {
        var described = columns.Where(column => column.Type is NumericType or StringType).ToList();
        var aggregates = statistics.Select(statistic => described.Select(column =>
        {
            var value = Statistic(statistic, column);
            var text = value.Type is StringType ? value : new Cast(value, new StringType(), CastMode.Ansi, isExplicit: false);
            return new ComputedColumn(_context.Ids.New(column.Name, new StringType(), isNullable: true), text);
        }).ToList()).ToList();
        var grouped = new Grouped(input.Relation, [], null, [.. aggregates.SelectMany(row => row)]);
        var rows = statistics.Select((statistic, i) => Call("named_struct",
            [Constant.Of("summary"), Constant.Of(statistic), .. aggregates[i].SelectMany((column, j) => (TypedExpression[])[Constant.Of($"c{Quoting.Number(j)}"), new ColumnReference(column.Column)])]));
        var list = Call("array", [.. rows]);
        var row = _context.Ids.New("row", ((ArrayType)list.Type).ElementType, isNullable: false);
        var generated = new Generated(grouped, (FunctionCall)Call("explode", list), isOuter: false, [row]);
        var names = described.Select(column => column.Name).Prepend("summary").ToList();
        return Over(new Projection(generated, [.. names.Select((name, i) => new ComputedColumn(_context.Ids.New(name, new StringType(), isNullable: true), new FieldAccess(new ColumnReference(row), i, name)))]), input);
    }

    private TypedExpression Statistic(string statistic, PlanColumn column)
    {
        var reference = new ColumnReference(column);
        // Text that is no number does not count.
        TypedExpression number = column.Type is StringType ? new Cast(reference, new DoubleType(), CastMode.Try, isExplicit: false) : reference;
        return statistic.ToLowerInvariant() switch
        {
            "count" => Call("count", reference),
            "mean" => Call("avg", number),
            "stddev" => Call("stddev_samp", number.Type is DecimalType ? ImplicitCasts.Cast(number, new DoubleType()) : number),
            "min" => Call("min", reference),
            "max" => Call("max", reference),
            "count_distinct" => ((FunctionCall)Call("count", reference)).With(new AggregateModifiers(IsDistinct: true)),
            var text when text.EndsWith('%') && double.TryParse(text[..^1], System.Globalization.CultureInfo.InvariantCulture, out var percent) =>
                Call(StatisticFunctions.Quantile, number, new Constant(percent / 100, new DoubleType())),
            _ => throw Refusal.Of("statistic", statistic),
        };
    }

    private ResolvedRelation Correlation(StatCorr corr) => corr.HasMethod && corr.Method != "pearson"
        ? throw Refusal.Of("relation", $"StatCorr by {corr.Method}")
        : PairStatistic(corr.Input, "corr", "corr", corr.Col1, corr.Col2);

    private ResolvedRelation PairStatistic(Relation message, string function, string name, string first, string second)
    {
        var input = Resolve(message);
        var value = Call(function, ImplicitCasts.Cast(new ColumnReference(ColumnsNamed(input, first)[0]), new DoubleType()), ImplicitCasts.Cast(new ColumnReference(ColumnsNamed(input, second)[0]), new DoubleType()));
        return Over(new Grouped(input.Relation, [], null, [new ComputedColumn(_context.Ids.New(name, value.Type, isNullable: true), value)]), input);
    }
}
