using Google.Protobuf;
using Grpc.Core;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// What a gRPC error carries beside its message: Google's <c>google.rpc.Status</c> in the trailer <c>grpc-status-details-bin</c>. Three small
/// messages are read here by hand, in place of a package with all of Google's common ones.
/// </summary>
internal sealed record StatusDetails
{
    private const string Trailer = "grpc-status-details-bin";

    public string Message { get; init; } = "";

    /// <summary><c>ErrorInfo.reason</c>: the Java class of the error; null without an <c>ErrorInfo</c>.</summary>
    public string? Reason { get; init; }

    /// <summary><c>ErrorInfo.metadata</c>: error class, SQLSTATE, parameters and so on, as Spark names them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary><c>RetryInfo.retry_delay</c>; null when the server does not ask for a repetition.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>The details of an error; null when there are none or they can't be read.</summary>
    public static StatusDetails? Of(RpcException exception)
    {
        if (exception.Trailers.Get(Trailer) is not { IsBinary: true } entry)
            return null;
        try
        {
            return Parse(entry.ValueBytes);
        }
        catch (InvalidProtocolBufferException)
        {
            // Details are an addition by whoever answers, a proxy perhaps; the status itself still says what happened.
            return null;
        }
    }

    /// <exception cref="InvalidProtocolBufferException">The bytes are no <c>google.rpc.Status</c>.</exception>
    internal static StatusDetails Parse(byte[] status)
    {
        var details = new StatusDetails();
        foreach (var (field, input) in Fields(new CodedInputStream(status)))
        {
            details = field switch
            {
                2 => details with { Message = input.ReadString() },
                3 => WithDetail(details, input.ReadBytes()),
                _ => Skip(input, details),
            };
        }

        return details;
    }

    private static StatusDetails WithDetail(StatusDetails details, ByteString any)
    {
        string type = "";
        ByteString value = ByteString.Empty;
        foreach (var (field, input) in Fields(any.CreateCodedInput()))
        {
            _ = field switch
            {
                1 => type = input.ReadString(),
                2 => value = input.ReadBytes(),
                _ => Skip<object>(input, type),
            };
        }

        return type[(type.LastIndexOf('/') + 1)..] switch
        {
            "google.rpc.ErrorInfo" => WithErrorInfo(details, value),
            "google.rpc.RetryInfo" => WithRetryInfo(details, value),
            _ => details,
        };
    }

    private static StatusDetails WithErrorInfo(StatusDetails details, ByteString message)
    {
        var reason = "";
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, input) in Fields(message.CreateCodedInput()))
        {
            switch (field)
            {
                case 1: reason = input.ReadString(); break;
                case 3: AddEntry(metadata, input.ReadBytes()); break;
                default: input.SkipLastField(); break;
            }
        }

        return details with { Reason = reason, Metadata = metadata };
    }

    private static void AddEntry(Dictionary<string, string> metadata, ByteString entry)
    {
        string key = "", value = "";
        foreach (var (field, input) in Fields(entry.CreateCodedInput()))
        {
            switch (field)
            {
                case 1: key = input.ReadString(); break;
                case 2: value = input.ReadString(); break;
                default: input.SkipLastField(); break;
            }
        }

        metadata[key] = value;
    }

    private static StatusDetails WithRetryInfo(StatusDetails details, ByteString message)
    {
        var delay = TimeSpan.Zero;
        foreach (var (field, input) in Fields(message.CreateCodedInput()))
        {
            if (field == 1)
                delay = ReadDuration(input.ReadBytes());
            else
                input.SkipLastField();
        }

        return details with { RetryDelay = delay };
    }

    private static TimeSpan ReadDuration(ByteString message)
    {
        var duration = Google.Protobuf.WellKnownTypes.Duration.Parser.ParseFrom(message);
        // A Duration may hold 10,000 years, a TimeSpan may not; nobody waits that long either.
        return duration.Seconds > (long)TimeSpan.FromDays(1).TotalSeconds ? TimeSpan.FromDays(1) : duration.ToTimeSpan();
    }

    private static IEnumerable<(int Field, CodedInputStream Input)> Fields(CodedInputStream input)
    {
        while (input.ReadTag() is var tag and not 0)
            yield return (WireFormat.GetTagFieldNumber(tag), input);
    }

    private static T Skip<T>(CodedInputStream input, T unchanged)
    {
        input.SkipLastField();
        return unchanged;
    }
}
