using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Counts the words of a text file. Argument: the file.</summary>
internal sealed class WordCount : IExample
{
    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("Word count").GetOrCreate();

        DataFrame lines = spark.Read().Text(args[0]);
        DataFrame words = lines
            .Select(Split(Lower(Col("value")), "[^a-z']+").Alias("words"))
            .Select(Explode(Col("words")).Alias("word"))
            .Filter(Col("word") != "");

        DataFrame counts = words.GroupBy("word").Count().OrderBy(Col("count").Desc(), Col("word"));
        counts.Show(5);
        Console.WriteLine($"{words.Count()} words, {counts.Count()} different ones, {lines.Count()} lines");

        spark.Stop();
    }
}
