using System.Text.RegularExpressions;

namespace SparkPipelines.Data;

/// <summary>How a pipeline step gets at an input.</summary>
public enum InputMode
{
    /// <summary>The step reads the data where it lies.</summary>
    Direct = 0,

    /// <summary>The files are copied to a folder of the machine on which the step runs.</summary>
    Download = 1,

    /// <summary>The files appear as a folder and are fetched when they are read.</summary>
    Mount = 2,
}

/// <summary>A dataset as a step's input, under a name.</summary>
public sealed partial class NamedInput
{
    internal NamedInput(string name, Dataset dataset, InputMode mode)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException($"'{name}' is no name for an input; letters, digits and underscores make one.", nameof(name));
        Name = name;
        Dataset = dataset;
        Mode = mode;
    }

    /// <summary>The name by which the step finds the input.</summary>
    public string Name { get; }

    /// <summary>The dataset.</summary>
    public Dataset Dataset { get; }

    /// <summary>How the step gets at it.</summary>
    public InputMode Mode { get; }

    /// <summary>The same input, copied to the machine on which the step runs; a table is copied as Parquet.</summary>
    public NamedInput AsDownload() => new(Name, Dataset, InputMode.Download);

    /// <summary>
    /// The same input, to appear as a folder that is read in place. Files of a <see cref="LocalDatastore"/> that share one folder do; for others a pipeline refuses it and names <see cref="AsDownload"/>.
    /// </summary>
    public NamedInput AsMount() => new(Name, Dataset, InputMode.Mount);

    /// <summary>The same input, read where it lies.</summary>
    public NamedInput AsDirect() => new(Name, Dataset, InputMode.Direct);

    [GeneratedRegex(@"^[A-Za-z0-9_]+\z")]
    private static partial Regex NamePattern();
}
