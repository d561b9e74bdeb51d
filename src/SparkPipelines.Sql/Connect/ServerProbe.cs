using Grpc.Core;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Asks whether somebody is there, by <see href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md">gRPC's health question</see>.
/// Spark answers that it does not know the question, which is answer enough, costs it nothing, and touches no session.
/// </summary>
internal static class ServerProbe
{
    private static readonly Marshaller<object> Nothing = Marshallers.Create<object>((_, context) => context.Complete([]), _ => new object());
    private static readonly Method<object, object> Check = new(MethodType.Unary, "grpc.health.v1.Health", "Check", Nothing, Nothing);

    /// <summary>True for an answer, false when the connection broke or there is none.</summary>
    /// <exception cref="OperationCanceledException">There was no answer in time.</exception>
    public static async Task<bool> AskAsync(CallInvoker invoker, CallOptions options)
    {
        try
        {
            using var call = invoker.AsyncUnaryCall(Check, null, options, new object());
            await call.ResponseAsync.ConfigureAwait(false);
            return true;
        }
        catch (RpcException e)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            return e.StatusCode != StatusCode.Unavailable && e.Status.DebugException is null;
        }
        catch (OperationCanceledException) when (!options.CancellationToken.IsCancellationRequested)
        {
            // So a connection that breaks before the first header looks like.
            return false;
        }
    }
}
