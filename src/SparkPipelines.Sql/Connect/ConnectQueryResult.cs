using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Apache.Arrow;
using Spark.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using StructType = SparkPipelines.Sql.Types.StructType;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// One plan running on a server. A pump receives the next responses while the caller works on the last one; it stays a few responses
/// ahead and no more, so that memory stays bounded and the server waits when the caller does.
/// </summary>
internal sealed class ConnectQueryResult : QueryResult
{
    private const int ResponsesAhead = 2;

    private readonly ReattachableExecution _execution;
    private readonly Action<ExecutionProgress>? _progress;
    private readonly CancellationToken _startToken;
    private readonly Channel<ExecutePlanResponse> _responses = Channel.CreateBounded<ExecutePlanResponse>(
        new BoundedChannelOptions(ResponsesAhead) { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _pumpEnd = new();
    private readonly ArrowBatchReader _arrow = new();
    private readonly Queue<RecordBatch> _waiting = new();
    private readonly List<ExecutePlanResponse.Types.ObservedMetrics> _observed = [];
    private readonly List<ExecutePlanResponse> _commandResponses = [];

    private Task _pump = Task.CompletedTask;
    private StructType? _schema;
    private Relation? _resultRelation;
    private ExecutePlanResponse.Types.Metrics? _metrics;
    private bool _ended;
    private bool _reading;
    private bool _disposed;

    private ConnectQueryResult(ReattachableExecution execution, Action<ExecutionProgress>? progress, CancellationToken startToken) =>
        (_execution, _progress, _startToken) = (execution, progress, startToken);

    public override StructType? Schema => _schema;

    public override QueryOutcome Outcome => new()
    {
        OperationId = _execution.OperationId,
        ResultRelation = _resultRelation,
        ObservedMetrics = _observed,
        Metrics = _metrics,
        CommandResponses = _commandResponses,
    };

    /// <summary>Sends the request. For rows it returns when their schema is there, so that errors of analysis come at once.</summary>
    public static async Task<ConnectQueryResult> StartAsync(
        ConnectSession session, ExecutePlanRequest request, Action<ExecutionProgress>? progress, CancellationToken cancellationToken)
    {
        var result = new ConnectQueryResult(new ReattachableExecution(session, request), progress, cancellationToken);
        result._pump = Task.Run(result.PumpAsync, CancellationToken.None);
        try
        {
            if (request.Plan.OpTypeCase != Plan.OpTypeOneofCase.Command)
            {
                while (result._schema is null && await result.AdvanceAsync(cancellationToken).ConfigureAwait(false))
                {
                }
            }

            return result;
        }
        catch
        {
            await result.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async IAsyncEnumerable<RecordBatch> ReadBatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_reading)
            throw new InvalidOperationException("The rows of a result are read once, by one reader.");
        _reading = true;

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_startToken, cancellationToken);
        do
        {
            while (_waiting.TryDequeue(out var batch))
                yield return batch;
        }
        while (await AdvanceOrStopAsync(either.Token, cancellationToken).ConfigureAwait(false));
    }

    public override async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (!_ended)
        {
            // The pump goes on until the server says that the operation has stopped; what it still brings is dropped.
            var dropping = DropAsync();
            await _execution.StopAsync().ConfigureAwait(false);
            await _pumpEnd.CancelAsync().ConfigureAwait(false);
            await dropping.ConfigureAwait(false);
        }

        await _pumpEnd.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
        _execution.Dispose();
        _pumpEnd.Dispose();
        while (_waiting.TryDequeue(out var batch))
            batch.Dispose();
    }

    private async Task DropAsync()
    {
        try
        {
            while (await _responses.Reader.WaitToReadAsync().ConfigureAwait(false))
                _responses.Reader.TryRead(out _);
        }
        catch (Exception e) when (e is SparkException or OperationCanceledException)
        {
            // That the operation was cancelled is what was asked for.
            _ended = true;
        }
    }

    private async Task<bool> AdvanceOrStopAsync(CancellationToken token, CancellationToken readerToken)
    {
        try
        {
            return await AdvanceAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            await DisposeAsync().ConfigureAwait(false);
            // The caller knows its own tokens, not the one that links them.
            throw new OperationCanceledException(readerToken.IsCancellationRequested ? readerToken : _startToken);
        }
    }

    /// <summary>Takes in one response; false after the last.</summary>
    private async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        if (_ended)
            return false;
        if (await NextAsync(cancellationToken).ConfigureAwait(false) is { } response)
        {
            TakeIn(response);
            return true;
        }

        _arrow.End();
        return false;
    }

    private async Task<ExecutePlanResponse?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _responses.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) && _responses.Reader.TryRead(out var response))
                return response;
        }
        catch (SparkException)
        {
            _ended = true;
            throw;
        }

        _ended = true;
        return null;
    }

    private void TakeIn(ExecutePlanResponse response)
    {
        if (response.Schema is { } schema)
            _schema = schema.ToSchema();
        if (response.Metrics is { } metrics)
            _metrics = metrics;
        _observed.AddRange(response.ObservedMetrics);

        switch (response.ResponseTypeCase)
        {
            case ExecutePlanResponse.ResponseTypeOneofCase.ArrowBatch:
                foreach (var batch in _arrow.Read(response.ArrowBatch, schema => _schema ??= schema.ToSparkSchema()))
                    _waiting.Enqueue(batch);
                break;
            case ExecutePlanResponse.ResponseTypeOneofCase.SqlCommandResult:
                _resultRelation = response.SqlCommandResult.Relation;
                break;
            case ExecutePlanResponse.ResponseTypeOneofCase.CheckpointCommandResult:
                _resultRelation = new Relation { CachedRemoteRelation = response.CheckpointCommandResult.Relation };
                break;
            case ExecutePlanResponse.ResponseTypeOneofCase.ExecutionProgress:
                _progress?.Invoke(ToProgress(response.ExecutionProgress));
                break;
            case ExecutePlanResponse.ResponseTypeOneofCase.None or ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete:
                break;
            default:
                _commandResponses.Add(response);
                break;
        }
    }

    private ExecutionProgress ToProgress(ExecutePlanResponse.Types.ExecutionProgress progress) => new(
        _execution.OperationId,
        [.. progress.Stages.Select(stage => new StageProgress(stage.StageId, stage.NumTasks, stage.NumCompletedTasks, stage.InputBytesRead, stage.Done))],
        progress.NumInflightTasks);

    /// <summary>Never fails: what goes wrong is the reader's to hear.</summary>
    private async Task PumpAsync()
    {
        try
        {
            while (await _execution.NextAsync(_pumpEnd.Token).ConfigureAwait(false) is { } response)
                await _responses.Writer.WriteAsync(response, _pumpEnd.Token).ConfigureAwait(false);
            _responses.Writer.Complete();
        }
        catch (Exception e)
        {
            _responses.Writer.Complete(e);
        }
    }
}
