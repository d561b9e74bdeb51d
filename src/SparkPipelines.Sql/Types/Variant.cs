namespace SparkPipelines.Sql.Types;

/// <summary>
/// The value of a <see cref="VariantType"/>: a semi-structured value in Spark's own encoding
/// (<see href="https://github.com/apache/parquet-format/blob/master/VariantEncoding.md">Variant Binary Encoding</see>). Equal when the bytes are.
/// </summary>
/// <param name="value">The encoded value; not copied.</param>
/// <param name="metadata">The encoded dictionary of field names; not copied.</param>
public readonly partial struct Variant(ReadOnlyMemory<byte> value, ReadOnlyMemory<byte> metadata) : IEquatable<Variant>
{
    /// <summary>The encoded value.</summary>
    public ReadOnlyMemory<byte> Value { get; } = value;

    /// <summary>The encoded dictionary of the names that objects inside the value use.</summary>
    public ReadOnlyMemory<byte> Metadata { get; } = metadata;

    /// <inheritdoc/>
    public bool Equals(Variant other) => Value.Span.SequenceEqual(other.Value.Span) && Metadata.Span.SequenceEqual(other.Metadata.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Variant other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Value.Span);
        hash.AddBytes(Metadata.Span);
        return hash.ToHashCode();
    }

    /// <summary>Whether both have the same bytes.</summary>
    public static bool operator ==(Variant left, Variant right) => left.Equals(right);

    /// <summary>Whether the bytes differ.</summary>
    public static bool operator !=(Variant left, Variant right) => !left.Equals(right);
}
