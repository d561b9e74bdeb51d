using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Where a Spark Connect server is and how to talk to it, as Spark's
/// <see href="https://github.com/apache/spark/blob/v4.2.0/sql/connect/docs/client-connection-string.md">connection string</see> says it:
/// <c>sc://host:port/;param=value;…</c>, names case sensitive, values percent-encoded. Never prints a secret.
/// </summary>
internal sealed record ConnectionString
{
    public const int DefaultPort = 15002;
    public const int DefaultMaxMessageBytes = 128 * 1024 * 1024;

    private const string Scheme = "sc://";
    private const string UserAgentVariable = "SPARK_CONNECT_USER_AGENT";
    private const int MaxUserAgentLength = 2048;

    public required string Host { get; init; }

    public int Port { get; init; } = DefaultPort;

    /// <summary>True for TLS: asked for, or because a token must not travel in the open.</summary>
    public bool UseTls { get; init; }

    /// <summary>The bearer token; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The user whose sessions these are; null when the server is to find out otherwise.</summary>
    public string? UserId { get; init; }

    /// <summary>The session to join; null for a new one.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>What the caller calls itself, ahead of this client's own name; null for nothing.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The largest message either way, in bytes.</summary>
    public int MaxMessageBytes { get; init; } = DefaultMaxMessageBytes;

    /// <summary>Further gRPC headers, sent with every call.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The server without secrets: <c>sc://host:port</c>.</summary>
    public string Location => $"{Scheme}{BracketedHost}:{Port.ToString(CultureInfo.InvariantCulture)}";

    public Uri Address => new($"{(UseTls ? "https" : "http")}://{BracketedHost}:{Port.ToString(CultureInfo.InvariantCulture)}");

    private string BracketedHost => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;

    /// <summary>Location alone, so that tokens and headers stay out of logs.</summary>
    public override string ToString() => Location;

    /// <param name="origin">What the text came from, for messages: <c>SPARK_REMOTE</c>, <c>Remote</c>.</param>
    /// <param name="environment">Reads an environment variable: the token, user and user agent may stand there.</param>
    /// <exception cref="ArgumentException">The text is no connection string; the message names the part at fault.</exception>
    public static ConnectionString Parse(string text, string origin, Func<string, string?> environment)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
            throw Invalid(origin, "it must begin with sc://, as in sc://localhost:15002/;user_id=name");

        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "" : rest[(slash + 1)..];
        // Without the slash, parameters would be read as part of the port and might be printed as such.
        if (authority.Contains(';', StringComparison.Ordinal))
            throw Invalid(origin, "a '/' must stand between the port and the first ';'");
        if (path.Length > 0 && path[0] != ';')
            throw Invalid(origin, "a path is not allowed; after the '/' only ';param=value' may follow");

        var (host, port) = ParseAuthority(authority, origin);
        var parameters = ParseParameters(path, origin);
        return FromParts(host, port, parameters, origin, environment);
    }

    private static ConnectionString FromParts(
        string host, int port, Dictionary<string, string> parameters, string origin, Func<string, string?> environment)
    {
        bool? useSsl = Take("use_ssl") is { } ssl ? ParseBoolean("use_ssl", ssl, origin) : null;
        var token = Take("token") ?? NonEmpty(environment(EngineSelection.TokenVariable));
        var userAgent = Take("user_agent") ?? NonEmpty(environment(UserAgentVariable));
        if (userAgent is not null && Uri.EscapeDataString(userAgent).Length > MaxUserAgentLength)
            throw Invalid(origin, $"user_agent may have {MaxUserAgentLength} characters when percent-encoded");

        return new ConnectionString
        {
            Host = host,
            Port = port,
            Token = token,
            // A token turns TLS on, except on this machine, where nobody listens in and a job's own server has no certificate.
            UseTls = useSsl ?? (token is not null && !IsLoopback(host)),
            UserId = Take("user_id") ?? NonEmpty(environment("SPARK_USER")) ?? NonEmpty(Environment.UserName),
            SessionId = Take("session_id") is { } id ? ParseSessionId(id, origin) : null,
            UserAgent = userAgent,
            MaxMessageBytes = Take("grpc_max_message_size") is { } size ? ParseSize(size, origin) : DefaultMaxMessageBytes,
            Headers = parameters.AsReadOnly(),
        };

        string? Take(string name) => parameters.Remove(name, out var value) ? value : null;
    }

    private static (string Host, int Port) ParseAuthority(string authority, string origin)
    {
        if (authority.Contains('@', StringComparison.Ordinal))
            throw Invalid(origin, "user and password have no place before the host; use ;user_id= and ;token=");

        string host, port;
        if (authority.StartsWith('['))
        {
            var close = authority.IndexOf(']', StringComparison.Ordinal);
            if (close < 0)
                throw Invalid(origin, "the IPv6 host lacks its ']'");
            (host, port) = (authority[1..close], authority[(close + 1)..]);
        }
        else
        {
            var colon = authority.IndexOf(':', StringComparison.Ordinal);
            (host, port) = colon < 0 ? (authority, "") : (authority[..colon], authority[colon..]);
        }

        if (host.Length == 0)
            throw Invalid(origin, "the host is missing");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw Invalid(origin, $"the host '{host}' is not a host name or address");
        if (port.Length == 0)
            return (host, DefaultPort);
        if (port[0] != ':' || !int.TryParse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > 65535)
        {
            throw Invalid(origin, $"the port '{port.TrimStart(':')}' is not a number from 1 to 65535");
        }

        return (host, number);
    }

    private static Dictionary<string, string> ParseParameters(string path, string origin)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in path.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            if (equals < 0)
            {
                // A bare word may be a token somebody forgot to name; so it isn't repeated.
                throw Invalid(origin, $"parameter {parameters.Count + 1} has no '='; every parameter is name=value");
            }

            if (name.Length == 0)
                throw Invalid(origin, $"parameter {parameters.Count + 1} has no name before its '='");
            if (equals == part.Length - 1)
                throw Invalid(origin, $"the parameter '{name}' has no value");
            if (!IsHeaderName(name))
                throw Invalid(origin, $"'{name}' can't be a parameter or a gRPC header");
            if (!parameters.TryAdd(name, Uri.UnescapeDataString(part[(equals + 1)..])))
                throw Invalid(origin, $"the parameter '{name}' stands twice");
        }

        return parameters;
    }

    private static bool IsHeaderName(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool ParseBoolean(string name, string value, string origin) => value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => throw Invalid(origin, $"the parameter '{name}' is '{value}'; it takes true or false"),
    };

    private static Guid ParseSessionId(string value, string origin) =>
        Guid.TryParseExact(value, "D", out var id)
            ? id
            : throw Invalid(origin, $"the parameter 'session_id' is '{value}'; it takes a UUID such as 550e8400-e29b-41d4-a716-446655440000");

    private static int ParseSize(string value, string origin) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            ? bytes
            : throw Invalid(origin, $"the parameter 'grpc_max_message_size' is '{value}'; it takes bytes, from 1 to {int.MaxValue}");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? NonEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static ArgumentException Invalid(string origin, string problem) =>
        new($"The connection string in {origin} can't be used: {problem}.");
}
