namespace SparkPipelines.Sql.Connect;

/// <summary>What this client calls itself towards the server, for its logs: as Spark's own clients do, with product and version pairs.</summary>
internal static class ClientType
{
    private static readonly string Own =
        $"_SPARK_CONNECT_DOTNET sparkpipelines/{typeof(ClientType).Assembly.GetName().Version?.ToString(3)} dotnet/{Environment.Version} os/{OperatingSystemName}";

    private static string OperatingSystemName =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux" : "other";

    public static string Of(string? userAgent) => userAgent is null ? Own : $"{userAgent} {Own}";
}
