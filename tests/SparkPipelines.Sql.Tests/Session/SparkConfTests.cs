namespace SparkPipelines.Sql.Tests.Session;

public sealed class SparkConfTests
{
    [Fact]
    public void Values_AreKeptByTheirKeys()
    {
        var conf = new SparkConf().SetMaster("local[2]").SetAppName("words").SetSparkHome("/opt/spark").Set("spark.cores.max", "4").Set("spark.cores.max", "8");

        conf.GetAll().Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(["spark.app.name=words", "spark.cores.max=8", "spark.home=/opt/spark", "spark.master=local[2]"]);
        conf.GetInt("spark.cores.max", 1).ShouldBe(8);
        conf.GetInt("spark.task.cpus", 1).ShouldBe(1);
        conf.Get("spark.app.name", "none").ShouldBe("words");
        conf.Get("spark.ui.port", "none").ShouldBe("none");
        Should.Throw<FormatException>(() => conf.GetInt("spark.app.name", 1)).Message.ShouldBe("The configuration value 'spark.app.name' is 'words', which is no 32-bit number.");
    }
}
