using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

/// <summary>
/// A value, or a column, that the other side of a conversion can't hold: a date after the year 9999 as <see cref="DateOnly"/>, null for an <c>int</c>
/// property, a map in a Microsoft.Data.Analysis frame. Nothing is ever narrowed, rounded or dropped instead.
/// </summary>
public sealed class ConversionException : SparkException
{
    internal ConversionException(string column, DataType type, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Column = column;
        DataType = type;
    }

    /// <summary>The column, or the part of one: <c>orders.element.price</c>.</summary>
    public string Column { get; }

    /// <summary>The column's Spark type.</summary>
    public DataType DataType { get; }
}
