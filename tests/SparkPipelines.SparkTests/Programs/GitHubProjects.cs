using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>A batch job over projects and their owners: cleans, aggregates, compares dates, joins. Arguments: two CSV files.</summary>
internal sealed class GitHubProjects : IExample
{
    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("GitHub projects").GetOrCreate();

        DataFrame projects = spark
            .Read()
            .Schema("id INT, url STRING, owner_id INT, name STRING, language STRING, created_at STRING, forked_from INT, deleted BOOLEAN, updated_at STRING")
            .Option("header", true)
            .Option("nullValue", "NULL")
            .Csv(args[0]);
        projects.PrintSchema();

        // Projects without a name or an owner are of no use; the rest gets a language, and a day in place of a text.
        DataFrame cleaned = projects
            .Drop("url", "deleted")
            .Na().Drop("any", new[] { "name", "owner_id" })
            .Na().Fill("none", new[] { "language" })
            .WithColumnRenamed("forked_from", "fork_of")
            .WithColumn("created", ToDate(Col("created_at"), "yyyy-MM-dd HH:mm:ss"))
            .WithColumn("updated", ToDate(Col("updated_at"), "yyyy-MM-dd HH:mm:ss"))
            .Drop("created_at", "updated_at");
        cleaned.OrderBy("id").Show();

        cleaned
            .GroupBy("language")
            .Agg(
                Count(Lit(1)).Alias("projects"),
                CountDistinct("owner_id").Alias("owners"),
                Round(Avg(DateDiff(Col("updated"), Col("created"))), 1).Alias("days"),
                Max("updated").Alias("last"))
            .OrderBy(Desc("projects"), Asc("language"))
            .Show();

        DataFrame recent = cleaned
            .Filter(Col("updated") > Lit("2015-10-20").Cast("date"))
            .WithColumn("is_fork", Col("fork_of").IsNotNull())
            .WithColumn("month", DateFormat(Col("updated"), "yyyy-MM"));
        recent.GroupBy("month", "is_fork").Count().OrderBy("month", "is_fork").Show();

        DataFrame owners = spark.Read().Option("header", true).Schema("id INT, login STRING, country STRING").Csv(args[1]);
        DataFrame named = cleaned
            .Join(owners.WithColumnRenamed("id", "owner_id"), new[] { "owner_id" }, "left_outer")
            .Select(Col("name"), Coalesce(Col("login"), Lit("?")).Alias("login"), Upper(Col("country")).Alias("country"));
        named.OrderBy("name").Show();

        cleaned.As("p").Join(cleaned.As("f"), Col("f.fork_of") == Col("p.id"))
            .Select(Col("f.name").Alias("fork"), Col("p.name").Alias("of"), MonthsBetween(Col("f.created"), Col("p.created")).Alias("months later"))
            .Show();

        Console.WriteLine($"{projects.Count()} read, {cleaned.Count()} clean, {owners.Join(cleaned, owners["id"] == cleaned["owner_id"], "left_anti").Count()} without a project");

        spark.Stop();
    }
}
