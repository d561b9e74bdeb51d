namespace SparkPipelines.TestSupport;

/// <summary>A point in the life of a call at which a <see cref="FaultProxy"/> can do something.</summary>
public enum CallMoment
{
    /// <summary>The client sends the call's headers; the server has not seen them.</summary>
    Request,

    /// <summary>The client sends a piece of the call's data; the server has not seen it.</summary>
    Upload,

    /// <summary>The server has the request and sends its first bytes; the client has not seen them.</summary>
    Answer,

    /// <summary>The server says how far an operation is (Spark 4).</summary>
    Progress,

    /// <summary>The server sends rows; the client has not seen the end of them.</summary>
    Batch,

    /// <summary>The server sends the message that ends a result; the client has seen all rows and not this.</summary>
    Complete,
}

/// <summary>What goes wrong.</summary>
public enum Fault
{
    /// <summary>None: the moment is only waited for.</summary>
    None,

    /// <summary>Every connection breaks.</summary>
    Cut,

    /// <summary>Nothing passes any more, either way and on new connections too, until <see cref="FaultProxy.Resume"/>; no connection ends.</summary>
    Silence,

    /// <summary>This connection alone falls silent. What it holds back goes on to the server at <see cref="FaultProxy.Resume"/>.</summary>
    SilenceOfOne,
}

/// <summary>One fault that waits for its moment, and happens once.</summary>
internal sealed class PlannedFault(string? call, CallMoment moment, int nth, Fault fault)
{
    private int _left = nth;

    public Fault Fault { get; } = fault;

    public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True at the moment that is meant, once.</summary>
    public bool IsDue(string atCall, CallMoment atMoment) =>
        (call is null || call == atCall) && moment == atMoment && Interlocked.Decrement(ref _left) == 0;
}
