using System.Globalization;
using System.Numerics;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Message = Spark.Connect.Expression.Types.Literal;

namespace SparkPipelines.Embedded.Resolve;

// Clients before 4.1 send the types of nested literals in fields that are obsolete now; they are read as well.
#pragma warning disable CS0612

/// <summary>Literal messages to constants.</summary>
internal static class Literals
{
    public static Constant Read(Message message) => message.LiteralTypeCase switch
    {
        Message.LiteralTypeOneofCase.Null => Constant.Null(message.Null.ToDataType()),
        Message.LiteralTypeOneofCase.Binary => new Constant(message.Binary.ToByteArray(), new BinaryType()),
        Message.LiteralTypeOneofCase.Boolean => new Constant(message.Boolean, new BooleanType()),
        Message.LiteralTypeOneofCase.Byte => new Constant((sbyte)message.Byte, new ByteType()),
        Message.LiteralTypeOneofCase.Short => new Constant((short)message.Short, new ShortType()),
        Message.LiteralTypeOneofCase.Integer => new Constant(message.Integer, new IntegerType()),
        Message.LiteralTypeOneofCase.Long => new Constant(message.Long, new LongType()),
        Message.LiteralTypeOneofCase.Float => new Constant(message.Float, new FloatType()),
        Message.LiteralTypeOneofCase.Double => new Constant(message.Double, new DoubleType()),
        Message.LiteralTypeOneofCase.Decimal => Decimal(message.Decimal),
        Message.LiteralTypeOneofCase.String => new Constant(message.String, TypeOr(message, new StringType())),
        Message.LiteralTypeOneofCase.Date => new Constant(message.Date, new DateType()),
        Message.LiteralTypeOneofCase.Timestamp => new Constant(message.Timestamp, new TimestampType()),
        Message.LiteralTypeOneofCase.TimestampNtz => new Constant(message.TimestampNtz, new TimestampNtzType()),
        Message.LiteralTypeOneofCase.CalendarInterval => new Constant(
            new Tree.CalendarInterval(message.CalendarInterval.Months, message.CalendarInterval.Days, message.CalendarInterval.Microseconds), new CalendarIntervalType()),
        Message.LiteralTypeOneofCase.YearMonthInterval => new Constant(message.YearMonthInterval, TypeOr(message, new YearMonthIntervalType())),
        Message.LiteralTypeOneofCase.DayTimeInterval => new Constant(message.DayTimeInterval, TypeOr(message, new DayTimeIntervalType())),
        Message.LiteralTypeOneofCase.Time => new Constant(message.Time.Nano, new TimeType(message.Time.HasPrecision ? message.Time.Precision : 6)),
        Message.LiteralTypeOneofCase.Array => Array(message),
        Message.LiteralTypeOneofCase.Map => Map(message),
        Message.LiteralTypeOneofCase.Struct => Struct(message),
        Message.LiteralTypeOneofCase.SpecializedArray => SpecializedArray(message),
        _ => throw Refusal.Of("literal", message.LiteralTypeCase.ToString()),
    };

    private static DataType TypeOr(Message message, DataType standard) => message.DataType is { } type && type.KindCase != Spark.Connect.DataType.KindOneofCase.None ? type.ToDataType() : standard;

    private static Constant Decimal(Message.Types.Decimal message)
    {
        var text = message.Value;
        var exponentAt = text.IndexOfAny(['e', 'E']);
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var point = mantissa.IndexOf('.');
        var digits = BigInteger.Parse(point < 0 ? mantissa : mantissa.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        if (scale < 0)
            (digits, scale) = (digits * BigInteger.Pow(10, -scale), 0);
        if (message.HasScale && message.Scale > scale)
            (digits, scale) = (digits * BigInteger.Pow(10, message.Scale - scale), message.Scale);
        var length = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length;
        var precision = message.HasPrecision ? message.Precision : Math.Max(length, scale);
        return new Constant(digits, new DecimalType(Math.Max(precision, Math.Max(length, scale)), scale));
    }

    private static Constant Array(Message message)
    {
        var items = message.Array.Elements.Select(Read).ToList();
        var element = message.DataType?.Array?.ElementType ?? message.Array.ElementType;
        var type = element is not null && element.KindCase != Spark.Connect.DataType.KindOneofCase.None ? element.ToDataType() : items.Count > 0 ? items[0].Type : new NullType();
        return new Constant(items.Select(item => item.Value).ToArray(), new ArrayType(type, message.DataType?.Array?.ContainsNull ?? items.Any(item => item.Value is null)));
    }

    private static Constant Map(Message message)
    {
        var keys = message.Map.Keys.Select(Read).ToList();
        var values = message.Map.Values.Select(Read).ToList();
        var declared = message.DataType?.Map;
        var keyType = (declared?.KeyType ?? message.Map.KeyType)?.ToDataType() ?? keys[0].Type;
        var valueType = (declared?.ValueType ?? message.Map.ValueType)?.ToDataType() ?? values[0].Type;
        return new Constant(
            new MapEntries([.. keys.Select(key => key.Value)], [.. values.Select(value => value.Value)]),
            new MapType(keyType, valueType, declared?.ValueContainsNull ?? values.Any(value => value.Value is null)));
    }

    private static Constant Struct(Message message)
    {
        var type = (StructType)(message.DataType is { KindCase: Spark.Connect.DataType.KindOneofCase.Struct } declared ? declared : message.Struct.StructType).ToDataType();
        return new Constant(message.Struct.Elements.Select(element => Read(element).Value).ToArray(), type);
    }

    private static Constant SpecializedArray(Message message)
    {
        var array = message.SpecializedArray;
        return array.ValueTypeCase switch
        {
            Message.Types.SpecializedArray.ValueTypeOneofCase.Bools => Of(array.Bools.Values, new BooleanType()),
            Message.Types.SpecializedArray.ValueTypeOneofCase.Ints => Of(array.Ints.Values, new IntegerType()),
            Message.Types.SpecializedArray.ValueTypeOneofCase.Longs => Of(array.Longs.Values, new LongType()),
            Message.Types.SpecializedArray.ValueTypeOneofCase.Floats => Of(array.Floats.Values, new FloatType()),
            Message.Types.SpecializedArray.ValueTypeOneofCase.Doubles => Of(array.Doubles.Values, new DoubleType()),
            Message.Types.SpecializedArray.ValueTypeOneofCase.Strings => Of(array.Strings.Values, new StringType()),
            _ => throw Refusal.Of("literal", $"SpecializedArray of {array.ValueTypeCase}"),
        };

        Constant Of<T>(IEnumerable<T> items, DataType element) =>
            new(items.Select(item => (object?)item).ToArray(), new ArrayType(element, message.DataType?.Array?.ContainsNull ?? false));
    }
}
