using SparkPipelines.Sql;

/// <summary>
/// What the runtime calls before <c>Main</c> where DOTNET_STARTUP_HOOKS names this assembly, as the runner has it do; name, place and shape
/// are <see href="https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md">the runtime's</see>.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => DriverWatch.Start();
}
