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
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestInterruptWait = TimeSpan.FromSeconds(1);
    private static readonly string[] LostConditions = ["INVALID_HANDLE.OPERATION_NOT_FOUND", "INVALID_HANDLE.SESSION_NOT_FOUND"];

    private readonly ConnectSession _session;
    private readonly ExecutePlanRequest _request;
    private readonly Func<CancellationToken, Task<ExecutePlanResponse>> _advance;
    private readonly ReleaseQueue _releases;

    private AsyncServerStreamingCall<ExecutePlanResponse>? _call;
    private string? _lastResponseId;
    private volatile bool _sent;
    private volatile bool _ended;

    /// <param name="request">With an operation id and the option to reattach.</param>
    public ReattachableExecution(ConnectSession session, ExecutePlanRequest request)
    {
        _session = session;
        _request = request;
        _advance = AdvanceAsync;
        _releases = new ReleaseQueue(until => ReleaseAsync(until, CancellationToken.None));
    }

    public string OperationId => _request.OperationId;

    /// <summary>The next response; null after the last.</summary>
    /// <exception cref="SparkException">The operation failed, or the server can't be reached for longer than the retry policy allows.</exception>
    public async Task<ExecutePlanResponse?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ended)
            return null;
        try
        {
            var response = await _session.RetryAsync(_advance, cancellationToken).ConfigureAwait(false);
            _session.Observe(response.ServerSideSessionId);
            _lastResponseId = response.ResponseId;
            if (response.ResponseTypeCase == ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete)
                End();
            else
                _releases.Until(response.ResponseId);
            return response;
        }
        catch (SparkException)
        {
            // An operation that failed has nothing left to give.
            End();
            throw;
        }
    }

    /// <summary>
    /// Stops the operation on the server, unless it has ended, and has it forgotten there. An operation whose request is still under way is not
    /// known to the server yet; so the interrupt is repeated for a while until it meets the operation.
    /// </summary>
    public async Task StopAsync()
    {
        if (_ended || !_sent)
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
            for (var wait = TimeSpan.FromMilliseconds(20); ; wait *= 2)
            {
                var answer = await _session.Channel.Client.InterruptAsync(interrupt, _session.Channel.CallOptions(patience.Token)).ConfigureAwait(false);
                if (answer.InterruptedIds.Contains(OperationId) || _ended || wait > LongestInterruptWait)
                    break;
                await Task.Delay(wait, patience.Token).ConfigureAwait(false);
            }

            await ReleaseAsync(null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // The server can't be reached. It drops an operation that nobody reads after five minutes by itself
            // (spark.connect.execute.manager.detachedTimeout); whoever stops should not wait for that.
            _ = e;
        }
    }

    public void Dispose() => CloseCall();

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
            catch (RpcException e) when (_lastResponseId is null && IsLost(e))
            {
                // Nothing was received, so the request may never have arrived: it is sent again. After a first response the operation can't be
                // repeated: part of an answer has been handed on, and a second run need not give the same rows.
                CloseCall();
                _sent = false;
                throw new OperationLostException(e);
            }
            catch
            {
                CloseCall();
                throw;
            }
        }
    }

    private AsyncServerStreamingCall<ExecutePlanResponse> Open(CancellationToken cancellationToken)
    {
        var options = _session.Channel.CallOptions(cancellationToken);
        if (!_sent)
        {
            _sent = true;
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
        _ended = true;
        CloseCall();
        _releases.All();
    }

    private void CloseCall()
    {
        _call?.Dispose();
        _call = null;
    }

    private static bool IsLost(RpcException exception) =>
        LostConditions.Any(condition => exception.Status.Detail.Contains(condition, StringComparison.Ordinal));

    private async Task ReleaseAsync(string? untilResponseId, CancellationToken cancellationToken)
    {
        var request = new ReleaseExecuteRequest
        {
            SessionId = _session.SessionId,
            UserContext = _session.User,
            ClientType = _session.ClientType,
            OperationId = OperationId,
        };
        if (untilResponseId is null)
            request.ReleaseAll = new();
        else
            request.ReleaseUntil = new() { ResponseId = untilResponseId };
        await _session.Channel.Client.ReleaseExecuteAsync(request, _session.Channel.CallOptions(cancellationToken)).ConfigureAwait(false);
    }
}
