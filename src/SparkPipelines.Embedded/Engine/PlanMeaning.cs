using Google.Protobuf;
using Spark.Connect;
using SparkPipelines.Sql.Plans;

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

    private static void Strip(Relation plan)
    {
        foreach (var part in MessageParts.Of(plan))
        {
            switch (part)
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
        }
    }
}
