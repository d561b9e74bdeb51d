using System.Text;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Tests.Native;

public sealed class VectorFunctionTests : IDisposable
{
    private readonly DuckDbDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Map_OfValuesAndNulls_SkipsNulls()
    {
        _database.Register(
            VectorFunction.Map<int, int, int>("t_add", DuckType.Int, DuckType.Int, DuckType.Int, static (a, b) => a + b),
            VectorFunction.Map<long, bool>("t_even", DuckType.BigInt, DuckType.Boolean, static value => value % 2 == 0),
            VectorFunction.MapOrNull<int, double>("t_root", DuckType.Int, DuckType.Double, static value => value < 0 ? null : Math.Sqrt(value)));

        (await _database.RowsAsync("SELECT t_add(i::INTEGER, 1), t_add(i::INTEGER, NULL), t_even(i), t_root((i - 1)::INTEGER) FROM (VALUES (0), (1), (5), (NULL)) t(i)"))
            .ShouldBe(["1|∅|true|∅", "2|∅|false|0.0", "6|∅|false|2.0", "∅|∅|∅|∅"]);
        (await _database.RowsAsync("SELECT sum(t_add(i::INTEGER, 1)) FROM range(100000) r(i)")).ShouldBe(["5000050000"]);
    }

    [Fact]
    public async Task Text_OfEveryLength_GoesInAndOut()
    {
        _database.Register(
            VectorFunction.TextToText("t_reverse", static (text, result) =>
            {
                if (text.SequenceEqual("null"u8))
                    return false;
                foreach (Rune rune in Encoding.UTF8.GetString(text).EnumerateRunes().Reverse())
                    result.Append(rune.ToString());
                return true;
            }),
            VectorFunction.FromText<int>("t_bytes", DuckType.Int, static text => text.Length));

        (await _database.RowsAsync("SELECT t_reverse(s), t_bytes(s) FROM (VALUES (''), ('abc'), ('zwölf Bytes'), ('ein Text, länger als zwölf Bytes 😀'), ('null'), (NULL)) t(s)"))
            .ShouldBe(["|0", "cba|3", "setyB flöwz|12", "😀 setyB flöwz sla regnäl ,txeT nie|39", "∅|4", "∅|∅"]);
    }

    [Fact]
    public async Task Lists_AndStructs_GoInAndOut()
    {
        DuckType pair = DuckType.Struct(new DuckField("n", DuckType.Int), new DuckField("s", DuckType.Varchar));
        _database.Register(
            VectorFunction.Scalar("t_twice", [DuckType.List(DuckType.Int)], DuckType.List(DuckType.Int), static (in VectorArgs args) =>
            {
                args.PropagateNulls();
                VectorReader lists = args[0];
                VectorReader from = lists.Elements;
                int total = 0;
                for (int row = 0; row < args.Count; row++)
                    total += lists.IsNull(row) ? 0 : 2 * lists.List(row).Length;
                VectorWriter to = args.Result.Elements(total);
                int at = 0;
                for (int row = 0; row < args.Count; row++)
                {
                    if (lists.IsNull(row))
                        continue;
                    (int start, int length) = lists.List(row);
                    args.Result.SetList(row, at, 2 * length);
                    for (int i = 0; i < 2 * length; i++, at++)
                    {
                        if (from.IsNull(start + i % length))
                            to.SetNull(at);
                        else
                            to.Values<int>()[at] = from.Values<int>()[start + i % length];
                    }
                }
            }),
            VectorFunction.Scalar("t_pair", [pair], pair, static (in VectorArgs args) =>
            {
                for (int row = 0; row < args.Count; row++)
                {
                    if (args[0].IsNull(row))
                    {
                        args.Result.SetNull(row);
                        continue;
                    }
                    args.Result.Member(0).Values<int>()[row] = args[0].Member(0).Values<int>()[row] + 1;
                    args.Result.Member(1).SetBytes(row, args[0].Member(1).Bytes(row));
                }
            }));

        (await _database.RowsAsync("SELECT t_twice(l) FROM (VALUES ([1, NULL]), ([]), (NULL), ([3])) t(l)")).ShouldBe(["[1, NULL, 1, NULL]", "[]", "∅", "[3, 3]"]);
        (await _database.RowsAsync("SELECT t_twice([i::INTEGER, 7]) FROM range(3) r(i)")).ShouldBe(["[0, 7, 0, 7]", "[1, 7, 1, 7]", "[2, 7, 2, 7]"]);
        (await _database.RowsAsync("SELECT t_pair(CASE WHEN i < 2 THEN {'n': i::INTEGER, 's': 'constant and long enough'} END) FROM range(3) r(i)"))
            .ShouldBe(["{'n': 1, 's': constant and long enough}", "{'n': 2, 's': constant and long enough}", "∅"]);
    }

    [Fact]
    public async Task Overloads_AndVariadic_AreChosenByType()
    {
        _database.Register(
            VectorFunction.Map<int, int>("t_kind", DuckType.Int, DuckType.Int, static _ => 1),
            VectorFunction.FromText<int>("t_kind", DuckType.Int, static _ => 2),
            VectorFunction.Scalar("t_count", [], DuckType.Int, static (in VectorArgs args) => args.Result.Values<int>().Fill(args.ArgumentCount), variadic: DuckType.Any));

        (await _database.RowsAsync("SELECT t_kind(1), t_kind('x'), t_count(1, 'x', NULL), t_count([1])")).ShouldBe(["1|2|3|1"]);
    }

    [Fact]
    public async Task Decimal_OfEveryWidth_IsReadAndWritten()
    {
        _database.Register(
            VectorFunction.Scalar("t_negate", [DuckType.Any], DuckType.Decimal(38, 0), static (in VectorArgs args) =>
            {
                for (int row = 0; row < args.Count; row++)
                    args.Result.SetDecimal(row, -args[0].Decimal(row));
            }));

        (await _database.RowsAsync("SELECT t_negate(1.5::DECIMAL(4,1)), t_negate(1.5::DECIMAL(9,1)), t_negate(-1.5::DECIMAL(18,1)), t_negate(99999999999999999999::DECIMAL(38,0))"))
            .ShouldBe(["-15|-15|15|-99999999999999999999"]);
    }

    [Fact]
    public async Task Exception_ComesOutAsTheInnerOne()
    {
        _database.Register(VectorFunction.Map<int, int>("t_fail", DuckType.Int, DuckType.Int, static value => value < 3 ? value : throw new InvalidDataException($"No {value} \"here\".")));

        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_database.RowsAsync("SELECT t_fail(i::INTEGER) FROM range(10) r(i)"));

        exception.InnerException.ShouldBeOfType<InvalidDataException>().Message.ShouldBe("No 3 \"here\".");
        exception.Message.ShouldBe("No 3 \"here\".");
        (await _database.RowsAsync("SELECT TRY(t_fail(5)), TRY(t_fail(1))")).ShouldBe(["∅|1"]);
    }

    [Fact]
    public async Task Volatile_IsCalledForEachRow()
    {
        int calls = 0;
        _database.Register(
            VectorFunction.Scalar("t_once", [], DuckType.Int, (in VectorArgs args) => args.Result.Values<int>().Fill(Interlocked.Increment(ref calls)), isVolatile: true));

        (await _database.RowsAsync("SELECT count(*) FROM (SELECT t_once() FROM range(10000) r(i) WHERE t_once() > 0)")).ShouldBe(["10000"]);
        calls.ShouldBeGreaterThan(1);
    }
}
