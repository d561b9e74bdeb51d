using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Drops, fills and replaces missing values.</summary>
    public DataFrameNaFunctions Na() => new(this);

    /// <summary>Statistics of columns.</summary>
    public DataFrameStatFunctions Stat() => new(this);

    /// <summary>Without the rows in which any value, or all values, of these columns are missing; of all columns when none is named.</summary>
    /// <param name="how"><c>any</c> or <c>all</c>.</param>
    /// <param name="subset">Columns.</param>
    public DataFrame DropNa(string how = "any", params string[] subset) => Na().Drop(how, subset);

    /// <summary>Count, mean, standard deviation, least and largest value of columns, as texts; of all number and text columns when none is named.</summary>
    public DataFrame Describe(params string[] cols)
    {
        var describe = new Proto.StatDescribe { Input = Relation };
        describe.Cols.AddRange(cols);
        return Over(new Proto.Relation { Common = Common, Describe = describe });
    }

    /// <summary>Statistics of all number and text columns, as texts.</summary>
    /// <param name="statistics">
    /// <c>count</c>, <c>mean</c>, <c>stddev</c>, <c>min</c>, <c>max</c>, <c>count_distinct</c>, <c>approx_count_distinct</c>, or shares such as <c>75%</c>;
    /// count, mean, stddev, min, 25%, 50%, 75% and max when none is named.
    /// </param>
    public DataFrame Summary(params string[] statistics)
    {
        var summary = new Proto.StatSummary { Input = Relation };
        summary.Statistics.AddRange(statistics.Length > 0 ? statistics : ["count", "mean", "stddev", "min", "25%", "50%", "75%", "max"]);
        return Over(new Proto.Relation { Common = Common, Summary = summary });
    }
}
