using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>TLS on one side only, and certificates that don't do: one clear error, and no repetition that can't help.</summary>
public sealed class TlsTests
{
    [Theory]
    [MemberData(nameof(Faulty.EverySpark), MemberType = typeof(Faulty))]
    public async Task Create_TlsToAPlainServer_SaysSo(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        await using var proxy = new FaultProxy(server.Host, server.Port);

        var error = await Should.ThrowAsync<SparkConnectException>(() => Faulty.SessionAsync($"{proxy.Remote}/;use_ssl=true"));

        error.Message.ShouldBe(
            $"The Spark at {proxy.Remote} can't be reached: TLS with it fails (Cannot determine the frame size or a corrupted frame was received); if it speaks "
            + "none, add ;use_ssl=false to the connection string.");
        proxy.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Create_PlainToATlsServer_SaysSo()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        using var certificate = Certificate("localhost");
        await using var proxy = new FaultProxy(server.Host, server.Port, certificate);

        var error = await Should.ThrowAsync<SparkConnectException>(() => Faulty.SessionAsync(proxy.Remote, Faulty.Hasty));

        error.Message.ShouldBe(
            $"The Spark at {proxy.Remote} can't be reached: it closes connections without a word; if it speaks TLS, add ;use_ssl=true to the connection string.");
    }

    [Fact]
    public async Task Create_CertificateOfNobodyKnown_NamesTheReason()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        using var certificate = Certificate("localhost");
        await using var proxy = new FaultProxy(server.Host, server.Port, certificate);

        var error = await Should.ThrowAsync<SparkConnectException>(() => Faulty.SessionAsync($"{proxy.Remote}/;use_ssl=true;token=hunter2"));

        error.Message.ShouldBe($"The Spark at {proxy.Remote} can't be reached: its certificate is not trusted on this machine (UntrustedRoot).");
        error.ToString().ShouldNotContain("hunter2");
        proxy.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Create_CertificateForAnotherHost_NamesBoth()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        using var certificate = Certificate("spark.example");
        await using var proxy = new FaultProxy(server.Host, server.Port, certificate);

        var error = await Should.ThrowAsync<SparkConnectException>(() => Faulty.SessionAsync($"{proxy.Remote}/;use_ssl=true"));

        error.Message.ShouldBe(
            $"The Spark at {proxy.Remote} can't be reached: its certificate is for 'spark.example', not for 'localhost', and is not trusted on this machine "
            + "(UntrustedRoot).");
        proxy.Connections.ShouldBe(1);
    }

    private static X509Certificate2 Certificate(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
