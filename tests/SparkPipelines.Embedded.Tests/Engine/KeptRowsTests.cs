using SparkPipelines.Embedded.Engine;
using SparkPipelines.Embedded.Native;
using Spark.Connect;

namespace SparkPipelines.Embedded.Tests.Engine;

/// <summary>A persisted plan's rows are made once, by one action, and are whole or not there.</summary>
public sealed class KeptRowsTests : IDisposable
{
    private readonly DuckDbDatabase _database = new();
    private readonly KeptRows _rows = new(new StorageLevel(), new HashSet<string>(), ["/data/in"], [["v"]]);
    private int _made;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Take_TwoAtTheSameTime_MakesOneTable()
    {
        var go = new TaskCompletionSource();
        var first = _rows.TakeAsync(token => MakeAsync(go.Task, token), 0, Token);
        var second = _rows.TakeAsync(token => MakeAsync(go.Task, token), 0, Token);

        second.IsCompleted.ShouldBeFalse();
        go.SetResult();
        (await first)!.Value.Name.ShouldBe((await second)!.Value.Name);
        _made.ShouldBe(1);
        Tables().ShouldBe([(await first)!.Value.Name]);
    }

    [Fact]
    public async Task Take_FirstIsCancelled_TheOneThatWaitsMakesTheTable()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = _rows.TakeAsync(token => MakeAsync(new TaskCompletionSource().Task, token), 0, stop.Token);
        var second = _rows.TakeAsync(token => MakeAsync(Task.CompletedTask, token), 0, Token);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        var taken = (await second)!.Value;
        Tables().ShouldBe([taken.Name]);
    }

    [Fact]
    public async Task Take_QueryIsInterrupted_LeavesNoTable()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var taking = _rows.TakeAsync(
            async token =>
            {
                var table = new KeptTable(_database);
                // More rows than could be made in days.
                var filling = table.FillAsync("SELECT count(*) FROM range(1000000000000) AS a(i), range(1000000) AS b(j) WHERE (i * j) % 7 = 3", 1, token);
                await stop.CancelAsync();
                await filling;
                return table;
            },
            0,
            stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(taking);
        Tables().ShouldBeEmpty();
        _rows.Find().ShouldBeNull();
        (await _rows.TakeAsync(token => MakeAsync(Task.CompletedTask, token), 0, Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Take_WaitingIsCancelled_LeavesTheOtherAlone()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var go = new TaskCompletionSource();
        var first = _rows.TakeAsync(token => MakeAsync(go.Task, token), 0, Token);
        var second = _rows.TakeAsync(token => MakeAsync(go.Task, token), 0, stop.Token);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        go.SetResult();
        (await first).ShouldNotBeNull();
        _made.ShouldBe(1);
    }

    [Fact]
    public async Task Drop_WhileAQueryReads_TakesTheTableWhenTheQueryIsOver()
    {
        var taken = (await _rows.TakeAsync(token => MakeAsync(Task.CompletedTask, token), 0, Token))!.Value;

        _rows.Drop();
        Tables().ShouldBe([taken.Name]);
        _rows.Find().ShouldBeNull();
        taken.Hold.Dispose();
        taken.Hold.Dispose();
        Tables().ShouldBeEmpty();
        (await _rows.TakeAsync(token => MakeAsync(Task.CompletedTask, token), 0, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Refresh_WhileRowsAreMade_GivesThemToThatQueryAlone()
    {
        var go = new TaskCompletionSource();
        var before = _rows.TakeAsync(token => MakeAsync(go.Task, token), version: 0, Token);
        _rows.Refresh(version: 1);
        go.SetResult();

        var outdated = (await before)!.Value;
        _rows.Find().ShouldBeNull();
        var current = (await _rows.TakeAsync(token => MakeAsync(Task.CompletedTask, token), version: 1, Token))!.Value;
        current.Name.ShouldNotBe(outdated.Name);
        outdated.Hold.Dispose();
        current.Hold.Dispose();
        Tables().ShouldBe([current.Name]);
    }

    [Fact]
    public async Task Release_AfterTheDatabase_DoesNothing()
    {
        var database = new DuckDbDatabase();
        var table = new KeptTable(database);
        await table.FillAsync("SELECT 1", 1, Token);
        database.Dispose();

        Should.NotThrow(table.Release);
    }

    [Fact]
    public async Task Fill_MoreRowsThanTheMemoryHolds_SpillsThem()
    {
        using var database = new DuckDbDatabase(new DuckDbOptions { MemoryLimitBytes = 128 << 20, Threads = 2 });
        var table = new KeptTable(database);

        // 2 million texts of 100 characters and their numbers.
        await table.FillAsync("SELECT i, lpad(CAST(hash(i) AS VARCHAR), 100, 'x') FROM range(2000000) AS r(i)", 2, Token);

        using var connection = database.Connect();
        using var result = connection.Query($"SELECT CAST(sum(c0) AS BIGINT), CAST(sum(length(c1)) AS BIGINT) FROM {table.Name}");
        using var batch = result.Next()!;
        ((Apache.Arrow.Int64Array)batch.Column(0)).GetValue(0).ShouldBe(1_999_999_000_000);
        ((Apache.Arrow.Int64Array)batch.Column(1)).GetValue(0).ShouldBe(200_000_000);
        table.Release();
    }

    [Theory]
    [InlineData("/data/in", true)]
    [InlineData("/data", true)]
    [InlineData("/", true)]
    [InlineData("/data/in/part", false)]
    [InlineData("/data/i", false)]
    public void ReadsBelow_IsTrueForThePathAndThoseAbove(string path, bool expected) => _rows.ReadsBelow(path).ShouldBe(expected);

    private async Task<KeptTable> MakeAsync(Task go, CancellationToken cancellationToken)
    {
        await go.WaitAsync(cancellationToken);
        _made++;
        var table = new KeptTable(_database);
        await table.FillAsync("SELECT 1, 2", 2, cancellationToken);
        return table;
    }

    private List<string> Tables()
    {
        using var connection = _database.Connect();
        using var result = connection.Query("SELECT table_name FROM duckdb_tables() ORDER BY 1");
        var names = new List<string>();
        while (result.Next() is { } batch)
        {
            using (batch)
                names.AddRange(Enumerable.Range(0, batch.Length).Select(row => ((Apache.Arrow.StringArray)batch.Column(0)).GetString(row)));
        }

        return names;
    }
}
