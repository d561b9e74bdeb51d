using Apache.Arrow;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Tests.Native;

public sealed class QueryExecutionTests : IDisposable
{
    private static readonly string[] ManyRows = ["200000|19999900000"];

    private readonly DuckDbDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task ExecuteAsync_ManyVectors_AreJoinedToLargeBatches()
    {
        List<RecordBatch> batches = await _database.BatchesAsync("SELECT i, 'row ' || i AS text, [i, NULL] AS list FROM range(200000) r(i)");

        batches.Select(batch => batch.Length).ShouldBe([65536, 65536, 65536, 3392]);
        var texts = (StringArray)batches[2].Column(1);
        texts.GetString(65535).ShouldBe("row 196607");
        var lists = (ListArray)batches[3].Column(2);
        ((Int64Array)lists.GetSlicedValues(3391)).ToArray().ShouldBe([199999, null]);
        batches.ForEach(batch => batch.Dispose());
    }

    [Fact]
    public async Task ExecuteAsync_BadCast_GivesDuckDbsTypeAndMessage()
    {
        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_database.RowsAsync("SELECT 'ä'::INTEGER"));

        exception.ErrorType.ShouldBe("Conversion");
        exception.Message.ShouldBe("Could not convert string 'ä' to INT32");
    }

    [Fact]
    public async Task ExecuteAsync_UnknownColumn_GivesSubtype()
    {
        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_database.RowsAsync("SELECT missing FROM range(1) r(i)"));

        exception.ErrorType.ShouldBe("Binder");
        exception.Subtype.ShouldBe("COLUMN_NOT_FOUND");
    }

    [Fact]
    public async Task ExecuteAsync_FailureAfterTheFirstRows_ComesFromTheStream()
    {
        string sql = "SELECT CASE WHEN i = 150000 THEN error('late') ELSE i END FROM range(200000) r(i)";

        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_database.BatchesAsync(sql));

        exception.Message.ShouldBe("late");
    }

    [Fact]
    public async Task ExecuteAsync_Cancelled_StopsTheQuery()
    {
        using var source = new CancellationTokenSource();
        Task running = Task.Run(async () =>
        {
            await foreach (RecordBatch batch in _database.ExecuteAsync("SELECT count(*) FROM range(10000000000) a(i), range(1000) b(j) WHERE i % 7 = j", cancellationToken: source.Token))
                batch.Dispose();
        }, TestContext.Current.CancellationToken);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
        (await _database.RowsAsync("SELECT count(*), sum(i) FROM range(200000) r(i)")).ShouldBe(ManyRows);
    }

    [Fact]
    public async Task ExecuteAsync_LeftEarly_LeavesTheDatabaseUsable()
    {
        await foreach (RecordBatch batch in _database.ExecuteAsync("SELECT i FROM range(100000000) r(i)", cancellationToken: TestContext.Current.CancellationToken))
        {
            batch.Dispose();
            break;
        }

        (await _database.RowsAsync("SELECT count(*), sum(i) FROM range(200000) r(i)")).ShouldBe(ManyRows);
    }

    [Fact]
    public async Task Batch_AfterEverythingElseIsGone_IsStillReadable()
    {
        var database = new DuckDbDatabase();
        List<RecordBatch> batches = await database.BatchesAsync("SELECT 'a longer text than fits in place' AS t");
        database.Dispose();

        ((StringArray)batches.ShouldHaveSingleItem().Column(0)).GetString(0).ShouldBe("a longer text than fits in place");
        batches[0].Dispose();
    }

    [Fact]
    public async Task Settings_AreUtcWithoutExtensionsFromOutside()
    {
        (await _database.RowsAsync("""
            SELECT current_setting('TimeZone'), current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')
            """)).ShouldBe(["UTC|false|false"]);
    }

    [Fact]
    public async Task Dispose_RemovesTheFolderForSpilledData()
    {
        using TemporaryFolder folder = new();
        using (var database = new DuckDbDatabase(new DuckDbOptions { TemporaryFolder = folder.Path, MemoryLimitBytes = 64 << 20, Threads = 1 }))
        {
            (await database.RowsAsync("SELECT count(*), sum(i) FROM (SELECT i FROM range(12000000) r(i) ORDER BY hash(i))"))
                .ShouldBe(["12000000|71999994000000"]);
            Directory.GetDirectories(folder.Path).ShouldHaveSingleItem();
        }

        Directory.GetDirectories(folder.Path).ShouldBeEmpty();
    }
}
