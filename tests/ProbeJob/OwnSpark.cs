using System.Runtime.InteropServices;
using SparkPipelines.Sql;

/// <summary>A program that names a master and so has a Spark started for it.</summary>
internal static class OwnSpark
{
    /// <summary>Two sessions with the same master and settings, and what they see.</summary>
    public static int Share(string master)
    {
        using SparkSession first = NewBuilder(master, "first").GetOrCreate();
        Console.WriteLine($"{first.Version()} {first.Range(100).Filter("id % 2 = 0").Count()}");
        Console.WriteLine(ReferenceEquals(first, NewBuilder(master, "again").GetOrCreate()));
        using SparkSession second = NewBuilder(master, "second").Config("spark.sql.shuffle.partitions", 3).Create();
        Console.WriteLine(first.Conf().Get("spark.app.id") == second.Conf().Get("spark.app.id"));
        Console.WriteLine($"{first.Conf().Get("spark.sql.shuffle.partitions")} {second.Conf().Get("spark.sql.shuffle.partitions")}");
        string servers = string.Join('\n', Directory.EnumerateFiles("/proc", "cmdline", new EnumerationOptions { IgnoreInaccessible = true, RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(ReadCommand).Where(command => command.Contains("java", StringComparison.Ordinal) && command.Contains("SparkServer", StringComparison.Ordinal)));
        Console.WriteLine($"{servers.Contains("probe.plain=a b", StringComparison.Ordinal)} {servers.Contains("open sesame", StringComparison.Ordinal)}");
        return 0;
    }

    public static int Start(string master, string[] settings)
    {
        try
        {
            Builder builder = SparkSession.Builder().Master(master);
            foreach (string setting in settings)
                builder.Config(setting.Split('=')[0], setting.Split('=')[1]);
            using SparkSession spark = builder.GetOrCreate();
            Console.WriteLine(spark.Version());
            return 0;
        }
        catch (SparkConnectException failure)
        {
            Console.WriteLine(failure.Message);
            return 3;
        }
    }

    /// <summary>Gives up while its Spark starts, and lives on.</summary>
    public static async Task<int> CancelAsync(string master, string folder)
    {
        using var cancel = new CancellationTokenSource();
        Task<SparkSession> start = SparkSession.Builder().Master(master).Config("spark.ui.enabled", false).GetOrCreateAsync(cancel.Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "starting"), "");
        while (!File.Exists(Path.Combine(folder, "cancel"))) await Task.Delay(20);
        await cancel.CancelAsync();
        try
        {
            (await start).Dispose();
            Console.WriteLine("started");
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("canceled");
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "canceled"), "");
        while (!File.Exists(Path.Combine(folder, "end"))) await Task.Delay(20);
        return 0;
    }

    /// <summary>Takes the first Ctrl-C for its own and works on; the next one ends it.</summary>
    public static async Task<int> OutliveInterruptAsync(string master, string folder)
    {
        using SparkSession spark = SparkSession.Builder().Master(master).Config("spark.ui.enabled", false).GetOrCreate();
        Console.WriteLine(spark.Range(10).Count());
        var interrupted = new TaskCompletionSource();
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            interrupted.TrySetResult();
        }))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "ready"), "");
            await interrupted.Task;
        }
        Console.WriteLine(spark.Range(20).Count());
        await File.WriteAllTextAsync(Path.Combine(folder, "again"), "");
        await Task.Delay(TimeSpan.FromMinutes(5));
        return 1;
    }

    private static Builder NewBuilder(string master, string name) => SparkSession.Builder().AppName(name).Master(master)
        .Config("spark.ui.enabled", false).Config("spark.probe.password", "open sesame").Config("spark.probe.plain", "a b");

    private static string ReadCommand(string file)
    {
        try
        {
            return File.ReadAllText(file).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // The process has ended meanwhile.
        }
    }
}
