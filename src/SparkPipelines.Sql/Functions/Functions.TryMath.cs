namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The sum; null where it overflows. Dates and intervals can be added too.</summary>
    /// <returns>The arguments' common type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryAdd(Column left, Column right) => Call("try_add", left, right);

    /// <inheritdoc cref="TryAdd(Column, Column)"/>
    public static Column TryAdd(string leftName, string rightName) => Call("try_add", Col(leftName), Col(rightName));

    /// <summary>The quotient; null where the divisor is 0.</summary>
    /// <returns>double, decimal or interval</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryDivide(Column left, Column right) => Call("try_divide", left, right);

    /// <inheritdoc cref="TryDivide(Column, Column)"/>
    public static Column TryDivide(string leftName, string rightName) => Call("try_divide", Col(leftName), Col(rightName));

    /// <summary>The rest of the division; null where the divisor is 0.</summary>
    /// <returns>The arguments' common type.</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryMod(Column left, Column right) => Call("try_mod", left, right);

    /// <inheritdoc cref="TryMod(Column, Column)"/>
    public static Column TryMod(string leftName, string rightName) => Call("try_mod", Col(leftName), Col(rightName));

    /// <summary>The product; null where it overflows.</summary>
    /// <returns>The arguments' common type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryMultiply(Column left, Column right) => Call("try_multiply", left, right);

    /// <inheritdoc cref="TryMultiply(Column, Column)"/>
    public static Column TryMultiply(string leftName, string rightName) => Call("try_multiply", Col(leftName), Col(rightName));

    /// <summary>The difference; null where it overflows.</summary>
    /// <returns>The arguments' common type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TrySubtract(Column left, Column right) => Call("try_subtract", left, right);

    /// <inheritdoc cref="TrySubtract(Column, Column)"/>
    public static Column TrySubtract(string leftName, string rightName) => Call("try_subtract", Col(leftName), Col(rightName));

    /// <summary>How many bits are set.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column BitCount(Column column) => Call("bit_count", column);

    /// <inheritdoc cref="BitCount(Column)"/>
    public static Column BitCount(string columnName) => Call("bit_count", Col(columnName));

    /// <summary>The bit at a position, counted from 0 at the right.</summary>
    /// <returns>byte</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column BitGet(Column column, Column pos) => Call("bit_get", column, pos);

    /// <inheritdoc cref="BitGet(Column, Column)"/>
    public static Column BitGet(string columnName, string posName) => Call("bit_get", Col(columnName), Col(posName));

    /// <summary>The bit at a position, counted from 0 at the right.</summary>
    /// <returns>byte</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Getbit(Column column, Column pos) => Call("getbit", column, pos);

    /// <inheritdoc cref="Getbit(Column, Column)"/>
    public static Column Getbit(string columnName, string posName) => Call("getbit", Col(columnName), Col(posName));

    /// <summary>The number with all its bits turned.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column BitwiseNOT(Column column) => Call("~", column);

    /// <inheritdoc cref="BitwiseNOT(Column)"/>
    public static Column BitwiseNOT(string columnName) => Call("~", Col(columnName));

    /// <summary>The number with all its bits turned.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Bitwise_Not(Column column) => Call("~", column);

    /// <inheritdoc cref="Bitwise_Not(Column)"/>
    public static Column Bitwise_Not(string columnName) => Call("~", Col(columnName));

    /// <summary>The number with its bits moved left.</summary>
    /// <returns>int or long</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Shiftleft(Column column, int numBits) => Call("shiftleft", column, Lit(numBits));

    /// <inheritdoc cref="Shiftleft(Column, int)"/>
    public static Column Shiftleft(string columnName, int numBits) => Call("shiftleft", Col(columnName), Lit(numBits));

    /// <summary>The number with its bits moved left.</summary>
    /// <returns>int or long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column ShiftLeft(Column column, int numBits) => Call("shiftleft", column, Lit(numBits));

    /// <inheritdoc cref="ShiftLeft(Column, int)"/>
    public static Column ShiftLeft(string columnName, int numBits) => Call("shiftleft", Col(columnName), Lit(numBits));

    /// <summary>The number with its bits moved right, its sign kept.</summary>
    /// <returns>int or long</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Shiftright(Column column, int numBits) => Call("shiftright", column, Lit(numBits));

    /// <inheritdoc cref="Shiftright(Column, int)"/>
    public static Column Shiftright(string columnName, int numBits) => Call("shiftright", Col(columnName), Lit(numBits));

    /// <summary>The number with its bits moved right, its sign kept.</summary>
    /// <returns>int or long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column ShiftRight(Column column, int numBits) => Call("shiftright", column, Lit(numBits));

    /// <inheritdoc cref="ShiftRight(Column, int)"/>
    public static Column ShiftRight(string columnName, int numBits) => Call("shiftright", Col(columnName), Lit(numBits));

    /// <summary>The number with its bits moved right, zeros coming in.</summary>
    /// <returns>int or long</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Shiftrightunsigned(Column column, int numBits) => Call("shiftrightunsigned", column, Lit(numBits));

    /// <inheritdoc cref="Shiftrightunsigned(Column, int)"/>
    public static Column Shiftrightunsigned(string columnName, int numBits) => Call("shiftrightunsigned", Col(columnName), Lit(numBits));

    /// <summary>The number with its bits moved right, zeros coming in.</summary>
    /// <returns>int or long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column ShiftRightUnsigned(Column column, int numBits) => Call("shiftrightunsigned", column, Lit(numBits));

    /// <inheritdoc cref="ShiftRightUnsigned(Column, int)"/>
    public static Column ShiftRightUnsigned(string columnName, int numBits) => Call("shiftrightunsigned", Col(columnName), Lit(numBits));
}
