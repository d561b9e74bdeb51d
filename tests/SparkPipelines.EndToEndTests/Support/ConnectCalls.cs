using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>A stranger's call to a Spark Connect server, below any client of ours.</summary>
internal static class ConnectCalls
{
    /// <summary>The call got past the authentication.</summary>
    public const string Answered = "answered";

    /// <summary>There is no such service.</summary>
    public const string Unavailable = "Unavailable";

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static readonly Method<byte[], byte[]> Config =
        new(MethodType.Unary, "spark.connect.SparkConnectService", "Config", Bytes, Bytes);

    /// <summary><see cref="Answered"/>, or the gRPC status that refused it.</summary>
    public static async Task<string> ConfigAsync(int port, string? token)
    {
        using var channel = GrpcChannel.ForAddress(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
        var headers = new Metadata();
        if (token != null) headers.Add("authorization", $"Bearer {token}");
        try
        {
            AsyncUnaryCall<byte[]> call = channel.CreateCallInvoker().AsyncUnaryCall(Config, null, new CallOptions(headers), []);
            await call.ResponseAsync;
            return Answered;
        }
        catch (RpcException failure) when (failure.Status.DebugException != null)
        {
            return Unavailable; // The connection failed, or whoever listens there does not speak gRPC.
        }
        catch (RpcException failure) when (failure.StatusCode is not (StatusCode.Unauthenticated or StatusCode.Unavailable))
        {
            return Answered; // An empty request is no good one; its being read is the point.
        }
        catch (RpcException failure)
        {
            return failure.StatusCode.ToString();
        }
    }
}
