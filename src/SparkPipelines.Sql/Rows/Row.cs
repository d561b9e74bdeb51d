using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

/// <summary>
/// A row of a result, with its schema. Values are of the CLR types that <c>docs/type-mapping.md</c> lists; arrays are <c>object?[]</c>, maps
/// <see cref="IReadOnlyDictionary{TKey, TValue}"/>, structs are rows. Equal when schema and values are: NaN equals NaN, arrays and bytes go by content.
/// </summary>
[System.Diagnostics.DebuggerDisplay("{ToString(),nq}")]
public sealed class Row
{
    internal Row(StructType schema, object?[] values)
    {
        Schema = schema;
        Values = values;
    }

    /// <summary>The same values with a schema: columns are named <c>_1</c>, <c>_2</c>, … and have no type.</summary>
    public static implicit operator Row(GenericRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Row(new StructType(row.Values.Select((_, index) => new StructField($"_{index + 1}", new NullType()))), row.Values);
    }

    /// <summary>The columns' names and types.</summary>
    public StructType Schema { get; }

    /// <summary>The values in order; the array itself, not a copy.</summary>
#pragma warning disable CA1819 // Microsoft.Spark's member
    public object?[] Values { get; }
#pragma warning restore CA1819

    /// <summary>The value at a position, counted from 0.</summary>
    public object? this[int index] => Get(index);

    /// <summary>How many values there are.</summary>
    public int Size() => Values.Length;

    /// <summary>The value at a position, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public object? Get(int index) => (uint)index < (uint)Values.Length
        ? Values[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The row has {Values.Length} columns.");

    /// <summary>The value of the first column of exactly that name.</summary>
    /// <exception cref="ArgumentException">There is no such column; the message lists the ones there are.</exception>
    public object? Get(string columnName) => Values[IndexOf(columnName)];

    /// <summary>
    /// The value at a position as <typeparamref name="T"/>. Beside its own type a value is given as: a nullable of it, <see cref="Date"/> and
    /// <see cref="Timestamp"/> for dates and timestamps, and typed arrays, lists and dictionaries for arrays and maps. Numbers are never converted.
    /// </summary>
    /// <exception cref="InvalidCastException">The value is of another type, or null where <typeparamref name="T"/> can't be null.</exception>
    public T GetAs<T>(int index) => RowValues.As<T>(Get(index), index < Schema.Count ? $"of column '{Schema[index].Name}'" : $"at position {index}");

    /// <summary>The value of the first column of exactly that name as <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidCastException">The value is of another type, or null where <typeparamref name="T"/> can't be null.</exception>
    public T GetAs<T>(string columnName) => RowValues.As<T>(Get(columnName), $"of column '{columnName}'");

    /// <summary>Whether there is a column of exactly that name.</summary>
    public bool Contains(string columnName) => Schema.Any(field => field.Name == columnName);

    /// <summary>The values by their columns' names; of two columns of one name the last one's value, as PySpark's <c>asDict</c>.</summary>
    /// <param name="recursive">Whether rows inside, in arrays and maps too, become dictionaries as well.</param>
    public IReadOnlyDictionary<string, object?> ToDictionary(bool recursive = false)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < Schema.Count; i++)
            values[Schema[i].Name] = recursive ? WithoutRows(Values[i]) : Values[i];
        return values;
    }

    /// <summary>Whether the value at a position is null.</summary>
    public bool IsNullAt(int index) => Get(index) is null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj) || (obj is Row other && Schema.Equals(other.Schema) && RowValues.Comparer.Equals(Values, other.Values));

    /// <inheritdoc/>
    public override int GetHashCode() => RowValues.Comparer.GetHashCode(Values);

    /// <summary>The values as Spark prints a row: <c>[1,a,null]</c>. Timestamps are shown in UTC.</summary>
    public override string ToString() => RowText.OfRow(Values);

    private static object? WithoutRows(object? value) => value switch
    {
        Row row => row.ToDictionary(recursive: true),
        object?[] items => Array.ConvertAll(items, WithoutRows),
        IReadOnlyDictionary<object, object?> map => map.ToDictionary(entry => entry.Key, entry => WithoutRows(entry.Value)),
        _ => value,
    };

    private int IndexOf(string columnName)
    {
        for (var i = 0; i < Schema.Count; i++)
        {
            if (Schema[i].Name == columnName)
                return i;
        }

        throw new ArgumentException(
            $"The row has no column '{columnName}'; its columns are {string.Join(", ", Schema.Select(field => $"'{field.Name}'"))}.",
            nameof(columnName));
    }
}
