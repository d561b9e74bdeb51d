using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

internal static class JoinCases
{
    public static IEnumerable<RelationCase> All =>
    [
        new("Join.Inner: by an expression over both sides", p =>
        {
            var (people, pay) = (p.People, p.Pay);
            return people.Join(pay, people["id"] == pay["id"] & pay["amount"] > 90).Select(people["id"], people["name"], pay["amount"]);
        },
            "SELECT p.id, p.name, y.amount FROM people p JOIN pay y ON p.id = y.id AND y.amount > 90",
            "[1,Ada,100.0] [1,Ada,150.0]"),
        new("Join.Inner: by a name that both have", p => p.People.Join(p.Pay, "id"),
            "SELECT * FROM people JOIN pay USING (id)",
            "[1,Ada,Paris,36,Feb,150.0] [1,Ada,Paris,36,Jan,100.0] [2,Bob,Rome,null,Jan,80.0]"),
        new("Join.Inner: of a table with itself under two aliases", p =>
                p.People.As("a").Join(p.People.As("b"), Col("a.city") == Col("b.city") & Col("a.id") < Col("b.id")).Select(Col("a.name").As("x"), Col("b.name").As("y")),
            "SELECT a.name AS x, b.name AS y FROM people a JOIN people b ON a.city = b.city AND a.id < b.id",
            "[Ada,Ödön]"),
        new("Join.Inner: null keys meet only null-safely", p =>
        {
            var (left, right) = (p.Sql("SELECT * FROM VALUES (1), (NULL) AS t(k)"), p.Sql("SELECT * FROM VALUES (NULL), (1) AS t(k)"));
            return left.As("a").Join(right.As("b"), Col("a.k").EqNullSafe(Col("b.k")));
        },
            "SELECT * FROM VALUES (1), (NULL) AS a(k) JOIN VALUES (NULL), (1) AS b(k) ON a.k <=> b.k",
            "[1,1] [null,null]"),
        new("Join.LeftOuter: rows of the left that meet none", p => p.People.Join(p.Pay, ["id"], "left").Select("id", "name", "month"),
            "SELECT id, name, month FROM people LEFT JOIN pay USING (id)",
            "[1,Ada,Feb] [1,Ada,Jan] [2,Bob,Jan] [3,Ödön,null] [4,null,null]"),
        new("Join.RightOuter: rows of the right that meet none", p => p.People.Join(p.Pay, ["id"], "right_outer").Select("id", "name", "month"),
            "SELECT id, name, month FROM people RIGHT JOIN pay USING (id)",
            "[1,Ada,Feb] [1,Ada,Jan] [2,Bob,Jan] [5,null,Jan]"),
        new("Join.FullOuter: rows of both that meet none", p => p.People.Join(p.Pay, ["id"], "outer").Select("id", "name", "month"),
            "SELECT id, name, month FROM people FULL JOIN pay USING (id)",
            "[1,Ada,Feb] [1,Ada,Jan] [2,Bob,Jan] [3,Ödön,null] [4,null,null] [5,null,Jan]"),
        new("Join.LeftSemi: rows of the left that meet one, once", p => p.People.Join(p.Pay, ["id"], "left_semi"),
            "SELECT * FROM people LEFT SEMI JOIN pay USING (id)",
            "[1,Ada,Paris,36] [2,Bob,Rome,null]"),
        new("Join.LeftAnti: rows of the left that meet none", p => p.People.Join(p.Pay, ["id"], "anti"),
            "SELECT * FROM people LEFT ANTI JOIN pay USING (id)",
            "[3,Ödön,Paris,25] [4,null,Oslo,61]"),
        new("Join.Cross: every pair", p => p.People.Select("id").CrossJoin(p.Sql("SELECT * FROM VALUES ('x'), ('y') AS t(v)")),
            "SELECT id, v FROM people CROSS JOIN VALUES ('x'), ('y') AS t(v)",
            "[1,x] [1,y] [2,x] [2,y] [3,x] [3,y] [4,x] [4,y]"),
        new RelationCase("LateralJoin.Inner: the right sees the left's row", p =>
                p.People.As("p").LateralJoin(p.Pay.As("y").Where(Col("y.id") == Col("p.id").Outer()).Select(Col("amount")), Col("amount") > 90).Select("id", "amount"),
            "SELECT id, amount FROM people p JOIN LATERAL (SELECT amount FROM pay y WHERE y.id = p.id) ON amount > 90",
            "[1,100.0] [1,150.0]").From(4, 0),
        new RelationCase("LateralJoin.Inner: explodes the left's array", p =>
                p.Sql("SELECT 1 AS id, array(10, 20) AS xs UNION ALL SELECT 2, array()").LateralJoin(p.Spark.Tvf().Explode(Col("xs").Outer())).Select("id", "col"),
            "SELECT id, col FROM (SELECT 1 AS id, array(10, 20) AS xs UNION ALL SELECT 2, array()) CROSS JOIN LATERAL explode(xs)",
            "[1,10] [1,20]").From(4, 0),
        new RelationCase("LateralJoin.LeftOuter: keeps rows of the left without any", p =>
                p.People.As("p").LateralJoin(p.Pay.As("y").Where(Col("y.id") == Col("p.id").Outer()).Select(Col("amount")), Col("amount") > 90, "left").Select("id", "amount"),
            "SELECT id, amount FROM people p LEFT JOIN LATERAL (SELECT amount FROM pay y WHERE y.id = p.id) ON amount > 90",
            "[1,100.0] [1,150.0] [2,null] [3,null] [4,null]").From(4, 0),
        new RelationCase("LateralJoin.Cross: every row with every other", p =>
                p.Spark.Range(2).LateralJoin(p.Spark.Range(7, 8).ToDF("x"), null, "cross"),
            "SELECT * FROM range(2) CROSS JOIN LATERAL (SELECT id AS x FROM range(7, 8))",
            "[0,7] [1,7]").From(4, 0),
        new RelationCase("AsOfJoin: the last price before a trade", p =>
        {
            var (trades, prices) = (p.Sql(Trades), p.Sql(Prices));
            return trades.AsOfJoin(prices, trades["at"], prices["at"], ["s"]).Select(trades["s"], trades["at"], prices["p"]);
        },
            Nearest("p.at <= t.at", "p.at DESC"), "[a,10,1.0] [a,25,2.0]").From(4, 0),
        new RelationCase("AsOfJoin: the next one, not the same, with rows that find none", p =>
        {
            var (trades, prices) = (p.Sql(Trades), p.Sql(Prices));
            return trades.AsOfJoin(prices, trades["at"], prices["at"], ["s"], "left", null, false, "forward").Select(trades["s"], trades["at"], prices["p"]);
        },
            $"SELECT s, at, p FROM ({Nearest("p.at > t.at", "p.at")}) UNION ALL SELECT s, at, NULL FROM ({Trades}) WHERE at = 25",
            "[a,10,2.0] [a,25,null] [b,5,3.0]").From(4, 0),
        new RelationCase("AsOfJoin: the nearest within a tolerance", p =>
        {
            var (trades, prices) = (p.Sql(Trades), p.Sql(Prices));
            return trades.AsOfJoin(prices, trades["at"], prices["at"], ["s"], tolerance: Lit(3), direction: "nearest").Select(trades["s"], trades["at"], prices["p"]);
        },
            Nearest("abs(p.at - t.at) <= 3", "abs(p.at - t.at)"), "[a,10,1.0]").From(4, 0),
        new RelationCase("NearestByJoin: the two nearest of each", p =>
        {
            var (left, right) = (p.Sql("SELECT * FROM VALUES (0), (10) AS l(x)"), p.Sql("SELECT * FROM VALUES (1), (4), (8), (9) AS r(y)"));
            return left.NearestByJoin(right, Abs(left["x"] - right["y"]), 2, "exact", "distance");
        },
            "SELECT x, y FROM (SELECT x, y, row_number() OVER (PARTITION BY x ORDER BY abs(x - y)) AS n FROM VALUES (0), (10) AS l(x), VALUES (1), (4), (8), (9) AS r(y)) WHERE n <= 2",
            "[0,1] [0,4] [10,8] [10,9]").From(4, 2),
    ];

    private const string Trades = "SELECT * FROM VALUES ('a', 10), ('a', 25), ('b', 5) AS t(s, at)";
    private const string Prices = "SELECT * FROM VALUES ('a', 10, 1.0D), ('a', 20, 2.0D), ('b', 9, 3.0D) AS p(s, at, p)";

    private static string Nearest(string near, string order) =>
        $"SELECT s, at, p FROM (SELECT t.s, t.at, p.p, row_number() OVER (PARTITION BY t.s, t.at ORDER BY {order}) AS n FROM ({Trades}) t JOIN ({Prices}) p ON t.s = p.s AND {near}) WHERE n = 1";
}
