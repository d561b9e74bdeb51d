using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Casts of floating-point numbers that DuckDB does otherwise than Spark.</summary>
internal static class NumberCasts
{
    public static readonly VectorFunction DoubleToText = VectorFunction.ToText<double>("sp_double_text", DuckType.Double, static (value, text) =>
    {
        text.AppendJava(value);
        return true;
    });

    public static readonly VectorFunction FloatToText = VectorFunction.ToText<float>("sp_float_text", DuckType.Float, static (value, text) =>
    {
        text.AppendJava(value);
        return true;
    });

    /// <summary>The nearest float; infinity beyond the largest.</summary>
    public static readonly VectorFunction DoubleToFloat = VectorFunction.Map<double, float>("sp_double_float", DuckType.Double, DuckType.Float, static value => (float)value);
}
