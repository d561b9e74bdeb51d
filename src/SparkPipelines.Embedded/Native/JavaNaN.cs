namespace SparkPipelines.Embedded.Native;

/// <summary>The NaN that Spark and DuckDB make. .NET's own has the sign bit set, which shows in text and in hashes.</summary>
internal static class JavaNaN
{
    internal static readonly double Double = BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000);

    internal static readonly float Single = BitConverter.Int32BitsToSingle(0x7FC0_0000);
}
