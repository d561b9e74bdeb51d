namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    private static readonly AsyncLocal<SparkSession?> ActiveSession = new();
    private static SparkSession? _defaultSession;

    /// <summary>The session that <see cref="Sql.Builder.GetOrCreate"/> gives again: the active one of this flow of calls, else the default one.</summary>
    internal static SparkSession? Existing => Running(ActiveSession.Value) ?? Running(Volatile.Read(ref _defaultSession));

    /// <summary>The session that would be given again if its Spark had not lost it.</summary>
    internal static SparkSession? Lost => WhenLost(ActiveSession.Value) ?? WhenLost(Volatile.Read(ref _defaultSession));

    /// <summary>Makes a session the active one of this flow of asynchronous calls.</summary>
    public static void SetActiveSession(SparkSession session) => ActiveSession.Value = session;

    /// <summary>Leaves this flow of asynchronous calls without an active session.</summary>
    public static void ClearActiveSession() => ActiveSession.Value = null;

    /// <summary>The active session of this flow of asynchronous calls, or null.</summary>
    public static SparkSession? GetActiveSession() => Running(ActiveSession.Value);

    /// <summary>Makes a session the one that is used where none is active.</summary>
    public static void SetDefaultSession(SparkSession session) => Volatile.Write(ref _defaultSession, session);

    /// <summary>Leaves the process without a default session.</summary>
    public static void ClearDefaultSession() => Volatile.Write(ref _defaultSession, null);

    /// <summary>The default session, or null.</summary>
    public static SparkSession? GetDefaultSession() => Running(Volatile.Read(ref _defaultSession));

    /// <summary>The active session, else the default one.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static SparkSession Active() => Existing
        ?? throw new InvalidOperationException("There is no Spark session; make one with SparkSession.Builder().GetOrCreate().");

    internal SparkSession Activate()
    {
        ActiveSession.Value = this;
        return this;
    }

    internal SparkSession MakeDefaultIfFirst()
    {
        if (GetDefaultSession() is null)
            SetDefaultSession(this);
        return this;
    }

    private static void Forget(SparkSession session)
    {
        Interlocked.CompareExchange(ref _defaultSession, null, session);
        if (ActiveSession.Value == session)
            ActiveSession.Value = null;
    }

    private static SparkSession? Running(SparkSession? session) => session is { IsStopped: false, Engine.IsLost: false } ? session : null;

    private static SparkSession? WhenLost(SparkSession? session) => session is { IsStopped: false, Engine.IsLost: true } ? session : null;
}
