namespace SparkPipelines.Sql;

public sealed partial class Column
{
    /// <summary>The negative of a number or interval.</summary>
    public static Column operator -(Column self) => Call("negative", self);

    /// <summary>True for false, false for true, null for null.</summary>
    public static Column operator !(Column self) => Call("not", self);

    /// <summary>The number with all its bits turned.</summary>
    public static Column operator ~(Column self) => Call("~", self);

    /// <summary>Whether both sides are equal, row by row; null when a side is.</summary>
    public static Column operator ==(Column lhs, Column? rhs) => Binary("==", lhs, rhs);

    /// <inheritdoc cref="operator ==(Column, Column)"/>
    public static Column operator ==(Column lhs, object? rhs) => Binary("==", lhs, rhs);

    /// <summary>Whether the sides differ, row by row; null when a side is.</summary>
    public static Column operator !=(Column lhs, Column? rhs) => Call("not", Binary("==", lhs, rhs));

    /// <inheritdoc cref="operator !=(Column, Column)"/>
    public static Column operator !=(Column lhs, object? rhs) => Call("not", Binary("==", lhs, rhs));

    /// <summary>Whether the left side is larger; NaN is larger than any other number.</summary>
    public static Column operator >(Column lhs, Column rhs) => Binary(">", lhs, rhs);

    /// <inheritdoc cref="operator &gt;(Column, Column)"/>
    public static Column operator >(Column lhs, object? rhs) => Binary(">", lhs, rhs);

    /// <summary>Whether the left side is smaller; NaN is larger than any other number.</summary>
    public static Column operator <(Column lhs, Column rhs) => Binary("<", lhs, rhs);

    /// <inheritdoc cref="operator &lt;(Column, Column)"/>
    public static Column operator <(Column lhs, object? rhs) => Binary("<", lhs, rhs);

    /// <summary>Whether the left side is larger or equal.</summary>
    public static Column operator >=(Column lhs, Column rhs) => Binary(">=", lhs, rhs);

    /// <inheritdoc cref="operator &gt;=(Column, Column)"/>
    public static Column operator >=(Column lhs, object? rhs) => Binary(">=", lhs, rhs);

    /// <summary>Whether the left side is smaller or equal.</summary>
    public static Column operator <=(Column lhs, Column rhs) => Binary("<=", lhs, rhs);

    /// <inheritdoc cref="operator &lt;=(Column, Column)"/>
    public static Column operator <=(Column lhs, object? rhs) => Binary("<=", lhs, rhs);

    /// <summary>True when both sides are; false when one is, whatever the other; else null.</summary>
    public static Column operator &(Column lhs, Column rhs) => Call("and", lhs, rhs);

    /// <summary>True when one side is, whatever the other; false when both are; else null.</summary>
    public static Column operator |(Column lhs, Column rhs) => Call("or", lhs, rhs);

    /// <summary>The sum. Overflow of integers is an error in ANSI mode.</summary>
    public static Column operator +(Column lhs, Column rhs) => Binary("+", lhs, rhs);

    /// <inheritdoc cref="operator +(Column, Column)"/>
    public static Column operator +(Column lhs, object? rhs) => Binary("+", lhs, rhs);

    /// <inheritdoc cref="operator +(Column, Column)"/>
    public static Column operator +(object? lhs, Column rhs) => Binary("+", lhs, rhs);

    /// <summary>The difference. Overflow of integers is an error in ANSI mode.</summary>
    public static Column operator -(Column lhs, Column rhs) => Binary("-", lhs, rhs);

    /// <inheritdoc cref="operator -(Column, Column)"/>
    public static Column operator -(Column lhs, object? rhs) => Binary("-", lhs, rhs);

    /// <inheritdoc cref="operator -(Column, Column)"/>
    public static Column operator -(object? lhs, Column rhs) => Binary("-", lhs, rhs);

    /// <summary>The product. Overflow of integers is an error in ANSI mode.</summary>
    public static Column operator *(Column lhs, Column rhs) => Binary("*", lhs, rhs);

    /// <inheritdoc cref="operator *(Column, Column)"/>
    public static Column operator *(Column lhs, object? rhs) => Binary("*", lhs, rhs);

    /// <inheritdoc cref="operator *(Column, Column)"/>
    public static Column operator *(object? lhs, Column rhs) => Binary("*", lhs, rhs);

    /// <summary>The quotient as a double or decimal, of integers too. Division by zero is an error in ANSI mode.</summary>
    public static Column operator /(Column lhs, Column rhs) => Binary("/", lhs, rhs);

    /// <inheritdoc cref="operator /(Column, Column)"/>
    public static Column operator /(Column lhs, object? rhs) => Binary("/", lhs, rhs);

    /// <inheritdoc cref="operator /(Column, Column)"/>
    public static Column operator /(object? lhs, Column rhs) => Binary("/", lhs, rhs);

    /// <summary>The rest of the division, with the dividend's sign. Division by zero is an error in ANSI mode.</summary>
    public static Column operator %(Column lhs, Column rhs) => Binary("%", lhs, rhs);

    /// <inheritdoc cref="operator %(Column, Column)"/>
    public static Column operator %(Column lhs, object? rhs) => Binary("%", lhs, rhs);

    /// <inheritdoc cref="operator %(Column, Column)"/>
    public static Column operator %(object? lhs, Column rhs) => Binary("%", lhs, rhs);

    /// <summary>The method form of <c>==</c>.</summary>
    public Column EqualTo(object? rhs) => Binary("==", this, rhs);

    /// <summary>The method form of <c>!=</c>.</summary>
    public Column NotEqual(object? rhs) => Call("not", Binary("==", this, rhs));

    /// <summary>The method form of <c>&gt;</c>.</summary>
    public Column Gt(object? rhs) => Binary(">", this, rhs);

    /// <summary>The method form of <c>&lt;</c>.</summary>
    public Column Lt(object? rhs) => Binary("<", this, rhs);

    /// <summary>The method form of <c>&lt;=</c>.</summary>
    public Column Leq(object? rhs) => Binary("<=", this, rhs);

    /// <summary>The method form of <c>&gt;=</c>.</summary>
    public Column Geq(object? rhs) => Binary(">=", this, rhs);

    /// <summary>The method form of <c>&amp;</c>.</summary>
    public Column And(Column other) => this & other;

    /// <summary>The method form of <c>|</c>.</summary>
    public Column Or(Column other) => this | other;

    /// <summary>The method form of <c>+</c>.</summary>
    public Column Plus(object? rhs) => Binary("+", this, rhs);

    /// <summary>The method form of <c>-</c>.</summary>
    public Column Minus(object? rhs) => Binary("-", this, rhs);

    /// <summary>The method form of <c>*</c>.</summary>
    public Column Multiply(object? rhs) => Binary("*", this, rhs);

    /// <summary>The method form of <c>/</c>.</summary>
    public Column Divide(object? rhs) => Binary("/", this, rhs);

    /// <summary>The method form of <c>%</c>.</summary>
    public Column Mod(object? rhs) => Binary("%", this, rhs);

    /// <summary>The bits set on either side.</summary>
    public Column BitwiseOR(object? other) => Binary("|", this, other);

    /// <summary>The bits set on both sides.</summary>
    public Column BitwiseAND(object? other) => Binary("&", this, other);

    /// <summary>The bits set on one side only.</summary>
    public Column BitwiseXOR(object? other) => Binary("^", this, other);

    private static Column Binary(string function, object? lhs, object? rhs) => Call(function, Of(lhs), Of(rhs));
}
