using System.Data.SqlTypes;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// Which CLR type holds the values of which Spark type, and which Spark type holds those of a CLR type. <c>docs/type-mapping.md</c> is this class in words.
/// </summary>
internal static class ClrTypes
{
    /// <summary>The digits that <see cref="decimal"/> holds of any value.</summary>
    public const int DecimalPrecision = 28;

    // What Spark itself gives a BigDecimal.
    private static readonly DataType DefaultDecimal = new DecimalType(38, 18);

    private static readonly Dictionary<Type, DataType> Scalars = new()
    {
        [typeof(bool)] = new BooleanType(),
        [typeof(sbyte)] = new ByteType(),
        [typeof(byte)] = new ShortType(),
        [typeof(short)] = new ShortType(),
        [typeof(ushort)] = new IntegerType(),
        [typeof(int)] = new IntegerType(),
        [typeof(uint)] = new LongType(),
        [typeof(long)] = new LongType(),
        [typeof(ulong)] = new DecimalType(20, 0),
        [typeof(float)] = new FloatType(),
        [typeof(double)] = new DoubleType(),
        [typeof(decimal)] = DefaultDecimal,
        [typeof(SqlDecimal)] = DefaultDecimal,
        [typeof(string)] = new StringType(),
        [typeof(byte[])] = new BinaryType(),
        [typeof(DateOnly)] = new DateType(),
        [typeof(Date)] = new DateType(),
        [typeof(DateTime)] = new TimestampType(),
        [typeof(DateTimeOffset)] = new TimestampType(),
        [typeof(Timestamp)] = new TimestampType(),
        [typeof(TimeOnly)] = new TimeType(),
        [typeof(TimeSpan)] = new DayTimeIntervalType(),
        [typeof(YearMonthInterval)] = new YearMonthIntervalType(),
        [typeof(CalendarInterval)] = new CalendarIntervalType(),
        [typeof(Variant)] = new VariantType(),
        [typeof(Geometry)] = new GeometryType(GeometryType.MixedSrid),
        [typeof(Geography)] = new GeographyType(GeographyType.MixedSrid),
    };

    /// <summary>The type of a Spark type's values in a <see cref="Row"/>; nulls apart.</summary>
    /// <exception cref="NotSupportedException">The type's values can't leave Spark.</exception>
    public static Type OfValues(DataType type) => type switch
    {
        NullType => typeof(object),
        BooleanType => typeof(bool),
        ByteType => typeof(sbyte),
        ShortType => typeof(short),
        IntegerType => typeof(int),
        LongType => typeof(long),
        FloatType => typeof(float),
        DoubleType => typeof(double),
        DecimalType { Precision: <= DecimalPrecision } => typeof(decimal),
        DecimalType => typeof(SqlDecimal),
        StringType or CharType or VarcharType => typeof(string),
        BinaryType => typeof(byte[]),
        DateType => typeof(DateOnly),
        TimestampType or TimestampNtzType => typeof(DateTime),
        TimeType => typeof(TimeOnly),
        DayTimeIntervalType => typeof(TimeSpan),
        YearMonthIntervalType => typeof(YearMonthInterval),
        CalendarIntervalType => typeof(CalendarInterval),
        VariantType => typeof(Variant),
        GeometryType => typeof(Geometry),
        GeographyType => typeof(Geography),
        ArrayType => typeof(object?[]),
        MapType => typeof(Dictionary<object, object?>),
        StructType => typeof(Row),
        _ => throw new NotSupportedException($"Values of the Spark type {type.SimpleString} can't be read; cast them in the query."),
    };

    /// <summary>The Spark type of a scalar CLR type; null when it is none.</summary>
    public static DataType? OfScalar(Type type) => type.IsEnum ? Scalars[typeof(string)] : Scalars.GetValueOrDefault(type);
}
