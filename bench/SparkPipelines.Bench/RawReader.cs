using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using Spark.Connect;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Plans;
using DataFrame = SparkPipelines.Sql.DataFrame;

namespace SparkPipelines.Bench;

/// <summary>
/// Asks a server for the rows of a frame and drops the bytes as they come: no gRPC, no Arrow, nothing of this project but the plan.
/// </summary>
/// <remarks>The execution is reattachable, as every client's: of one that is not the server keeps the whole result.</remarks>
internal sealed class RawReader(string remote) : IDisposable
{
    private const int WindowBytes = 16 * 1024 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler { InitialHttp2StreamWindowSize = WindowBytes, UseProxy = false });
    private readonly ConnectionString _connection = ConnectionString.Parse(remote, "the benchmark's argument", _ => null);
    private readonly byte[] _buffer = new byte[1 << 20];

    /// <summary>How many bytes came.</summary>
    public async Task<long> ReadAsync(DataFrame frame)
    {
        var plan = new ExecutePlanRequest
        {
            SessionId = frame.SparkSession.SessionId,
            UserContext = new(),
            OperationId = Guid.NewGuid().ToString(),
            Plan = frame.Relation.ToPlan(),
            RequestOptions = { new ExecutePlanRequest.Types.RequestOption { ReattachOptions = new() { Reattachable = true } } },
        };
        var body = new byte[5 + plan.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(1), body.Length - 5);
        plan.WriteTo(body.AsSpan(5));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_connection.Address, "/spark.connect.SparkConnectService/ExecutePlan"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/grpc") } },
        };
        request.Headers.TE.Add(new("trailers"));
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();
        var total = 0L;
        while (await stream.ReadAsync(_buffer) is > 0 and var read)
            total += read;
        return response.TrailingHeaders.TryGetValues("grpc-status", out var status) && status.Single() == "0"
            ? total
            : throw new InvalidOperationException($"The server refused the plan: {string.Join(' ', response.Headers.Concat(response.TrailingHeaders).Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))}");
    }

    public void Dispose() => _client.Dispose();
}
