using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Proto = Spark.Connect;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>
/// The parts of the protocol that a plan is made of, by name: relations by their own (<c>Join</c>), catalog requests, commands, expressions and
/// analyses with the message before (<c>Catalog.ListTables</c>), and of those that have a choice in them one more for each choice (<c>Join.LeftAnti</c>).
/// </summary>
internal static class PlanKinds
{
    private static readonly Dictionary<MessageDescriptor, string> Messages = new()
    {
        [Proto.Relation.Descriptor] = "",
        [Proto.Catalog.Descriptor] = "Catalog.",
        [Proto.Command.Descriptor] = "Command.",
        [Proto.Expression.Descriptor] = "Expression.",
        [Proto.AnalyzePlanRequest.Descriptor] = "Analyze.",
    };

    /// <summary>Every part that the protocol knows.</summary>
    public static IReadOnlySet<string> All { get; } = Messages.SelectMany(message => Parts(message.Key).SelectMany(part => KindsOf(part))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Adds the parts of a message and of all in it.</summary>
    public static void Collect(IMessage message, ISet<string> kinds)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (value is null || (field.HasPresence && !field.Accessor.HasValue(message)))
                continue;
            if (Messages.ContainsKey(message.Descriptor) && field.ContainingOneof is not null)
                kinds.UnionWith(KindsOf(field, value));
            foreach (var part in MessagesIn(field, value))
                Collect(part, kinds);
        }
    }

    private static IEnumerable<FieldDescriptor> Parts(MessageDescriptor message) =>
        message.Oneofs.Where(oneof => !oneof.IsSynthetic).SelectMany(oneof => oneof.Fields).Where(field => field.FieldType == FieldType.Message);

    private static IEnumerable<string> KindsOf(FieldDescriptor part) =>
        [NameOf(part), .. Choices(part).SelectMany(choice => choice.EnumType.Values.Where(value => value.Number != 0).Select(value => NameOf(part, value)))];

    private static IEnumerable<string> KindsOf(FieldDescriptor part, object value) => value is IMessage message
        ? [NameOf(part), .. Choices(part).Select(choice => NameOf(part, choice.EnumType.FindValueByNumber(Convert.ToInt32(choice.Accessor.GetValue(message), CultureInfo.InvariantCulture))))]
        : [];

    private static IEnumerable<FieldDescriptor> Choices(FieldDescriptor part) =>
        part.MessageType.Fields.InFieldNumberOrder().Where(field => field.FieldType == FieldType.Enum);

    private static string NameOf(FieldDescriptor part) => Messages[part.ContainingType] + part.PropertyName;

    private static string NameOf(FieldDescriptor part, EnumValueDescriptor choice)
    {
        var words = choice.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant());
        var name = string.Concat(words);
        var type = choice.EnumDescriptor.Name;
        return $"{NameOf(part)}.{(name.StartsWith(type, StringComparison.OrdinalIgnoreCase) ? name[type.Length..] : name)}";
    }

    private static IEnumerable<IMessage> MessagesIn(FieldDescriptor field, object value) => field switch
    {
        { IsMap: true } => ((IDictionary)value).Values.OfType<IMessage>(),
        { IsRepeated: true } => ((IList)value).OfType<IMessage>(),
        _ => value is IMessage message ? [message] : [],
    };
}
