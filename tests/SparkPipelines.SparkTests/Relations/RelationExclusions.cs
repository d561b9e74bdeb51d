namespace SparkPipelines.SparkTests.Relations;

/// <summary>Parts of the protocol that no case can name, and why.</summary>
internal static class RelationExclusions
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ApplyInPandasWithState"] = "A Python or Scala function of the client, which the API has none of.",
        ["CoGroupMap"] = "A Python or Scala function of the client, which the API has none of.",
        ["GroupMap"] = "A Python or Scala function of the client, which the API has none of.",
        ["MapPartitions"] = "A Python or Scala function of the client, which the API has none of.",
        ["CommonInlineUserDefinedDataSource"] = "A Python or Scala function of the client, which the API has none of.",
        ["CommonInlineUserDefinedTableFunction"] = "A Python or Scala function of the client, which the API has none of.",
        ["Command.RegisterDataSource"] = "A Python or Scala function of the client, which the API has none of.",
        ["Command.RegisterFunction"] = "A Python or Scala function of the client, which the API has none of.",
        ["Command.RegisterTableFunction"] = "A Python or Scala function of the client, which the API has none of.",
        ["Expression.CommonInlineUserDefinedFunction"] = "A Python or Scala function of the client, which the API has none of.",
        ["Expression.TypedAggregateExpression"] = "A Python or Scala function of the client, which the API has none of.",
        ["Command.StreamingQueryCommand"] = "Streaming is not part of the API yet.",
        ["Command.StreamingQueryListenerBusCommand"] = "Streaming is not part of the API yet.",
        ["Command.StreamingQueryManagerCommand"] = "Streaming is not part of the API yet.",
        ["Command.WriteStreamOperationStart"] = "Streaming is not part of the API yet.",
        ["MlRelation"] = "Machine learning is not part of the API.",
        ["Command.MlCommand"] = "Machine learning is not part of the API.",
        ["Command.PipelineCommand"] = "Declarative pipelines are not part of the API.",
        ["Command.Extension"] = "A place for servers' own additions.",
        ["Expression.Extension"] = "A place for servers' own additions.",
        ["Extension"] = "A place for servers' own additions.",
        ["Unknown"] = "A place for servers' own additions.",
        ["Command.CreateResourceProfileCommand"] = "Resource profiles are for functions of the client.",
        ["Command.GetResourcesCommand"] = "Resource profiles are for functions of the client.",
        ["Analyze.DdlParse"] = "The client reads and writes types itself.",
        ["Analyze.JsonToDdl"] = "The client reads and writes types itself.",
        ["Analyze.TreeString"] = "The client reads and writes types itself.",
        ["Analyze.SparkVersion"] = "Asked when a session connects, before a test can look.",
        ["Command.RemoveCachedRemoteRelationCommand"] = "The server forgets a checkpoint with its session.",
        ["Catalog.ClearCache"] = "It would take from other sessions of the server what they keep.",
        ["Expression.Cast.Ansi"] = "A cast follows the session's mode unless it is told to try.",
        ["Expression.Cast.Legacy"] = "A cast follows the session's mode unless it is told to try.",
        ["Expression.SubqueryExpression.TableArg"] = "A table as an argument is for table functions of the client.",
        ["Expression.NamedArgumentExpression"] = "A table as an argument is for table functions of the client.",
        ["LateralJoin.FullOuter"] = "Spark has lateral joins of the kinds inner, left and cross.",
        ["LateralJoin.LeftAnti"] = "Spark has lateral joins of the kinds inner, left and cross.",
        ["LateralJoin.LeftSemi"] = "Spark has lateral joins of the kinds inner, left and cross.",
        ["LateralJoin.RightOuter"] = "Spark has lateral joins of the kinds inner, left and cross.",
        ["Parse.Xml"] = "The API parses XML in files and, with FromXml, in columns.",
    };
}
