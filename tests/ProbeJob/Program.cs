// A job that does what its first argument says, so that the tests see each way a job can go.
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SparkPipelines.Sql;

string[] rest = args[1..];
switch (args[0])
{
    case "exit":
        Console.WriteLine(JsonSerializer.Serialize(rest[1..]));
        return int.Parse(rest[0], CultureInfo.InvariantCulture);
    case "throw":
        throw new InvalidOperationException("the probe throws");
    case "environment":
        Console.WriteLine(JsonSerializer.Serialize(rest.ToDictionary(name => name, Environment.GetEnvironmentVariable)));
        return 0;
    case "count":
        using (SparkSession spark = SparkSession.Builder().GetOrCreate())
            Console.WriteLine($"{spark.Version()} {spark.Range(100).Filter("id % 2 = 0").Count()}");
        return 0;
    case "settings":
        using (SparkSession spark = SparkSession.Builder().GetOrCreate())
        {
            foreach (string name in rest) Console.WriteLine($"{name}={spark.Conf().Get(name, null)}");
        }
        return 0;
    case "own-spark":
        return OwnSpark.Share(rest[0]);
    case "own-spark-settings":
        return OwnSpark.Start(rest[0], rest[1..]);
    case "own-spark-wait":
        using (SparkSession spark = SparkSession.Builder().Master(rest[0]).Config("spark.ui.enabled", false).GetOrCreate())
        {
            Console.WriteLine(spark.Range(10).Count());
            await WaitAsync(rest[1]);
        }
        return 1;
    case "own-spark-cancel":
        return await OwnSpark.CancelAsync(rest[0], rest[1]);
    case "own-spark-interrupt":
        return await OwnSpark.OutliveInterruptAsync(rest[0], rest[1]);
    case "wait":
        await WaitAsync(rest[0]);
        return 1;
    case "ignore-signals":
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true))
            await WaitAsync(rest[0]);
        return 1;
    default:
        Console.Error.WriteLine($"probe: what is '{args[0]}'?");
        return 2;
}

// Says in folder/ready that it is there and what it knows, waits to be ended, and says in folder/ended that it was in an orderly way.
static async Task WaitAsync(string folder)
{
    AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(Path.Combine(folder, "ended"), "");
    var state = new Dictionary<string, string?>
    {
        ["pid"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        ["remote"] = Environment.GetEnvironmentVariable("SPARK_REMOTE"),
        ["token"] = Environment.GetEnvironmentVariable("SPARK_CONNECT_AUTHENTICATE_TOKEN"),
        ["program"] = Environment.GetCommandLineArgs()[0],
    };
    await File.WriteAllTextAsync(Path.Combine(folder, "ready.part"), JsonSerializer.Serialize(state));
    File.Move(Path.Combine(folder, "ready.part"), Path.Combine(folder, "ready"));
    await Task.Delay(TimeSpan.FromMinutes(5));
}
