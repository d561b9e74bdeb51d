using System.Diagnostics;
using Grpc.Core;
using Spark.Connect;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// The responses of one operation, in order and each once, whatever happens to the connection. The server keeps responses until they are
/// released; a stream that breaks, or that the server ends because it is long (two minutes, 1 GiB), is taken up behind the last response
/// received. Only <c>ResultComplete</c> ends an operation well. One reader at a time; <see cref="StopAsync"/> may come from another thread.
/// </summary>
internal sealed class ReattachableExecution : IDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    /// <summary>Whoever stops while the connection is dead waits no longer than this.</summary>
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    /// <summary>For a server that reports no progress; others do every two seconds (<c>spark.connect.progress.reportInterval</c>).</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(5);

    private readonly ConnectSession _session;
    private readonly ExecutePlanRequest _request;
    private readonly Func<CancellationToken, Task<ExecutePlanResponse>> _advance;
    private readonly ReleaseQueue _releases;

    private AsyncServerStreamingCall<ExecutePlanResponse>? _call;
    private string? _lastResponseId;
    private long _startedAt;
    private volatile bool _sent;
    private volatile bool _stopping;
    private bool _wasSentAgain;
    private readonly TaskCompletionSource _working = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="request">With an operation id and the option to reattach.</param>
    public ReattachableExecution(ConnectSession session, ExecutePlanRequest request)
    {
        _session = session;
        _request = request;
        _advance = AdvanceAsync;
        _releases = new ReleaseQueue(ReleaseAsync, session.Background);
    }

    public string OperationId => _request.OperationId;

    /// <summary>The next response; null after the last.</summary>
    /// <exception cref="SparkException">The operation failed, or the server can't be reached for longer than the retry policy allows.</exception>
    public async Task<ExecutePlanResponse?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ended.Task.IsCompleted)
            return null;
        try
        {
            var response = await _session.RetryAsync(_advance, cancellationToken).ConfigureAwait(false);
            _session.Observe(response.ServerSideSessionId);
            _lastResponseId = response.ResponseId;
            // The schema marks the end of analysis; what follows is the work.
            if (response.Schema is not null)
                _startedAt = Stopwatch.GetTimestamp();
            if (response.ArrowBatch is not null || response.ExecutionProgress is { Stages.Count: > 0 })
                _working.TrySetResult();
            if (response.ResponseTypeCase == ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete)
                End();
            else
                _releases.Until(response.ResponseId);
            return response;
        }
        catch (SparkException e)
        {
            // An operation that failed has nothing left to give.
            End();
            if (LostHandles.IsOfOperation(e.ErrorClass))
                throw ConnectionErrors.OperationLost(OperationId, _session.Channel.Connection.Location, e.Details, e);
            throw;
        }
    }

    /// <summary>
    /// Stops the operation on the server, unless it has ended, while somebody goes on calling <see cref="NextAsync"/>. An operation whose request
    /// is still under way is not known to the server yet; so the interrupt is repeated until it meets the operation. Only the end of the stream
    /// tells that the work has stopped: Spark lets the jobs of an operation run on that is released between its interrupt and its end (4.2.1).
    /// When the server can't be reached, the release goes on in the background while the session lives; failing that, the server drops an operation
    /// that nobody reads after five minutes (<c>spark.connect.execute.manager.detachedTimeout</c>).
    /// </summary>
    public async Task StopAsync()
    {
        // What was never sent, or is just found not to have arrived, is not sent any more: either this sees that it was sent, or Open that it must not.
        _stopping = true;
        Interlocked.MemoryBarrier();
        if (_ended.Task.IsCompleted || !_sent)
            return;
        var interrupt = new InterruptRequest
        {
            SessionId = _session.SessionId,
            UserContext = _session.User,
            ClientType = _session.ClientType,
            InterruptType = InterruptRequest.Types.InterruptType.OperationId,
            OperationId = OperationId,
        };
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            if (!await IsServerThereAsync().ConfigureAwait(false))
            {
                _releases.All();
                return;
            }

            await UntilWorkingAsync(patience.Token).ConfigureAwait(false);
            var wait = TimeSpan.FromMilliseconds(20);
            while (!await InterruptAsync(interrupt, patience.Token).ConfigureAwait(false) && !_ended.Task.IsCompleted)
            {
                await Task.Delay(wait, patience.Token).ConfigureAwait(false);
                wait *= 2;
            }

            await _ended.Task.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // The server can't be reached or does not come to an end; whoever stops should not wait for that.
            _releases.All();
        }
    }

    public void Dispose() => CloseCall();

    private async Task<bool> IsServerThereAsync()
    {
        using var patience = new CancellationTokenSource(ProbePatience);
        try
        {
            return await _session.Channel.AskServerAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>
    /// An interrupt must not come too early. Spark 4 cancels an operation's jobs when its thread ends, but adaptive execution submits them from
    /// other threads: a job that is still in preparation then starts a moment later and runs on, for hours perhaps, with nobody waiting and no
    /// means to stop it (4.2.1). So the interrupt waits until a stage has been reported.
    /// </summary>
    private async Task UntilWorkingAsync(CancellationToken cancellationToken)
    {
        if (_session.Server is not { Version.Major: >= 4 } || _request.Plan.OpTypeCase == Plan.OpTypeOneofCase.Command)
            return;
        var left = LongestStart - Stopwatch.GetElapsedTime(_startedAt);
        if (left > TimeSpan.Zero)
            await Task.WhenAny(_ended.Task, _working.Task, Task.Delay(left, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<ExecutePlanResponse> AdvanceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _call ??= Open(cancellationToken);
            try
            {
                if (await _call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
                    return _call.ResponseStream.Current;
                CloseCall();
            }
            catch (RpcException e) when (IsUnsent(e))
            {
                CloseCall();
                _sent = false;
                _wasSentAgain = true;
                throw new OperationLostException(e);
            }
            catch (RpcException e) when (_wasSentAgain && _lastResponseId is null && e.Says(LostHandles.OperationAlreadyExists))
            {
                // The first request has arrived after all, ahead of its repetition: its operation is taken up. Newer servers see to that themselves.
                CloseCall();
            }
            catch
            {
                CloseCall();
                throw;
            }
        }
    }

    /// <summary>True when the server knew the operation as running.</summary>
    private async Task<bool> InterruptAsync(InterruptRequest request, CancellationToken cancellationToken)
    {
        var answer = await _session.Channel.Client.InterruptAsync(request, _session.Channel.CallOptions(cancellationToken)).ConfigureAwait(false);
        return answer.InterruptedIds.Contains(OperationId);
    }

    private AsyncServerStreamingCall<ExecutePlanResponse> Open(CancellationToken cancellationToken)
    {
        var options = _session.Channel.CallOptions(cancellationToken);
        if (!_sent)
        {
            _sent = true;
            Interlocked.MemoryBarrier();
            if (_stopping)
                throw new RpcException(new Status(StatusCode.Cancelled, "The operation was stopped before it was sent."));
            _startedAt = Stopwatch.GetTimestamp();
            return _session.Channel.Client.ExecutePlan(_request, options);
        }

        var request = new ReattachExecuteRequest
        {
            SessionId = _session.SessionId,
            UserContext = _session.User,
            ClientType = _session.ClientType,
            OperationId = OperationId,
        };
        if (_session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        if (_lastResponseId is { } last)
            request.LastResponseId = last;
        return _session.Channel.Client.ReattachExecute(request, options);
    }

    private void End()
    {
        CloseCall();
        _releases.All();
        _ended.TrySetResult();
    }

    private void CloseCall()
    {
        _call?.Dispose();
        _call = null;
    }

    /// <summary>
    /// Whether the request is to be sent again, under the same id. Nothing was received of the operation and nobody has released it, and the server
    /// has the very session: so the request never arrived, for a server keeps what it has begun until it is released, and calls abandoned what it
    /// gives up. A request that comes late nevertheless meets its own operation, and is joined to it or refused. With the session gone nothing is known of what the
    /// operation did; it is never sent again then. Nor is it after a first response: a second run need not give the same rows.
    /// </summary>
    private bool IsUnsent(RpcException exception) =>
        _lastResponseId is null && !_stopping && exception.Says(LostHandles.OperationNotFound);

    private async Task ReleaseAsync(string? untilResponseId)
    {
        var request = new ReleaseExecuteRequest
        {
            SessionId = _session.SessionId,
            UserContext = _session.User,
            ClientType = _session.ClientType,
            OperationId = OperationId,
        };
        if (untilResponseId is null)
        {
            // It also stops what still runs, hence it is worth repeating.
            request.ReleaseAll = new();
            await _session.RetryAsync(SendAsync, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        request.ReleaseUntil = new() { ResponseId = untilResponseId };
        await SendAsync(CancellationToken.None).ConfigureAwait(false);

        async Task<ReleaseExecuteResponse> SendAsync(CancellationToken cancellationToken) => await _session.Channel.Client.ReleaseExecuteAsync(
            request, _session.Channel.CallOptions(cancellationToken)).ConfigureAwait(false);
    }
}
