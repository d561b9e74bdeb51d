using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines.Packaging;

internal enum JobKind
{
    Project,
    Assembly,
    Jar,
}

/// <summary>What a user names as JOB: a folder with one project, a project, a program's assembly, or a jar.</summary>
internal sealed record JobReference(JobKind Kind, string Path)
{
    private static readonly string[] ProjectExtensions = [".csproj", ".fsproj", ".vbproj"];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <exception cref="SubmitException">There is nothing there, or nothing that is a job.</exception>
    public static JobReference Find(string job)
    {
        string path = System.IO.Path.GetFullPath(job);
        if (Directory.Exists(path)) return new JobReference(JobKind.Project, OnlyProjectIn(job, path));
        if (!File.Exists(path)) throw new SubmitException(SubmitExitCode.NoJob, $"There is no job '{job}': no such file or folder.");
        string extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        return extension switch
        {
            ".dll" => new JobReference(JobKind.Assembly, path),
            ".jar" => new JobReference(JobKind.Jar, path),
            _ when ProjectExtensions.Contains(extension) => new JobReference(JobKind.Project, path),
            _ => throw new SubmitException(SubmitExitCode.NoJob,
                $"'{job}' is no job; name a folder with a project, a project file, a .dll or a .jar."),
        };
    }

    private static string OnlyProjectIn(string job, string folder)
    {
        string[] projects = [.. Directory.EnumerateFiles(folder)
            .Where(file => ProjectExtensions.Contains(System.IO.Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)];
        return projects switch
        {
            [string only] => only,
            [] => throw new SubmitException(SubmitExitCode.NoJob, $"The folder '{job}' holds no project and so no job."),
            _ => throw new SubmitException(SubmitExitCode.NoJob,
                $"The folder '{job}' holds several projects ({string.Join(", ", projects.Select(System.IO.Path.GetFileName))}); name one of them."),
        };
    }
}
