using System.Globalization;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>Which part of which column is converted, and into what; errors are worded here.</summary>
/// <param name="Column">The column, or the part of one: <c>orders.element.price</c>.</param>
/// <param name="Type">Its Spark type.</param>
/// <param name="Target">What it goes into: a property of a record, an element of an array; null when rows are made.</param>
internal sealed record ColumnPath(string Column, DataType Type, string? Target = null)
{
    public ColumnPath Element(DataType type) => new($"{Column}.element", type, Target is null ? null : $"an element of {Target}");

    public ColumnPath Key(DataType type) => new($"{Column}.key", type, Target is null ? null : $"a key of {Target}");

    public ColumnPath Value(DataType type) => new($"{Column}.value", type, Target is null ? null : $"a value of {Target}");

    public ColumnPath Field(StructField field) => new($"{Column}.{field.Name}", field.DataType, Target);

    public ConversionException NullError() =>
        new(Column, Type, $"Column '{Column}' ({Type.SimpleString}) holds null, but {Target ?? "its target"} can't be null; make it nullable or drop the nulls first.");

    public ConversionException RangeError(string value, string holder) =>
        new(Column, Type, $"Column '{Column}' ({Type.SimpleString}) holds {value}, which {holder}; cast the column in the query, to string for instance.");

    public ConversionException TypeError(Type clr, string advice) =>
        new(Column, Type, $"Column '{Column}' ({Type.SimpleString}) can't become {(Target is null ? "" : $"{Target}, ")}a {RowValues.Name(clr)}; {advice}.");

    /// <summary>A null on its way into a column that takes none.</summary>
    public ConversionException NullForColumn() =>
        new(Column, Type, $"{(Target is null ? "A value" : Target)} is null, but column '{Column}' ({Type.SimpleString}) is not nullable; make it nullable or leave the row out.");

    /// <summary>A value on its way into a column that can't hold it.</summary>
    public ConversionException ValueError(object? value, string limit, Exception? inner = null) =>
        new(Column, Type, $"Column '{Column}' ({Type.SimpleString}) can't hold {Quoted(value)}{(Target is null ? "" : $" from {Target}")}: it {limit}.", inner);

    private static string Quoted(object? value) => value switch
    {
        string text => $"'{text}'",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => RowText.Of(value),
    };
}
