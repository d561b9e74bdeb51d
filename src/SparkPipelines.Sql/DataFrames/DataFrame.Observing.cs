using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Computes aggregates of the rows that pass here, beside the next action, for Spark's listeners.</summary>
    /// <param name="name">The name that listeners see.</param>
    /// <param name="expr">An aggregate with a name.</param>
    /// <param name="exprs">More of them.</param>
    public DataFrame Observe(string name, Column expr, params Column[] exprs)
    {
        Column[] metrics = [expr, .. exprs];
        var collect = new Proto.CollectMetrics { Input = Relation, Name = name };
        collect.Metrics.AddRange(metrics.Select(metric => metric.Expression));
        return Over(new Proto.Relation { Common = Common, CollectMetrics = collect }, metrics);
    }

    /// <summary>Computes aggregates of the rows that pass here, beside the first action, for <see cref="Observation.Get"/>.</summary>
    /// <exception cref="InvalidOperationException">The observation observes another DataFrame already.</exception>
    public DataFrame Observe(Observation observation, Column expr, params Column[] exprs)
    {
        SparkSession.Register(observation);
        observation.Observes([expr, .. exprs]);
        return Observe(observation.Name, expr, exprs);
    }
}
