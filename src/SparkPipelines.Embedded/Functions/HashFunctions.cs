using System.Collections.Concurrent;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Hash functions.</summary>
internal static class HashFunctions
{
    // One C# function hashes a whole row, column by column over the vector; there is one for each list of column types.
    private static readonly ConcurrentDictionary<string, VectorFunction> RowHashes = new();

    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "xxhash64", Arguments = Args.Many(Input.Any, atLeast: 1), Result = Result.Long, Nulls = Nulls.Never,
            Lower = (site, call, arguments) => $"{site.Native(RowHash([.. call.Arguments.Select(argument => argument.Type)]))}({string.Join(", ", arguments)})",
        },
    ];

    private static VectorFunction RowHash(DataType[] types) => RowHashes.GetOrAdd(string.Join(',', types.Select(type => type.SimpleString)), _ =>
    {
        ColumnHash[] columns = [.. types.Select(Of)];
        return VectorFunction.Scalar("sp_xxhash64", [.. types.Select(StorageTypes.ToDuck)], DuckType.BigInt, (in VectorArgs args) =>
        {
            var hashes = args.Result.Values<long>();
            hashes.Fill(XxHash64.Seed);
            for (var column = 0; column < columns.Length; column++)
                columns[column](args[column], hashes);
        });
    });

    private delegate void ColumnHash(VectorReader column, Span<long> hashes);

    private static ColumnHash Of(DataType type) => type switch
    {
        NullType => static (_, _) => { },
        BooleanType => Fixed<byte>(static (value, seed) => XxHash64.OfInt(value == 0 ? 0 : 1, seed)),
        ByteType => Fixed<sbyte>(static (value, seed) => XxHash64.OfInt(value, seed)),
        ShortType => Fixed<short>(static (value, seed) => XxHash64.OfInt(value, seed)),
        IntegerType or DateType or YearMonthIntervalType => Fixed<int>(XxHash64.OfInt),
        LongType or TimestampType or TimestampNtzType or TimeType or DayTimeIntervalType => Fixed<long>(XxHash64.OfLong),
        // Spark hashes -0.0 as 0.0, and all NaNs as Java's one.
        FloatType => Fixed<float>(static (value, seed) => XxHash64.OfInt(value == 0 ? 0 : float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(value), seed)),
        DoubleType => Fixed<double>(static (value, seed) => XxHash64.OfLong(value == 0 ? 0 : double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToInt64Bits(value), seed)),
        DecimalType { Precision: <= 18 } => static (column, hashes) =>
        {
            for (var row = 0; row < hashes.Length; row++)
            {
                if (!column.IsNull(row))
                    hashes[row] = XxHash64.OfLong((long)column.Decimal(row), hashes[row]);
            }
        },
        DecimalType => static (column, hashes) =>
        {
            for (var row = 0; row < hashes.Length; row++)
            {
                if (!column.IsNull(row))
                    hashes[row] = XxHash64.OfBytes(((System.Numerics.BigInteger)column.Decimal(row)).ToByteArray(isUnsigned: false, isBigEndian: true), hashes[row]);
            }
        },
        StringType or BinaryType or CharType or VarcharType => static (column, hashes) =>
        {
            for (var row = 0; row < hashes.Length; row++)
            {
                if (!column.IsNull(row))
                    hashes[row] = XxHash64.OfBytes(column.Bytes(row), hashes[row]);
            }
        },
        _ => throw Refusal.Of("argument of xxhash64 of type", type.SimpleString),
    };

    private static ColumnHash Fixed<T>(Func<T, long, long> hash)
        where T : unmanaged => (column, hashes) =>
    {
        var values = column.Values<T>();
        for (var row = 0; row < hashes.Length; row++)
        {
            if (!column.IsNull(row))
                hashes[row] = hash(values[row], hashes[row]);
        }
    };
}
