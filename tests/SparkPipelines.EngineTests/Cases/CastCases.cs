using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class CastCases
{
    public static IEnumerable<EngineCase> All =>
    [
        Select("cast.number to text", Tables.Numbers, t => [t["b"].Cast("string"), t["l"].Cast("string"), t["f"].Cast("string"), t["d"].Cast("string"), t["m"].Cast("string")]),
        Constants("cast.double to text", "cast(1e7 as string)", "cast(1234567.5D as string)", "cast(1e-3 as string)", "cast(1e-4D as string)", "cast(0.1F as string)", "cast(1e21D as string)", "cast(123456789.125D as string)"),
        Select("cast.widen", Tables.Numbers, t => [t["b"].Cast("int"), t["i"].Cast("long"), t["i"].Cast("double"), t["l"].Cast("float"), t["f"].Cast("double")]),
        Select("cast.narrow", Tables.Moderate, t => [t["i"].Cast("short"), t["m"].Cast("int"), t["l"].Cast("int")]),
        Select("cast.narrow overflow", Tables.Numbers, t => [t["l"].Cast("int")]),
        Select("cast.double to int overflow", Tables.Numbers, t => [t["d"].Cast("int")]),
        Constants("cast.double to int", "cast(1.9D as int)", "cast(-1.9D as int)", "cast(2.5BD as int)", "cast(-0.5D as long)"),
        Select("cast.decimal", Tables.Moderate, t => [t["m"].Cast("decimal(12,1)"), t["i"].Cast("decimal(12,3)"), t["m"].Cast("double")]),
        Constants("cast.decimal rounding", "cast(2.345BD as decimal(5,2))", "cast(-2.345BD as decimal(5,2))", "cast(0.1D as decimal(20,18))", "cast('1.005' as decimal(4,2))"),
        Constants("cast.decimal overflow", "cast(12345 as decimal(4,0))"),
        Constants("cast.text to number", "cast(' 12 ' as int)", "cast('1e2' as double)", "cast('-0' as int)", "cast('+7' as long)", "cast('NaN' as double)", "cast('Infinity' as float)", "cast('.5' as double)"),
        Constants("cast.bad int", "cast('1.5x' as int)"),
        Constants("cast.fraction to int", "cast('1.5' as int)"),
        Constants("cast.empty to int", "cast('' as int)"),
        Constants("cast.int out of range", "cast('2147483648' as int)"),
        Constants("cast.bad double", "cast('abc' as double)"),
        Constants("cast.text to boolean", "cast('true' as boolean)", "cast(' T ' as boolean)", "cast('no' as boolean)", "cast('0' as boolean)"),
        Constants("cast.bad boolean", "cast('maybe' as boolean)"),
        Constants("cast.boolean", "cast(true as int)", "cast(false as string)", "cast(0 as boolean)", "cast(2.5D as boolean)"),
        Constants("cast.bad date", "cast('2020-13-01' as date)"),
        Constants("cast.bad timestamp", "cast('noon' as timestamp)"),
        Constants("cast.date to int is refused", "cast(date'2020-01-01' as int)"),
        Constants("cast.try", "try_cast('x' as int)", "try_cast('300' as tinyint)", "try_cast(300 as tinyint)", "try_cast('2020-13-01' as date)"),
        Constants("cast.binary", "cast('äb' as binary)", "cast(X'4142' as string)", "cast(cast(1 as int) as binary)"),
        Select("cast.nested to text", Tables.Lists, t => [t["a"].Cast("string"), t["r"].Cast("string"), t["s"].Cast("string")]),
        Select("cast.nested", Tables.Lists, t => [t["a"].Cast("array<bigint>"), t["r"].Cast("struct<x:string,y:string>")]),
        Constants("cast.null", "cast(null as int)", "cast(null as array<string>)", "null + 1", "concat(null, 'x')"),
        Constants("cast.colons", "'12'::int + 1", "1::string || 'x'"),
        Query("error.unknown column", s => Tables.Groups(s).Select("kk")),
        Query("error.unknown column in expression", s => Tables.Groups(s).Filter("vv > 1")),
        Query("error.unknown function", s => Tables.Groups(s).SelectExpr("no_such_function(v)")),
        Query("error.ambiguous", s => Tables.Groups(s).Join(Tables.Other(s), Lit(true), "inner").Select("k")),
        Query("error.type mismatch", s => Tables.Lists(s).Select(Col("a") + Lit(1))),
        Query("error.filter not boolean", s => Tables.Groups(s).Filter(Col("v"))),
        Query("error.parse", s => Tables.Groups(s).Filter("v > > 1")),
        Query("error.missing path", s => s.Read().Parquet("/no/such/path/anywhere")),
        Query("error.missing group by", s => Tables.Groups(s).GroupBy("k").Agg(Col("v"))),
        Query("error.aggregate in filter", s => Tables.Groups(s).Filter("sum(v) > 1")),
        Query("error.wrong argument count", s => Tables.Groups(s).SelectExpr("substring(k)")),
        Query("error.union columns", s => Tables.Groups(s).Union(Tables.Other(s))),
        Query("error.unknown table", s => s.Table("no_such_table")),
        Constants("error.raise", "raise_error('stop here')"),
        Constants("error.assert", "assert_true(1 > 2, 'one is small')"),
    ];
}
