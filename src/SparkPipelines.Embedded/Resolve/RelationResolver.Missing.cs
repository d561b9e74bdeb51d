using DataType = SparkPipelines.Sql.Types.DataType;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Missing values: filling, dropping rows, replacing. NaN counts as missing in columns of float and double.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation FillNa(NAFill fill)
    {
        var input = Resolve(fill.Input);
        var fillings = new Dictionary<int, Constant>();
        if (fill.Cols.Count > 0 && fill.Values.Count > 1)
        {
            foreach (var (name, value) in fill.Cols.Zip(fill.Values))
            {
                foreach (var column in FillColumns(input, name))
                    fillings[column.Id] = Literals.Read(value);
            }
        }
        else
        {
            var value = Literals.Read(fill.Values[0]);
            var columns = fill.Cols.Count == 0 ? input.Output : fill.Cols.SelectMany(name => FillColumns(input, name));
            foreach (var column in columns.Where(column => IsFilledBy(column.Type, value.Type)))
                fillings[column.Id] = value;
        }

        var computed = input.Output.Select(column => fillings.TryGetValue(column.Id, out var value) ? Filled(column, value) : ComputedColumn.Keep(column));
        return Over(new Projection(input.Relation, [.. computed]), input);
    }

    private List<PlanColumn> FillColumns(ResolvedRelation input, string name) =>
        ScopeOf(input).Find(AttributeNames.Parse(name)) is ColumnReference column ? [column.Column] : ColumnsNamed(input, name);

    private static bool IsFilledBy(DataType column, DataType value) => value switch
    {
        NumericType => column is NumericType,
        StringType => column is StringType,
        BooleanType => column is BooleanType,
        _ => throw Refusal.Of("relation", $"NAFill with a value of type {value.SimpleString}"),
    };

    private ComputedColumn Filled(PlanColumn column, Constant value)
    {
        TypedExpression present = new ColumnReference(column);
        if (column.Type is FloatType or DoubleType)
            present = Call("if", Call("isnan", present), Constant.Null(column.Type), present);
        var filled = Call("coalesce", present, ImplicitCasts.Cast(value, column.Type));
        return new ComputedColumn(_context.Ids.New(column.Name, column.Type, filled.IsNullable, column.MetadataJson), filled);
    }

    private ResolvedRelation DropNa(NADrop drop)
    {
        var input = Resolve(drop.Input);
        var columns = drop.Cols.Count == 0 ? input.Output : [.. drop.Cols.SelectMany(name => FillColumns(input, name))];
        var least = drop.HasMinNonNulls ? drop.MinNonNulls : columns.Count;
        if (columns.Count == 0 || least <= 0)
            return input;
        var present = columns.Select(Present).ToList();
        // Most often every value has to be there: a plain AND lets the engine skip data.
        var condition = least == columns.Count
            ? present.Aggregate((a, b) => Call("and", a, b))
            : Call(">=", present.Select(one => Call("if", one, Constant.Of(1), Constant.Of(0))).Aggregate((a, b) => Call("+", a, b)), Constant.Of(least));
        return Over(new Selection(input.Relation, condition), input);
    }

    private TypedExpression Present(PlanColumn column)
    {
        var reference = new ColumnReference(column);
        var isThere = Call("isnotnull", reference);
        return column.Type is FloatType or DoubleType ? Call("and", isThere, Call("not", Call("isnan", reference))) : isThere;
    }

    private ResolvedRelation Replace(NAReplace replace)
    {
        var input = Resolve(replace.Input);
        var pairs = replace.Replacements.Select(one => (Old: Literals.Read(one.OldValue), New: Literals.Read(one.NewValue))).ToList();
        if (pairs.Count == 0)
            return input;
        var kind = pairs.Select(pair => pair.Old.Type).FirstOrDefault(type => type is not NullType) ?? new NullType();
        var chosen = (replace.Cols.Count == 0 || replace.Cols is ["*"] ? input.Output : [.. replace.Cols.SelectMany(name => FillColumns(input, name))])
            .Where(column => kind is NumericType ? column.Type is NumericType : column.Type.Equals(kind))
            .Select(column => column.Id).ToHashSet();
        return Over(new Projection(input.Relation, [.. input.Output.Select(column => chosen.Contains(column.Id) ? Replaced(column, pairs) : ComputedColumn.Keep(column))]), input);
    }

    private ComputedColumn Replaced(PlanColumn column, List<(Constant Old, Constant New)> pairs)
    {
        var reference = new ColumnReference(column);
        var arguments = new List<TypedExpression>();
        foreach (var (old, replacement) in pairs)
        {
            arguments.Add(old.Value is null ? Call("isnull", reference) : Call("==", reference, ImplicitCasts.Cast(old, column.Type)));
            arguments.Add(ImplicitCasts.Cast(replacement, column.Type));
        }

        arguments.Add(reference);
        var value = FunctionTable.Get("when").Call(Settings, arguments);
        return new ComputedColumn(_context.Ids.New(column.Name, column.Type, value.IsNullable, column.MetadataJson), value);
    }

    private TypedExpression Call(string function, params IReadOnlyList<TypedExpression> arguments) => FunctionTable.Get(function).Call(Settings, arguments);
}
