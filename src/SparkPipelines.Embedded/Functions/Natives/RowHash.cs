using System.Collections.Concurrent;
using System.Numerics;
using System.Text;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>How a kind of hash takes in a value; the hash so far is the seed. Narrower hashes use the low bits.</summary>
internal interface IRowHash
{
    static abstract string Name { get; }

    static abstract long OfInt(int value, long seed);

    static abstract long OfLong(long value, long seed);

    static abstract long OfBytes(ReadOnlySpan<byte> bytes, long seed);
}

/// <summary>
/// Hashes of whole rows as Spark has them: the hash of one value is the seed of the next; null, and so an empty array, leaves it as it is. Columns are
/// taken one by one over a vector.
/// </summary>
internal static class RowHash<THash>
    where THash : IRowHash
{
    private static readonly ConcurrentDictionary<string, VectorFunction> Functions = new();

    private delegate void ColumnHash(VectorReader column, Span<long> hashes);

    private delegate long ValueHash(VectorReader column, int row, long seed);

    /// <summary>The function for columns of these types.</summary>
    /// <param name="types">The columns' types.</param>
    /// <param name="seed">The hash of no columns.</param>
    /// <param name="result">Of 64 or 32 bits.</param>
    public static VectorFunction Of(DataType[] types, long seed, DuckType result) => Functions.GetOrAdd(string.Join(',', types.Select(type => type.SimpleString)), key =>
    {
        ColumnHash[] columns = [.. types.Select(Column)];
        // A name for each list of types, since DuckDB can't tell overloads apart that differ in a decimal's precision only.
        var name = $"sp_{THash.Name}_{XxHash64.OfBytes(Encoding.UTF8.GetBytes(key), 0):x16}";
        return VectorFunction.Scalar(name, [.. types.Select(StorageTypes.ToDuck)], result, (in VectorArgs args) =>
        {
            var isLong = args.Result.Type.Id == DuckTypeId.BigInt;
            var hashes = isLong ? args.Result.Values<long>() : new long[args.Count];
            hashes.Fill(seed);
            for (var column = 0; column < columns.Length; column++)
                columns[column](args[column], hashes);
            if (isLong)
                return;
            var narrow = args.Result.Values<int>();
            for (var row = 0; row < narrow.Length; row++)
                narrow[row] = unchecked((int)hashes[row]);
        });
    });

    private static ColumnHash Column(DataType type) => type switch
    {
        NullType => static (_, _) => { },
        IntegerType or DateType or YearMonthIntervalType => static (column, hashes) =>
        {
            var values = column.Values<int>();
            for (var row = 0; row < hashes.Length; row++)
            {
                if (!column.IsNull(row))
                    hashes[row] = THash.OfInt(values[row], hashes[row]);
            }
        },
        LongType or TimestampType or TimestampNtzType or TimeType or DayTimeIntervalType => static (column, hashes) =>
        {
            var values = column.Values<long>();
            for (var row = 0; row < hashes.Length; row++)
            {
                if (!column.IsNull(row))
                    hashes[row] = THash.OfLong(values[row], hashes[row]);
            }
        },
        StringType or BinaryType or CharType or VarcharType => static (column, hashes) =>
        {
            for (var row = 0; row < hashes.Length; row++)
            {
                if (!column.IsNull(row))
                    hashes[row] = THash.OfBytes(column.Bytes(row), hashes[row]);
            }
        },
        _ => EachRow(Value(type)),
    };

    private static ColumnHash EachRow(ValueHash hash) => (column, hashes) =>
    {
        for (var row = 0; row < hashes.Length; row++)
            hashes[row] = hash(column, row, hashes[row]);
    };

    private static ValueHash Value(DataType type) => type switch
    {
        NullType => static (_, _, seed) => seed,
        BooleanType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfInt(column.Values<byte>()[row] == 0 ? 0 : 1, seed),
        ByteType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfInt(column.Values<sbyte>()[row], seed),
        ShortType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfInt(column.Values<short>()[row], seed),
        IntegerType or DateType or YearMonthIntervalType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfInt(column.Values<int>()[row], seed),
        LongType or TimestampType or TimestampNtzType or TimeType or DayTimeIntervalType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfLong(column.Values<long>()[row], seed),
        FloatType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfInt(Bits(column.Values<float>()[row]), seed),
        DoubleType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfLong(Bits(column.Values<double>()[row]), seed),
        DecimalType { Precision: <= 18 } => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfLong((long)column.Decimal(row), seed),
        DecimalType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfBytes(((BigInteger)column.Decimal(row)).ToByteArray(isUnsigned: false, isBigEndian: true), seed),
        StringType or BinaryType or CharType or VarcharType => static (column, row, seed) => column.IsNull(row) ? seed : THash.OfBytes(column.Bytes(row), seed),
        ArrayType array => Elements(Value(array.ElementType)),
        StructType { Count: var count } s => Members([.. Enumerable.Range(0, count).Select(i => Value(s[i].DataType))]),
        _ => throw Refusal.Of($"argument of {THash.Name} of type", type.SimpleString),
    };

    private static ValueHash Elements(ValueHash element) => (column, row, seed) =>
    {
        if (column.IsNull(row))
            return seed;
        var (start, length) = column.List(row);
        var elements = column.Elements;
        for (var i = start; i < start + length; i++)
            seed = element(elements, i, seed);
        return seed;
    };

    private static ValueHash Members(ValueHash[] members) => (column, row, seed) =>
    {
        if (column.IsNull(row))
            return seed;
        for (var i = 0; i < members.Length; i++)
            seed = members[i](column.Member(i), row, seed);
        return seed;
    };

    // -0.0 is hashed as 0.0, and every NaN as Java's one.
    private static int Bits(float value) => value == 0 ? 0 : float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(value);

    private static long Bits(double value) => value == 0 ? 0 : double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToInt64Bits(value);
}
