using System.Globalization;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

/// <summary>
/// Says where and how a session runs, and makes it. Where: the Spark that the environment variable <c>SPARK_REMOTE</c> names, else
/// <see cref="Remote"/>, else <see cref="Master"/>, else the embedded engine in this process.
/// </summary>
public sealed class Builder
{
    private static readonly SemaphoreSlim Creating = new(1, 1);

    private readonly Dictionary<string, string> _settings = [];
    private string? _remote;
    private string? _master;
    private RetryOptions? _retry;

    internal Builder()
    {
    }

    /// <summary>A Spark Connect server, as <c>sc://host:port/;token=…</c>; port 15002 when none is given.</summary>
    public Builder Remote(string url)
    {
        _remote = url;
        return this;
    }

    /// <summary>
    /// A master URL as <c>spark-submit</c> takes it: <c>local[*]</c>, <c>spark://host:7077</c>. The Spark that SPARK_HOME names is started for this
    /// program, with the configuration given here; sessions with the same master and settings share it, and it ends with the last of them or
    /// with the program. Needs the package SparkPipelines.Pipelines.
    /// </summary>
    public Builder Master(string master)
    {
        _master = master;
        return this;
    }

    /// <summary>The name that Spark's own pages show.</summary>
    public Builder AppName(string appName) => Config("spark.app.name", appName);

    /// <summary>Keeps tables in a Hive metastore, where the Spark that answers brings Hive; a server that runs already has decided that.</summary>
    public Builder EnableHiveSupport() => Config("spark.sql.catalogImplementation", "hive");

    /// <summary>A Spark configuration value; set on an existing session too when it is one that can change.</summary>
    public Builder Config(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <inheritdoc cref="Config(string, string)"/>
    public Builder Config(string key, bool value) => Config(key, value ? "true" : "false");

    /// <inheritdoc cref="Config(string, string)"/>
    public Builder Config(string key, double value) => Config(key, value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Config(string, string)"/>
    public Builder Config(string key, long value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Spark configuration values; a master among them is taken as <see cref="Master"/> takes it.</summary>
    public Builder Config(SparkConf conf)
    {
        ArgumentNullException.ThrowIfNull(conf);
        foreach (var (key, value) in conf.GetAll())
        {
            if (key == "spark.master")
                _master = value;
            else
                _settings[key] = value;
        }

        return this;
    }

    /// <summary>Spark configuration values.</summary>
    public Builder Config(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (key, value) in settings)
            _settings[key] = value;
        return this;
    }

    /// <summary>How calls to the Spark are repeated when the connection fails, and how long silence is borne. The embedded engine has no need of it.</summary>
    /// <exception cref="ArgumentException">A value that no wait can be made of.</exception>
    public Builder Retry(RetryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _retry = options.Checked();
        return this;
    }

    /// <summary>The active session, else the default one, with this builder's configuration set on it; a new one when there is none, or when its Spark
    /// has lost it: on the Spark that this builder names, else on that of the lost one.</summary>
    /// <exception cref="SparkConnectException">The Spark that was named can't be reached.</exception>
    public SparkSession GetOrCreate() => Blocking.Wait(() => GetOrCreateAsync()).Activate();

    /// <inheritdoc cref="GetOrCreate"/>
    public async Task<SparkSession> GetOrCreateAsync(CancellationToken cancellationToken = default)
    {
        await Creating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (SparkSession.Existing is { } session && await TryConfigureAsync(session, cancellationToken).ConfigureAwait(false))
                return session;
            // A builder that names no place means the Spark of before, and not, all at once, the embedded engine.
            if (SparkSession.Lost is { } lost && !EngineSelection.NamesASpark(NewRequest()))
                return await SucceedAsync(lost, cancellationToken).ConfigureAwait(false);
            return await NewAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Creating.Release();
        }
    }

    /// <summary>A new session, whatever sessions there are; it becomes the default one when there is none.</summary>
    /// <exception cref="SparkConnectException">The Spark that was named can't be reached.</exception>
    public SparkSession Create() => Blocking.Wait(() => CreateAsync()).Activate();

    /// <inheritdoc cref="Create"/>
    public Task<SparkSession> CreateAsync(CancellationToken cancellationToken = default) => NewAsync(cancellationToken);

    private async Task<SparkSession> NewAsync(CancellationToken cancellationToken)
    {
        DriverWatch.Start(); // For a job that is published in a form without startup hooks.
        var engine = await EngineSelection.CreateAsync(NewRequest(), cancellationToken).ConfigureAwait(false);
        return new SparkSession(engine).MakeDefaultIfFirst();
    }

    private EngineRequest NewRequest() =>
        new() { Remote = _remote, Master = _master, Retry = _retry, Settings = new Dictionary<string, string>(_settings) };

    /// <summary>False when the session turns out to be lost.</summary>
    private async Task<bool> TryConfigureAsync(SparkSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.Conf().SetEachAsync(_settings, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SparkConnectException) when (session.Engine.IsLost)
        {
            return false;
        }
    }

    private async Task<SparkSession> SucceedAsync(SparkSession lost, CancellationToken cancellationToken)
    {
        var session = await lost.NewSessionAsync(cancellationToken).ConfigureAwait(false);
        await session.Conf().SetEachAsync(_settings, cancellationToken).ConfigureAwait(false);
        return session.MakeDefaultIfFirst();
    }
}
