using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Harness.Engine;
using static SparkPipelines.EngineTests.Harness.GapKind;

namespace SparkPipelines.EngineTests;

/// <summary>All differences from Spark 4.2 that are known, each with its reason.</summary>
internal static class KnownGaps
{
    public static IReadOnlyList<KnownGap> All { get; } =
    [
        new("arithmetic.remainder by zero", Spark35, SparkVersion, "Spark 4.0 gave the remainder a condition of its own, REMAINDER_BY_ZERO."),
        new("arithmetic.decimal overflow", Spark35, SparkVersion, "Spark 4.0 split NUMERIC_VALUE_OUT_OF_RANGE."),
        new("math.conv", Spark35, SparkVersion, "Spark 3.5 leaves casts to string out of column names."),
        new("text.case", Spark35, SparkVersion, "Spark 4.0 has ICU title-case words: a lone ß becomes Ss."),
        new("text.concat", Spark35, SparkVersion, "Spark 3.5 leaves casts to string out of column names."),
        new("text.like escape", Spark35, SparkVersion, "Spark 3.5 leaves the escape character out of column names."),
        new("text.split", Spark35, SparkVersion, "Spark 3.5 drops the rest when it splits by the empty text with a limit."),
        new("text.base64", Spark35, SparkVersion, "Spark 3.5 leaves casts to binary out of column names."),
        new("time.make_date bad", Spark35, SparkVersion, "Spark 3.5 reports the date without a condition."),
        new("collection.flatten", Spark35, SparkVersion, "Spark 3.5 calls the elements of array_compact nullable."),
        new("cast.decimal overflow", Spark35, SparkVersion, "Spark 4.0 split NUMERIC_VALUE_OUT_OF_RANGE."),
        new("cast.colons", Spark35, SparkVersion, "Spark 4.0 brought the cast by two colons."),
        new("error.raise", Spark35, SparkVersion, "Spark 3.5 raises without a condition."),
        new("error.assert", Spark35, SparkVersion, "Spark 3.5 raises without a condition."),
        new("json.to_json", Engine.Embedded, Ours, "The embedded engine has no JSON functions yet; it refuses them by name."),
        new("json.get_json_object", Engine.Embedded, Ours, "The embedded engine has no JSON functions yet; it refuses them by name."),
        new("describe", Engine.Embedded, Ours, "The last bits of a standard deviation depend on the order in which rows are added; describe shows them all."),
        new("math.inverse hyperbolic", Spark35, SparkVersion, "Spark 3.5 computes acosh and asinh by formulas that lose digits and overflow."),
        new("math.bit_get beyond", Spark35, SparkVersion, "Spark 3.5 fails without an error condition."),
        new("text.regexp_instr", Spark35, SparkVersion, "Spark 3.5 counts UTF-16 units; Spark 4.2 counts characters."),
    ];
}
