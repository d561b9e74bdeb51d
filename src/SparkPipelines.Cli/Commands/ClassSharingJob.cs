using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Cli.Commands;

/// <summary>
/// The job that <c>share-classes</c> submits: it asks Spark for what jobs usually ask for, so that the classes for it are in the archive.
/// </summary>
internal static class ClassSharingJob
{
    public const string Name = "class-sharing-job";

    /// <param name="folder">Where the job may write.</param>
    public static async Task<int> RunAsync(string folder)
    {
        SparkSession spark = await SparkSession.Builder().AppName(Name).GetOrCreateAsync().ConfigureAwait(false);
        await using (spark.ConfigureAwait(false))
        {
            DataFrame numbers = spark.Range(0, 1000).WithColumn("group", Col("id") % 10).WithColumn("text", Col("id").Cast("string"));
            foreach (string format in new[] { "csv", "json", "parquet" })
            {
                string path = Path.Combine(folder, format);
                await numbers.Write().Format(format).Option("header", true).SaveAsync(path).ConfigureAwait(false);
                DataFrame read = spark.Read().Format(format).Option("header", true).Option("inferSchema", true).Load(path);
                DataFrame groups = read.Filter("id > 10").GroupBy("group")
                    .Agg(Count(Col("id")).Alias("rows"), Avg(Col("id")).Alias("mean"), Max(Col("text")).Alias("last"));
                DataFrame joined = read.Join(groups, "group").OrderBy(Col("id").Desc()).Limit(100);
                await joined.CollectAsync().ConfigureAwait(false);
                await joined.CountAsync().ConfigureAwait(false);
            }
        }
        return 0;
    }
}
