using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Arrays and maps.</summary>
internal static class CollectionFunctions
{
    // Names that users can't write: what s.field and a[i] become.
    public const string FieldOfEach = "field of each";
    public const string ArrayItem = "item of array";
    public const string MapItem = "item of map";

    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = FieldOfEach, Arguments = (_, arguments) => arguments, Nulls = Nulls.IfArgument(0), Display = (_, arguments) => $"{arguments[0]}.{arguments[1]}",
            Result = arguments => FieldOf(arguments) is var field ? new ArrayType(field.DataType, ((ArrayType)arguments[0].Type).ContainsNull || field.IsNullable) : null!,
            Lower = (_, call, arguments) => $"list_transform({arguments[0]}, lambda e: struct_extract_at(e, {Quoting.Number(OrdinalOf(call.Arguments) + 1)}))",
        },
        new()
        {
            Name = ArrayItem, Arguments = Args.Of(Input.Array, Input.Integral),
            Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable || ((ArrayType)arguments[0].Type).ContainsNull, Result = Result.ElementOf(0), Display = (_, arguments) => $"{arguments[0]}[{arguments[1]}]",
            Lower = (_, _, a) => $"CASE WHEN {a[1]} < 0 OR {a[1]} >= len({a[0]}) THEN {Raise.Sql("INVALID_ARRAY_INDEX", ("indexValue", a[1]), ("arraySize", $"len({a[0]})"))} ELSE {a[0]}[{a[1]} + 1] END",
        },
        new()
        {
            Name = MapItem, Arguments = MapArguments, Nulls = Nulls.Always, Result = arguments => ((MapType)arguments[0].Type).ValueType, Display = (_, arguments) => $"{arguments[0]}[{arguments[1]}]",
            Lower = Duck("map_extract_value({0}, {1})"),
        },
        new()
        {
            Name = "array", Arguments = Args.SameType(0), Nulls = Nulls.Never,
            Result = arguments => new ArrayType(arguments.Count == 0 ? new NullType() : arguments[0].Type, arguments.Any(argument => argument.IsNullable)),
            Lower = Duck("CAST([{*}] AS {type})"),
        },
        Size("size"), Size("cardinality"),
        new() { Name = "array_size", Arguments = Args.Of(Input.Array), Result = Result.Int, Lower = Duck("CAST(len({0}) AS INTEGER)") },
        new() { Name = "array_contains", Arguments = ElementArguments, Result = Result.Boolean, Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable || ((ArrayType)arguments[0].Type).ContainsNull, Lower = Duck("CASE WHEN {1} IS NULL THEN NULL WHEN list_contains({0}, {1}) THEN true WHEN len({0}) > list_count({0}) THEN NULL ELSE list_contains({0}, {1}) END") },
        OfArray("array_distinct", "CASE WHEN {0} IS NULL THEN NULL ELSE list_filter({0}, lambda x, i: coalesce(list_position({0}, x) = i, list_position({0}, x) IS NULL)) END"),
        OfArray("array_sort", "list_sort({0}, 'ASC', 'NULLS LAST')") with { Display = (_, a) => $"array_sort({a[0]}, {DefaultOrder})" },
        new()
        {
            Name = "sort_array", Display = (_, a) => $"sort_array({a[0]}, {(a.Count > 1 ? a[1] : "true")})", Arguments = Args.From(1, Input.Array, Input.Boolean), Result = Result.SameAs(0), Nulls = Nulls.IfArgument(0),
            Lower = (site, call, a) => call.Arguments is [_, Constant { Value: false }] ? $"list_sort({a[0]}, 'DESC', 'NULLS LAST')" : $"list_sort({a[0]}, 'ASC', 'NULLS FIRST')",
        },
        new() { Name = "array_min", Arguments = Args.Of(Input.Array), Result = Result.ElementOf(0), Nulls = Nulls.Always, Lower = Duck("list_min({0})") },
        new() { Name = "array_max", Arguments = Args.Of(Input.Array), Result = Result.ElementOf(0), Nulls = Nulls.Always, Lower = Duck("list_max({0})") },
        new() { Name = "array_position", Arguments = ElementArguments, Result = Result.Long, Lower = Duck("CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE CAST(coalesce(list_position({0}, {1}), 0) AS BIGINT) END") },
        new() { Name = "array_remove", Arguments = ElementArguments, Result = Result.SameAs(0), Lower = Duck("CASE WHEN {1} IS NULL THEN NULL ELSE list_filter({0}, lambda x: x IS NULL OR x <> {1}) END") },
        new() { Name = "array_append", Arguments = ElementArguments, Result = arguments => new ArrayType(((ArrayType)arguments[0].Type).ElementType, ((ArrayType)arguments[0].Type).ContainsNull || arguments[1].IsNullable), Nulls = Nulls.IfArgument(0), Lower = Duck("CASE WHEN {0} IS NULL THEN NULL ELSE list_append({0}, {1}) END") },
        new() { Name = "array_prepend", Arguments = ElementArguments, Result = arguments => new ArrayType(((ArrayType)arguments[0].Type).ElementType, ((ArrayType)arguments[0].Type).ContainsNull || arguments[1].IsNullable), Nulls = Nulls.IfArgument(0), Lower = Duck("CASE WHEN {0} IS NULL THEN NULL ELSE list_prepend({1}, {0}) END") },
        new() { Name = "array_join", Arguments = Args.From(2, InputType.ArrayOf(Input.String), Input.String, Input.String), Result = Result.String, Lower = (site, call, a) => Fill(a.Count == 3 ? "array_to_string(list_transform({0}, lambda x: coalesce(x, {2})), {1})" : "array_to_string({0}, {1})", site, call, a) },
        Set("array_union", "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE list_filter(list_concat({0}, {1}), lambda x, i: coalesce(list_position(list_concat({0}, {1}), x) = i, list_position(list_concat({0}, {1}), x) IS NULL)) END"),
        Set("array_intersect", "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE list_filter({0}, lambda x, i: coalesce(list_position({0}, x) = i AND list_contains({1}, x), false)) END"),
        Set("array_except", "CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE list_filter({0}, lambda x, i: coalesce(list_position({0}, x) = i AND NOT list_contains({1}, x), x IS NULL AND len({1}) = list_count({1}))) END"),
        new() { Name = "arrays_overlap", Arguments = Args.SameType(2, 2), Result = Result.Boolean, Nulls = Nulls.Always, Lower = Duck("CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL WHEN list_has_any({0}, {1}) THEN true WHEN len({0}) > 0 AND len({1}) > 0 AND (len({0}) > list_count({0}) OR len({1}) > list_count({1})) THEN NULL ELSE false END") },
        new() { Name = "slice", Arguments = Args.Of(Input.Array, Input.Int, Input.Int), Result = Result.SameAs(0), Lower = Duck("CASE WHEN {1} > 0 THEN {0}[{1}:{1} + {2} - 1] WHEN len({0}) + {1} < 0 THEN [] ELSE {0}[len({0}) + {1} + 1:len({0}) + {1} + {2}] END") },
        ElementAt("element_at", isTry: false), ElementAt("try_element_at", isTry: true),
        new() { Name = "get", Arguments = Args.Of(Input.Array, Input.Int), Result = Result.ElementOf(0), Nulls = Nulls.Always, Lower = Duck("CASE WHEN {1} < 0 THEN NULL ELSE {0}[{1} + 1] END") },
        new()
        {
            Name = "transform", Arguments = Args.Of(Input.Array, Input.Any), Result = arguments => new ArrayType(arguments[1].Type, arguments[1].IsNullable), Nulls = Nulls.IfArgument(0), Lambdas = ElementAndIndex,
            Lower = (_, call, a) => $"list_transform({a[0]}, {FromZero(call, a)})",
        },
        new() { Name = "filter", Arguments = Args.Of(Input.Array, Input.Boolean), Result = Result.SameAs(0), Nulls = Nulls.IfArgument(0), Lambdas = ElementAndIndex, Lower = (_, call, a) => $"list_filter({a[0]}, {FromZero(call, a)})" },
        new() { Name = "exists", Arguments = Args.Of(Input.Array, Input.Boolean), Result = Result.Boolean, Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable, Lambdas = ElementAndIndex, Lower = Duck("CASE WHEN {0} IS NULL THEN NULL WHEN list_contains(list_transform({0}, {1}), true) THEN true WHEN len({0}) > list_count(list_transform({0}, {1})) THEN NULL ELSE false END") },
        new() { Name = "forall", Arguments = Args.Of(Input.Array, Input.Boolean), Result = Result.Boolean, Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable, Lambdas = ElementAndIndex, Lower = Duck("CASE WHEN {0} IS NULL THEN NULL WHEN list_contains(list_transform({0}, {1}), false) THEN false WHEN len({0}) > list_count(list_transform({0}, {1})) THEN NULL ELSE true END") },
        Aggregate("aggregate"), Aggregate("reduce"),
        new() { Name = "sequence", Arguments = SequenceArguments, Result = arguments => new ArrayType(arguments[0].Type, false), Lower = Sequence },
        new() { Name = "flatten", Arguments = Args.Of(InputType.ArrayOf(Input.Array)), Result = arguments => ((ArrayType)arguments[0].Type).ElementType, Nulls = arguments => arguments[0].IsNullable || ((ArrayType)arguments[0].Type).ContainsNull, Lower = Duck("CASE WHEN len({0}) > list_count({0}) THEN NULL ELSE flatten({0}) END") },
        new() { Name = "array_repeat", Arguments = Args.Of(Input.Any, Input.Int), Result = arguments => new ArrayType(arguments[0].Type, arguments[0].IsNullable), Nulls = Nulls.IfArgument(1), Lower = Duck("CASE WHEN {1} IS NULL THEN NULL ELSE list_transform(range(greatest({1}, 0)), lambda i: {0}) END") },
        new()
        {
            Name = "arrays_zip", Arguments = Args.Many(Input.Array),
            Result = arguments => new ArrayType(new StructType(arguments.Select((argument, i) => new StructField(NameOf(argument, i), ((ArrayType)argument.Type).ElementType, true))), false),
            Lower = (_, call, a) => $"CASE WHEN {string.Join(" OR ", a.Select(x => $"{x} IS NULL"))} THEN NULL ELSE CAST(list_zip({string.Join(", ", a)}) AS {Lowering.LoweringSite.TypeOf(call.Type)}) END",
        },
        OfArray("array_compact", "list_filter({0}, lambda x: x IS NOT NULL)") with { Result = arguments => new ArrayType(((ArrayType)arguments[0].Type).ElementType, false) },
    ];

    private static FunctionDefinition OfArray(string name, string template) => new() { Name = name, Arguments = Args.Of(Input.Array), Result = Result.SameAs(0), Lower = Duck(template) };

    private static FunctionDefinition Size(string name) => new()
    {
        Name = name, Arguments = Args.Of(InputType.Either(Input.Array, Input.Map)), Result = Result.Int,
        Lower = (site, call, arguments) => Fill(call.Arguments[0].Type is MapType ? "CAST(cardinality({0}) AS INTEGER)" : "CAST(len({0}) AS INTEGER)", site, call, arguments),
    };

    private static FunctionDefinition Set(string name, string template) => new()
    {
        Name = name, Arguments = SameElements, Lower = Duck(template),
        Result = arguments => arguments is [{ Type: ArrayType a }, { Type: ArrayType b }] ? new ArrayType(a.ElementType, name switch
        {
            "array_union" => a.ContainsNull || b.ContainsNull,
            "array_intersect" => a.ContainsNull && b.ContainsNull,
            _ => a.ContainsNull,
        }) : arguments[0].Type,
    };

    private static FunctionDefinition ElementAt(string name, bool isTry) => new()
    {
        Name = name, Arguments = (site, arguments) => arguments is [{ Type: MapType }, _] ? MapArguments(site, arguments) : Args.Of(Input.Array, Input.Int)(site, arguments),
        Nulls = arguments => isTry || arguments[0].Type is MapType || arguments.Any(argument => argument.IsNullable) || ((ArrayType)arguments[0].Type).ContainsNull,
        Result = arguments => arguments[0].Type is MapType m ? m.ValueType : ((ArrayType)arguments[0].Type).ElementType,
        Lower = (_, call, a) => call.Arguments[0].Type is MapType
            ? $"map_extract_value({a[0]}, {a[1]})"
            : $"CASE WHEN {a[1]} = 0 THEN {Raise.Sql("INVALID_INDEX_OF_ZERO")} {(isTry ? "" : $"WHEN abs({a[1]}) > len({a[0]}) THEN {Raise.Sql("INVALID_ARRAY_INDEX_IN_ELEMENT_AT", ("indexValue", a[1]), ("arraySize", $"len({a[0]})"))} ")}ELSE {a[0]}[{a[1]}] END",
    };

    private static FunctionDefinition Aggregate(string name) => new()
    {
        Name = name,
        Arguments = (site, arguments) => arguments.Count == 3 ? [.. arguments] : Args.Of(Input.Array, Input.Any, Input.Any, Input.Any)(site, arguments),
        Display = (_, a) => $"{name}({string.Join(", ", a)}{(a.Count == 3 ? ", lambdafunction(namedlambdavariable(), namedlambdavariable())" : "")})",
        Result = arguments => arguments[^1].Type is var last && arguments.Count == 4 ? last : arguments[1].Type,
        Nulls = Nulls.Always,
        Lambdas = (arguments, index, _) => index == 2
            ? [(arguments[1]!.Type, true), (((ArrayType)arguments[0]!.Type).ElementType, ((ArrayType)arguments[0]!.Type).ContainsNull)]
            : [(arguments[1]!.Type, true)],
        Lower = (site, call, a) =>
        {
            if (!((Lambda)call.Arguments[2]).Body.Type.Equals(call.Arguments[1].Type))
                throw AnalysisErrors.TypeMismatch(Quoting.Expression(ColumnNames.Of(call)), "UNEXPECTED_INPUT_TYPE", ("paramIndex", "third"), ("requiredType", Quoting.Type(call.Arguments[1].Type)), ("inputSql", Quoting.Expression(ColumnNames.Of(call.Arguments[2]))), ("inputType", Quoting.Type(call.Arguments[2].Type)));
            var reduced = $"CASE WHEN {a[0]} IS NULL THEN NULL ELSE list_reduce(CAST({a[0]} AS {Lowering.LoweringSite.TypeOf(call.Arguments[0].Type)}), {a[2]}, {a[1]}) END";
            return a.Count == 3 ? reduced : $"list_transform([{reduced}], {a[3]})[1]";
        },
    };

    private static readonly ArgumentRule ElementArguments = (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, 2);
        if (arguments[0].Type is not ArrayType array)
            throw AnalysisErrors.UnexpectedInputType(site.Sql, 0, "ARRAY", arguments[0]);
        return TypeCoercion.Tightest(site.Settings, array.ElementType, arguments[1].Type) is { } element
            ? [ImplicitCasts.Cast(arguments[0], new ArrayType(element, array.ContainsNull)), ImplicitCasts.Cast(arguments[1], element)]
            : throw AnalysisErrors.TypeMismatch(site.Sql, "ARRAY_FUNCTION_DIFF_TYPES",
                ("functionName", Quoting.Id(site.Definition.Name)), ("dataType", "\"ARRAY\""), ("leftType", Quoting.Type(array)), ("rightType", Quoting.Type(arguments[1].Type)));
    };

    // How Spark spells the order that it sorts by when none is given.
    private const string DefaultOrder = "lambdafunction((IF(((namedlambdavariable() IS NULL) AND (namedlambdavariable() IS NULL)), 0, (IF((namedlambdavariable() IS NULL), 1, (IF((namedlambdavariable() IS NULL), -1, "
        + "(IF((namedlambdavariable() < namedlambdavariable()), -1, (IF((namedlambdavariable() > namedlambdavariable()), 1, 0)))))))))), namedlambdavariable(), namedlambdavariable())";

    // Arrays that differ in nulls alone are of one type already.
    private static readonly ArgumentRule SameElements = (site, arguments) =>
        arguments is [{ Type: ArrayType a }, { Type: ArrayType b }] && a.ElementType.Equals(b.ElementType) ? arguments : Args.SameType(2, 2)(site, arguments);

    private static readonly ArgumentRule SequenceArguments = (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, 3);
        if (arguments.All(argument => argument.Type is IntegralType))
            return TypeCoercion.ToCommonType(site.Settings, arguments)!;
        return arguments is [{ Type: DateType }, { Type: DateType }] or [{ Type: DateType }, { Type: DateType }, { Type: DayTimeIntervalType or YearMonthIntervalType }] or [{ Type: TimestampType }, { Type: TimestampType }, { Type: DayTimeIntervalType }]
            ? arguments
            : throw Refusal.Of("function", $"sequence of {string.Join(", ", arguments.Select(argument => argument.Type.SimpleString))}");
    };

    private static readonly LoweringRule Sequence = (_, call, a) => (call.Arguments[0].Type, a.Count) switch
    {
        (IntegralType, 2) => $"CAST(CASE WHEN {a[0]} <= {a[1]} THEN generate_series({a[0]}, {a[1]}) ELSE generate_series({a[0]}, {a[1]}, -1) END AS {Lowering.LoweringSite.TypeOf(call.Type)})",
        // Spark has no condition for bounds that the step leads away from.
        (IntegralType, _) => $"CAST(CASE WHEN {a[2]} = 0 AND {a[0]} = {a[1]} THEN [{a[0]}] WHEN sign({a[2]}) * {a[0]} > sign({a[2]}) * {a[1]} OR {a[2]} = 0 THEN error('Illegal sequence boundaries: ' || {a[0]} || ' to ' || {a[1]} || ' by ' || {a[2]}) ELSE generate_series({a[0]}, {a[1]}, {a[2]}) END AS {Lowering.LoweringSite.TypeOf(call.Type)})",
        (_, 2) => $"CAST(CASE WHEN {a[0]} <= {a[1]} THEN generate_series({a[0]}, {a[1]}, INTERVAL 1 DAY) ELSE generate_series({a[0]}, {a[1]}, -INTERVAL 1 DAY) END AS DATE[])",
        (_, _) when call.Arguments[2].Type is YearMonthIntervalType => // Months are added to the start each time, so that the 31st comes back after a shorter month.
            $"CAST(list_filter(list_transform(generate_series(0, date_diff('month', {a[0]}, {a[1]}) // {a[2]}), lambda i: {a[0]} + to_months(CAST(i * {a[2]} AS INTEGER))), lambda d: CASE WHEN {a[2]} > 0 THEN d <= {a[1]} ELSE d >= {a[1]} END) AS {Lowering.LoweringSite.TypeOf(call.Type)})",
        _ => $"CAST(generate_series({a[0]}, {a[1]}, to_microseconds({a[2]})) AS {Lowering.LoweringSite.TypeOf(call.Type)})",
    };

    // DuckDB counts positions from 1.
    private static string FromZero(FunctionCall call, IReadOnlyList<string> arguments)
    {
        if (call.Arguments[1] is not Lambda { Variables: [_, var index] })
            return arguments[1];
        var colon = arguments[1].IndexOf(": ", StringComparison.Ordinal) + 2;
        return arguments[1][..colon] + arguments[1][colon..].Replace(index.SqlName, $"CAST({index.SqlName} - 1 AS INTEGER)", StringComparison.Ordinal);
    }

    private static string NameOf(TypedExpression argument, int index) => argument switch
    {
        ColumnReference reference => reference.Column.Name,
        FieldAccess access => access.Name,
        _ => Quoting.Number(index),
    };

    private static readonly ArgumentRule MapArguments = (site, arguments) =>
    {
        var key = ((MapType)arguments[0].Type).KeyType;
        return [arguments[0], ImplicitCasts.To(arguments[1], InputType.Exactly(key)) ?? throw AnalysisErrors.UnexpectedInputType(site.Sql, 1, key.Sql, arguments[1])];
    };

    private static int OrdinalOf(IReadOnlyList<TypedExpression> arguments)
    {
        var type = (StructType)((ArrayType)arguments[0].Type).ElementType;
        var name = (string)((Constant)arguments[1]).Value!;
        return type.Fields.ToList().FindIndex(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private static StructField FieldOf(IReadOnlyList<TypedExpression> arguments) => ((StructType)((ArrayType)arguments[0].Type).ElementType)[OrdinalOf(arguments)];

    /// <summary>A lambda over an array's elements, and their positions from 0 where it has a second parameter.</summary>
    public static readonly LambdaRule ElementAndIndex = (arguments, _, count) =>
    {
        var array = (ArrayType)arguments[0]!.Type;
        return count == 1 ? [(array.ElementType, array.ContainsNull)] : [(array.ElementType, array.ContainsNull), (new IntegerType(), false)];
    };
}
