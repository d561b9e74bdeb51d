using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Parquet;

/// <summary>Between the types of DuckDB's Parquet reader and writer and the storage types.</summary>
internal static class ParquetCasts
{
    /// <summary>What was read, in the storage type of the column.</summary>
    internal static string ToStorage(string column, DuckType read, StructField field)
    {
        DuckType storage = StorageTypes.ToDuck(field.DataType);
        if (read.Equals(storage))
            return column;

        // Both are UTC microseconds; the zone is all that goes. A cast would look the zone up for each row.
        if (read.Id == DuckTypeId.TimestampTz && storage.Id == DuckTypeId.Timestamp)
            return $"make_timestamp(epoch_us({column}))";
        return $"CAST({column} AS {storage.Sql})";
    }

    /// <summary>A column in its storage type, as DuckDB is to write it: an instant says that it is one.</summary>
    internal static string FromStorage(string column, DataType type)
    {
        if (type is TimestampType)
            return $"make_timestamptz(epoch_us({column}))";

        // A cast to the type that is there already costs nothing, and the file must not follow a query that is off by a type.
        return $"CAST({column} AS {WrittenType(type)})";
    }

    private static string WrittenType(DataType type) => type switch
    {
        TimestampType => "TIMESTAMPTZ",
        ArrayType a => WrittenType(a.ElementType) + "[]",
        MapType m => $"MAP({WrittenType(m.KeyType)}, {WrittenType(m.ValueType)})",
        StructType s => "STRUCT(" + string.Join(", ", s.Fields.Select((field, i) => $"{SqlText.Identifier(StorageTypes.MemberName(s, i))} {WrittenType(field.DataType)}")) + ")",
        _ => StorageTypes.ToSql(type),
    };
}
