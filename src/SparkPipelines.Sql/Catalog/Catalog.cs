namespace SparkPipelines.Sql.Catalog;

/// <summary>Databases, tables, views and functions of a session.</summary>
public sealed partial class Catalog
{
    private readonly SparkSession _session;

    internal Catalog(SparkSession session) => _session = session;
}
