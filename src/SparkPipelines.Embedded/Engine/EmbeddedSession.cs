using System.Collections.Concurrent;
using System.Collections.Immutable;
using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What belongs to one session.</summary>
internal sealed class EmbeddedSession(EmbeddedHost host, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>How artifacts that are local data are named: <c>cache/HASH</c>.</summary>
    public const string CachePrefix = "cache/";

    private readonly Lock _lock = new();
    private ImmutableDictionary<string, TemporaryView> _views = TemporaryViews.Empty.Local;

    public EmbeddedHost Host { get; } = host;

    public DuckDbDatabase Database => Host.Database;

    public SessionConfiguration Configuration { get; } = new(settings);

    public ConcurrentDictionary<string, byte[]> Cache { get; } = new(StringComparer.Ordinal);

    /// <summary>The plans that were persisted, with their rows.</summary>
    public KeptPlans Kept { get; } = new();

    /// <summary>The views as they are now.</summary>
    public TemporaryViews Views => new(_views, Host.GlobalViews);

    public SessionSettings Settings => Configuration.Settings;

    public FormatSettings FormatSettings => new()
    {
        TimeZone = Settings.TimeZone,
        IsCaseSensitive = Settings.CaseSensitive,
        CorruptRecordColumn = Configuration.Get("spark.sql.columnNameOfCorruptRecord"),
    };

    public void ChangeViews(Func<ImmutableDictionary<string, TemporaryView>, ImmutableDictionary<string, TemporaryView>> change)
    {
        lock (_lock)
            _views = change(_views);
    }
}
