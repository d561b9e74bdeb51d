using Apache.Arrow;
using SparkPipelines.Sql;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>A result of many batches whose rows tell whether one is missing, comes twice or stands in the wrong place.</summary>
internal static class Numbers
{
    public const long Rows = 400_000;

    /// <summary>Some megabytes: <c>n</c> counts up, <c>s</c> repeats it as text.</summary>
    public static DataFrame Of(SparkSession session) => session.Sql($"SELECT id AS n, concat('row ', id) AS s FROM range(0, {Rows}, 1, 4)");

    /// <summary>Reads a result to its end and holds it against what it should be.</summary>
    public static async Task ShouldBeCompleteAsync(DataFrame numbers)
    {
        var next = 0L;
        await foreach (var batch in numbers.ToArrowAsync(Faulty.Token))
        {
            using (batch)
            {
                var texts = (StringArray)batch.Column(1);
                foreach (var (index, number) in ((Int64Array)batch.Column(0)).Values.ToArray().Index())
                {
                    if (number != next || texts.GetString(index) != FormattableString.Invariant($"row {next}"))
                        Assert.Fail($"Row {next} is ({number}, {texts.GetString(index)}).");
                    next++;
                }
            }
        }

        next.ShouldBe(Rows);
    }

    public static Task ShouldBeCompleteAsync(SparkSession session) => ShouldBeCompleteAsync(Of(session));
}
