using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Spark.Connect;
using SparkPipelines.Sql.Connect;
using Error = Spark.Connect.FetchErrorDetailsResponse.Types.Error;
using Status = Grpc.Core.Status;

namespace SparkPipelines.Sql.Tests.Connect;

public sealed class ErrorTranslatorTests
{
    private const string Location = "sc://host:15002";

    [Fact]
    public async Task Translate_ErrorInfo_GivesTypeConditionStateAndParameters()
    {
        var error = await TranslateAsync(WithDetails(StatusCode.Internal, "[X] short", ErrorInfo("org.apache.spark.SparkArithmeticException", new()
        {
            ["classes"] = """["org.apache.spark.SparkArithmeticException","java.lang.ArithmeticException","java.lang.RuntimeException"]""",
            ["errorClass"] = "DIVIDE_BY_ZERO",
            ["sqlState"] = "22012",
            ["messageParameters"] = """{"config":"\"spark.sql.ansi.enabled\""}""",
            ["stackTrace"] = "org.apache…",
        })));

        error.ShouldBeOfType<SparkArithmeticException>();
        error.Message.ShouldBe("[X] short");
        error.ErrorClass.ShouldBe("DIVIDE_BY_ZERO");
        error.SqlState.ShouldBe("22012");
        error.MessageParameters.ShouldBe(new Dictionary<string, string> { ["config"] = "\"spark.sql.ansi.enabled\"" });
        error.ServerStackTrace.ShouldBe("org.apache…");
        error.Engine.ShouldBe("Spark 4.2.1");
    }

    [Fact]
    public async Task Translate_ParametersCutOff_StillTellsTheError()
    {
        var error = await TranslateAsync(WithDetails(StatusCode.Internal, "m", ErrorInfo("java.lang.Exception", new() { ["messageParameters"] = """{"a":"b""" })));

        error.ShouldBeOfType<SparkException>();
        error.MessageParameters.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("org.apache.spark.sql.catalyst.parser.ParseException", "org.apache.spark.sql.AnalysisException", typeof(ParseException))]
    [InlineData("org.apache.spark.sql.catalyst.analysis.NoSuchTableException", "org.apache.spark.sql.AnalysisException", typeof(AnalysisException))]
    [InlineData("org.apache.spark.SparkNoSuchElementException", "java.util.NoSuchElementException", typeof(SparkIndexException))]
    [InlineData("org.example.Unknown", "java.lang.IllegalArgumentException", typeof(SparkIllegalArgumentException))]
    [InlineData("org.apache.spark.SparkException", "java.lang.Exception", typeof(SparkException))]
    public void Create_NearestKnownAncestor_GivesTheType(string javaClass, string ancestor, System.Type expected) =>
        ErrorKinds.Create([javaClass, ancestor, "java.lang.Throwable"], "m", SparkErrorDetails.None, null).ShouldBeOfType(expected);

    [Fact]
    public void FromErrors_CauseChain_BecomesInnerExceptions()
    {
        var error = ErrorTranslator.FromErrors(
            [
                new Error { ErrorTypeHierarchy = { "org.apache.spark.SparkException" }, Message = "outer", CauseIdx = 1 },
                new Error { ErrorTypeHierarchy = { "java.io.IOException" }, Message = "disk" },
            ],
            0, "Spark 4.2.1");

        error.Message.ShouldBe("outer");
        error.InnerException.ShouldBeOfType<SparkException>().Message.ShouldBe("disk");
    }

    [Fact]
    public void FromErrors_FailedJob_IsToldAsItsTaskToldIt()
    {
        var error = ErrorTranslator.FromErrors(
            [
                new Error { ErrorTypeHierarchy = { "org.apache.spark.SparkException" }, Message = "Job aborted due to stage failure: …", CauseIdx = 1, SparkThrowable = new() },
                new Error
                {
                    ErrorTypeHierarchy = { "org.apache.spark.SparkArithmeticException" },
                    Message = "[DIVIDE_BY_ZERO] Division by zero.",
                    SparkThrowable = new() { ErrorClass = "DIVIDE_BY_ZERO" },
                },
            ],
            0, "Spark 4.2.1");

        error.ShouldBeOfType<SparkArithmeticException>().Message.ShouldBe("[DIVIDE_BY_ZERO] Division by zero.");
    }

    [Fact]
    public void FromErrors_CausesInACircle_End() =>
        ErrorTranslator.FromErrors([new Error { Message = "a", CauseIdx = 1 }, new Error { Message = "b", CauseIdx = 0 }], 0, null).Message.ShouldBe("a");

    [Theory]
    [InlineData(StatusCode.Unauthenticated, "No token", "The Spark at sc://host:15002 refuses the token, or wants one; set it in SPARK_CONNECT_AUTHENTICATE_TOKEN or as ;token= in the connection string.")]
    [InlineData(StatusCode.Unavailable, "refused", "The Spark at sc://host:15002 can't be reached: refused.")]
    [InlineData(StatusCode.ResourceExhausted, "Message exceeds 128.", "A message to or from the Spark at sc://host:15002 exceeds the limit: Message exceeds 128. ;grpc_max_message_size= in the connection string raises it.")]
    [InlineData(StatusCode.DataLoss, "odd", "The call to the Spark at sc://host:15002 failed (DataLoss): odd.")]
    public async Task Translate_StatusAlone_SaysWhatToDo(StatusCode code, string detail, string expected)
    {
        var error = await TranslateAsync(new RpcException(new Status(code, detail)));

        error.ShouldBeOfType<SparkConnectException>().Message.ShouldBe(expected);
    }

    [Fact]
    public void Of_RetryInfo_GivesTheDelay()
    {
        var info = Any.Pack(Duration.FromTimeSpan(TimeSpan.FromSeconds(3)));
        var detail = Detail("google.rpc.RetryInfo", Message((1, info.Value)));

        Retryable.ServerDelay(WithDetails(StatusCode.ResourceExhausted, "wait", detail)).ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Of_TrailerThatIsNoStatus_IsPassedOver() =>
        StatusDetails.Of(new RpcException(new Status(StatusCode.Internal, "m"), new Metadata { { "grpc-status-details-bin", new byte[] { 0xFF, 0xFF } } })).ShouldBeNull();

    private static Task<SparkException> TranslateAsync(RpcException exception) =>
        ErrorTranslator.TranslateAsync(exception, _ => Task.FromResult<FetchErrorDetailsResponse?>(null), Location, "Spark 4.2.1");

    private static RpcException WithDetails(StatusCode code, string message, ByteString detail)
    {
        var status = Message((1, ByteString.Empty), (2, ByteString.CopyFromUtf8(message)), (3, detail));
        return new RpcException(new Status(code, message), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    private static ByteString ErrorInfo(string reason, Dictionary<string, string> metadata) => Detail("google.rpc.ErrorInfo", Message(
    [
        (1, ByteString.CopyFromUtf8(reason)),
        (2, ByteString.CopyFromUtf8("org.apache.spark")),
        .. metadata.Select(entry => (3, Message((1, ByteString.CopyFromUtf8(entry.Key)), (2, ByteString.CopyFromUtf8(entry.Value))))),
    ]));

    private static ByteString Detail(string type, ByteString value) => Message((1, ByteString.CopyFromUtf8("type.googleapis.com/" + type)), (2, value));

    private static ByteString Message(params (int Field, ByteString Value)[] fields)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            foreach (var (field, value) in fields)
            {
                output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(value);
            }
        }

        return ByteString.CopyFrom(stream.ToArray());
    }
}
