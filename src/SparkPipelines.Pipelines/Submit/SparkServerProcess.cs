using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>
/// The spark-submit process with <c>SparkServer.java</c> in it. It ends when its stdin does, so that the system ends it with this process,
/// however this process ends. What Spark writes is kept in <c>spark.log</c> in the server's temporary folder while it runs.
/// </summary>
internal sealed class SparkServerProcess : StartedSpark
{
    private const string Ready = "sparkpipelines-server ";
    private const int TailLines = 80; // A Java stack trace has its cause at the top.
    private const int TokenBytes = 32;
    private const string JavaOptions = "SPARK_SUBMIT_OPTS";
    private const string TemporaryFolderOption = "-Djava.io.tmpdir=";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly string? _temporary;
    private readonly Lock _lock = new();
    private readonly Queue<string> _tail = [];
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _pumps;
    private StreamWriter? _log;
    private string[] _folders = [];
    private int _port;

    private SparkServerProcess(Process process, string? temporary)
    {
        _process = process;
        _temporary = temporary;
        _pumps = Task.WhenAll(PumpAsync(process.StandardOutput), PumpAsync(process.StandardError));
    }

    public override int Port => _port;

    public override string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    public override bool HasExited => _process.HasExited;

    public static SparkServerProcess Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment) start.Environment[name] = value;
        string? temporary = CreateTemporary(start.Environment);
        try
        {
            return new SparkServerProcess(Process.Start(start)!, temporary);
        }
        catch
        {
            if (temporary != null) Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <summary>Hands over the token and the settings that no command line may show, and waits for the port.</summary>
    /// <exception cref="SparkServerEndedException">Spark ended before.</exception>
    public async Task WaitUntilReadyAsync(IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"{Token}\n");
        foreach ((string key, string value) in settings)
            text.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}={value}"))).Append('\n');
        try
        {
            await _process.StandardInput.WriteAsync(text.Append('\n'), cancellationToken).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended, which shows below, with its own words.
            await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }

        Task ended = _process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(_ready.Task, ended).ConfigureAwait(false) == ended)
        {
            await ended.ConfigureAwait(false);
            await _pumps.WaitAsync(cancellationToken).ConfigureAwait(false);
            throw new SparkServerEndedException(_process.ExitCode, string.Join('\n', _tail));
        }

        string[] words = (await _ready.Task.ConfigureAwait(false)).Split(' ', 2);
        _port = int.Parse(words[0], CultureInfo.InvariantCulture);
    }

    public override async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await _pumps.ConfigureAwait(false);
        lock (_lock) _log?.Dispose();
        // There only when the server was killed, or did not get as far as to take them over.
        foreach (string folder in _folders.Append(_temporary).OfType<string>().Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
        _process.Dispose();
    }

    /// <summary>
    /// Where the server has its temporary files, so that they go even when it is killed; it deletes the folder itself when this process is gone. Null where the
    /// user says where they shall be.
    /// </summary>
    private static string? CreateTemporary(IDictionary<string, string?> environment)
    {
        string others = environment[JavaOptions] ?? "";
        if (others.Contains(TemporaryFolderOption, StringComparison.Ordinal)) return null;
        string folder = OwnedFolders.CreateTemporary().FullName;
        environment[JavaOptions] = $"\"{TemporaryFolderOption}{folder}\" {others}".Trim();
        return folder;
    }

    private async Task PumpAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_lock)
            {
                if (line.StartsWith(Ready, StringComparison.Ordinal)) OpenLog(line[Ready.Length..]);
                else Keep(line);
            }
        }
    }

    private void OpenLog(string ready)
    {
        _folders = ready.Split(' ', 2)[1].Split(Path.PathSeparator);
        _log = new StreamWriter(Path.Combine(_folders[0], "spark.log")) { AutoFlush = true };
        foreach (string line in _tail) _log.WriteLine(line);
        _ready.TrySetResult(ready);
    }

    private void Keep(string line)
    {
        _log?.WriteLine(line);
        _tail.Enqueue(line);
        if (_tail.Count > TailLines) _tail.Dequeue();
    }
}

/// <summary>The server's process has ended before it was ready; the message is the end of what it wrote.</summary>
internal sealed class SparkServerEndedException(int exitCode, string output) : Exception(output)
{
    public int ExitCode { get; } = exitCode;
}
