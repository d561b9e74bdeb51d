using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>What a file that is handed to the session is for.</summary>
public enum ArtifactKind
{
    /// <summary>A file that executors find in their working directory.</summary>
    File,

    /// <summary>A jar on the class path of the session's executors and its driver.</summary>
    Jar,

    /// <summary>An archive that executors unpack in their working directory.</summary>
    Archive,
}

public sealed partial class SparkSession
{
    /// <summary>Hands files to the session, for as long as it lives; a file that it has already is not sent again.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void AddArtifacts(ArtifactKind kind, params string[] paths) => Blocking.Wait(() => AddArtifactsAsync(kind, paths));

    /// <inheritdoc cref="AddArtifacts"/>
    public Task AddArtifactsAsync(ArtifactKind kind, IEnumerable<string> paths, CancellationToken cancellationToken = default) =>
        Engine.AddArtifactsAsync([.. paths.Select(path => Artifact(kind, path))], cancellationToken);

    /// <summary>Hands one file to the session, for as long as it lives.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void AddArtifact(string path, ArtifactKind kind = ArtifactKind.File) => AddArtifacts(kind, path);

    /// <inheritdoc cref="AddArtifact"/>
    public Task AddArtifactAsync(string path, ArtifactKind kind = ArtifactKind.File, CancellationToken cancellationToken = default) =>
        AddArtifactsAsync(kind, [path], cancellationToken);

    /// <summary>Copies a file of this machine to the server's file system, the one of <c>fs.defaultFS</c>, in the place of what is there.</summary>
    /// <param name="localPath">The file.</param>
    /// <param name="destPath">Where to: a path from the root, with <c>/</c>, without scheme and host.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="SparkException">
    /// The server's file system is its own disk, where it lets no client write unless the session has <c>spark.sql.artifact.copyFromLocalToFs.allowDestLocal</c>
    /// set to true; on 3.5 the server must have been started with <c>spark.connect.copyFromLocalToFs.allowDestLocal</c>.
    /// </exception>
    public void CopyFromLocalToFs(string localPath, string destPath) => Blocking.Wait(() => CopyFromLocalToFsAsync(localPath, destPath));

    /// <inheritdoc cref="CopyFromLocalToFs"/>
    public Task CopyFromLocalToFsAsync(string localPath, string destPath, CancellationToken cancellationToken = default)
    {
        if (!destPath.StartsWith('/'))
            throw new ArgumentException($"'{destPath}' is no path from the root of the server's file system, such as '/data/{Path.GetFileName(localPath)}'.", nameof(destPath));
        var file = LocalFile(localPath, "copied to the server");
        return Engine.AddArtifactsAsync([new EngineArtifact(EngineArtifact.ForwardToFs + destPath, file.OpenRead, file.Length)], cancellationToken);
    }

    /// <summary>Runs a command in a data source's own language, such as a statement that a database has and Spark has not.</summary>
    /// <param name="runner">The class that runs it, an <c>ExternalCommandRunner</c> on the server.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">What the runner wants to know.</param>
    public DataFrame ExecuteCommand(string runner, string command, IEnumerable<KeyValuePair<string, string>> options) =>
        Blocking.Wait(() => ExecuteCommandAsync(runner, command, options));

    /// <inheritdoc cref="ExecuteCommand"/>
    public async Task<DataFrame> ExecuteCommandAsync(
        string runner, string command, IEnumerable<KeyValuePair<string, string>> options, CancellationToken cancellationToken = default)
    {
        var external = new Proto.ExecuteExternalCommand { Runner = runner, Command = command };
        foreach (var (key, value) in options)
            external.Options[key] = value;
        return ResultOf(await RunAsync(new Proto.Command { ExecuteExternalCommand = external }, cancellationToken).ConfigureAwait(false));
    }

    private static EngineArtifact Artifact(ArtifactKind kind, string path)
    {
        var file = LocalFile(path, "handed to the session");
        var folder = kind switch
        {
            ArtifactKind.File => "files",
            ArtifactKind.Jar => "jars",
            ArtifactKind.Archive => "archives",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An artifact is a file, a jar or an archive."),
        };
        return new EngineArtifact($"{folder}/{file.Name}", file.OpenRead, file.Length);
    }

    private static FileInfo LocalFile(string path, string purpose)
    {
        var file = new FileInfo(path);
        return file.Exists ? file : throw new FileNotFoundException($"The file '{path}' can't be {purpose}: it is not there.", path);
    }
}
