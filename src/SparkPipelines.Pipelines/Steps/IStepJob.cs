namespace SparkPipelines.Pipelines;

/// <summary>
/// What a step does: a class of the application with a constructor without parameters. It runs in process, or in a process of its own under
/// spark-submit, so it must get all it needs from its <see cref="Run"/>.
/// </summary>
public interface IStepJob
{
    /// <summary>Reads the inputs and writes the outputs of the run. The step has failed when this throws.</summary>
    /// <param name="run">Inputs, outputs, arguments, the Spark session, the log.</param>
    /// <param name="cancellationToken">Cancelled when the run is to stop.</param>
    Task RunAsync(Run run, CancellationToken cancellationToken);
}
