using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>A job as <c>dotnet publish</c> leaves it.</summary>
/// <param name="Name">What Spark shows as the application's name unless told otherwise.</param>
/// <param name="Folder">The publish folder.</param>
/// <param name="Program">The file in it that is the job: an assembly, or the executable of a self-contained publish.</param>
/// <param name="Runtime">The platform that it is packaged for; null for all that it was published for.</param>
internal sealed record PublishedJob(string Name, string Folder, string Program, string? Runtime)
{
    public string ProgramPath => Path.Combine(Folder, Program);

    /// <summary>Needs no .NET where it runs.</summary>
    public bool IsSelfContained => !Program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    /// <summary>Full paths, in an order that is always the same.</summary>
    public IEnumerable<string> Files => RuntimeFolders.FilesFor(Folder, Runtime);

    /// <summary>The job whose assembly is <paramref name="assembly"/>, with all that lies beside it.</summary>
    public static PublishedJob FromAssembly(string assembly, string? runtime)
    {
        string path = Path.GetFullPath(assembly);
        if (!File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json")))
        {
            throw new SubmitException(SubmitExitCode.NoJob,
                $"'{assembly}' is not a program that 'dotnet' can start: it lacks {Path.GetFileNameWithoutExtension(path)}.runtimeconfig.json.");
        }
        return new PublishedJob(Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!, Path.GetFileName(path), runtime);
    }
}
