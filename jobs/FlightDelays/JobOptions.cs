using System.Globalization;

namespace FlightDelays;

/// <summary>The job's command line: <c>[--year YEAR] [--data FOLDER] [--workspace FOLDER]</c>.</summary>
internal sealed record JobOptions(int Year, string DataFolder, string WorkspaceFolder)
{
    private const string Usage = "usage: FlightDelays [--year 2013] [--data FOLDER] [--workspace FOLDER]";

    public static JobOptions Parse(string[] arguments)
    {
        var year = 2013;
        string? data = null;
        var workspace = Path.Combine("results", "FlightDelays");
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new ArgumentException($"'{arguments[i]}' needs a value; {Usage}.");
            switch (arguments[i])
            {
                case "--year":
                    year = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--data":
                    data = value;
                    break;
                case "--workspace":
                    workspace = value;
                    break;
                default:
                    throw new ArgumentException($"'{arguments[i]}' is not known; {Usage}.");
            }
        }

        return new JobOptions(year, Path.GetFullPath(data ?? FindData()), Path.GetFullPath(workspace));
    }

    /// <summary>The folder data/nycflights13 of the project, found from the current folder or the program's upwards.</summary>
    private static string FindData()
    {
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var candidate = Path.Combine(folder, "data", "nycflights13");
                if (Directory.Exists(candidate))
                    return candidate;
            }
        }

        throw new DirectoryNotFoundException($"There is no folder data/nycflights13 above '{Directory.GetCurrentDirectory()}'; name it with --data; {Usage}.");
    }
}
