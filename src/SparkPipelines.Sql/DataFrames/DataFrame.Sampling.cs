using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>A random part of the rows; about <paramref name="fraction"/> of them, not exactly.</summary>
    /// <param name="fraction">From 0 to 1; with replacement the expected number of times a row is taken, so that it may be larger.</param>
    /// <param name="withReplacement">Whether a row can be taken more than once.</param>
    /// <param name="seed">The same seed takes the same rows from the same input; a random one when it is not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is negative, or above 1 without replacement.</exception>
    public DataFrame Sample(double fraction, bool withReplacement = false, long? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        if (!withReplacement)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(fraction, 1.0);
        return Sample(0.0, fraction, withReplacement, seed ?? Random.Shared.NextInt64(), deterministicOrder: false);
    }

    /// <summary>Splits the rows at random into parts of about these weights; each row is in one part.</summary>
    /// <param name="weights">Shares of the parts, none negative; they need not add up to 1.</param>
    /// <param name="seed">The same seed gives the same parts of the same input; a random one when it is not given.</param>
    /// <exception cref="ArgumentException">There is no weight, one is negative, or their sum is 0.</exception>
    public DataFrame[] RandomSplit(double[] weights, long? seed = null)
    {
        var sum = weights.Sum();
        if (weights.Any(weight => weight < 0) || !(sum > 0))
            throw new ArgumentException($"Weights must not be negative and need a sum above 0; these are [{string.Join(", ", weights)}].", nameof(weights));

        var chosen = seed ?? Random.Shared.NextInt64();
        var parts = new DataFrame[weights.Length];
        var lower = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            var upper = lower + (weights[i] / sum);
            // The parts sort their input, so that each row falls on the same side in every one of them.
            parts[i] = Sample(lower, upper, withReplacement: false, chosen, deterministicOrder: true);
            lower = upper;
        }

        return parts;
    }

    private DataFrame Sample(double lower, double upper, bool withReplacement, long seed, bool deterministicOrder) => Over(new Proto.Relation
    {
        Common = Common,
        Sample = new()
        {
            Input = Relation,
            LowerBound = lower,
            UpperBound = upper,
            WithReplacement = withReplacement,
            Seed = seed,
            DeterministicOrder = deterministicOrder,
        },
    });
}
