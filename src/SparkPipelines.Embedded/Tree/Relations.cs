namespace SparkPipelines.Embedded.Tree;

/// <summary>Rows with known columns. Immutable.</summary>
internal abstract class TypedRelation
{
    public abstract IReadOnlyList<PlanColumn> Output { get; }

    public virtual IReadOnlyList<TypedRelation> Inputs => [];
}

/// <summary>A column that an expression computes. A bare reference keeps the identity of what it refers to.</summary>
internal sealed record ComputedColumn(PlanColumn Column, TypedExpression Expression)
{
    public static ComputedColumn Keep(PlanColumn column) => new(column, new ColumnReference(column));

    public bool IsKept => Expression is ColumnReference reference && reference.Column.Id == Column.Id;
}

/// <summary>One row without columns, below a projection that reads nothing.</summary>
internal sealed class OneRow : TypedRelation
{
    public override IReadOnlyList<PlanColumn> Output => [];
}

/// <summary>The whole numbers from <see cref="Start"/> up to, not including, <see cref="End"/>.</summary>
internal sealed class NumberRange(PlanColumn id, long start, long end, long step) : TypedRelation
{
    public override IReadOnlyList<PlanColumn> Output { get; } = [id];

    public long Start { get; } = start;

    public long End { get; } = end;

    public long Step { get; } = step;
}

/// <summary>Rows from a source outside the plan: files, or batches in memory.</summary>
internal sealed class Scan(IScanSource source, IReadOnlyList<PlanColumn> output) : TypedRelation
{
    public override IReadOnlyList<PlanColumn> Output { get; } = output;

    public IScanSource Source { get; } = source;
}

/// <summary>Columns computed from each row.</summary>
internal sealed class Projection(TypedRelation input, IReadOnlyList<ComputedColumn> columns) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public IReadOnlyList<ComputedColumn> Columns { get; } = columns;

    public override IReadOnlyList<PlanColumn> Output { get; } = [.. columns.Select(column => column.Column)];

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

/// <summary>The rows for which a condition is true.</summary>
internal sealed class Selection(TypedRelation input, TypedExpression condition) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public TypedExpression Condition { get; } = condition;

    public override IReadOnlyList<PlanColumn> Output => Input.Output;

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

internal enum JoinKind
{
    Inner,
    LeftOuter,
    RightOuter,
    FullOuter,
    LeftSemi,
    LeftAnti,
    Cross,
}

/// <summary>Pairs of rows. <see cref="Output"/> repeats the inputs' columns, nullable where a side may be missing.</summary>
internal sealed class Joined(TypedRelation left, TypedRelation right, JoinKind kind, TypedExpression? condition, IReadOnlyList<PlanColumn> output) : TypedRelation
{
    public TypedRelation Left { get; } = left;

    public TypedRelation Right { get; } = right;

    public JoinKind Kind { get; } = kind;

    public TypedExpression? Condition { get; } = condition;

    public override IReadOnlyList<PlanColumn> Output { get; } = output;

    public override IReadOnlyList<TypedRelation> Inputs => [Left, Right];
}

/// <summary>
/// One row per group. <see cref="Columns"/> are computed from the keys, which they refer to by attribute, and from aggregates over the group's rows.
/// </summary>
internal sealed class Grouped(TypedRelation input, IReadOnlyList<ComputedColumn> keys, IReadOnlyList<IReadOnlyList<int>>? sets, IReadOnlyList<ComputedColumn> columns) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public IReadOnlyList<ComputedColumn> Keys { get; } = keys;

    /// <summary>The keys' ordinals of each grouping set; null for plain grouping by all keys.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Sets { get; } = sets;

    public IReadOnlyList<ComputedColumn> Columns { get; } = columns;

    public override IReadOnlyList<PlanColumn> Output { get; } = [.. columns.Select(column => column.Column)];

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

internal sealed class Sorted(TypedRelation input, IReadOnlyList<SortKey> keys) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public IReadOnlyList<SortKey> Keys { get; } = keys;

    public override IReadOnlyList<PlanColumn> Output => Input.Output;

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

/// <summary>The rows after <see cref="Skip"/> ones, at most <see cref="Take"/> of them when that is given.</summary>
internal sealed class Slice(TypedRelation input, long skip, long? take) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public long Skip { get; } = skip;

    public long? Take { get; } = take;

    public override IReadOnlyList<PlanColumn> Output => Input.Output;

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

/// <summary>The last rows, in their order.</summary>
internal sealed class LastRows(TypedRelation input, int count) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public int Count { get; } = count;

    public override IReadOnlyList<PlanColumn> Output => Input.Output;

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

internal enum SetKind
{
    Union,
    Intersect,
    Except,
}

/// <summary>Rows of two relations whose columns correspond by position and have the same types.</summary>
internal sealed class Combined(TypedRelation left, TypedRelation right, SetKind kind, bool isAll, IReadOnlyList<PlanColumn> output) : TypedRelation
{
    public TypedRelation Left { get; } = left;

    public TypedRelation Right { get; } = right;

    public SetKind Kind { get; } = kind;

    public bool IsAll { get; } = isAll;

    public override IReadOnlyList<PlanColumn> Output { get; } = output;

    public override IReadOnlyList<TypedRelation> Inputs => [Left, Right];
}

/// <summary>One row of each combination of the keys' values: any row, as in Spark.</summary>
internal sealed class Distinct(TypedRelation input, IReadOnlyList<PlanColumn> keys) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public IReadOnlyList<PlanColumn> Keys { get; } = keys;

    public override IReadOnlyList<PlanColumn> Output => Input.Output;

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

/// <summary>Each row once for every row that a function such as <c>explode</c> makes of it.</summary>
internal sealed class Generated(TypedRelation input, FunctionCall generator, bool isOuter, IReadOnlyList<PlanColumn> generated) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public FunctionCall Generator { get; } = generator;

    /// <summary>Whether a row that makes none stays, with nulls.</summary>
    public bool IsOuter { get; } = isOuter;

    public IReadOnlyList<PlanColumn> GeneratedColumns { get; } = generated;

    public override IReadOnlyList<PlanColumn> Output { get; } = [.. input.Output, .. generated];

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

/// <summary>A share of the rows: those whose random number, from the seed and the row's place, lies in [lower, upper).</summary>
internal sealed class Sampled(TypedRelation input, double lower, double upper, long? seed) : TypedRelation
{
    public TypedRelation Input { get; } = input;

    public double Lower { get; } = lower;

    public double Upper { get; } = upper;

    /// <summary>Null leaves it to the engine, which takes another each time.</summary>
    public long? Seed { get; } = seed;

    public override IReadOnlyList<PlanColumn> Output => Input.Output;

    public override IReadOnlyList<TypedRelation> Inputs => [Input];
}

/// <summary>A part of the plan that is persisted: its rows come from where they are kept, once they are there.</summary>
internal sealed class Kept(string meaning, TypedRelation original) : TypedRelation
{
    /// <summary>What the part means, by which its rows are found.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>What computes the rows.</summary>
    public TypedRelation Original { get; } = original;

    public override IReadOnlyList<PlanColumn> Output => Original.Output;
}
