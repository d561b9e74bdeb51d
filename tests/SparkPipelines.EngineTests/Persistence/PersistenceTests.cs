using SparkPipelines.EngineTests.RoundTrips;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Persistence;

/// <summary>What is persisted, when its rows are computed and when they are forgotten: the same on the embedded engine and on Spark.</summary>
public sealed class PersistenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("persistence-").FullName;

    public static TheoryData<string> Engines => [RoundTripEngines.Embedded, "Spark4"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Persist_FirstLevel_StaysUntilUnpersist(string engine)
    {
        var frame = Unique(await SessionAsync(engine));

        frame.StorageLevel().ShouldBe(StorageLevel.NONE);
        frame.Persist(StorageLevel.NONE).StorageLevel().ShouldBe(StorageLevel.NONE);
        frame.Persist(StorageLevel.DISK_ONLY).StorageLevel().ShouldBe(StorageLevel.DISK_ONLY);
        frame.Persist(StorageLevel.MEMORY_ONLY).StorageLevel().ShouldBe(StorageLevel.DISK_ONLY);
        frame.Persist(StorageLevel.NONE).StorageLevel().ShouldBe(StorageLevel.DISK_ONLY);
        frame.Unpersist(blocking: true).StorageLevel().ShouldBe(StorageLevel.NONE);
        frame.Cache().StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        frame.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task StorageLevel_OfAFrameThatMeansTheSame_IsThatOfThePersisted(string engine)
    {
        var spark = await SessionAsync(engine);
        var tag = Guid.NewGuid().ToString();
        DataFrame Make(string name, string condition) => spark.Range(9).Filter(condition).Select((Col("id") + 1).Alias(name), Lit(tag).Alias("tag"));
        var frame = Make("x", "id > 3 AND id < 8").Cache();

        DataFrame[] same =
        [
            Make("y", "id > 3 AND id < 8"), Make("x", "8 > id AND 3 < id"), frame.Alias("t"), frame.Select("x", "tag"), frame.ToDF("a", "b"), frame.WithColumnRenamed("x", "z"),
            frame.Drop("none"), frame.Hint("broadcast"),
        ];
        DataFrame[] others = [Make("x", "id > 3 AND id < 7"), frame.Select("tag", "x"), frame.Filter("x > 0"), frame.Select("x"), frame.Limit(3)];

        same.ShouldAllBe(other => other.StorageLevel() == StorageLevel.MEMORY_AND_DISK);
        others.ShouldAllBe(other => other.StorageLevel() == StorageLevel.NONE);
        same[0].Columns().ShouldBe(["y", "tag"]);
        Texts(same[4]).ShouldBe([$"5|{tag}", $"6|{tag}", $"7|{tag}", $"8|{tag}"]);
        frame.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cache_FilesThatChangeAfterwards_KeepTheirRowsUntilUnpersist(string engine)
    {
        var spark = await SessionAsync(engine);
        var path = Write("a.csv", "1\n2\n");
        DataFrame Read(string schema = "n INT") => spark.Read().Schema(schema).Csv(path);
        var frame = Read().Cache();

        Texts(frame).ShouldBe(["1", "2"]);
        File.WriteAllText(path, "7\n8\n9\n");
        Texts(frame).ShouldBe(["1", "2"]);
        Texts(Read()).ShouldBe(["1", "2"]);
        Texts(Read().Filter("n > 1")).ShouldBe(["2"]);
        Texts(Read("n BIGINT")).ShouldBe(["7", "8", "9"]);

        File.Delete(path);
        Texts(frame.Filter("n > 1")).ShouldBe(["2"]);
        frame.InputFiles().ShouldBeEmpty();
        Should.Throw<AnalysisException>(() => Read().Collect().ToList()).ErrorClass.ShouldBe("PATH_NOT_FOUND");

        File.WriteAllText(path, "5\n");
        frame.Unpersist(blocking: true);
        Texts(frame).ShouldBe(["5"]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cache_IsLazy(string engine)
    {
        var spark = await SessionAsync(engine);
        var path = Write("a.csv", "1\n");
        var frame = spark.Read().Schema("n INT").Csv(path).Cache();

        File.WriteAllText(path, "22\n");
        Texts(frame).ShouldBe(["22"]);
        File.WriteAllText(path, "333\n");
        Texts(frame).ShouldBe(["22"]);
        frame.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cache_ActionThatFails_KeepsNothing(string engine)
    {
        var spark = await SessionAsync(engine);
        var path = Write("a.csv", "1\nx\n");
        var frame = spark.Read().Schema("n INT").Option("mode", "FAILFAST").Csv(path).Cache();

        Should.Throw<SparkException>(() => frame.Collect().ToList());
        frame.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        File.WriteAllText(path, "1\n2\n");
        Texts(frame).ShouldBe(["1", "2"]);
        frame.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cache_OfAPartOfAPersistedPlan_ReadsThatPart(string engine)
    {
        var spark = await SessionAsync(engine);
        var path = Write("a.csv", "1\n2\n3\n");
        var all = spark.Read().Schema("n INT").Csv(path).Cache();
        Texts(all).ShouldBe(["1", "2", "3"]);
        File.WriteAllText(path, "7\n");
        var some = all.Filter("n > 1").Cache();

        Texts(some).ShouldBe(["2", "3"]);
        Texts(all.Join(some.ToDF("m"), Col("n") == Col("m"))).ShouldBe(["2|2", "3|3"]);
        all.Unpersist(blocking: true);
        some.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        Texts(some).ShouldBe(["2", "3"]);
        some.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Write_WhereAPersistedPlanReads_MakesItReadAgain(string engine)
    {
        var spark = await SessionAsync(engine);
        var path = Path.Combine(_folder, "rows");
        spark.Range(2).Write().Parquet(path);
        var frame = spark.Read().Parquet(path).Cache();
        var above = frame.Filter("id < 100").Cache();
        Texts(frame).ShouldBe(["0", "1"]);
        Texts(above).ShouldBe(["0", "1"]);

        spark.Range(10, 11).Write().Mode(SaveMode.Append).Parquet(path);
        Texts(frame).ShouldBe(["0", "1", "10"]);
        Texts(above).ShouldBe(["0", "1", "10"]);
        Texts(spark.Read().Parquet(path)).ShouldBe(["0", "1", "10"]);
        spark.Range(20, 21).Write().Mode(SaveMode.Overwrite).Parquet(path);
        Texts(frame).ShouldBe(["20"]);
        Texts(above).ShouldBe(["20"]);
        frame.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);

        // What is written elsewhere, be it below, changes nothing.
        spark.Range(30, 31).Write().Parquet(Path.Combine(_folder, "rows2"));
        spark.Range(40, 41).Write().Parquet(Path.Combine(path, "below"));
        Texts(frame).ShouldBe(["20"]);
        frame.Unpersist(blocking: true);
        above.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Refresh_ByPathOrView_ReadsAgain(string engine)
    {
        var spark = await SessionAsync(engine);
        var first = Write("in/a.csv", "1\n");
        var frame = spark.Read().Schema("n INT").Csv(Path.Combine(_folder, "in")).Cache();
        Texts(frame).ShouldBe(["1"]);

        _ = Write("in/b.csv", "2\n");
        Texts(frame).ShouldBe(["1"]);
        spark.Catalog.RefreshByPath(first);
        Texts(frame).ShouldBe(["1"]);
        spark.Catalog.RefreshByPath(_folder);
        Texts(frame).ShouldBe(["1", "2"]);

        var view = View(frame);
        _ = Write("in/c.csv", "3\n");
        spark.Catalog.RefreshTable(view);
        Texts(frame).ShouldBe(["1", "2", "3"]);
        frame.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        frame.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task CacheTable_ViewThatIsReplaced_IsCachedNoLonger(string engine)
    {
        var spark = await SessionAsync(engine);
        var frame = Unique(spark);
        var view = View(frame);
        spark.Catalog.IsCached(view).ShouldBeFalse();
        spark.Catalog.CacheTable(view, StorageLevel.DISK_ONLY);

        spark.Catalog.IsCached(view).ShouldBeTrue();
        frame.StorageLevel().ShouldBe(StorageLevel.DISK_ONLY);
        frame.CreateOrReplaceTempView(view);
        spark.Catalog.IsCached(view).ShouldBeTrue();
        var above = View(spark.Table(view).Filter("id > 0"));
        spark.Catalog.CacheTable(above);

        Unique(spark).CreateOrReplaceTempView(view);
        spark.Catalog.IsCached(view).ShouldBeFalse();
        spark.Catalog.IsCached(above).ShouldBeFalse();
        frame.StorageLevel().ShouldBe(StorageLevel.NONE);

        // Persisted by itself, not by a name, it does not mind who has the name.
        frame.Cache().CreateOrReplaceTempView(view);
        Unique(spark).CreateOrReplaceTempView(view);
        frame.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        frame.Unpersist(blocking: true);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Catalog_UncacheAndDrop_PersistNoLonger(string engine)
    {
        var spark = await SessionAsync(engine);
        var frame = Unique(spark);

        var view = View(frame.Cache());
        spark.Catalog.IsCached(view).ShouldBeTrue();
        spark.Catalog.UncacheTable(view);
        frame.StorageLevel().ShouldBe(StorageLevel.NONE);
        spark.Catalog.UncacheTable(view);

        frame.Cache();
        spark.Catalog.DropTempView(view).ShouldBeTrue();
        frame.StorageLevel().ShouldBe(StorageLevel.NONE);

        frame.Cache().CreateOrReplaceGlobalTempView(view);
        spark.Catalog.IsCached($"global_temp.{view}").ShouldBeTrue();
        spark.Catalog.DropGlobalTempView(view).ShouldBeTrue();
        frame.StorageLevel().ShouldBe(StorageLevel.NONE);

        Should.Throw<AnalysisException>(() => spark.Catalog.CacheTable(view)).ErrorClass.ShouldBe("TABLE_OR_VIEW_NOT_FOUND");
        Should.Throw<AnalysisException>(() => spark.Catalog.IsCached(view)).ErrorClass.ShouldBe("TABLE_OR_VIEW_NOT_FOUND");
        Should.Throw<AnalysisException>(() => frame.Select("none").Cache()).ErrorClass.ShouldBe("UNRESOLVED_COLUMN.WITH_SUGGESTION");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cache_RowsThatDifferEachTime_StayTheSame(string engine)
    {
        var spark = await SessionAsync(engine);
        var view = View(spark.Range(5).SelectExpr("id", $"rand() AS r", $"'{Guid.NewGuid()}' AS tag"));
        spark.Catalog.CacheTable(view);
        var sample = Unique(spark, 1000).Sample(0.5).Cache();
        var now = Unique(spark).Select(CurrentTimestamp().Alias("t"), Col("tag")).Cache();

        var rows = Texts(spark.Table(view));
        rows.ShouldBeUnique();
        Texts(spark.Table(view).Filter("r >= 0")).ShouldBe(rows);
        Texts(spark.Table(view).Select("id", "r", "tag")).ShouldBe(rows);
        sample.Count().ShouldBeInRange(300, 700);
        Texts(sample).ShouldBe(Texts(sample));
        Texts(now).ShouldBe(Texts(now));
        spark.Catalog.UncacheTable(view);
        sample.Unpersist(blocking: true);
        now.Unpersist(blocking: true);
    }

    private static async Task<SparkSession> SessionAsync(string engine) => new(await RoundTripEngines.GetAsync(engine));

    // Spark's sessions share what is persisted, those of other tests too.
    private static DataFrame Unique(SparkSession spark, long rows = 3) => spark.Range(rows).WithColumn("tag", Lit(Guid.NewGuid().ToString()));

    private static string View(DataFrame frame)
    {
        var name = $"v{Guid.NewGuid():N}";
        frame.CreateOrReplaceTempView(name);
        return name;
    }

    private static IReadOnlyList<string> Texts(DataFrame frame) => [.. frame.Collect().Select(row => string.Join('|', row.Values)).Order(StringComparer.Ordinal)];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
