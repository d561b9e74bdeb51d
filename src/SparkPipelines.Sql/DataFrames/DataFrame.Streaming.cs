using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Says how late rows of a stream may come: state for times more than this before the latest one is let go.</summary>
    /// <param name="eventTime">The timestamp column.</param>
    /// <param name="delayThreshold">How late, such as <c>10 minutes</c>.</param>
    public DataFrame WithWatermark(string eventTime, string delayThreshold) => Over(new Proto.Relation
    {
        Common = Common,
        WithWatermark = new() { Input = Relation, EventTime = eventTime, DelayThreshold = delayThreshold },
    });
}
