using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class Column
{
    /// <summary>A part of the value, as <see cref="GetItem"/>.</summary>
    public Column this[object key] => GetItem(key);

    /// <summary>
    /// An array's element by its index from 0, a map's value by its key, or a struct's field by its name. Null when the value is;
    /// an index outside the array is an error in ANSI mode, a key that is not there gives null.
    /// </summary>
    public Column GetItem(object key)
    {
        var extraction = Of(key);
        return new Column(
            new Proto.Expression { Common = CallSite.Of("getItem"), UnresolvedExtractValue = new() { Child = Expression, Extraction = extraction.Expression } },
            ReferencesOf(this, extraction));
    }

    /// <summary>A struct's field by its name.</summary>
    public Column GetField(string fieldName) => GetItem(fieldName);

    /// <summary>A part of the value, as <see cref="GetItem"/>; Scala's <c>column(key)</c>.</summary>
    public Column Apply(object extraction) => GetItem(extraction);

    /// <summary>The struct with a field added or replaced. Dots in the name lead into structs: <c>address.city</c>. Null for a null struct.</summary>
    public Column WithField(string fieldName, Column column) => new(
        new Proto.Expression { UpdateFields = new() { StructExpression = Expression, FieldName = fieldName, ValueExpression = column.Expression } },
        ReferencesOf(this, column));

    /// <summary>The struct without the named fields; names that are not there are passed over. Null for a null struct.</summary>
    /// <exception cref="ArgumentException">No name is given.</exception>
    public Column DropFields(params string[] fieldNames)
    {
        if (fieldNames.Length == 0)
            throw new ArgumentException("DropFields needs the name of at least one field.", nameof(fieldNames));
        var dropped = Expression;
        foreach (var name in fieldNames)
            dropped = new Proto.Expression { UpdateFields = new() { StructExpression = dropped, FieldName = name } };
        return With(dropped);
    }

    /// <summary>Part of a text or of bytes: from a position, counted from 1 (from the end when negative), of a length.</summary>
    public Column SubStr(Column startPos, Column len) => Call("substr", this, startPos, len);

    /// <summary>Part of a text or of bytes: from a position, counted from 1 (from the end when negative), of a length.</summary>
    public Column SubStr(int startPos, int len) => Call("substr", this, Of(startPos), Of(len));

    /// <summary>Sorts ascending, nulls first.</summary>
    public Column Asc() => AscNullsFirst();

    /// <summary>Sorts ascending, nulls first.</summary>
    public Column AscNullsFirst() => Sorted(ascending: true, nullsFirst: true);

    /// <summary>Sorts ascending, nulls last.</summary>
    public Column AscNullsLast() => Sorted(ascending: true, nullsFirst: false);

    /// <summary>Sorts descending, nulls last.</summary>
    public Column Desc() => DescNullsLast();

    /// <summary>Sorts descending, nulls first.</summary>
    public Column DescNullsFirst() => Sorted(ascending: false, nullsFirst: true);

    /// <summary>Sorts descending, nulls last.</summary>
    public Column DescNullsLast() => Sorted(ascending: false, nullsFirst: false);

    /// <summary>Evaluates an aggregate or window function over a window of rows.</summary>
    public Column Over(Expressions.WindowSpec window) => new(
        new Proto.Expression { Window = window.ToMessage(Expression) },
        [.. References, .. window.References]);

    /// <summary>Evaluates an aggregate or window function over all rows.</summary>
    public Column Over() => Over(SparkPipelines.Sql.Expressions.WindowSpec.Empty);

    /// <summary>The value raised to a power, a double; null when either is null. C# has no operator for it.</summary>
    public Column Pow(object exponent) => Call("power", this, Of(exponent));

    /// <summary>Marks the column as one of the outer query inside a subquery; Spark finds out by itself, so this changes nothing. Spark 4.0.</summary>
    public Column Outer() => this;

    private Column Sorted(bool ascending, bool nullsFirst) =>
        With(new Proto.Expression { SortOrder = ExpressionMessages.Order(Expression, ascending, nullsFirst) });
}
