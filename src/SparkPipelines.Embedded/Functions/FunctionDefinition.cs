using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/*
 * How functions are added
 * -----------------------
 * A function is one entry of data in a group's table (StringFunctions, MathFunctions, AggregateFunctions, …; the groups of Spark's reference).
 * FunctionTable gathers the groups; nothing else knows any function by name. An entry says, in the order in which a call passes through:
 *
 *   Name       Spark's name, lower case. Other names of the same function are entries made by `.As("other")`; a column is then named by what was called.
 *   Arguments  how many, of which types, and the implicit casts to them: `Args.Of(Input.String, Input.Int)`, `Args.From(1, …)` for optional ones,
 *              `Args.Many(Input.String)`, `Args.SameType(2)` … A misfit raises Spark's own DATATYPE_MISMATCH or WRONG_NUM_ARGS.
 *   Result     its type: `Result.Int`, `Result.SameAs(0)`, or a lambda over the (already cast) arguments.
 *   Nulls      whether it may be null: `Nulls.IfAnyArgument` (the default: null in, null out), `Nulls.Never`, `Nulls.Always`, or a lambda.
 *   Lower      its DuckDB SQL. Mostly a template: `Duck("upper({0})")`. Placeholders: {0}, {1} … arguments; {*} all, with commas; {1*} all from the second on;
 *              {type} the result's storage type; {distinct} DISTINCT where asked; {over} where an aggregate's or window function's FILTER and OVER go,
 *              so `CAST(sum({distinct}{0}){over} AS {type})`. An argument may stand twice: long ones are computed once all the same (SharedArguments).
 *              Where DuckDB differs from Spark use a vectorised C# function (Native/VectorFunction.cs), listed in `Natives` and called by its name.
 *              A lambda `(site, call, arguments) => …` does what a template can't.
 *   Display    how Spark names a column of it, when that is not `name(arg, arg)`: `Names.Infix("+")`, `Names.As("SQRT")`.
 *
 *   IsChoice   true where an argument may not be computed at all, as in CASE.
 *   Rewrite    for a call that means another one by its arguments' types (date + int is date_add): gives the other expression, or null.
 *   Lambdas    for higher-order functions: the types of a lambda argument's parameters, from the arguments that are no lambdas.
 *
 * Rows that fail (ANSI) do so in SQL by `Raise.…` (an `error('…')` branch that carries Spark's condition and parameters) or in the C# function.
 * What DuckDB can't do as Spark does has no entry: a name without an entry is refused by name.
 */

/// <summary>Checks a call's arguments and gives them back with implicit casts; throws Spark's analysis error where they don't fit.</summary>
internal delegate IReadOnlyList<TypedExpression> ArgumentRule(CallSite site, IReadOnlyList<TypedExpression> arguments);

internal delegate DataType ResultRule(IReadOnlyList<TypedExpression> arguments);

internal delegate bool NullRule(IReadOnlyList<TypedExpression> arguments);

/// <summary>The SQL of a call whose arguments are lowered already.</summary>
internal delegate string LoweringRule(LoweringSite site, FunctionCall call, IReadOnlyList<string> arguments);

/// <summary>The name of a column made of a call, from the names of its arguments.</summary>
internal delegate string NameRule(FunctionCall call, IReadOnlyList<string> arguments);

/// <summary>Another expression that the call stands for; null when it stands for itself.</summary>
internal delegate TypedExpression? RewriteRule(SessionSettings settings, IReadOnlyList<TypedExpression> arguments);

/// <summary>
/// The parameters of the lambda at <paramref name="index"/>, which declares <paramref name="count"/> of them. Lambdas are null among
/// <paramref name="arguments"/> until they are resolved, in order.
/// </summary>
internal delegate IReadOnlyList<(DataType Type, bool IsNullable)> LambdaRule(IReadOnlyList<TypedExpression?> arguments, int index, int count);

internal enum FunctionKind
{
    Scalar,
    Aggregate,

    /// <summary>Only with OVER, such as <c>row_number</c>.</summary>
    Window,

    /// <summary>Many rows of one, such as <c>explode</c>.</summary>
    Generator,
}

/// <summary>A function as data; see the top of this file.</summary>
internal sealed record FunctionDefinition
{
    public required string Name { get; init; }

    public FunctionKind Kind { get; init; } = FunctionKind.Scalar;

    public required ArgumentRule Arguments { get; init; }

    public required ResultRule Result { get; init; }

    public NullRule Nulls { get; init; } = Functions.Nulls.IfAnyArgument;

    public required LoweringRule Lower { get; init; }

    /// <summary>The C# functions that <see cref="Lower"/> calls by name; a lambda may name them by <c>site.Native(…)</c> instead.</summary>
    public IReadOnlyList<Native.VectorFunction> Natives { get; init; } = [];

    public NameRule Display { get; init; } = Names.Call;

    /// <summary>False when two calls with the same arguments may differ (<c>rand</c>).</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>True when an argument may not be computed at all, as the branches of CASE.</summary>
    public bool IsChoice { get; init; }

    /// <summary>For a window function that has a frame of its own whatever the window says (<c>row_number</c>, <c>lead</c>); null else.</summary>
    public Func<FunctionCall, WindowFrame>? Frame { get; init; }

    public RewriteRule? Rewrite { get; init; }

    public LambdaRule? Lambdas { get; init; }

    /// <summary>A generator's columns: name and type of each; null for anything else.</summary>
    public Func<IReadOnlyList<TypedExpression>, IReadOnlyList<StructField>>? GeneratedFields { get; init; }

    /// <summary>The same function under another name, by which columns are then named.</summary>
    public FunctionDefinition As(string name) => this with { Name = name, Display = Names.Call };

    /// <summary>A call of this function: checks and casts the arguments, then decides type and nullability.</summary>
    public TypedExpression Call(SessionSettings settings, IReadOnlyList<TypedExpression> arguments, AggregateModifiers? modifiers = null)
    {
        if (Rewrite?.Invoke(settings, arguments) is { } other)
            return other;
        var cast = Arguments(new CallSite(this, settings, arguments), arguments);
        return new FunctionCall(this, cast, Result(cast), Nulls(cast), modifiers);
    }
}
