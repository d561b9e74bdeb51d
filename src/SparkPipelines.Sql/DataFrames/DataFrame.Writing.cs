namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Writes the rows to files or a table.</summary>
    public DataFrameWriter Write() => new(this);

    /// <summary>Writes the rows to a table of a catalog that takes whole tables, parts and conditions.</summary>
    public DataFrameWriterV2 WriteTo(string table) => new(this, table);

    /// <summary>Merges the rows into a table, matched by a condition. Spark 4.0 and later.</summary>
    public MergeIntoWriter MergeInto(string table, Column condition) => new(this, table, condition);
}
