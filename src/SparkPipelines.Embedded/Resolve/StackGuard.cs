using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Lets recursion over a plan go deeper than one stack: near its end, the rest is done on a new thread's.</summary>
internal static class StackGuard
{
    private const int StackBytes = 16 * 1024 * 1024;

    public static T Run<T>(Func<T> work)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return work();
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
