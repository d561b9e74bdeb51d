using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tree;

/// <summary>What an expression contains, itself or in a part.</summary>
[Flags]
internal enum ExpressionTraits
{
    None = 0,
    Aggregate = 1,
    Window = 2,
    Generator = 4,

    /// <summary>Two evaluations may differ, so it is never duplicated or moved.</summary>
    Nondeterministic = 8,
    Column = 16,
    LambdaVariable = 32,
}

/// <summary>
/// An expression with all names, types and implicit casts decided. Immutable. <see cref="Type"/> and <see cref="IsNullable"/> are Spark's own.
/// </summary>
internal abstract class TypedExpression
{
    protected TypedExpression(DataType type, bool isNullable, ExpressionTraits traits, params ReadOnlySpan<TypedExpression> parts)
    {
        Type = type;
        IsNullable = isNullable;
        foreach (var part in parts)
        {
            traits |= part.Traits;
            Depth = Math.Max(Depth, part.Depth + 1);
        }

        Traits = traits;
    }

    public DataType Type { get; }

    public bool IsNullable { get; }

    public ExpressionTraits Traits { get; }

    /// <summary>Levels below this one.</summary>
    public int Depth { get; }

    /// <summary>The parts, in the order <see cref="WithChildren"/> takes them.</summary>
    public virtual IReadOnlyList<TypedExpression> Children => [];

    /// <summary>True when it is the same for every row, so that Spark folds it before running.</summary>
    public bool IsFoldable => (Traits & ~ExpressionTraits.None) == 0;

    public bool Has(ExpressionTraits traits) => (Traits & traits) != 0;

    /// <summary>The same expression over other parts of the same types.</summary>
    public virtual TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => this;
}

/// <summary>The value of a column of the relation below.</summary>
internal sealed class ColumnReference(PlanColumn column) : TypedExpression(column.Type, column.IsNullable, ExpressionTraits.Column)
{
    public PlanColumn Column { get; } = column;
}

/// <summary>
/// A value known before the query runs. <see cref="Value"/> is null or, by type: bool; sbyte, short, int, long; float, double;
/// <see cref="System.Numerics.BigInteger"/> (a decimal's unscaled digits); string; byte[]; int days of a date; long microseconds of a timestamp or day-time
/// interval; long nanoseconds of a time; int months; <see cref="CalendarInterval"/>; and arrays of those for arrays, structs, and a map's <see cref="MapEntries"/>.
/// </summary>
internal sealed class Constant(object? value, DataType type) : TypedExpression(type, value is null, ExpressionTraits.None)
{
    public object? Value { get; } = value;

    /// <summary>How the session writes it, where that depends on its time zone; else null.</summary>
    public string? Text { get; init; }

    public static Constant Null(DataType type) => new(null, type);

    public static Constant True { get; } = new(true, new BooleanType());

    public static Constant Of(int value) => new(value, new IntegerType());

    public static Constant Of(string value) => new(value, new StringType());
}

internal readonly record struct CalendarInterval(int Months, int Days, long Microseconds);

internal sealed record MapEntries(object?[] Keys, object?[] Values);

/// <summary>What a cast does with a value that the target can't hold.</summary>
internal enum CastMode
{
    /// <summary>The query fails.</summary>
    Ansi,

    /// <summary>The result is null.</summary>
    Try,
}

/// <summary>A conversion to another type. Implicit ones do not show in column names.</summary>
internal sealed class Cast(TypedExpression child, DataType type, CastMode mode, bool isExplicit)
    : TypedExpression(type, child.IsNullable || mode == CastMode.Try || Resolve.CastRules.ForcesNull(child.Type, type), ExpressionTraits.None, child)
{
    public TypedExpression Child { get; } = child;

    public CastMode Mode { get; } = mode;

    public bool IsExplicit { get; } = isExplicit;

    public override IReadOnlyList<TypedExpression> Children => [Child];

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => new Cast(children[0], Type, Mode, IsExplicit);
}

/// <summary>An expression with a name of the user's.</summary>
internal sealed class Alias(TypedExpression child, string name, string? metadataJson = null) : TypedExpression(child.Type, child.IsNullable, ExpressionTraits.None, child)
{
    public TypedExpression Child { get; } = child;

    public string Name { get; } = name;

    public string? MetadataJson { get; } = metadataJson;

    public override IReadOnlyList<TypedExpression> Children => [Child];

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => new Alias(children[0], Name, MetadataJson);
}

/// <summary>A field of a struct. <see cref="Name"/> is as the user wrote it; columns are named by it.</summary>
internal sealed class FieldAccess(TypedExpression child, int ordinal, string name)
    : TypedExpression(((StructType)child.Type)[ordinal].DataType, child.IsNullable || ((StructType)child.Type)[ordinal].IsNullable, ExpressionTraits.None, child)
{
    public TypedExpression Child { get; } = child;

    public int Ordinal { get; } = ordinal;

    public string Name { get; } = name;

    public StructField Field => ((StructType)Child.Type)[Ordinal];

    public override IReadOnlyList<TypedExpression> Children => [Child];

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children) => new FieldAccess(children[0], Ordinal, Name);
}
