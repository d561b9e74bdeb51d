namespace SparkPipelines.EngineTests.Harness;

/// <summary>Why an engine differs from Spark 4.2 in a case.</summary>
internal enum GapKind
{
    /// <summary>Ours to close.</summary>
    Ours,

    /// <summary>A difference between Spark's own versions.</summary>
    SparkVersion,

    /// <summary>Never the same, for the reason given.</summary>
    Never,
}

/// <summary>A difference that is known. Strict: a case that agrees fails until its gap is taken out.</summary>
internal sealed record KnownGap(string Case, Engine Engine, GapKind Kind, string Reason);
