using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>Where an expression is being lowered.</summary>
/// <param name="Settings">The session's settings, such as its time zone.</param>
/// <param name="Over">The OVER clause of a window call's function with a leading blank; else empty.</param>
internal sealed record LoweringSite(SessionSettings Settings, string Over = "")
{
    /// <summary>DuckDB's type that stores a Spark type.</summary>
    public static string TypeOf(DataType type) => StorageTypes.ToSql(type);
}
