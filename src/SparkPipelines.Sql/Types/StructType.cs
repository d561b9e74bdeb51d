using System.Collections;
using System.Text.Json.Nodes;

namespace SparkPipelines.Sql.Types;

/// <summary>Named fields in order: the type of a nested record, and the schema of a DataFrame.</summary>
[System.Diagnostics.DebuggerDisplay("{SimpleString,nq}")]
public sealed partial class StructType : DataType, IReadOnlyList<StructField>
{
    private readonly StructField[] _fields;

    /// <summary>A struct of these fields; none makes the empty struct.</summary>
    public StructType(params IEnumerable<StructField> fields) => _fields = [.. fields];

    /// <summary>The fields in order. Names may repeat, as a join's result does.</summary>
    public IReadOnlyList<StructField> Fields => _fields;

    /// <summary>The fields' names in order.</summary>
    public IReadOnlyList<string> FieldNames => [.. _fields.Select(part => part.Name)];

    /// <inheritdoc/>
    public int Count => _fields.Length;

    /// <inheritdoc/>
    public StructField this[int index] => _fields[index];

    /// <summary>The first field of exactly that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names there are.</exception>
    public StructField this[string name] => Array.Find(_fields, field => field.Name == name)
        ?? throw new ArgumentException($"The struct has no field '{name}'; its fields are {string.Join(", ", _fields.Select(field => $"'{field.Name}'"))}.", nameof(name));

    /// <inheritdoc/>
    public override string TypeName => "struct";

    /// <inheritdoc/>
    public override string SimpleString => $"struct<{string.Join(",", _fields.Select(part => $"{part.Name}:{part.DataType.SimpleString}"))}>";

    /// <inheritdoc/>
    public override string Sql => $"STRUCT<{string.Join(", ", _fields.Select(part => part.Sql))}>";

    /// <summary>The same type with nulls allowed at every level, as a reader of files makes it. Metadata stays.</summary>
    public StructType ToNullable() => (StructType)AsNullable(this);

    /// <summary>This struct with one more field at its end, as PySpark's <c>StructType.add</c>.</summary>
    public StructType Add(string name, DataType dataType, bool nullable = true, JsonObject? metadata = null) =>
        new([.. _fields, new StructField(name, dataType, nullable, metadata)]);

    /// <inheritdoc/>
    public IEnumerator<StructField> GetEnumerator() => ((IEnumerable<StructField>)_fields).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override bool EqualParts(DataType other) => other is StructType s && s._fields.AsSpan().SequenceEqual(_fields);

    private protected override int HashParts()
    {
        var hash = default(HashCode);
        foreach (var field in _fields)
            hash.Add(field);
        return hash.ToHashCode();
    }
}
