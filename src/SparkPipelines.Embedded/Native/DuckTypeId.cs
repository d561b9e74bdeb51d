namespace SparkPipelines.Embedded.Native;

/// <summary><c>duckdb_type</c>, as far as the engine uses it.</summary>
internal enum DuckTypeId
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    Interval = 15,
    HugeInt = 16,
    Varchar = 17,
    Blob = 18,
    Decimal = 19,
    List = 24,
    Struct = 25,
    Map = 26,
    TimestampTz = 31,
    Any = 34,
    SqlNull = 36,
}
