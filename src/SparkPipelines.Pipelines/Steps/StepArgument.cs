using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>An argument of a step: text, or an input or output whose path is put in its place when the step starts.</summary>
public sealed class StepArgument
{
    private StepArgument(string? value, PipelineData? data, NamedInput? input)
    {
        Value = value;
        Data = data;
        Input = input;
    }

    internal string? Value { get; }

    internal PipelineData? Data { get; }

    internal NamedInput? Input { get; }

    /// <summary>Text as it is.</summary>
    public static implicit operator StepArgument(string value) => FromString(value);

    /// <summary>The folder of pipeline data that is an input or output of the step.</summary>
    public static implicit operator StepArgument(PipelineData data) => FromPipelineData(data);

    /// <summary>The path of a dataset; it need not stand among the step's inputs.</summary>
    public static implicit operator StepArgument(NamedInput input) => FromNamedInput(input);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static StepArgument FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new StepArgument(value, null, null);
    }

    /// <inheritdoc cref="op_Implicit(PipelineData)"/>
    public static StepArgument FromPipelineData(PipelineData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new StepArgument(null, data, null);
    }

    /// <inheritdoc cref="op_Implicit(NamedInput)"/>
    public static StepArgument FromNamedInput(NamedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new StepArgument(null, null, input);
    }

    /// <summary>The text, or the name in braces.</summary>
    public override string ToString() => Value ?? $"{{{Data?.Name ?? Input!.Name}}}";
}
