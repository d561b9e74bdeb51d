namespace SparkPipelines.Sql.Types;

/// <summary>A list of values of one type.</summary>
public sealed class ArrayType(DataType elementType, bool containsNull = true) : DataType
{
    /// <summary>The type of every element.</summary>
    public DataType ElementType { get; } = elementType;

    /// <summary>Whether an element may be null.</summary>
    public bool ContainsNull { get; } = containsNull;

    /// <inheritdoc/>
    public override string TypeName => "array";

    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";

    /// <inheritdoc/>
    public override string Sql => $"ARRAY<{ElementType.Sql}>";

    /// <summary>The same type with nulls allowed at every level, as a reader of files makes it.</summary>
    public ArrayType ToNullable() => (ArrayType)AsNullable(this);

    private protected override bool EqualParts(DataType other) => other is ArrayType a && a.ContainsNull == ContainsNull && a.ElementType.Equals(ElementType);

    private protected override int HashParts() => HashCode.Combine(ElementType, ContainsNull);
}

/// <summary>Keys, each with a value. Keys are never null.</summary>
public sealed class MapType(DataType keyType, DataType valueType, bool valueContainsNull = true) : DataType
{
    /// <summary>The type of every key.</summary>
    public DataType KeyType { get; } = keyType;

    /// <summary>The type of every value.</summary>
    public DataType ValueType { get; } = valueType;

    /// <summary>Whether a value may be null.</summary>
    public bool ValueContainsNull { get; } = valueContainsNull;

    /// <inheritdoc/>
    public override string TypeName => "map";

    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";

    /// <inheritdoc/>
    public override string Sql => $"MAP<{KeyType.Sql}, {ValueType.Sql}>";

    /// <summary>The same type with nulls allowed at every level, as a reader of files makes it.</summary>
    public MapType ToNullable() => (MapType)AsNullable(this);

    private protected override bool EqualParts(DataType other) =>
        other is MapType m && m.ValueContainsNull == ValueContainsNull && m.KeyType.Equals(KeyType) && m.ValueType.Equals(ValueType);

    private protected override int HashParts() => HashCode.Combine(KeyType, ValueType, ValueContainsNull);
}
