using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Tests.Formats;

public sealed class ReadAheadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Next_Batches_ComeInTheOrderOfTheirPieces(int ahead)
    {
        using var pieces = new Pieces(50);
        using var reading = new ReadAhead(pieces, OddIsEmpty, ahead);

        Read(reading).ShouldBe(Enumerable.Range(0, 25).Select(i => i * 2));
        reading.Next().ShouldBeNull();
    }

    [Fact]
    public void Next_FirstPiece_IsMadeAlone()
    {
        using var pieces = new Pieces(50);
        using var reading = new ReadAhead(pieces, Of, 4);

        Number(reading.Next()).ShouldBe(0);
        pieces.Given.ShouldBe(1);
    }

    [Fact]
    public async Task Next_WhileABatchIsUsed_TheNextOnesAreMade()
    {
        using var pieces = new Pieces(50);
        using var made = new BlockingCollection<int>();
        using var reading = new ReadAhead(
            pieces,
            block =>
            {
                ExportedBatch batch = Of(block);
                made.Add(Number(block), Token);
                return batch;
            },
            3);
        Number(reading.Next()).ShouldBe(0);
        Number(reading.Next()).ShouldBe(1);

        // Nobody asks for 2, 3 and 4, which come in any order; there are not more.
        var numbers = await Task.Run(() => Enumerable.Range(0, 5).Select(_ => made.Take(Token)).ToList(), Token);
        numbers.Order().ShouldBe([0, 1, 2, 3, 4]);
        pieces.Given.ShouldBe(5);
    }

    [Fact]
    public void Next_PieceThatIsBad_FailsWhenItIsItsTurn()
    {
        using var pieces = new Pieces(50);
        using var reading = new ReadAhead(pieces, block => Number(block) == 3 ? throw new FormatException("3 is bad.") : Of(block), 4);

        Enumerable.Range(0, 3).Select(_ => Number(reading.Next())).ShouldBe([0, 1, 2]);
        Should.Throw<FormatException>(() => reading.Next()).Message.ShouldBe("3 is bad.");
    }

    [Fact]
    public void Dispose_WhileBatchesAreMade_LetsGoOfAll()
    {
        using var pieces = new Pieces(50);
        int living = 0;
        var reading = new ReadAhead(
            pieces,
            block =>
            {
                Interlocked.Increment(ref living);
                return Number(block) == 3 ? throw new FormatException("3 is bad.") : Of(block, new Owned(() => Interlocked.Decrement(ref living)));
            },
            4);
        reading.Next()!.Release();
        reading.Next()!.Release();

        reading.Dispose();
        // The bad one made no batch.
        living.ShouldBe(1);
        Should.Throw<ObjectDisposedException>(() => reading.Next());
    }

    [Fact]
    public async Task Next_FromSeveralThreads_GivesEachBatchOnce()
    {
        using var pieces = new Pieces(500);
        using var reading = new ReadAhead(pieces, Of, 4);

        var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Read(reading), Token)));
        read.SelectMany(numbers => numbers).Order().ShouldBe(Enumerable.Range(0, 500));
    }

    private static ExportedBatch? OddIsEmpty(LineBlock block) => Number(block) % 2 == 0 ? Of(block) : null;

    private static ExportedBatch Of(LineBlock block) => Of(block, null);

    // As many rows as the piece's number, and one.
    private static ExportedBatch Of(LineBlock block, IDisposable? owned)
    {
        var column = new Int32Array.Builder().AppendRange(Enumerable.Range(0, Number(block) + 1)).Build();
        return new ExportedBatch(new RecordBatch.Builder().Append("c", false, column).Build(), owned);
    }

    private static int Number(LineBlock block) => int.Parse(block.Bytes, CultureInfo.InvariantCulture);

    private static int Number(ExportedBatch? batch)
    {
        int number = batch!.Rows - 1;
        batch.Release();
        return number;
    }

    private static List<int> Read(ReadAhead reading)
    {
        var numbers = new List<int>();
        while (reading.Next() is { } batch)
            numbers.Add(Number(batch));
        return numbers;
    }

    private sealed class Owned(Action disposed) : IDisposable
    {
        public void Dispose() => disposed();
    }

    /// <summary>Pieces that hold their number.</summary>
    private sealed class Pieces(int count) : IBlockReader
    {
        private int _next = -1;

        public int Given => Math.Min(Volatile.Read(ref _next) + 1, count);

        public bool HoldsWholeFiles => false;

        public LineBlock? Next()
        {
            int number = Interlocked.Increment(ref _next);
            if (number >= count)
                return null;
            byte[] rented = System.Buffers.ArrayPool<byte>.Shared.Rent(16);
            return LineBlock.Of(rented, Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture), rented), new DataFile("/none", 0, "/none"), number == 0);
        }

        public void Dispose()
        {
            // There are no files.
        }
    }
}
