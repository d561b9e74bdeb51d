using System.Diagnostics;
using System.Globalization;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Tests.Session;

/// <summary>What a process leaves goes once it is dead for certain, and not before.</summary>
public sealed class OwnedFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("owned-").FullName;

    private static string Own => ProcessMark.Own ?? Skip();

    /// <summary>A process that had this one's number before it.</summary>
    private static string Dead => Change(3, start => start - 1);

    [Fact]
    public void ProcessMark_OfThisProcess_IsNotGone()
    {
        ProcessMark.Of(Environment.ProcessId).ShouldBe(Own);
        ProcessMark.IsCertainlyGone(Own).ShouldBeFalse();
        ProcessMark.IsCertainlyGone(Dead).ShouldBeTrue();
        ProcessMark.TryRead(Own + "-rest", out string? mark).ShouldBeTrue();
        mark.ShouldBe(Own);
        ProcessMark.TryRead("training-1", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task ProcessMark_OfAProcessThatEnds_IsGoneThen()
    {
        _ = Own;
        using var process = Process.Start(new ProcessStartInfo("sleep", ["60"]))!;
        string mark = ProcessMark.Of(process.Id)!;
        ProcessMark.IsCertainlyGone(mark).ShouldBeFalse();
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        ProcessMark.IsCertainlyGone(mark).ShouldBeTrue();
    }

    [Fact]
    public void ProcessMark_OfAnotherBootOrContainer_IsNotKnownToBeGone()
    {
        ProcessMark.IsCertainlyGone(Change(1, space => space + 1)).ShouldBeFalse();
        ProcessMark.IsCertainlyGone("00000000" + Dead[8..]).ShouldBeFalse();
    }

    [Fact]
    public void CreateTemporary_RemovesWhatTheDeadHaveLeft()
    {
        string dead = Create($"sparkpipelines-{Dead}-abc");
        File.WriteAllText(Path.Combine(dead, "spill"), "x");
        string sparks = Create("spark-1"), elsewhere = Create("else/spark-2"), other = Create("other");
        File.WriteAllLines(Path.Combine(dead, "spark-folders"), [sparks, elsewhere, other, Path.Combine(_folder, "spark-absent")]);
        string living = Create($"sparkpipelines-{Own}-abc"), nobodys = Create("sparkpipelines-abc"), foreign = Create($"sparkpipelines-00000000{Dead[8..]}-abc");
        string shared = Create($"sparkpipelines-{Dead}-def");
        File.WriteAllText(Path.Combine(shared, $".owner-{Own}"), "");
        string sharedByDead = Create($"sparkpipelines-{Dead}-ghi");
        File.WriteAllText(Path.Combine(sharedByDead, $".owner-{Dead}"), "");
        string target = Create("target");
        Directory.CreateSymbolicLink(Path.Combine(_folder, $"sparkpipelines-{Dead}-link"), target);
        File.WriteAllText(Path.Combine(target, "kept"), "");

        string made = OwnedFolders.CreateTemporary(_folder).FullName;

        Path.GetFileName(made).ShouldStartWith($"sparkpipelines-{Own}-");
        Directory.GetDirectories(_folder).Where(path => new DirectoryInfo(path).LinkTarget == null).Order(StringComparer.Ordinal)
            .ShouldBe(new[] { living, nobodys, foreign, shared, target, other, Path.GetDirectoryName(elsewhere)!, made }.Order(StringComparer.Ordinal));
        Directory.Exists(elsewhere).ShouldBeTrue();
        File.Exists(Path.Combine(target, "kept")).ShouldBeTrue();
    }

    [Fact]
    public void SweepAside_RemovesWhatDeadWritersHaveLeftOfThatPathOnly()
    {
        _ = Create($".data.{Dead}-abc");
        _ = Create($"..data.{Dead}-abc.{Dead}-def");
        File.WriteAllText(Path.Combine(_folder, $".data.{Dead}-file"), "");
        string[] kept = [Create($".data.{Own}-abc"), Create($".other.{Dead}-abc"), Create(".data.abc"), Create("data")];

        OwnedFolders.SweepAside(Path.Combine(_folder, "data"));

        Directory.GetFileSystemEntries(_folder).Order(StringComparer.Ordinal).ShouldBe(kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SweepAside_ByManyAtOnce_IsHarmless()
    {
        for (int i = 0; i < 50; i++) File.WriteAllText(Path.Combine(Create($".data.{Dead}-{i}"), "file"), "");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OwnedFolders.SweepAside(Path.Combine(_folder, "data")))));

        // Who lost a folder to another sweeper leaves it to that one; all of them have ended.
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Change(int part, Func<long, long> change)
    {
        string[] parts = Own.Split('-');
        parts[part] = change(long.Parse(parts[part], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        return string.Join('-', parts);
    }

    private static string Skip()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells enough of processes.");
        throw new InvalidOperationException("Linux told nothing of this process.");
    }

    private string Create(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
}
