namespace SparkPipelines.Data.Tests.Datastores;

public sealed class LocalDatastoreTests
{
    [Fact]
    public void SparkPath_IsAFileUriWithoutEscapes()
    {
        var datastore = new LocalDatastore("training_data", "/data/with blank/");
        datastore.SparkPath("a b/ü.csv").ShouldBe("file:///data/with blank/a b/ü.csv");
        datastore.ToString().ShouldBe("training_data (file:///data/with blank)");
        datastore.SparkSettings.ShouldBeEmpty();
    }

    [Fact]
    public void Constructor_RelativeRoot_IsRefused() =>
        Should.Throw<ArgumentException>(() => new LocalDatastore("a", "data"))
            .Message.ShouldBe("'data' is not an absolute path; a local datastore's root must be one, as Spark may run in another folder. (Parameter 'rootFolder')");

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    public void Constructor_BadName_IsRefused(string name) =>
        Should.Throw<ArgumentException>(() => new LocalDatastore(name, "/data"))
            .Message.ShouldBe($"'{name}' is no name for a datastore; letters, digits and underscores make one. (Parameter 'name')");
}
