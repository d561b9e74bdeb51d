using System.Diagnostics.CodeAnalysis;
using SparkPipelines.Pipelines;
using SparkPipelines.Sql.Engine;

/// <summary>
/// Makes a process of the application a process of one of its steps: .NET calls this before the application's own <c>Main</c>, which then never runs. The
/// application so brings its assemblies, settings and native libraries to the step without any code for it.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime finds the class by this name, outside of any namespace.")]
[SuppressMessage("Naming", "CA1852", Justification = "The runtime's contract.")]
internal static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        // Processes that the step starts are no steps.
        var context = StepContext.FromEnvironment();
        Environment.SetEnvironmentVariable(StepContext.HooksVariable, null);
        if (context?.Job is null)
            return;
        Environment.SetEnvironmentVariable(StepContext.Variable, null);
        var exitCode = Blocking.Wait(() => StepExecution.RunProcessAsync(context));
#pragma warning disable RS0030 // Here the library is the program: returning would start the application's Main.
        Environment.Exit(exitCode);
#pragma warning restore RS0030
    }
}
