using System.Globalization;
using System.IO.Compression;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>Files that are handed to a session more than once.</summary>
public sealed class ArtifactTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("artifacts-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SparkMajor, int, ArtifactKind> Cases => new MatrixTheoryData<SparkMajor, int, ArtifactKind>(
        [SparkMajor.Spark4, SparkMajor.Spark3], [1_000, 1_000_000], [ArtifactKind.File, ArtifactKind.Jar, ArtifactKind.Archive]);

    /// <summary>On Spark 4.0 and newer the client's memory and the server's own answer come to the same; this is the server's, as another client meets it.</summary>
    [Theory]
    [InlineData(SparkMajor.Spark4, "[ARTIFACT_ALREADY_EXISTS] The artifact files/{0} already exists. Please choose a different name for the new artifact because it cannot be overwritten. SQLSTATE: 42713")]
    [InlineData(SparkMajor.Spark3, "The Spark at {1} refuses the artifacts 'files/{0}': before 4.0 a session takes each name once, and one is there already, from another client or from before the connection broke. A new session takes them.")]
    public async Task AddArtifact_NameThatAnotherClientOfTheSessionTook_IsRefused(SparkMajor major, string message)
    {
        var server = await SparkServer.GetAsync(major);
        var remote = $"{server.Remote}/;session_id={Guid.NewGuid()}";
        await using var one = new SparkSession(await Transfers.EngineAsync(remote));
        await using var other = new SparkSession(await Transfers.EngineAsync(remote));
        var name = $"a{Guid.NewGuid():N}.zip";
        await one.AddArtifactAsync(Write(name, 1000, seed: 1), cancellationToken: Token);

        var error = await Should.ThrowAsync<SparkException>(() => other.AddArtifactAsync(Write(name, 1000, seed: 2), cancellationToken: Token));

        error.Message.ShouldBe(string.Format(CultureInfo.InvariantCulture, message, name, server.Remote));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AddArtifact_SameFileTwice_IsTaken(SparkMajor major, int length, ArtifactKind kind)
    {
        await using var spark = await Sparks.NewSessionAsync(major);
        var file = Write($"a{Guid.NewGuid():N}.zip", length, seed: 1);

        await spark.AddArtifactAsync(file, kind, Token);
        await spark.AddArtifactAsync(file, kind, Token);
        await spark.AddArtifactsAsync(kind, [file, file], Token);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => spark.AddArtifactAsync(file, kind, Token)));

        spark.Range(2).Count().ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AddArtifact_OtherContentUnderTheSameName_IsRefusedByName(SparkMajor major, int length, ArtifactKind kind)
    {
        await using var spark = await Sparks.NewSessionAsync(major);
        var name = $"a{Guid.NewGuid():N}.zip";
        await spark.AddArtifactAsync(Write(name, length, seed: 1), kind, Token);

        var error = await Should.ThrowAsync<SparkException>(() => spark.AddArtifactAsync(Write(name, length, seed: 2), kind, Token));

        var folder = kind switch { ArtifactKind.File => "files", ArtifactKind.Jar => "jars", _ => "archives" };
        error.Message.ShouldBe(
            $"[ARTIFACT_ALREADY_EXISTS] The artifact {folder}/{name} already exists. Please choose a different name for the new artifact because it cannot be overwritten. SQLSTATE: 42713");
        error.ErrorClass.ShouldBe("ARTIFACT_ALREADY_EXISTS");
    }

    private string Write(string name, int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        var path = Path.Combine(_folder, name);
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("data.bin", CompressionLevel.NoCompression).Open();
        entry.Write(bytes);
        return path;
    }
}
