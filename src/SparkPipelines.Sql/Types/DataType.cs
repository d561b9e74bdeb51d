namespace SparkPipelines.Sql.Types;

/// <summary>
/// The type of a column, or of a part of one, as Spark 4.2 knows it
/// (<see href="https://spark.apache.org/docs/4.2.0/sql-ref-datatypes.html">Data Types</see>). Immutable; equal when all parts are equal.
/// </summary>
public abstract partial class DataType : IEquatable<DataType>
{
    private protected DataType()
    {
    }

    /// <summary>The type's name in JSON schemas without its parameters: <c>integer</c>, <c>decimal</c>, <c>struct</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The type as DDL writes it in short: <c>int</c>, <c>decimal(10,2)</c>, <c>array&lt;string&gt;</c>.</summary>
    public virtual string SimpleString => TypeName;

    /// <summary>The type as SQL writes it: <c>INT</c>, <c>DECIMAL(10,2)</c>, <c>STRUCT&lt;a: INT NOT NULL&gt;</c>; error messages quote this form.</summary>
    public virtual string Sql => SimpleString.ToUpperInvariant();

    /// <inheritdoc/>
    public bool Equals(DataType? other) => other is not null && (ReferenceEquals(this, other) || (GetType() == other.GetType() && EqualParts(other)));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as DataType);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), HashParts());

    /// <inheritdoc/>
    public sealed override string ToString() => SimpleString;

    private protected static DataType AsNullable(DataType type) => type switch
    {
        ArrayType array => new ArrayType(AsNullable(array.ElementType)),
        MapType map => new MapType(AsNullable(map.KeyType), AsNullable(map.ValueType)),
        StructType fields => new StructType(fields.Select(field => new StructField(field.Name, AsNullable(field.DataType), true, field.MetadataJson))),
        _ => type,
    };

    private protected virtual bool EqualParts(DataType other) => true;

    private protected virtual int HashParts() => 0;
}

/// <summary>A type without parts that can be compared and ordered.</summary>
public abstract class AtomicType : DataType
{
    private protected AtomicType()
    {
    }
}

/// <summary>A type that arithmetic works on.</summary>
public abstract class NumericType : AtomicType
{
    private protected NumericType()
    {
    }
}

/// <summary>A whole number of a fixed width.</summary>
public abstract class IntegralType : NumericType
{
    private protected IntegralType()
    {
    }
}

/// <summary>A number with a fraction: float, double or decimal.</summary>
public abstract class FractionalType : NumericType
{
    private protected FractionalType()
    {
    }
}
