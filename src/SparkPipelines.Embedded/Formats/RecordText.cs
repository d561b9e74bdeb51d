using System.Globalization;
using Apache.Arrow;

namespace SparkPipelines.Embedded.Formats;

/// <summary>A record as Spark's messages show one: <c>[1,null,x]</c>, dates and times as numbers.</summary>
internal static class RecordText
{
    internal static string Of(ReadOnlySpan<IArrowArray> columns, int row)
    {
        var values = new List<string>();
        foreach (IArrowArray column in columns)
            values.Add(Value(column, row));
        return "[" + string.Join(',', values) + "]";
    }

    private static string Value(IArrowArray column, int row)
    {
        if (column.IsNull(row))
            return "null";
        return column switch
        {
            StringArray text => text.GetString(row),
            BooleanArray flags => flags.GetValue(row)!.Value ? "true" : "false",
            Date32Array days => days.Values[row].ToString(CultureInfo.InvariantCulture),
            TimestampArray instants => instants.Values[row].ToString(CultureInfo.InvariantCulture),
            DoubleArray numbers => JavaNumber(numbers.Values[row]),
            FloatArray numbers => JavaNumber(numbers.Values[row]),
            Decimal128Array decimals => decimals.GetString(row),
            Int8Array whole => whole.Values[row].ToString(CultureInfo.InvariantCulture),
            Int16Array whole => whole.Values[row].ToString(CultureInfo.InvariantCulture),
            Int32Array whole => whole.Values[row].ToString(CultureInfo.InvariantCulture),
            Int64Array whole => whole.Values[row].ToString(CultureInfo.InvariantCulture),
            _ => column.Data.DataType.Name,
        };
    }

    private static string JavaNumber<T>(T value)
        where T : IFormattable
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".EN∞") < 0 ? text + ".0" : text;
    }
}
