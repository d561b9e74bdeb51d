using System.Reflection;

namespace SparkPipelines.Sql.Engine;

/// <summary>Starts a Spark of the program's own. The packaging and the runner that it takes are those of jobs, in SparkPipelines.Pipelines.</summary>
internal abstract class SparkStarter
{
    private const string StarterAssembly = "SparkPipelines.Pipelines";

    /// <summary>A running Spark Connect server with <paramref name="settings"/>, which are fixed at its start.</summary>
    /// <exception cref="SparkConnectException">There is no usable Spark or Java, or Spark did not start.</exception>
    public abstract Task<StartedSpark> StartAsync(
        string master, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken);

    /// <summary>The starter; null when the application does not reference SparkPipelines.Pipelines.</summary>
    public static SparkStarter? Find()
    {
        Assembly assembly;
        try
        {
            assembly = Assembly.Load(StarterAssembly);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        var starter = assembly.GetCustomAttribute<SparkStarterAttribute>()?.StarterType
            ?? throw new InvalidOperationException($"The assembly {StarterAssembly} starts no Spark; its version does not fit this SparkPipelines.Sql.");
        return (SparkStarter)Activator.CreateInstance(starter)!;
    }
}

/// <summary>A server of this program's, which ends when it is disposed, and with the program at the latest.</summary>
internal abstract class StartedSpark : IAsyncDisposable
{
    public abstract int Port { get; }

    public abstract string Token { get; }

    public abstract bool HasExited { get; }

    public abstract ValueTask DisposeAsync();
}

/// <summary>Names the assembly's <see cref="SparkStarter"/>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class SparkStarterAttribute(Type starterType) : Attribute
{
    public Type StarterType { get; } = starterType;
}
