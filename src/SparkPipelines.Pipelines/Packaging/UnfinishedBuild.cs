namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// A build that must be told of when it is broken off: it may have left half a file that is newer than what it is made from, and that the
/// next build would take for finished. The projects of such builds are kept in one file; who has the lock of the builds may use it.
/// </summary>
internal sealed class UnfinishedBuild
{
    private const int KilledExitCode = 128; // And more, by the signal.

    /// <summary>Has the target Clean delete whole folders: it deletes only what a build has written down at its end.</summary>
    private const string Targets = """
        <Project>
          <Target Name="DeleteIntermediateFolder" AfterTargets="CoreClean">
            <PropertyGroup>
              <_IntermediateFolder>$([MSBuild]::NormalizeDirectory('$(MSBuildProjectDirectory)', '$(IntermediateOutputPath)'))</_IntermediateFolder>
              <_IntermediateParent>$([MSBuild]::NormalizeDirectory('$(MSBuildProjectDirectory)', '$(BaseIntermediateOutputPath)'))</_IntermediateParent>
            </PropertyGroup>
            <RemoveDir Directories="$(_IntermediateFolder)"
                       Condition="'$(_IntermediateFolder)' != '$(_IntermediateParent)' and $(_IntermediateFolder.StartsWith('$(_IntermediateParent)'))" />
          </Target>
        </Project>
        """;

    private readonly IReadOnlySet<string> _projects;

    private UnfinishedBuild(IReadOnlySet<string> projects, bool followsABrokenOne) => (_projects, FollowsABrokenOne) = (projects, followsABrokenOne);

    /// <summary>One of the projects was being built when a build was broken off, so that everything is to be built anew.</summary>
    public bool FollowsABrokenOne { get; }

    private static string ListFile => ToolCache.Folder("jobs", "unfinished");

    public static UnfinishedBuild Begin(string project)
    {
        IReadOnlySet<string> projects = JobInputs.Projects(project);
        HashSet<string> unfinished = Read();
        bool followsABrokenOne = unfinished.Overlaps(projects);
        unfinished.UnionWith(projects);
        Write(unfinished);
        return new UnfinishedBuild(projects, followsABrokenOne);
    }

    /// <summary>
    /// Arguments of <c>dotnet build</c> that delete whatever the project and those that it refers to have compiled. What is copied from there is
    /// compared with it by size and time, and so needs no deletion.
    /// </summary>
    /// <param name="temporary">A folder for a file that the build reads.</param>
    public static string[] CleanArguments(string temporary)
    {
        string file = Path.Combine(temporary, "DeleteIntermediateFolder.targets");
        File.WriteAllText(file, Targets);
        return ["-t:Clean", $"-p:CustomAfterMicrosoftCommonTargets={file}"];
    }

    /// <param name="exitCode">A build that failed by itself has cleaned up after itself; one that was killed has not.</param>
    public void End(int exitCode)
    {
        if (exitCode >= KilledExitCode || (exitCode != 0 && FollowsABrokenOne)) return;
        HashSet<string> unfinished = Read();
        unfinished.ExceptWith(_projects);
        Write(unfinished);
    }

    private static HashSet<string> Read() => File.Exists(ListFile) ? [.. File.ReadAllLines(ListFile)] : [];

    private static void Write(HashSet<string> projects)
    {
        projects.RemoveWhere(project => !File.Exists(project));
        string aside = ListFile + ".new";
        File.WriteAllLines(aside, projects.Order(StringComparer.Ordinal));
        File.Move(aside, ListFile, overwrite: true);
    }
}
