using Proto = Spark.Connect.WriteOperation.Types.SaveMode;

namespace SparkPipelines.Sql;

/// <summary>What a write does when there is something at its target.</summary>
public enum SaveMode
{
    /// <summary>Adds the rows to those that are there.</summary>
    Append,

    /// <summary>Puts the rows in the place of those that are there.</summary>
    Overwrite,

    /// <summary>Fails; the default.</summary>
    ErrorIfExists,

    /// <summary>Writes nothing.</summary>
    Ignore,
}

internal static class SaveModes
{
    public static Proto ToMessage(this SaveMode mode) => mode switch
    {
        SaveMode.Append => Proto.Append,
        SaveMode.Overwrite => Proto.Overwrite,
        SaveMode.ErrorIfExists => Proto.ErrorIfExists,
        SaveMode.Ignore => Proto.Ignore,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such save mode; use Append, Overwrite, ErrorIfExists or Ignore."),
    };

    public static SaveMode Parse(string mode) => mode.ToLowerInvariant() switch
    {
        "append" => SaveMode.Append,
        "overwrite" => SaveMode.Overwrite,
        "error" or "errorifexists" or "default" => SaveMode.ErrorIfExists,
        "ignore" => SaveMode.Ignore,
        _ => throw new ArgumentException($"There is no save mode '{mode}'; use append, overwrite, error, errorifexists, default or ignore.", nameof(mode)),
    };
}
