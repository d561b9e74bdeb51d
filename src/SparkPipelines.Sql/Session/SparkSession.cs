using System.Diagnostics;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>
/// The way into Spark, or into the embedded engine in its place: makes DataFrames from tables, files, SQL and local data. Its members may be
/// called from several threads at once. Follows
/// <see href="https://spark.apache.org/docs/4.2.0/api/python/reference/pyspark.sql/spark_session.html">Spark 4.2's SparkSession</see>.
/// </summary>
[DebuggerDisplay("{Engine.Description,nq}")]
public sealed partial class SparkSession : IDisposable, IAsyncDisposable
{
    private readonly RuntimeConfig _conf;
    private int _stopped;

    internal SparkSession(ISparkEngine engine)
    {
        Engine = engine;
        _conf = new RuntimeConfig(engine);
        Catalog = new Sql.Catalog.Catalog(this);
    }

    internal ISparkEngine Engine { get; }

    /// <summary>Databases, tables, views and functions, and the session's current ones.</summary>
    public Sql.Catalog.Catalog Catalog { get; }

    /// <summary>Whether <see cref="Stop"/> was called.</summary>
    public bool IsStopped => Volatile.Read(ref _stopped) != 0;

    /// <summary>Begins a session's configuration.</summary>
    public static Builder Builder() => new();

    /// <summary>The session's configuration.</summary>
    public RuntimeConfig Conf() => _conf;

    /// <summary>The version of the Spark that answers, or whose behaviour the embedded engine has, such as <c>4.2.1</c>.</summary>
    public string Version() => Engine.Description.Version.ToString();

    /// <summary>Reads files and tables.</summary>
    public DataFrameReader Read() => new(this);

    /// <summary>Functions that make rows. Spark 4.0 and later.</summary>
    public TableValuedFunctions Tvf() => new(this);

    /// <summary>A table or view by its name, which may have a catalog and a database before it.</summary>
    public DataFrame Table(string tableName) => Read().Table(tableName);

    /// <summary>The numbers from 0 to <paramref name="end"/>, which is left out, in a column <c>id</c> of type long.</summary>
    public DataFrame Range(long end) => Range(0, end);

    /// <summary>The numbers from <paramref name="start"/> to <paramref name="end"/>, which is left out, in a column <c>id</c> of type long.</summary>
    public DataFrame Range(long start, long end) => Range(start, end, 1);

    /// <summary>Every <paramref name="step"/>th number from <paramref name="start"/> to <paramref name="end"/>, which is left out, in a column <c>id</c> of type long.</summary>
    public DataFrame Range(long start, long end, long step) => Range(new Proto.Range { Start = start, End = end, Step = step });

    /// <summary>Every <paramref name="step"/>th number from <paramref name="start"/> to <paramref name="end"/>, which is left out, in so many partitions.</summary>
    public DataFrame Range(long start, long end, long step, int numPartitions) =>
        Range(new Proto.Range { Start = start, End = end, Step = step, NumPartitions = numPartitions });

    /// <summary>A DataFrame without rows and columns.</summary>
    public DataFrame EmptyDataFrame() => EmptyDataFrame(new StructType([]));

    /// <summary>Another session on the same engine: its own configuration and temporary views, the same tables.</summary>
    public SparkSession NewSession() => Blocking.Wait(() => NewSessionAsync());

    /// <inheritdoc cref="NewSession"/>
    public async Task<SparkSession> NewSessionAsync(CancellationToken cancellationToken = default) =>
        new(await Engine.NewSessionAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Another session that begins with a copy of this one's configuration, temporary views, functions and artifacts. Spark 4.1 and later.</summary>
    /// <exception cref="SparkUnsupportedOperationException">The server is older, or the engine is the embedded one.</exception>
    public SparkSession CloneSession() => Blocking.Wait(() => CloneSessionAsync());

    /// <inheritdoc cref="CloneSession"/>
    public async Task<SparkSession> CloneSessionAsync(CancellationToken cancellationToken = default) =>
        new(await Engine.CloneSessionAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The id under which the server knows the session; null on the embedded engine.</summary>
    public string? SessionId => Engine.SessionId;

    /// <summary>Ends the session: stops what runs, drops its temporary views, and lets go of a Spark that was started for it.</summary>
    public void Stop() => Blocking.Wait(() => StopAsync());

    /// <inheritdoc cref="Stop"/>
    /// <param name="cancellationToken">Cancelled beforehand, it leaves the session as it is; a stop that has begun is finished.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
            return;
        Forget(this);
        await Engine.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    /// <summary>The same as <see cref="StopAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private DataFrame Range(Proto.Range range) => new(this, new Proto.Relation { Common = RelationMessages.NewCommon(), Range = range });
}
