using System.Collections;
using System.Data.SqlTypes;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Values that come as objects, from rows: each must be of the column's CLR type, or of one whose value that type holds exactly.</summary>
internal sealed class ObjectWriter<T>(ColumnWriter<T> inner, ColumnPath path) : PassingWriter<object?>
{
    private T[] _values = [];
    private bool[] _nulls = [];

    protected override ColumnWriter Inner => inner;

    public override void Append(ReadOnlySpan<object?> values, ReadOnlySpan<bool> nulls)
    {
        var typed = Scratch.Of(ref _values, values.Length);
        var marks = Scratch.Of(ref _nulls, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            marks[i] = values[i] is null || (!nulls.IsEmpty && nulls[i]);
            typed[i] = marks[i] ? default! : values[i] is T same ? same : Convert(values[i]!);
        }

        inner.Append(typed, marks);
    }

    private T Convert(object value) => ObjectValues.TryConvert(value, typeof(T), out var converted)
        ? (T)converted
        : throw path.ValueError(value, $"takes a {RowValues.Name(typeof(T))}, and the value is a {RowValues.Name(value.GetType())}");
}

/// <summary>Conversions between CLR values that keep the value.</summary>
internal static class ObjectValues
{
    public static bool TryConvert(object value, Type target, out object converted)
    {
        object? result = (value, Type.GetTypeCode(target)) switch
        {
            (sbyte or byte or short or ushort or int or uint or long or ulong, TypeCode.SByte) => Whole(value, sbyte.MinValue, sbyte.MaxValue) is { } n ? (sbyte)n : null,
            (sbyte or byte or short or ushort or int or uint or long or ulong, TypeCode.Int16) => Whole(value, short.MinValue, short.MaxValue) is { } n ? (short)n : null,
            (sbyte or byte or short or ushort or int or uint or long or ulong, TypeCode.Int32) => Whole(value, int.MinValue, int.MaxValue) is { } n ? (int)n : null,
            (sbyte or byte or short or ushort or int or uint or long or ulong, TypeCode.Int64) => Whole(value, long.MinValue, long.MaxValue) is { } n ? (long)n : null,
            (sbyte or byte or short or ushort or int or uint or long or ulong, TypeCode.Decimal) => System.Convert.ToDecimal(value, null),
            (sbyte or byte or short or ushort or int or uint, TypeCode.Double) => System.Convert.ToDouble(value, null),
            (sbyte or byte or short or ushort, TypeCode.Single) => System.Convert.ToSingle(value, null),
            (float number, TypeCode.Double) => (double)number,
            (SqlDecimal { IsNull: false, Precision: <= ClrTypes.DecimalPrecision } number, TypeCode.Decimal) => number.Value,
            (Enum member, TypeCode.String) => member.ToString(),
            (Timestamp instant, TypeCode.DateTime) => instant.ToDateTime(),
            (DateTimeOffset instant, TypeCode.DateTime) => instant.UtcDateTime,
            (Date day, _) when target == typeof(DateOnly) => day.ToDateOnly(),
            (DateTime { TimeOfDay.Ticks: 0 } day, _) when target == typeof(DateOnly) => DateOnly.FromDateTime(day),
            (decimal number, _) when target == typeof(SqlDecimal) => new SqlDecimal(number),
            (sbyte or byte or short or ushort or int or uint or long or ulong, _) when target == typeof(SqlDecimal) => new SqlDecimal(System.Convert.ToDecimal(value, null)),
            _ => null,
        };
        converted = result!;
        return result is not null;
    }

    /// <summary>The elements of a list that came as an object.</summary>
    public static IEnumerable<object?> Items(object value, ColumnPath path) => value switch
    {
        object?[] array => array,
        string => throw path.ValueError(value, "takes a list"),
        IEnumerable list => list.Cast<object?>(),
        _ => throw path.ValueError(value, "takes a list"),
    };

    /// <summary>The entries of a dictionary that came as an object.</summary>
    public static IEnumerable<KeyValuePair<object?, object?>> Entries(object value, ColumnPath path) => value switch
    {
        IDictionary map => Entries(map),
        _ => throw path.ValueError(value, "takes a dictionary"),
    };

    private static IEnumerable<KeyValuePair<object?, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
            yield return new(entry.Key, entry.Value);
    }

    private static Int128? Whole(object value, long min, long max)
    {
        var number = value is ulong large ? (Int128)large : System.Convert.ToInt64(value, null);
        return number >= min && number <= max ? number : null;
    }
}
