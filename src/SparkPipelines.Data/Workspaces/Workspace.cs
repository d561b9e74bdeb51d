namespace SparkPipelines.Data;

/// <summary>
/// A folder with a <c>workspace.yml</c>: its datastores, the datasets registered in it, the runs of its pipelines. Several processes may use one
/// workspace at the same time.
/// </summary>
public sealed class Workspace
{
    /// <summary>The file that makes a folder a workspace.</summary>
    public const string FileName = "workspace.yml";

    private const string DefaultDatastoreName = "default";
    private const string DefaultDatastoreFolder = "data";

    private Workspace(string folder) => Folder = folder;

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The workspace's name; its folder's when the file gives none.</summary>
    public string Name => ReadFile().OptionalText("name") ?? Path.GetFileName(Folder);

    /// <summary>The datastores in the order of their registering.</summary>
    public IReadOnlyList<Datastore> Datastores => ReadDatastores(ReadFile());

    /// <summary>Where datasets and pipeline data go when nothing else is said.</summary>
    /// <exception cref="DatasetException">The file names a datastore that it does not define.</exception>
    public Datastore DefaultDatastore => GetDatastore(ReadFile().OptionalText("default_datastore") ?? DefaultDatastoreName);

    internal string RunsFolder => Path.Combine(Folder, "runs");

    internal DatasetRegistry Registry => new(this);

    private string FilePath => Path.Combine(Folder, FileName);

    /// <summary>The nearest workspace: in a folder or in the closest one above it.</summary>
    /// <param name="folder">Where to begin; the current folder when null.</param>
    /// <exception cref="DatasetException">There is none up to the file system's root.</exception>
    public static Workspace Load(string? folder = null)
    {
        var start = Path.GetFullPath(folder ?? Directory.GetCurrentDirectory());
        for (var candidate = start; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (File.Exists(Path.Combine(candidate, FileName)))
            {
                var workspace = new Workspace(candidate);
                _ = workspace.Datastores;
                return workspace;
            }
        }

        throw new DatasetException($"There is no {FileName} in '{start}' or above it; Workspace.Create(\"{start}\") makes a workspace there.");
    }

    /// <summary>
    /// A new workspace with one datastore, <c>default</c>, over its own folder <c>data</c>. When the folder is a workspace already it is loaded as it is.
    /// </summary>
    /// <param name="folder">Made when it does not exist.</param>
    /// <param name="name">The folder's own name when null.</param>
    public static Workspace Create(string folder, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var workspace = new Workspace(full);
        Directory.CreateDirectory(Path.Combine(full, DefaultDatastoreFolder));
        using var turn = workspace.TakeTurn();
        if (!File.Exists(workspace.FilePath))
        {
            workspace.WriteFile(name ?? Path.GetFileName(full), DefaultDatastoreName, [new LocalDatastore(DefaultDatastoreName, Path.Combine(full, DefaultDatastoreFolder))]);
        }

        return Load(full);
    }

    /// <summary>Adds a datastore, or gives a name another place.</summary>
    /// <param name="datastore">The datastore; a root below the workspace's folder is noted relative to it, so that the folder can move.</param>
    /// <param name="isDefault">Whether it becomes <see cref="DefaultDatastore"/>.</param>
    public void Register(Datastore datastore, bool isDefault = false)
    {
        ArgumentNullException.ThrowIfNull(datastore);
        using var turn = TakeTurn();
        var file = ReadFile();
        var datastores = ReadDatastores(file).ToList();
        var at = datastores.FindIndex(known => SameName(known.Name, datastore.Name));
        if (at < 0)
            datastores.Add(datastore);
        else
            datastores[at] = datastore;
        WriteFile(file.OptionalText("name"), isDefault ? datastore.Name : file.OptionalText("default_datastore") ?? DefaultDatastoreName, datastores);
    }

    /// <summary>Name and folder.</summary>
    public override string ToString() => $"{Name} ({Folder})";

    internal Datastore GetDatastore(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var datastores = Datastores;
        return datastores.FirstOrDefault(datastore => SameName(datastore.Name, name))
            ?? throw new DatasetException($"The workspace '{Folder}' has no datastore '{name}'; it has {(datastores.Count == 0 ? "none" : string.Join(", ", datastores.Select(datastore => datastore.Name)))}.");
    }

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private YamlSection ReadFile()
    {
        var section = Yaml.Read(File.ReadAllText(FilePath), FilePath);
        section.Allow("name", "default_datastore", "datastores");
        return section;
    }

    private List<Datastore> ReadDatastores(YamlSection file)
    {
        var datastores = new List<Datastore>();
        if (file.OptionalSection("datastores") is not { } section)
            return datastores;
        foreach (var name in section.Names)
        {
            var entry = section.Section(name);
            var type = entry.Text("type");
            if (type != "local")
                throw entry.Error($"The datastore '{name}' is of the type '{type}'; this version knows 'local'.");
            entry.Allow("type", "path");
            datastores.Add(new LocalDatastore(name, Path.GetFullPath(entry.Text("path"), Folder)));
        }

        return datastores;
    }

    private void WriteFile(string? name, string defaultDatastore, IReadOnlyList<Datastore> datastores)
    {
        var entries = new Dictionary<string, object>();
        foreach (var datastore in datastores)
        {
            var local = datastore as LocalDatastore
                ?? throw new DatasetException($"{datastore} can't be written to {FileName}; a LocalDatastore can.");
            entries[local.Name] = new Dictionary<string, object> { ["type"] = "local", ["path"] = WorkspacePaths.ToPortable(local.RootFolder, Folder) };
        }

        var document = new Dictionary<string, object>();
        if (name is not null)
            document["name"] = name;
        document["default_datastore"] = defaultDatastore;
        document["datastores"] = entries;
        AtomicFiles.Replace(FilePath, Yaml.Write(document));
    }

    /// <summary>Waits until no other process changes the workspace's file; disposing the result lets the next one in.</summary>
    private FileStream TakeTurn()
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, ".workspace.lock");
        var giveUp = DateTime.UtcNow.AddSeconds(30);
        var wait = default(SpinWait);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error is not DirectoryNotFoundException)
            {
                if (DateTime.UtcNow > giveUp)
                    throw new DatasetException($"Another process has held '{path}' for 30 s; end it, or delete the file if there is none.", error);
                wait.SpinOnce();
            }
        }
    }
}
