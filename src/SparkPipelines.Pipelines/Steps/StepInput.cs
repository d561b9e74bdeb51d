using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>An input of a step: a dataset under a name, or what another step writes.</summary>
public sealed class StepInput
{
    private StepInput(string name, PipelineData? data, NamedInput? dataset)
    {
        Name = name;
        Data = data;
        Dataset = dataset;
    }

    /// <summary>The name by which the step finds it; pipeline data has its own.</summary>
    public string Name { get; }

    /// <summary>The pipeline data; null for a dataset.</summary>
    public PipelineData? Data { get; }

    /// <summary>The dataset; null for pipeline data.</summary>
    public NamedInput? Dataset { get; }

    /// <summary>Pipeline data as an input under its own name.</summary>
    public static implicit operator StepInput(PipelineData data) => FromPipelineData(data);

    /// <summary>A named dataset as an input.</summary>
    public static implicit operator StepInput(NamedInput input) => FromNamedInput(input);

    /// <inheritdoc cref="op_Implicit(PipelineData)"/>
    public static StepInput FromPipelineData(PipelineData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new StepInput(data.Name, data, null);
    }

    /// <inheritdoc cref="op_Implicit(NamedInput)"/>
    public static StepInput FromNamedInput(NamedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new StepInput(input.Name, null, input);
    }
}
