using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Tells the optimiser something, such as <c>broadcast</c>; a name it does not know is passed over.</summary>
    /// <param name="name">The hint's name.</param>
    /// <param name="parameters">Values, columns, or lists of these.</param>
    public DataFrame Hint(string name, params object[]? parameters)
    {
        var hint = new Proto.Hint { Input = Relation, Name = name };
        Column[] columns = [.. (parameters ?? []).Select(Column.Of)];
        hint.Parameters.AddRange(columns.Select(column => column.Expression));
        return Over(new Proto.Relation { Common = Common, Hint = hint }, columns);
    }
}
