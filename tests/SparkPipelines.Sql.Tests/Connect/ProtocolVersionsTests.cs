using Google.Protobuf.Reflection;
using Spark.Connect;
using SparkPipelines.Sql.Connect;

namespace SparkPipelines.Sql.Tests.Connect;

public sealed class ProtocolVersionsTests
{
    /// <summary>What a request may hold beside the plan: the engine fills these in itself, and knows which servers take them.</summary>
    private static readonly string[] FilledInByTheEngine = ["client_observed_server_side_session_id", "silent", "result_chunking_options"];

    [Fact]
    public void Parts_AreAllThatAPlanMayHoldAndSpark35Lacks()
    {
        var before = Fields(File.ReadAllBytes(Descriptors("connect-3.5.7.pb")));
        var oldMessages = before.Select(field => field[..field.LastIndexOf('.')]).ToHashSet();

        // A message that 3.5 lacks can't be reached but by a field that it lacks.
        var younger = Reachable(Plan.Descriptor, AnalyzePlanRequest.Descriptor, ExecutePlanRequest.Descriptor)
            .Where(message => oldMessages.Contains(NameOf(message)))
            .SelectMany(message => message.Fields.InDeclarationOrder())
            .Where(field => !before.Contains(ProtocolVersions.NameOf(field)) && !FilledInByTheEngine.Contains(field.Name))
            .Select(ProtocolVersions.NameOf);

        younger.Distinct().Order().ShouldBe(ProtocolVersions.Parts.Keys.Order());
    }

    [Fact]
    public void Newest_IsTheVersionOfTheDescriptors() =>
        File.Exists(Descriptors($"connect-{ProtocolVersions.Newest.ToString(2)}.1.pb")).ShouldBeTrue();

    private static string Descriptors(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SparkPipelines.sln")))
                return Path.Combine(folder.FullName, "src", "SparkPipelines.Protocol", "descriptors", file);
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static HashSet<string> Fields(byte[] descriptorSet) =>
    [
        .. FileDescriptorSet.Parser.ParseFrom(descriptorSet).File
            .Where(file => file.Package == "spark.connect")
            .SelectMany(file => file.MessageType)
            .SelectMany(message => Fields("", message)),
    ];

    private static IEnumerable<string> Fields(string prefix, DescriptorProto message) =>
        message.Field.Select(field => $"{prefix}{message.Name}.{field.Name}")
            .Concat(message.NestedType.SelectMany(nested => Fields($"{prefix}{message.Name}.", nested)));

    private static List<MessageDescriptor> Reachable(params MessageDescriptor[] roots)
    {
        var seen = new HashSet<MessageDescriptor>(roots);
        var open = new Queue<MessageDescriptor>(roots);
        while (open.TryDequeue(out var message))
        {
            foreach (var field in message.Fields.InDeclarationOrder().Where(field => field.FieldType == FieldType.Message))
            {
                if (field.MessageType.File.Package == "spark.connect" && seen.Add(field.MessageType))
                    open.Enqueue(field.MessageType);
            }
        }

        return [.. seen];
    }

    private static string NameOf(MessageDescriptor message) => message.FullName[(message.File.Package.Length + 1)..];
}
