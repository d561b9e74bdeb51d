using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Plans;

/// <summary>
/// Which parts of a plan came with which Spark. A server passes over fields that it does not know, so that an old one would quietly compute
/// something else, or fail in words that say nothing; what it is too old for is refused before it is sent.
/// </summary>
internal static class ServerRequirements
{
    /// <summary>The newest Spark that the table knows; a server that is as new knows everything in it.</summary>
    private static readonly Version Newest = new(4, 2);

    private static readonly Dictionary<string, (string Member, Version Since)> Since = new(StringComparer.Ordinal)
    {
        ["spark.connect.Aggregate.grouping_sets"] = ("DataFrame.GroupingSets", new(4, 0)),
        ["spark.connect.Command.checkpoint_command"] = ("DataFrame.Checkpoint", new(4, 0)),
        ["spark.connect.Command.execute_external_command"] = ("SparkSession.ExecuteCommand", new(4, 0)),
        ["spark.connect.Command.merge_into_table_command"] = ("DataFrame.MergeInto", new(4, 0)),
        ["spark.connect.Expression.Cast.eval_mode"] = ("Column.TryCast", new(4, 0)),
        ["spark.connect.Expression.Literal.time"] = ("A literal of a time", new(4, 1)),
        ["spark.connect.Expression.UnresolvedAttribute.is_metadata_column"] = ("DataFrame.MetadataColumn", new(4, 0)),
        ["spark.connect.Expression.direct_shuffle_partition_id"] = ("DataFrame.RepartitionById", new(4, 1)),
        ["spark.connect.Expression.subquery_expression"] = ("A DataFrame as a subquery", new(4, 0)),
        ["spark.connect.Relation.lateral_join"] = ("DataFrame.LateralJoin", new(4, 0)),
        ["spark.connect.Relation.nearest_by_join"] = ("DataFrame.NearestByJoin", new(4, 2)),
        ["spark.connect.Relation.relation_changes"] = ("DataFrameReader.Changes", new(4, 2)),
        ["spark.connect.Relation.transpose"] = ("DataFrame.Transpose", new(4, 0)),
        ["spark.connect.Relation.unresolved_table_valued_function"] = ("SparkSession.Tvf", new(4, 0)),
        ["spark.connect.WriteOperation.clustering_columns"] = ("DataFrameWriter.ClusterBy", new(4, 0)),
        ["spark.connect.WriteOperationV2.clustering_columns"] = ("DataFrameWriterV2.ClusterBy", new(4, 0)),
    };

    /// <exception cref="SparkUnsupportedOperationException">The message has a part that the server is too old for.</exception>
    public static void Check(IMessage message, EngineDescription server)
    {
        if (!server.IsEmbedded && server.Version < Newest && TooNew(message, server.Version) is { } part)
        {
            throw new SparkUnsupportedOperationException(
                $"{part.Member} needs Spark {part.Since} or newer; {server.Location} answers with Spark {server.Version}.",
                new SparkErrorDetails { ErrorClass = "UNSUPPORTED_FEATURE.SERVER_VERSION", Engine = server.ToString() });
        }
    }

    private static (string Member, Version Since)? TooNew(IMessage message, Version server)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.HasPresence ? !field.Accessor.HasValue(message) : !IsSet(field, field.Accessor.GetValue(message)))
                continue;
            if (Since.TryGetValue(field.FullName, out var part) && server < part.Since)
                return part;
            if (field.FieldType == FieldType.Message && TooNewInside(field, field.Accessor.GetValue(message), server) is { } inner)
                return inner;
        }

        return null;
    }

    private static (string Member, Version Since)? TooNewInside(FieldDescriptor field, object value, Version server)
    {
        IEnumerable parts = field.IsMap ? ((IDictionary)value).Values : field.IsRepeated ? (IList)value : new[] { value };
        foreach (var part in parts)
        {
            if (part is IMessage message && TooNew(message, server) is { } found)
                return found;
        }

        return null;
    }

    private static bool IsSet(FieldDescriptor field, object value) => value switch
    {
        ICollection collection => collection.Count > 0,
        Enum choice => Convert.ToInt32(choice, null) != 0,
        // Numbers, texts and flags of the old fields are not in the table, whatever they hold.
        _ => Since.ContainsKey(field.FullName),
    };
}
