using System.IO.Compression;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>The ProbeJob as <c>sparkpipelines package</c> packs it.</summary>
internal static class ProbeJar
{
    /// <summary>Writes the jar, with its <c>job.properties</c> changed where the test wants a broken one.</summary>
    public static async Task<string> WriteAsync(string jar, Func<string, string>? change = null)
    {
        await using Submission package = Submission.StartProgram(
            "dotnet", null, [Repository.Tool, "package", Repository.ProbeJob, "--output", jar, "--runtime", "linux-x64"]);
        SubmissionResult result = await package.WaitForExitAsync();
        result.ExitCode.ShouldBe(0, result.Error);
        if (change == null) return jar;

        await using ZipArchive zip = await ZipFile.OpenAsync(jar, ZipArchiveMode.Update);
        ZipArchiveEntry entry = zip.GetEntry("sparkpipelines/job.properties")!;
        string properties;
        using (var reader = new StreamReader(await entry.OpenAsync())) properties = await reader.ReadToEndAsync();
        entry.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry("sparkpipelines/job.properties").OpenAsync());
        await writer.WriteAsync(change(properties));
        return jar;
    }
}
