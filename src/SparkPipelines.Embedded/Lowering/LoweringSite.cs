using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>What a plan's SQL needs when it runs.</summary>
/// <param name="settings">The session's settings.</param>
/// <param name="ids">Hands out the ids of columns that the lowering adds.</param>
/// <param name="narrowDecimals">
/// Whether decimals inside aggregates are computed in as few bits as DuckDB likes, 64 mostly. Where that overflows the query fails before its first row, and is run
/// again with the full width.
/// </param>
internal sealed class LoweringContext(SessionSettings settings, ColumnIds ids, bool narrowDecimals = false) : IDisposable
{
    public SessionSettings Settings { get; } = settings;

    public ColumnIds Ids { get; } = ids;

    public bool NarrowDecimals { get; } = narrowDecimals;

    /// <summary>The C# functions that the SQL calls.</summary>
    public HashSet<VectorFunction> Natives { get; } = [];

    /// <summary>Tables with the rows of persisted parts of the plan, by the parts' meaning; what is not here is computed.</summary>
    public Dictionary<string, string> KeptTables { get; } = new(StringComparer.Ordinal);

    /// <summary>What to dispose after the query.</summary>
    public List<IDisposable> Held { get; } = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var held in Held)
            held.Dispose();
        Held.Clear();
    }
}

/// <summary>Where an expression is being lowered.</summary>
/// <param name="Context">The plan's.</param>
/// <param name="Over">For an aggregate or window function, its FILTER and OVER clauses with a leading blank; else empty.</param>
internal sealed record LoweringSite(LoweringContext Context, string Over = "")
{
    /// <summary>Whether this is inside an aggregate of a plan with narrow decimals.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>The session's settings, such as its time zone.</summary>
    public SessionSettings Settings => Context.Settings;

    /// <summary>The session's time zone as a SQL string.</summary>
    public string TimeZoneSql => SqlText.Literal(Settings.TimeZone);

    /// <summary>DuckDB's type that stores a Spark type.</summary>
    public static string TypeOf(DataType type)
    {
        try
        {
            return StorageTypes.ToSql(type);
        }
        catch (NotSupportedException e)
        {
            throw Errors.Refusal.Of("type", type.SimpleString, e.Message);
        }
    }

    /// <summary>The name of a C# function, which is then known when the query runs.</summary>
    public string Native(VectorFunction function)
    {
        _ = Context.Natives.Add(function);
        return function.Name;
    }
}
