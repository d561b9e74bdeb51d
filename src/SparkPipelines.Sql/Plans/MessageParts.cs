using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SparkPipelines.Sql.Plans;

/// <summary>Walks through protocol messages without knowing their kinds.</summary>
internal static class MessageParts
{
    /// <summary>
    /// The message and all messages in it, but not those in maps. A part may be changed when it comes: what is in it comes later. Done in a loop, for plans can be
    /// deeper than a stack.
    /// </summary>
    public static IEnumerable<IMessage> Of(IMessage root)
    {
        var open = new Stack<IMessage>([root]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var field in next.Descriptor.Fields.InDeclarationOrder())
            {
                if (field.FieldType != FieldType.Message || field.IsMap)
                    continue;
                var value = field.Accessor.GetValue(next);
                if (value is IMessage single)
                    open.Push(single);
                else if (value is IList several)
                    several.OfType<IMessage>().ToList().ForEach(open.Push);
            }
        }
    }
}
