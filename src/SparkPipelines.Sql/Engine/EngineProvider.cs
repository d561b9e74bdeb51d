using System.Reflection;

namespace SparkPipelines.Sql.Engine;

/// <summary>Makes engines of one kind. An assembly that brings one names it by <see cref="EngineProviderAttribute"/>.</summary>
internal abstract class EngineProvider
{
    private const string EmbeddedAssembly = "SparkPipelines.Embedded";

    /// <summary>An engine with the session's settings (Spark configuration keys and values).</summary>
    public abstract Task<ISparkEngine> CreateAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken);

    /// <summary>The embedded engine's provider; null when the application does not reference SparkPipelines.Embedded.</summary>
    public static EngineProvider? FindEmbedded()
    {
        Assembly assembly;
        try
        {
            assembly = Assembly.Load(EmbeddedAssembly);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        var provider = assembly.GetCustomAttribute<EngineProviderAttribute>()?.ProviderType
            ?? throw new InvalidOperationException($"The assembly {EmbeddedAssembly} names no engine; its version does not fit this SparkPipelines.Sql.");
        return (EngineProvider)Activator.CreateInstance(provider)!;
    }
}

/// <summary>Names an assembly's <see cref="EngineProvider"/>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class EngineProviderAttribute(Type providerType) : Attribute
{
    public Type ProviderType { get; } = providerType;
}
