namespace SparkPipelines.Data;

/// <summary>
/// The definition of a set of files or of a table: immutable, cheap to make and to keep. Nothing is read before its data or its schema is asked for.
/// </summary>
public abstract class Dataset
{
    private protected Dataset(DatasetRegistration? registration) => Registration = registration;

    /// <summary>Makes definitions of tables.</summary>
    public static TabularDatasetFactory Tabular { get; } = new();

    /// <summary>Makes definitions of file sets.</summary>
    public static FileDatasetFactory File { get; } = new();

    /// <summary>Name, version and description under which the dataset was registered; null for one that was not, or was changed since.</summary>
    public DatasetRegistration? Registration { get; }

    /// <summary>A registered dataset.</summary>
    /// <param name="workspace">Where it is registered.</param>
    /// <param name="name">Its name; case matters.</param>
    /// <param name="version">Its version, counted from 1; the newest when null.</param>
    /// <exception cref="DatasetException">There is none; the message lists the names or versions there are.</exception>
    public static Dataset GetByName(Workspace workspace, string name, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Registry.Get(name, version);
    }

    /// <summary>A registered dataset of a known kind.</summary>
    /// <exception cref="DatasetException">There is none, or it is of another kind.</exception>
    public static TDataset GetByName<TDataset>(Workspace workspace, string name, int? version = null)
        where TDataset : Dataset =>
        GetByName(workspace, name, version) is var found && found is TDataset typed
            ? typed
            : throw new DatasetException($"The dataset '{name}' in the workspace '{workspace.Folder}' is a {found.GetType().Name}, not a {typeof(TDataset).Name}.");

    /// <summary>The newest version of every dataset registered in a workspace, in ordinal order of the names.</summary>
    public static IReadOnlyList<DatasetRegistration> List(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Registry.List();
    }

    /// <summary>Reads a definition that <see cref="Save"/>, Azure ML or <c>mltable</c> wrote.</summary>
    /// <param name="folder">The folder with the <c>MLTable</c> file; relative paths in it count from there.</param>
    /// <param name="workspace">Whose datastores the paths are matched with; null when there is none.</param>
    /// <exception cref="DatasetException">No such file, or something in it that this version does not know; the message names file and line.</exception>
    public static Dataset Load(string folder, Workspace? workspace = null) => DatasetDefinitionReader.Read(folder, workspace, registration: null);

    /// <summary>
    /// Registers the definition under a name; the data stays where it is. Safe when several processes register at once: each gets a version of its own.
    /// </summary>
    /// <param name="workspace">Where to register.</param>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, the first a letter or digit.</param>
    /// <param name="description">Free text.</param>
    /// <param name="createNewVersion">Whether a name that is taken gets one more version. When false, registering the very same definition again gives the version that is there.</param>
    /// <returns>This dataset with its registration.</returns>
    /// <exception cref="DatasetException">The name is taken by another definition, or the definition can't be written.</exception>
    public Dataset Register(Workspace workspace, string name, string? description = null, bool createNewVersion = false)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Registry.Register(this, name, description, createNewVersion);
    }

    /// <summary>Writes the definition as an <c>MLTable</c> file, replacing one that is there. Types are inferred for it if they were not yet.</summary>
    /// <param name="folder">Made when it does not exist.</param>
    public void Save(string folder)
    {
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        AtomicFiles.Replace(Path.Combine(full, DatasetDefinitionWriter.FileName), DatasetDefinitionWriter.Write(this, full, workspaceFolder: null));
    }

    /// <summary>The dataset as an input of a pipeline step.</summary>
    /// <param name="name">The name by which the step finds it: letters, digits and underscores.</param>
    public NamedInput AsNamedInput(string name) => new(name, this, InputMode.Direct);

    internal abstract Dataset WithRegistration(DatasetRegistration registration);
}

/// <summary>Where a dataset is registered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, counted from 1.</param>
/// <param name="Description">Free text, or null.</param>
/// <param name="CreatedAt">When it was registered, UTC.</param>
public sealed record DatasetRegistration(string Name, int Version, string? Description, DateTimeOffset CreatedAt);
