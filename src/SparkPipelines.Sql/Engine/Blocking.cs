namespace SparkPipelines.Sql.Engine;

/// <summary>The one bridge from Microsoft.Spark's synchronous names (<c>Count</c>, <c>Show</c>) to the asynchronous engine.</summary>
internal static class Blocking
{
    /// <summary>Waits for work on the thread pool, so that a caller's synchronization context can't deadlock it.</summary>
    public static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();

    public static void Wait(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();
}
