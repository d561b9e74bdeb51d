using System.Collections.Concurrent;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>A session, a database and a folder on each Spark for the cases, taken away at the end.</summary>
public sealed class RelationPlaces : IAsyncDisposable
{
    private const string People = """
        CREATE OR REPLACE TEMP VIEW people AS SELECT * FROM VALUES
          (1, 'Ada', 'Paris', 36), (2, 'Bob', 'Rome', NULL), (3, 'Ödön', 'Paris', 25), (4, NULL, 'Oslo', 61) AS t(id, name, city, age)
        """;

    private const string Pay = """
        CREATE OR REPLACE TEMP VIEW pay AS SELECT * FROM VALUES
          (1, 'Jan', 100.0D), (1, 'Feb', 150.0D), (2, 'Jan', 80.0D), (5, 'Jan', 70.0D) AS t(id, month, amount)
        """;

    private readonly ConcurrentDictionary<SparkMajor, Lazy<Task<Place>>> _places = [];

    /// <summary>Runs a case; on a Spark that is too old for it, sees that it is refused.</summary>
    internal async Task RunAsync(SparkMajor major, RelationCase relation)
    {
        var place = relation.IsAlone ? await GetAloneAsync(major) : await GetAsync(major);
        try
        {
            var version = Version.Parse(place.Spark.Version());
            if (version < relation.Since && !relation.IsNewWay)
                RelationAnswer.Refuses(relation, place);
            else if (version >= relation.Since && (relation.Until is null || version < relation.Until))
                RelationAnswer.Check(relation, place, isSpark35: major == SparkMajor.Spark3);
        }
        finally
        {
            if (relation.IsAlone)
                await place.Spark.DisposeAsync();
        }
    }

    private Task<Place> GetAsync(SparkMajor major) => _places.GetOrAdd(major, key => new(() => NewAsync(key))).Value;

    /// <summary>A place with a session of its own, which the caller disposes, in the same database and folder.</summary>
    private async Task<Place> GetAloneAsync(SparkMajor major)
    {
        var place = await GetAsync(major);
        return place with { Spark = await NewSessionAsync(major) };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _places.Values.Where(made => made.Value.IsCompletedSuccessfully))
        {
            var place = await made.Value;
            await place.Spark.SqlAsync($"DROP DATABASE {place.Db} CASCADE");
            Directory.Delete(place.Folder, recursive: true);
            await place.Spark.DisposeAsync();
        }
    }

    private static async Task<Place> NewAsync(SparkMajor major)
    {
        var spark = await NewSessionAsync(major);
        var folder = Directory.CreateTempSubdirectory("sparkpipelines-relations-").FullName;
        var db = $"cases_{Guid.NewGuid():N}";
        await spark.SqlAsync($"CREATE DATABASE {db} LOCATION '{folder}/db'");
        return new Place(spark, db, folder);
    }

    private static async Task<SparkSession> NewSessionAsync(SparkMajor major)
    {
        var session = await Sparks.NewSessionAsync(major);
        var recording = new SparkSession(new RecordingEngine(session.Engine));
        await recording.SqlAsync(People);
        await recording.SqlAsync(Pay);
        return recording;
    }
}
