using Google.Protobuf;
using Google.Protobuf.Reflection;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>A text that two plans share when they are the same but for the ids that clients number their frames with.</summary>
internal static class PlanMeaning
{
    public static string Of(Relation relation)
    {
        var copy = relation.Clone();
        Strip(copy);
        return Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(copy.ToByteArray()));
    }

    public static int Hash(Relation relation) => BitConverter.ToInt32(Convert.FromBase64String(Of(relation)).AsSpan(0, 4));

    private static void Strip(IMessage message)
    {
        var open = new Stack<IMessage>([message]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case Relation relation:
                    relation.Common = null;
                    break;
                case Expression expression:
                    expression.Common = null;
                    if (expression.ExprTypeCase == Expression.ExprTypeOneofCase.UnresolvedAttribute)
                        expression.UnresolvedAttribute.ClearPlanId();
                    break;
            }

            foreach (var field in next.Descriptor.Fields.InDeclarationOrder().Where(field => field.FieldType == FieldType.Message && !field.IsMap))
            {
                if (!field.IsRepeated && field.Accessor.GetValue(next) is IMessage single)
                    open.Push(single);
                else if (field.IsRepeated)
                    ((System.Collections.IList)field.Accessor.GetValue(next)).OfType<IMessage>().ToList().ForEach(open.Push);
            }
        }
    }
}
