using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Takes a web server's access log apart by regular expressions. Argument: the log.</summary>
internal sealed class LogProcessing : IExample
{
    private const string Line = @"^(\S+) \S+ \S+ \[([^\]]+)\] ""(\S+) (\S+) [^""]*"" (\d{3}) (\d+|-)";

    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("Log processing").GetOrCreate();

        DataFrame lines = spark.Read().Text(args[0]);
        DataFrame requests = lines
            .Filter(Col("value").RLike(Line))
            .Select(
                RegexpExtract(Col("value"), Line, 1).Alias("host"),
                ToTimestamp(RegexpExtract(Col("value"), Line, 2), "dd/MMM/yyyy:HH:mm:ss Z").Alias("at"),
                RegexpExtract(Col("value"), Line, 3).Alias("method"),
                RegexpExtract(Col("value"), Line, 4).Alias("path"),
                RegexpExtract(Col("value"), Line, 5).Cast("int").Alias("status"),
                When(RegexpExtract(Col("value"), Line, 6) == "-", 0).Otherwise(RegexpExtract(Col("value"), Line, 6).Cast("long")).Alias("bytes"))
            .Cache();
        requests.PrintSchema();
        requests.Show(3, 0);
        Console.WriteLine($"{lines.Count() - requests.Count()} of {lines.Count()} lines are no requests");

        Column failed = Col("status").Geq(400);
        requests
            .GroupBy(RegexpReplace(Col("path"), @"\?.*$", "").Alias("page"))
            .Agg(Count(Lit(1)).Alias("requests"), Sum("bytes").Alias("bytes"), Sum(When(failed, 1).Otherwise(0)).Alias("failed"))
            .Sort(Col("requests").Desc(), Col("page").Asc())
            .Show();

        requests.GroupBy(Hour(Col("at")).Alias("hour")).Pivot("method", new object[] { "GET", "POST" }).Count().Na().Fill(0L).OrderBy("hour").Show();

        requests.Filter(failed & Col("host").StartsWith("10.")).Select(ConcatWs(" ", Col("host"), Col("path"), Col("status").Cast("string")).Alias("to look at")).Show(20, 0, true);

        DataFrame parameters = requests
            .Filter(Col("path").Like("%?%"))
            .Select(Explode(Split(SubstringIndex(Col("path"), "?", -1), "&")).Alias("parameter"))
            .Select(Split(Col("parameter"), "=").GetItem(0).Alias("name"), Split(Col("parameter"), "=").GetItem(1).Alias("value"));
        parameters.GroupBy("name").Agg(SortArray(CollectSet("value")).Alias("values")).OrderBy("name").Show();

        requests.Unpersist();
        spark.Stop();
    }
}
