using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Spark.Connect;
using Message = Spark.Connect.Expression;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Relations that add, rename, leave out or rearrange columns.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation WithColumns(WithColumns with)
    {
        var input = Resolve(with.Input);
        var added = with.Aliases.Select(alias => (Name: alias.Name.Count == 1 ? alias.Name[0] : throw Refusal.Of("relation", "WithColumns with a name of several columns"), alias)).ToList();
        var names = new HashSet<string>(Settings.NameComparer);
        foreach (var (name, _) in added)
        {
            if (!names.Add(name))
                throw SparkConditions.Error("COLUMN_ALREADY_EXISTS", ("columnName", Quoting.Id(Settings.CaseSensitive ? name : name.ToLowerInvariant())));
        }

        // The new column takes the place of the one it replaces, as a Select of all columns would write it.
        var messages = new List<(PlanColumn? Kept, Message? Computed)>();
        foreach (var column in input.Output)
        {
            if (added.Where(one => string.Equals(one.Name, column.Name, Settings.NameComparison)).Select(one => one.alias).FirstOrDefault() is { } replacement)
                messages.Add((null, new Message { Alias = replacement }));
            else
                messages.Add((column, null));
        }

        foreach (var (name, alias) in added)
        {
            if (!input.Output.Any(column => string.Equals(column.Name, name, Settings.NameComparison)))
                messages.Add((null, new Message { Alias = alias }));
        }

        var scope = ScopeOf(input);
        var computed = new List<ComputedColumn>();
        foreach (var (kept, message) in messages)
        {
            if (kept is not null)
            {
                computed.Add(ComputedColumn.Keep(kept));
                continue;
            }

            var expression = _expressions.Resolve(message!, scope);
            if (expression.Has(ExpressionTraits.Generator | ExpressionTraits.Aggregate))
                return Select(input, messages.Select(one => one.Computed ?? new Message { UnresolvedAttribute = new() { UnparsedIdentifier = Quoting.Id(one.Kept!.Name) } }));
            CheckNoBareWindowFunction(Aliases.Strip(expression));
            computed.Add(ColumnOf(expression));
        }

        return Over(new Projection(input.Relation, computed), input);
    }

    private ResolvedRelation WithColumnsRenamed(WithColumnsRenamed renamed)
    {
        var input = Resolve(renamed.Input);
        // Renames are done one after the other, so that a later one sees an earlier one's name. A name that is not there is no mistake.
#pragma warning disable CS0612 // Clients before 4.0 send a map.
        var renames = renamed.Renames.Count > 0
            ? renamed.Renames.Select(rename => (rename.ColName, rename.NewColName))
            : renamed.RenameColumnsMap.Select(rename => (ColName: rename.Key, NewColName: rename.Value));
#pragma warning restore CS0612
        var names = input.Output.Select(column => column.Name).ToList();
        foreach (var (from, to) in renames)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (string.Equals(names[i], from, Settings.NameComparison))
                    names[i] = to;
            }
        }

        var columns = input.Output.Select((column, i) => column.Name == names[i]
            ? ComputedColumn.Keep(column)
            : new ComputedColumn(_context.Ids.New(names[i], column.Type, column.IsNullable, column.MetadataJson), new ColumnReference(column)));
        return Over(new Projection(input.Relation, [.. columns]), input);
    }

    private ResolvedRelation Drop(Drop drop)
    {
        var input = Resolve(drop.Input);
        var scope = ScopeOf(input);
        var dropped = new HashSet<int>();
        foreach (var name in drop.ColumnNames)
            dropped.UnionWith(input.Output.Where(column => string.Equals(column.Name, name, Settings.NameComparison)).Select(column => column.Id));
        foreach (var expression in drop.Columns)
        {
            if (expression.ExprTypeCase == Message.ExprTypeOneofCase.UnresolvedAttribute && !expression.UnresolvedAttribute.HasPlanId)
            {
                // A name that is not there is no mistake.
                if (scope.Find(AttributeNames.Parse(expression.UnresolvedAttribute.UnparsedIdentifier)) is ColumnReference found)
                    _ = dropped.Add(found.Column.Id);
            }
            else if (_expressions.Resolve(expression, scope) is ColumnReference column)
            {
                _ = dropped.Add(column.Column.Id);
            }
        }

        return dropped.Count == 0
            ? input
            : Over(new Projection(input.Relation, [.. input.Output.Where(column => !dropped.Contains(column.Id)).Select(ComputedColumn.Keep)]), input);
    }

    private ResolvedRelation ToDf(ToDF toDf)
    {
        var input = Resolve(toDf.Input);
        if (toDf.ColumnNames.Count != input.Output.Count)
        {
            throw SparkConditions.Error("ASSIGNMENT_ARITY_MISMATCH", ("numTarget", Quoting.Number(toDf.ColumnNames.Count)), ("numExpr", Quoting.Number(input.Output.Count)));
        }

        return Over(new Projection(input.Relation, [.. input.Output.Select((column, i) =>
            new ComputedColumn(_context.Ids.New(toDf.ColumnNames[i], column.Type, column.IsNullable, column.MetadataJson), new ColumnReference(column)))]), input);
    }

    /// <summary>Columns by the schema's names, in its order and types.</summary>
    private ResolvedRelation ToSchema(ToSchema toSchema)
    {
        var input = Resolve(toSchema.Input);
        var scope = ScopeOf(input);
        var schema = toSchema.Schema.ToSchema();
        var columns = schema.Fields.Select(field =>
        {
            var column = scope.Find([field.Name]) ?? (field.IsNullable ? Constant.Null(field.DataType) : throw scope.Unresolved([field.Name]));
            if (column.IsNullable && !field.IsNullable)
                throw SparkConditions.Error("NULLABLE_COLUMN_OR_FIELD", ("name", Quoting.Id(field.Name)));
            if (!CastRules.CanStoreAssign(column.Type, field.DataType) && !column.Type.Equals(field.DataType))
                throw SparkConditions.Error("INVALID_COLUMN_OR_FIELD_DATA_TYPE", ("name", Quoting.Id(field.Name)), ("type", Quoting.Type(column.Type)), ("expectedType", Quoting.Type(field.DataType)));
            var cast = ImplicitCasts.Cast(column, field.DataType);
            return new ComputedColumn(_context.Ids.New(field.Name, field.DataType, cast.IsNullable, field.MetadataJson), cast);
        });
        return Over(new Projection(input.Relation, [.. columns]), input);
    }

    /// <summary>A row per value column: the ids, the column's name, its value.</summary>
    private ResolvedRelation Unpivot(Unpivot unpivot)
    {
        var input = Resolve(unpivot.Input);
        var scope = ScopeOf(input);
        var ids = _expressions.Expand(unpivot.Ids, scope).Select(ColumnOf).ToList();
        var idColumns = ids.Select(id => id.Column.Id).ToHashSet();
        var values = unpivot.Values is null
            ? [.. input.Output.Where(column => !idColumns.Contains(column.Id)).Select(column => (TypedExpression)new ColumnReference(column))]
            : _expressions.Expand(unpivot.Values.Values_, scope).ToList();
        if (values.Count == 0)
            throw SparkConditions.Error("UNPIVOT_REQUIRES_VALUE_COLUMNS");
        if (TypeCoercion.ToCommonType(Settings, values) is not { } common)
        {
            throw SparkConditions.Error("UNPIVOT_VALUE_DATA_TYPE_MISMATCH",
                ("types", string.Join(", ", values.GroupBy(value => value.Type).Select(group => $"{Quoting.Type(group.Key)} ({string.Join(", ", group.Take(3).Select(value => Quoting.Id(ColumnNames.Of(value))))}{(group.Count() > 3 ? ", ..." : "")})"))));
        }

        var pairs = common.Select((value, i) => FunctionTable.Get("named_struct").Call(Settings, [
            Constant.Of("n"), Constant.Of(ColumnNames.OfColumn(values[i])), Constant.Of("v"), value]));
        var list = FunctionTable.Get("array").Call(Settings, [.. pairs]);
        var generator = (FunctionCall)FunctionTable.Get("explode").Call(Settings, [list]);
        var pair = _context.Ids.New("pair", ((ArrayType)list.Type).ElementType, isNullable: false);
        var generated = new Generated(input.Relation, generator, isOuter: false, [pair]);
        var reference = new ColumnReference(pair);
        ComputedColumn[] made =
        [
            new(_context.Ids.New(unpivot.VariableColumnName, new StringType(), isNullable: false), new FieldAccess(reference, 0, "n")),
            new(_context.Ids.New(unpivot.ValueColumnName, common[0].Type, values.Any(value => value.IsNullable)), new FieldAccess(reference, 1, "v")),
        ];
        return Over(new Projection(generated, [.. ids, .. made]), input);
    }

    private ResolvedRelation CollectMetrics(CollectMetrics collect)
    {
        var input = Resolve(collect.Input);
        var metrics = Select(input, collect.Metrics);
        if (metrics.Relation is not Grouped { Keys.Count: 0 })
            throw Refusal.Of("expression", $"metric of '{collect.Name}' that is no aggregate");
        _context.Observations.Add(new Observation(collect.Name, collect.Input.Common is { HasPlanId: true } common ? common.PlanId : 0, metrics.Relation));
        return input;
    }
}
