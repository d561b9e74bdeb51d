using System.Diagnostics;
using System.Runtime.InteropServices;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

/// <summary>
/// Has a submitted job end in an orderly way: when it is asked to, and when the driver JVM that started it is gone, killed with SIGKILL say,
/// so that no job outlives its Spark.
/// </summary>
/// <remarks>
/// <para>The runner keeps the job's stdin a pipe that nothing is written to; the system closes it with the JVM. The end of stdin is treated as
/// SIGTERM is: the job's own handlers run and may take over; else <see cref="AppDomain.ProcessExit"/> is raised, which the runtime by itself
/// no longer does, and the exit code is 143 (130 for SIGINT). After <see cref="Patience"/> without a driver the process is killed (137).
/// What the driver would have deleted is deleted here.</para>
/// <para>All this is set up before <c>Main</c>, by <see cref="StartupHook"/>, so that it covers a job that never builds a session too. A job
/// published trimmed or as a single file has no startup hooks and sets it up with its session.</para>
/// </remarks>
internal static class DriverWatch
{
    private const string FoldersVariable = "SPARKPIPELINES_DRIVER_FOLDERS";
    private const string HooksVariable = "DOTNET_STARTUP_HOOKS";
    private const int SignalInterrupt = 2;
    private const int SignalTerminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    // A registration ends when it is collected.
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Does nothing in a process that the runner did not start, and nothing the second time.</summary>
    public static void Start()
    {
        string? variable = Environment.GetEnvironmentVariable(FoldersVariable);
        if (variable == null) return;
        string[] folders = variable.Split(Path.PathSeparator);
        // The job lies in there, and lives for some seconds without its driver.
        OwnedFolders.AddOwner(folders[0]);

        // What this process starts has another stdin, whose end means nothing.
        Environment.SetEnvironmentVariable(FoldersVariable, null);
        string[] hooks = (Environment.GetEnvironmentVariable(HooksVariable) ?? "").Split(Path.PathSeparator, 2);
        Environment.SetEnvironmentVariable(HooksVariable, hooks.Length == 2 ? hooks[1] : null);

        // The first to register is the last to be called: by then the job's own handlers have said whether they take over.
        Registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => EndUnlessHandled(context, SignalTerminate)));
        Registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => EndUnlessHandled(context, SignalInterrupt)));
        new Thread(() => Watch(folders)) { IsBackground = true, Name = "SparkPipelines driver watch" }.Start();
    }

    private static void EndUnlessHandled(PosixSignalContext context, int signal)
    {
        if (!context.Cancel) End(signal);
    }

    private static void End(int signal)
    {
#pragma warning disable RS0030 // The one place where the process's end is the purpose.
        Environment.Exit(128 + signal);
#pragma warning restore RS0030
    }

    private static void Watch(string[] folders)
    {
        ReadToEnd();
        Console.Error.WriteLine("The Spark driver is gone; the job ends.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folders);
        if (OperatingSystem.IsWindows()) End(SignalTerminate); // There is no signal to ask with.
        _ = SendSignal(Environment.ProcessId, SignalTerminate);

        // The process is gone before this returns, or it does not listen.
        using var nothing = new ManualResetEventSlim();
        nothing.Wait(Patience);
        Delete(folders);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    private static void ReadToEnd()
    {
        using Stream stdin = Console.OpenStandardInput();
        Span<byte> buffer = stackalloc byte[256];
        while (stdin.Read(buffer) > 0)
        {
            // The runner writes nothing.
        }
    }

    private static void Delete(string[] folders)
    {
        foreach (string folder in folders.Where(Directory.Exists))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // The driver was there after all and has done it.
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"Could not delete '{folder}': {failure.Message}");
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
