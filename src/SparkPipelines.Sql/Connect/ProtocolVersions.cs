using System.Collections;
using System.Collections.Frozen;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Every part of the protocol that Spark 3.5 lacks and a plan may hold: since when it is there, and what to do on an older server. An older
/// server passes over a field it does not know, and would so answer another question than the one asked; hence each is listed, and a test
/// compares the list with the protocol of 3.5.
/// </summary>
internal static class ProtocolVersions
{
    /// <summary>The protocol that the messages are generated from; nothing needs checking on such a server or a newer one.</summary>
    public static readonly Version Newest = new(4, 2);

    private static readonly Version V40 = new(4, 0);
    private static readonly Version V41 = new(4, 1);
    private static readonly Version V42 = new(4, 2);

    internal enum Treatment
    {
        /// <summary>The plan asks for something that the server can't do.</summary>
        Refused,

        /// <summary><see cref="OlderServers"/> says the same in older words.</summary>
        Rewritten,

        /// <summary>An addition without which the answer is the same, such as where in the user's code an expression stands.</summary>
        Ignored,
    }

    internal sealed record Part(Version Since, string Name, Treatment Treatment = Treatment.Refused);

    internal static readonly FrozenDictionary<string, Part> Parts = new Dictionary<string, Part>(StringComparer.Ordinal)
    {
        ["DataType.variant"] = new(V40, "The type variant"),
        ["DataType.time"] = new(V41, "The type time"),
        ["DataType.geometry"] = new(V41, "The type geometry"),
        ["DataType.geography"] = new(V41, "The type geography"),
        ["DataType.String.collation"] = new(V40, "A string collation"),

        ["Expression.common"] = new(V40, "An expression's call site", Treatment.Ignored),
        ["Expression.named_argument_expression"] = new(V40, "A named argument"),
        ["Expression.merge_action"] = new(V40, "DataFrame.MergeInto"),
        ["Expression.typed_aggregate_expression"] = new(V40, "A typed aggregate"),
        ["Expression.subquery_expression"] = new(V40, "A subquery in a column (DataFrame.Scalar, Exists, Column.IsIn with a DataFrame)"),
        ["Expression.direct_shuffle_partition_id"] = new(V41, "DataFrame.RepartitionById"),
        ["Expression.Cast.eval_mode"] = new(V40, "Column.TryCast"),
        ["Expression.Literal.specialized_array"] = new(V41, "An array literal of plain values", Treatment.Rewritten),
        ["Expression.Literal.time"] = new(V41, "A literal of type time"),
        ["Expression.Literal.data_type"] = new(V41, "A literal's type", Treatment.Rewritten),
        ["Expression.UnresolvedAttribute.is_metadata_column"] = new(V40, "DataFrame.MetadataColumn"),
        ["Expression.UnresolvedFunction.is_internal"] = new(V40, "A function's being internal", Treatment.Ignored),
        ["Expression.UnresolvedStar.plan_id"] = new(V40, "A star bound to one DataFrame"),
        ["CommonInlineUserDefinedFunction.is_distinct"] = new(V40, "A user-defined aggregate of distinct values"),
        ["PythonUDF.additional_includes"] = new(V40, "Additional includes of a function"),
        ["ScalarScalaUDF.aggregate"] = new(V40, "A Scala aggregate"),

        ["Catalog.drop_table"] = new(V42, "Catalog.DropTable"),
        ["Catalog.drop_view"] = new(V42, "Catalog.DropView"),
        ["Catalog.create_database"] = new(V42, "Catalog.CreateDatabase"),
        ["Catalog.drop_database"] = new(V42, "Catalog.DropDatabase"),
        ["Catalog.list_partitions"] = new(V42, "Catalog.ListPartitions"),
        ["Catalog.list_views"] = new(V42, "Catalog.ListViews"),
        ["Catalog.get_table_properties"] = new(V42, "Catalog.GetTableProperties"),
        ["Catalog.get_create_table_string"] = new(V42, "Catalog.GetCreateTableString"),
        ["Catalog.truncate_table"] = new(V42, "Catalog.TruncateTable"),
        ["Catalog.analyze_table"] = new(V42, "Catalog.AnalyzeTable"),

        ["RelationCommon.origin"] = new(V40, "A relation's call site", Treatment.Ignored),
        ["Relation.as_of_join"] = new(V40, "An as-of join"),
        ["Relation.common_inline_user_defined_data_source"] = new(V40, "A data source in another language"),
        ["Relation.with_relations"] = new(V40, "A DataFrame as an argument of SparkSession.Sql or of a subquery"),
        ["Relation.transpose"] = new(V40, "DataFrame.Transpose"),
        ["Relation.unresolved_table_valued_function"] = new(V40, "A table-valued function"),
        ["Relation.lateral_join"] = new(V40, "DataFrame.LateralJoin"),
        ["Relation.chunked_cached_local_relation"] = new(V41, "Local data in chunks"),
        ["Relation.relation_changes"] = new(V42, "Reading a table's changes"),
        ["Relation.nearest_by_join"] = new(V42, "DataFrame.NearestByJoin"),
        ["Relation.ml_relation"] = new(V40, "Machine learning over Spark Connect"),
        ["SQL.named_arguments"] = new(V40, "A named argument of SparkSession.Sql that is no literal", Treatment.Rewritten),
        ["SQL.pos_arguments"] = new(V40, "An argument of SparkSession.Sql that is no literal", Treatment.Rewritten),
        ["Read.DataSource.source_name"] = new(V42, "A named streaming source"),
        ["Aggregate.grouping_sets"] = new(V40, "DataFrame.GroupingSets"),
        ["WithColumnsRenamed.renames"] = new(V40, "Renaming one column twice", Treatment.Rewritten),
        ["MapPartitions.profile_id"] = new(V40, "A resource profile"),
        ["GroupMap.state_schema"] = new(V40, "TransformWithState"),
        ["GroupMap.transform_with_state_info"] = new(V40, "TransformWithState"),

        ["Command.streaming_query_listener_bus_command"] = new(V40, "A streaming query listener"),
        ["Command.register_data_source"] = new(V40, "A data source in another language"),
        ["Command.create_resource_profile_command"] = new(V40, "A resource profile"),
        ["Command.checkpoint_command"] = new(V40, "DataFrame.Checkpoint and LocalCheckpoint"),
        ["Command.remove_cached_remote_relation_command"] = new(V40, "DataFrame.Checkpoint and LocalCheckpoint"),
        ["Command.merge_into_table_command"] = new(V40, "DataFrame.MergeInto"),
        ["Command.ml_command"] = new(V40, "Machine learning over Spark Connect"),
        ["Command.execute_external_command"] = new(V41, "SparkSession.ExecuteCommand"),
        ["Command.pipeline_command"] = new(V41, "A declarative pipeline"),
        ["SqlCommand.input"] = new(V40, "A DataFrame as an argument of SparkSession.Sql", Treatment.Rewritten),
        ["SqlCommand.named_arguments"] = new(V40, "A named argument of SparkSession.Sql that is no literal", Treatment.Rewritten),
        ["SqlCommand.pos_arguments"] = new(V40, "An argument of SparkSession.Sql that is no literal", Treatment.Rewritten),
        ["WriteOperation.clustering_columns"] = new(V40, "DataFrameWriter.ClusterBy"),
        ["WriteOperation.with_schema_evolution"] = new(V42, "DataFrameWriter.WithSchemaEvolution"),
        ["WriteOperationV2.clustering_columns"] = new(V40, "DataFrameWriterV2.ClusterBy"),
        ["WriteOperationV2.with_schema_evolution"] = new(V42, "DataFrameWriterV2.WithSchemaEvolution"),
        ["WriteStreamOperationStart.real_time_batch_duration"] = new(V41, "A real-time trigger"),
        ["WriteStreamOperationStart.clustering_column_names"] = new(V40, "DataStreamWriter.ClusterBy"),
        ["Plan.compressed_operation"] = new(V41, "A compressed plan"),
        ["AnalyzePlanRequest.json_to_ddl"] = new(V40, "StructType.ToDdl on the server"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Looks through a message for parts that are younger than a server.</summary>
    /// <param name="found">Called with each; what it throws ends the search.</param>
    public static void FindYounger(IMessage message, Version server, Action<Part> found)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (!IsSet(message, field))
                continue;
            if (Parts.TryGetValue(NameOf(field), out var part) && server < part.Since)
                found(part);
            if (field.FieldType != FieldType.Message)
                continue;
            if (field.IsMap)
            {
                foreach (var value in ((IDictionary)field.Accessor.GetValue(message)).Values.OfType<IMessage>())
                    FindYounger(value, server, found);
            }
            else if (field.IsRepeated)
            {
                foreach (IMessage item in (IList)field.Accessor.GetValue(message))
                    FindYounger(item, server, found);
            }
            else
            {
                FindYounger((IMessage)field.Accessor.GetValue(message), server, found);
            }
        }
    }

    /// <summary>A field as the list names it: without the package.</summary>
    internal static string NameOf(FieldDescriptor field) => field.FullName[(field.File.Package.Length + 1)..];

    private static bool IsSet(IMessage message, FieldDescriptor field)
    {
        if (field.IsRepeated)
            return ((ICollection)field.Accessor.GetValue(message)).Count > 0;
        if (field.HasPresence)
            return field.Accessor.HasValue(message);
        // A plain value that stands at its default is not sent either.
        return field.Accessor.GetValue(message) switch
        {
            string text => text.Length > 0,
            ByteString bytes => bytes.Length > 0,
            bool flag => flag,
            Enum value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0,
            var number => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture) != 0,
        };
    }
}
