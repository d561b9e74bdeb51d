using SparkPipelines.Sql.Connect;

namespace SparkPipelines.Sql.Tests.Connect;

public sealed class ConnectionStringTests
{
    [Fact]
    public void Parse_HostAlone_HasDefaults()
    {
        var connection = Parse("sc://myhost.com");

        connection.Location.ShouldBe("sc://myhost.com:15002");
        connection.Address.ShouldBe(new Uri("http://myhost.com:15002"));
        connection.UseTls.ShouldBeFalse();
        connection.Token.ShouldBeNull();
        connection.SessionId.ShouldBeNull();
        connection.UserAgent.ShouldBeNull();
        connection.MaxMessageBytes.ShouldBe(128 * 1024 * 1024);
        connection.Headers.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_EveryParameter_IsRead()
    {
        var connection = Parse(
            "sc://myhost.com:443/;use_ssl=true;token=secret;user_id=J%C3%BCrgen%20%3B;user_agent=my_app;"
            + "session_id=550e8400-e29b-41d4-a716-446655440000;grpc_max_message_size=4096;x-routing=blue%3Dgreen");

        connection.Address.ShouldBe(new Uri("https://myhost.com:443"));
        connection.Token.ShouldBe("secret");
        connection.UserId.ShouldBe("Jürgen ;");
        connection.UserAgent.ShouldBe("my_app");
        connection.SessionId.ShouldBe(Guid.Parse("550e8400-e29b-41d4-a716-446655440000"));
        connection.MaxMessageBytes.ShouldBe(4096);
        connection.Headers.ShouldBe(new Dictionary<string, string> { ["x-routing"] = "blue=green" });
    }

    [Theory]
    [InlineData("sc://myhost.com/;token=t", true)]
    [InlineData("sc://myhost.com/;token=t;use_ssl=false", false)]
    [InlineData("sc://localhost/;token=t", false)]
    [InlineData("sc://127.0.0.1/;token=t", false)]
    [InlineData("sc://[::1]:1234/;token=t", false)]
    [InlineData("sc://localhost/;token=t;use_ssl=true", true)]
    [InlineData("sc://myhost.com/", false)]
    public void Parse_Token_TurnsTlsOnExceptOnThisMachine(string text, bool tls) => Parse(text).UseTls.ShouldBe(tls);

    [Fact]
    public void Parse_Environment_GivesTokenUserAndUserAgent()
    {
        var environment = new Dictionary<string, string>
        {
            ["SPARK_CONNECT_AUTHENTICATE_TOKEN"] = "from-environment",
            ["SPARK_USER"] = "ada",
            ["SPARK_CONNECT_USER_AGENT"] = "notebook",
        };

        var connection = ConnectionString.Parse("sc://localhost:7", "SPARK_REMOTE", environment.GetValueOrDefault);

        connection.Token.ShouldBe("from-environment");
        connection.UserId.ShouldBe("ada");
        connection.UserAgent.ShouldBe("notebook");
        connection.UseTls.ShouldBeFalse();
    }

    [Fact]
    public void ToString_NeverShowsASecret() =>
        $"{Parse("sc://myhost.com/;token=secret;x-key=hidden")}".ShouldBe("sc://myhost.com:15002");

    [Fact]
    public void Parse_Ipv6_KeepsItsBrackets() => Parse("sc://[::1]:1234").Location.ShouldBe("sc://[::1]:1234");

    [Theory]
    [InlineData("http://h", "it must begin with sc://, as in sc://localhost:15002/;user_id=name")]
    [InlineData("sc://", "the host is missing")]
    [InlineData("sc://:15002/", "the host is missing")]
    [InlineData("sc://a b/", "the host 'a b' is not a host name or address")]
    [InlineData("sc://[::1", "the IPv6 host lacks its ']'")]
    [InlineData("sc://h:0/", "the port '0' is not a number from 1 to 65535")]
    [InlineData("sc://h:65536", "the port '65536' is not a number from 1 to 65535")]
    [InlineData("sc://h:x", "the port 'x' is not a number from 1 to 65535")]
    [InlineData("sc://u:secret@h", "user and password have no place before the host; use ;user_id= and ;token=")]
    [InlineData("sc://h:1;token=secret", "a '/' must stand between the port and the first ';'")]
    [InlineData("sc://h:1/path/;token=secret", "a path is not allowed; after the '/' only ';param=value' may follow")]
    [InlineData("sc://h:1/;secret", "parameter 1 has no '='; every parameter is name=value")]
    [InlineData("sc://h:1/;user_id=a;=secret", "parameter 2 has no name before its '='")]
    [InlineData("sc://h:1/;token=", "the parameter 'token' has no value")]
    [InlineData("sc://h:1/;token=secret;token=secret", "the parameter 'token' stands twice")]
    [InlineData("sc://h:1/;bad name=x", "'bad name' can't be a parameter or a gRPC header")]
    [InlineData("sc://h:1/;use_ssl=maybe", "the parameter 'use_ssl' is 'maybe'; it takes true or false")]
    [InlineData("sc://h:1/;session_id=7", "the parameter 'session_id' is '7'; it takes a UUID such as 550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("sc://h:1/;grpc_max_message_size=1k", "the parameter 'grpc_max_message_size' is '1k'; it takes bytes, from 1 to 2147483647")]
    public void Parse_Mistake_IsNamedWithoutSecrets(string text, string problem)
    {
        var error = Should.Throw<ArgumentException>(() => Parse(text));

        error.Message.ShouldBe($"The connection string in Remote can't be used: {problem}.");
        error.Message.ShouldNotContain("secret");
    }

    private static ConnectionString Parse(string text) => ConnectionString.Parse(text, "Remote", _ => null);
}
