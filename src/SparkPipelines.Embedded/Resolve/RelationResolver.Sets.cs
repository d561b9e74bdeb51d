using DataType = SparkPipelines.Sql.Types.DataType;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using Spark.Connect;
using SetOpType = Spark.Connect.SetOperation.Types.SetOpType;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Unions, intersections and differences.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation SetOperation(SetOperation operation)
    {
        var left = Resolve(operation.LeftInput);
        var right = Resolve(operation.RightInput);
        var kind = operation.SetOpType switch
        {
            SetOpType.Union => SetKind.Union,
            SetOpType.Intersect => SetKind.Intersect,
            SetOpType.Except => SetKind.Except,
            _ => throw Refusal.Of("relation", $"SetOperation of type {operation.SetOpType}"),
        };
        if (operation.ByName)
            (left, right) = MatchNames(left, right, operation.AllowMissingColumns);
        // In the message, `all` is the default of a union only.
        var isAll = operation.HasIsAll ? operation.IsAll : kind == SetKind.Union;
        return Combine(left, right, kind, isAll);
    }

    private ResolvedRelation Combine(ResolvedRelation left, ResolvedRelation right, SetKind kind, bool isAll)
    {
        var name = (kind, isAll) switch
        {
            (SetKind.Union, _) => "UNION",
            (SetKind.Intersect, true) => "INTERSECT ALL",
            (SetKind.Intersect, false) => "INTERSECT",
            (_, true) => "EXCEPT ALL",
            _ => "EXCEPT",
        };
        if (left.Output.Count != right.Output.Count)
        {
            throw SparkConditions.Error("NUM_COLUMNS_MISMATCH",
                ("operator", name), ("firstNumColumns", Quoting.Number(left.Output.Count)), ("invalidOrdinalNum", "second"), ("invalidNumColumns", Quoting.Number(right.Output.Count)));
        }

        var types = new List<DataType>();
        for (var i = 0; i < left.Output.Count; i++)
        {
            types.Add(TypeCoercion.Wider(Settings, left.Output[i].Type, right.Output[i].Type)
                ?? throw SparkConditions.Error("INCOMPATIBLE_COLUMN_TYPE",
                    ("operator", name), ("columnOrdinalNumber", AnalysisErrors.Ordinal(i)), ("tableOrdinalNumber", "second"),
                    ("dataType1", Quoting.Type(right.Output[i].Type)), ("dataType2", Quoting.Type(left.Output[i].Type)), ("hint", "")));
        }

        var output = left.Output.Select((column, i) => _context.Ids.New(column.Name, types[i], kind switch
        {
            SetKind.Union => column.IsNullable || right.Output[i].IsNullable,
            SetKind.Intersect => column.IsNullable && right.Output[i].IsNullable,
            _ => column.IsNullable,
        }, column.MetadataJson)).ToList();
        return Over(new Combined(AsTypes(left.Relation, types), AsTypes(right.Relation, types), kind, isAll, output), left, right);
    }

    private TypedRelation AsTypes(TypedRelation relation, List<DataType> types) =>
        relation.Output.Select(column => column.Type).SequenceEqual(types)
            ? relation
            : new Projection(relation, [.. relation.Output.Select((column, i) => CastColumn(column, types[i]))]);

    private ComputedColumn CastColumn(PlanColumn column, DataType type) => column.Type.Equals(type)
        ? ComputedColumn.Keep(column)
        : new ComputedColumn(_context.Ids.New(column.Name, type, column.IsNullable, column.MetadataJson), ImplicitCasts.Cast(new ColumnReference(column), type));

    private (ResolvedRelation Left, ResolvedRelation Right) MatchNames(ResolvedRelation left, ResolvedRelation right, bool allowMissing)
    {
        CheckNoDuplicates(left);
        CheckNoDuplicates(right);
        var matched = left.Output.Select(column => right.Output.FirstOrDefault(other => Same(column, other)) is { } same
            ? ComputedColumn.Keep(same)
            : allowMissing ? Missing(column) : throw ScopeOf(right).Unresolved([column.Name])).ToList();
        var extra = right.Output.Where(column => !left.Output.Any(other => Same(column, other))).ToList();
        if (extra.Count > 0 && !allowMissing)
        {
            throw SparkConditions.Error("NUM_COLUMNS_MISMATCH",
                ("operator", "UNION"), ("firstNumColumns", Quoting.Number(left.Output.Count)), ("invalidOrdinalNum", "second"), ("invalidNumColumns", Quoting.Number(right.Output.Count)));
        }

        var arranged = Over(new Projection(right.Relation, [.. matched, .. extra.Select(ComputedColumn.Keep)]), right);
        return extra.Count == 0
            ? (left, arranged)
            : (Over(new Projection(left.Relation, [.. left.Output.Select(ComputedColumn.Keep), .. extra.Select(Missing)]), left), arranged);

        bool Same(PlanColumn a, PlanColumn b) => string.Equals(a.Name, b.Name, Settings.NameComparison);

        ComputedColumn Missing(PlanColumn column) => new(_context.Ids.New(column.Name, column.Type, isNullable: true), Constant.Null(column.Type));
    }

    private void CheckNoDuplicates(ResolvedRelation relation)
    {
        var seen = new HashSet<string>(Settings.NameComparer);
        foreach (var column in relation.Output)
        {
            if (!seen.Add(column.Name))
                throw SparkConditions.Error("COLUMN_ALREADY_EXISTS", ("columnName", Quoting.Id(Settings.CaseSensitive ? column.Name : column.Name.ToLowerInvariant())));
        }
    }
}
