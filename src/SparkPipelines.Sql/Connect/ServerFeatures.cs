using System.Globalization;
using Google.Protobuf;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>What a server can do beyond the oldest that is served, 3.5.</summary>
internal enum Feature
{
    /// <summary>The call <c>FetchErrorDetails</c>.</summary>
    ErrorDetails,

    /// <summary>The call <c>ReleaseSession</c>.</summary>
    ReleaseSession,

    /// <summary>Progress messages in a result.</summary>
    ExecutionProgress,

    /// <summary>Arrow batches in several messages.</summary>
    ArrowBatchChunking,

    /// <summary>The call <c>CloneSession</c>.</summary>
    CloneSession,
}

/// <summary>Which version brought what, and the refusal of what the server at hand is too old for.</summary>
internal sealed class ServerFeatures(EngineDescription server)
{
    private static readonly Version V40 = new(4, 0);
    private static readonly Version V41 = new(4, 1);

    private static readonly Dictionary<Feature, Version> Since = new()
    {
        [Feature.ErrorDetails] = V40,
        [Feature.ReleaseSession] = V40,
        [Feature.ExecutionProgress] = V40,
        [Feature.ArrowBatchChunking] = V41,
        [Feature.CloneSession] = V41,
    };

    public bool Has(Feature feature) => server.Version >= Since[feature];

    /// <param name="call">The call as the user knows it, for the message: <c>SparkSession.CloneSession</c>.</param>
    /// <exception cref="SparkUnsupportedOperationException">The server is too old.</exception>
    public void Require(Feature feature, string call)
    {
        if (!Has(feature))
            throw TooOld(call, Since[feature]);
    }

    /// <summary>A message in the server's own words.</summary>
    /// <exception cref="SparkUnsupportedOperationException">The server is too old for a part of it.</exception>
    public T Adapt<T>(T message)
        where T : class, IMessage<T>, IDeepCloneable<T> => OlderServers.Adapt(message, server.Version, TooOld);

    /// <summary>The leading numbers of what a server calls its version: <c>4.2.1</c>, <c>4.3.0-SNAPSHOT</c>, <c>3.5.2.vendor.7</c>.</summary>
    public static Version ParseVersion(string text)
    {
        var numbers = text.Split('.', '-').TakeWhile(part => part.All(char.IsAsciiDigit) && part.Length > 0).Take(3)
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length >= 2
            ? new Version(numbers[0], numbers[1], numbers.Length > 2 ? numbers[2] : 0)
            : throw new SparkConnectException($"The server calls its version '{text}'; a version such as 4.2.1 was expected.", SparkErrorDetails.None);
    }

    private SparkUnsupportedOperationException TooOld(string call, Version needed) => new(
        $"{call} needs Spark {needed.ToString(2)} or newer; {server.Location} answers with Spark {server.Version}.",
        new SparkErrorDetails { ErrorClass = "UNSUPPORTED_FEATURE.SERVER_VERSION", Engine = server.ToString() });
}
