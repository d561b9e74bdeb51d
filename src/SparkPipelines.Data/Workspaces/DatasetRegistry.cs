using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkPipelines.Data;

/// <summary>
/// The registered datasets of a workspace: one folder <c>datasets/NAME/VERSION</c> each, with the definition (<c>MLTable</c>) and its registration
/// (<c>dataset.yml</c>). A version's folder is made aside and gets its name by one rename, so it is whole or absent and no two writers share one.
/// </summary>
internal sealed partial class DatasetRegistry(Workspace workspace)
{
    private const string RegistrationFile = "dataset.yml";

    private string Root => Path.Combine(workspace.Folder, "datasets");

    public Dataset Register(Dataset dataset, string name, string? description, bool createNewVersion)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException($"'{name}' is no name for a dataset; letters, digits, '_', '-' and '.' make one, the first a letter or digit.", nameof(name));
        var folder = Path.Combine(Root, name);
        while (true)
        {
            var versions = Versions(folder);
            var version = versions.Count == 0 ? 1 : versions[^1] + 1;
            // A version's folder lies as deep as the one made aside, so relative paths are the same in both.
            var definition = DatasetDefinitionWriter.Write(dataset, Path.Combine(folder, Yaml.Text(version)), workspace.Folder);
            if (versions.Count > 0 && !createNewVersion)
            {
                var newest = VersionFolder(name, versions[^1]);
                if (System.IO.File.ReadAllText(Path.Combine(newest, DatasetDefinitionWriter.FileName)) == definition)
                    return dataset.WithRegistration(ReadRegistration(name, versions[^1]));
                throw new DatasetException($"The workspace '{workspace.Folder}' has a dataset '{name}' with another definition; pass createNewVersion: true to register version {Yaml.Text(version)}.");
            }

            var registration = new DatasetRegistration(name, version, description, DateTimeOffset.UtcNow);
            if (TryWrite(folder, definition, registration))
                return dataset.WithRegistration(registration);
        }
    }

    public Dataset Get(string name, int? version)
    {
        ArgumentNullException.ThrowIfNull(name);
        var versions = NamePattern().IsMatch(name) ? Versions(Path.Combine(Root, name)) : [];
        if (versions.Count == 0)
            throw new DatasetException($"The workspace '{workspace.Folder}' has no dataset '{name}'; it has {(Names() is { Count: > 0 } names ? string.Join(", ", names) : "none")}.");
        if (version is { } wanted && !versions.Contains(wanted))
            throw new DatasetException($"The dataset '{name}' has no version {Yaml.Text(wanted)}; it has {string.Join(", ", versions.Select(known => Yaml.Text(known)))}.");
        var chosen = version ?? versions[^1];
        return DatasetDefinitionReader.Read(VersionFolder(name, chosen), workspace, ReadRegistration(name, chosen));
    }

    public IReadOnlyList<DatasetRegistration> List() => [.. Names().Select(name => ReadRegistration(name, Versions(Path.Combine(Root, name))[^1]))];

    private static List<int> Versions(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var versions = new List<int>();
        foreach (var path in Directory.EnumerateDirectories(folder))
        {
            if (int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                versions.Add(version);
        }

        versions.Sort();
        return versions;
    }

    private static bool TryWrite(string folder, string definition, DatasetRegistration registration)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, Yaml.Text(registration.Version));
        var aside = AtomicFiles.Aside(target);
        Directory.CreateDirectory(aside);
        try
        {
            AtomicFiles.WriteThrough(Path.Combine(aside, DatasetDefinitionWriter.FileName), definition);
            AtomicFiles.WriteThrough(Path.Combine(aside, RegistrationFile), Yaml.Write(ToDocument(registration)));
            return AtomicFiles.TryMoveFolder(aside, target);
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    private static Dictionary<string, object> ToDocument(DatasetRegistration registration)
    {
        var document = new Dictionary<string, object>
        {
            ["name"] = registration.Name,
            ["version"] = registration.Version,
            ["created_at"] = registration.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (registration.Description is not null)
            document["description"] = registration.Description;
        return document;
    }

    private List<string> Names() => !Directory.Exists(Root)
        ? []
        : [.. Directory.EnumerateDirectories(Root).Where(folder => Versions(folder).Count > 0).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private string VersionFolder(string name, int version) => Path.Combine(Root, name, Yaml.Text(version));

    private DatasetRegistration ReadRegistration(string name, int version)
    {
        var path = Path.Combine(VersionFolder(name, version), RegistrationFile);
        var file = Yaml.Read(System.IO.File.ReadAllText(path), path);
        var created = DateTimeOffset.Parse(file.Text("created_at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return new DatasetRegistration(name, version, file.OptionalText("description"), created);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]*\z")]
    private static partial Regex NamePattern();
}
