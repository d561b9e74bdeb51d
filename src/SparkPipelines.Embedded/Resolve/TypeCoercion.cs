using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Common types of several expressions, under Spark's ANSI rules (<see href="https://spark.apache.org/docs/4.2.0/sql-ref-ansi-compliance.html"/>).</summary>
internal static class TypeCoercion
{
    private static readonly Type[] NumericPrecedence = [typeof(ByteType), typeof(ShortType), typeof(IntegerType), typeof(LongType), typeof(FloatType), typeof(DoubleType)];

    /// <summary>All expressions cast to their common type; null when they have none.</summary>
    public static IReadOnlyList<TypedExpression>? ToCommonType(SessionSettings settings, IReadOnlyList<TypedExpression> expressions)
    {
        if (Widest(settings, expressions.Select(expression => expression.Type)) is not { } type)
            return null;
        return [.. expressions.Select(expression => ImplicitCasts.Cast(expression, type))];
    }

    public static DataType? Widest(SessionSettings settings, IEnumerable<DataType> types)
    {
        DataType? widest = new NullType();
        foreach (var type in types)
        {
            widest = Wider(settings, widest, type);
            if (widest is null)
                return null;
        }

        return widest;
    }

    /// <summary>The common type without turning strings into anything else: of set operations' columns.</summary>
    public static DataType? Tightest(SessionSettings settings, DataType a, DataType b) => (a, b) switch
    {
        _ when a.Equals(b) => a,
        (NullType, _) => b,
        (_, NullType) => a,
        (IntegralType, DecimalType d) when DecimalRules.IsWiderThan(d, a) => d,
        (DecimalType d, IntegralType) when DecimalRules.IsWiderThan(d, b) => d,
        (DecimalType, NumericType) or (NumericType, DecimalType) => null,
        (NumericType, NumericType) => TightestNumeric(a, b),
        (DateType or TimestampType or TimestampNtzType, DateType or TimestampType or TimestampNtzType) => a is TimestampType || b is TimestampType ? new TimestampType() : new TimestampNtzType(),
        (DayTimeIntervalType x, DayTimeIntervalType y) => new DayTimeIntervalType(x.Start < y.Start ? x.Start : y.Start, x.End > y.End ? x.End : y.End),
        (YearMonthIntervalType x, YearMonthIntervalType y) => new YearMonthIntervalType(x.Start < y.Start ? x.Start : y.Start, x.End > y.End ? x.End : y.End),
        _ => Nested(settings, a, b, Tightest),
    };

    public static DataType? Wider(SessionSettings settings, DataType a, DataType b) =>
        Tightest(settings, a, b) ?? WiderDecimal(a, b) ?? PromoteString(a, b) ?? Nested(settings, a, b, Wider);

    /// <summary>What a string becomes beside another type; null when neither is a string or nothing fits.</summary>
    public static DataType? PromoteString(DataType a, DataType b) => (a, b) switch
    {
        (StringType, IntegralType) => new LongType(),
        (StringType, FractionalType) => new DoubleType(),
        (StringType s, NullType) => s,
        (StringType, DayTimeIntervalType or YearMonthIntervalType) => null,
        (StringType x, StringType y) => x.Equals(y) ? x : null,
        (StringType, AtomicType) => b,
        (_, StringType) => PromoteString(b, a),
        _ => null,
    };

    private static DataType TightestNumeric(DataType a, DataType b)
    {
        var index = Math.Max(Array.IndexOf(NumericPrecedence, a.GetType()), Array.IndexOf(NumericPrecedence, b.GetType()));
        // An integer beside a float is not squeezed into the float.
        return NumericPrecedence[index] == typeof(FloatType) ? new DoubleType() : a.GetType() == NumericPrecedence[index] ? a : b;
    }

    private static DataType? WiderDecimal(DataType a, DataType b) => (a, b) switch
    {
        (DecimalType x, DecimalType y) => DecimalRules.Wider(x, y),
        (DecimalType x, IntegralType) => DecimalRules.Wider(x, DecimalRules.ForType(b)),
        (IntegralType, DecimalType y) => DecimalRules.Wider(DecimalRules.ForType(a), y),
        (DecimalType, FractionalType) or (FractionalType, DecimalType) => new DoubleType(),
        _ => null,
    };

    private static DataType? Nested(SessionSettings settings, DataType a, DataType b, Func<SessionSettings, DataType, DataType, DataType?> common)
    {
        switch (a, b)
        {
            case (ArrayType x, ArrayType y):
                return common(settings, x.ElementType, y.ElementType) is { } element ? new ArrayType(element, x.ContainsNull || y.ContainsNull) : null;
            case (MapType x, MapType y):
                return common(settings, x.KeyType, y.KeyType) is { } key && common(settings, x.ValueType, y.ValueType) is { } value
                    ? new MapType(key, value, x.ValueContainsNull || y.ValueContainsNull)
                    : null;
            case (StructType x, StructType y) when x.Count == y.Count:
                var fields = new List<StructField>();
                foreach (var (left, right) in x.Fields.Zip(y.Fields))
                {
                    if (!string.Equals(left.Name, right.Name, settings.NameComparison) || common(settings, left.DataType, right.DataType) is not { } type)
                        return null;
                    fields.Add(new StructField(left.Name, type, left.IsNullable || right.IsNullable));
                }

                return new StructType(fields);
            default:
                return null;
        }
    }
}
