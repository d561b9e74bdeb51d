using SparkPipelines.Sql.Types;
using Proto = Spark.Connect.DataType;

namespace SparkPipelines.Sql.Plans;

/// <summary>Spark types as Spark Connect's <c>DataType</c> messages, and back.</summary>
internal static class DataTypeMessages
{
    public static Proto ToProto(this DataType type) => type switch
    {
        NullType => new Proto { Null = new() },
        BooleanType => new Proto { Boolean = new() },
        ByteType => new Proto { Byte = new() },
        ShortType => new Proto { Short = new() },
        IntegerType => new Proto { Integer = new() },
        LongType => new Proto { Long = new() },
        FloatType => new Proto { Float = new() },
        DoubleType => new Proto { Double = new() },
        DecimalType d => new Proto { Decimal = new() { Precision = d.Precision, Scale = d.Scale } },
        // Servers before 4.0 have no collation field; the default one is therefore left out.
        StringType s => new Proto { String = s.Collation == StringType.BinaryCollation ? new() : new() { Collation = s.Collation } },
        CharType c => new Proto { Char = new() { Length = c.Length } },
        VarcharType v => new Proto { VarChar = new() { Length = v.Length } },
        BinaryType => new Proto { Binary = new() },
        DateType => new Proto { Date = new() },
        TimestampType => new Proto { Timestamp = new() },
        TimestampNtzType => new Proto { TimestampNtz = new() },
        TimeType t => new Proto { Time = new() { Precision = t.Precision } },
        CalendarIntervalType => new Proto { CalendarInterval = new() },
        YearMonthIntervalType i => new Proto { YearMonthInterval = new() { StartField = (int)i.Start, EndField = (int)i.End } },
        DayTimeIntervalType i => new Proto { DayTimeInterval = new() { StartField = (int)i.Start, EndField = (int)i.End } },
        VariantType => new Proto { Variant = new() },
        GeometryType g => new Proto { Geometry = new() { Srid = g.Srid } },
        GeographyType g => new Proto { Geography = new() { Srid = g.Srid } },
        ArrayType a => new Proto { Array = new() { ElementType = a.ElementType.ToProto(), ContainsNull = a.ContainsNull } },
        MapType m => new Proto { Map = new() { KeyType = m.KeyType.ToProto(), ValueType = m.ValueType.ToProto(), ValueContainsNull = m.ValueContainsNull } },
        StructType s => StructToProto(s),
        _ => throw new NotSupportedException($"The type {type.SimpleString} has no Spark Connect message."),
    };

    public static DataType ToDataType(this Proto proto) => proto.KindCase switch
    {
        Proto.KindOneofCase.Null => new NullType(),
        Proto.KindOneofCase.Boolean => new BooleanType(),
        Proto.KindOneofCase.Byte => new ByteType(),
        Proto.KindOneofCase.Short => new ShortType(),
        Proto.KindOneofCase.Integer => new IntegerType(),
        Proto.KindOneofCase.Long => new LongType(),
        Proto.KindOneofCase.Float => new FloatType(),
        Proto.KindOneofCase.Double => new DoubleType(),
        Proto.KindOneofCase.Decimal => new DecimalType(
            proto.Decimal.HasPrecision ? proto.Decimal.Precision : 10,
            proto.Decimal.HasScale ? proto.Decimal.Scale : 0),
        Proto.KindOneofCase.String => new StringType(proto.String.Collation is { Length: > 0 } collation ? collation : StringType.BinaryCollation),
        Proto.KindOneofCase.Char => new CharType(proto.Char.Length),
        Proto.KindOneofCase.VarChar => new VarcharType(proto.VarChar.Length),
        Proto.KindOneofCase.Binary => new BinaryType(),
        Proto.KindOneofCase.Date => new DateType(),
        Proto.KindOneofCase.Timestamp => new TimestampType(),
        Proto.KindOneofCase.TimestampNtz => new TimestampNtzType(),
        Proto.KindOneofCase.Time => new TimeType(proto.Time.HasPrecision ? proto.Time.Precision : 6),
        Proto.KindOneofCase.CalendarInterval => new CalendarIntervalType(),
        Proto.KindOneofCase.YearMonthInterval => new YearMonthIntervalType(
            proto.YearMonthInterval.HasStartField ? (YearMonthField)proto.YearMonthInterval.StartField : YearMonthField.Year,
            proto.YearMonthInterval.HasEndField ? (YearMonthField)proto.YearMonthInterval.EndField : YearMonthField.Month),
        Proto.KindOneofCase.DayTimeInterval => new DayTimeIntervalType(
            proto.DayTimeInterval.HasStartField ? (DayTimeField)proto.DayTimeInterval.StartField : DayTimeField.Day,
            proto.DayTimeInterval.HasEndField ? (DayTimeField)proto.DayTimeInterval.EndField : DayTimeField.Second),
        Proto.KindOneofCase.Variant => new VariantType(),
        Proto.KindOneofCase.Geometry => new GeometryType(proto.Geometry.Srid),
        Proto.KindOneofCase.Geography => new GeographyType(proto.Geography.Srid),
        Proto.KindOneofCase.Array => new ArrayType(proto.Array.ElementType.ToDataType(), proto.Array.ContainsNull),
        Proto.KindOneofCase.Map => new MapType(proto.Map.KeyType.ToDataType(), proto.Map.ValueType.ToDataType(), proto.Map.ValueContainsNull),
        Proto.KindOneofCase.Struct => proto.Struct.ToStructType(),
        // A user-defined type travels as what it is stored as; its class is the server's own business.
        Proto.KindOneofCase.Udt when proto.Udt.SqlType is not null => proto.Udt.SqlType.ToDataType(),
        _ => throw new NotSupportedException($"The server's type '{proto.KindCase}' is not known to this client; update SparkPipelines."),
    };

    public static StructType ToStructType(this Proto.Types.Struct proto) =>
        new(proto.Fields.Select(field => new StructField(field.Name, field.DataType.ToDataType(), field.Nullable, field.HasMetadata ? field.Metadata : null)));

    /// <summary>The schema of a plan: always a struct.</summary>
    public static StructType ToSchema(this Proto proto) =>
        proto.ToDataType() as StructType ?? throw new NotSupportedException($"A schema is a struct; the server sent '{proto.KindCase}'.");

    private static Proto StructToProto(StructType type)
    {
        var message = new Proto.Types.Struct();
        foreach (var field in type.Fields)
        {
            var part = new Proto.Types.StructField { Name = field.Name, DataType = field.DataType.ToProto(), Nullable = field.IsNullable };
            if (field.MetadataJson is { } metadata)
                part.Metadata = metadata;
            message.Fields.Add(part);
        }

        return new Proto { Struct = message };
    }
}
