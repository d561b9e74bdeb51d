using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class StringSearchCases
{
    public static FunctionCase[] All =>
    [
        Case("contains", Contains(Lit("Spark SQL"), "SQL"), "contains('Spark SQL', 'SQL')", "boolean true"),
        Case("contains column", Contains(Lit("Spark"), Lit("spark")), "contains('Spark', 'spark')", "boolean false"),
        Case("endswith", Endswith(Lit("Spark"), "rk"), "endswith('Spark', 'rk')", "boolean true"),
        Case("endswith column", Endswith(Lit("Spark"), Lit(null)), "endswith('Spark', null)", "boolean null"),
        Case("find_in_set", FindInSet(Lit("ab"), Lit("abc,b,ab,c")), "find_in_set('ab', 'abc,b,ab,c')", "int 3"),
        Case("ilike", Ilike(Lit("Spark"), "_PARK"), "'Spark' ILIKE '_PARK'", "boolean true"),
        Case("ilike column", Ilike(Lit("Spark"), Lit("s%")), "ilike('Spark', 's%')", "boolean true"),
        Case("ilike escape", Ilike(Lit("a%B"), "A/%b", Lit("/")), "'a%B' ILIKE 'A/%b' ESCAPE '/'", "boolean true"),
        Case("ilike escape column", Ilike(Lit("axb"), Lit("A/%b"), Lit("/")), "'axb' ILIKE 'A/%b' ESCAPE '/'", "boolean false"),
        Case("instr", Instr(Lit("SparkSQL"), "SQL"), "instr('SparkSQL', 'SQL')", "int 6"),
        Case("instr column", Instr(Lit("é a"), Lit("a")), "instr('é a', 'a')", "int 3"),
        Case("left", Left(Lit("Spark"), 3), "left('Spark', 3)", "string 'Spa'"),
        Case("left column", Left(Lit("Spark"), Lit(-1)), "left('Spark', -1)", "string ''"),
        Case("levenshtein", Levenshtein(Lit("kitten"), Lit("sitting")), "levenshtein('kitten', 'sitting')", "int 3"),
        Case("levenshtein threshold", Levenshtein(Lit("kitten"), Lit("sitting"), 2), "levenshtein('kitten', 'sitting', 2)", "int -1"),
        Case("like", Like(Lit("Spark"), "_park"), "'Spark' LIKE '_park'", "boolean true"),
        Case("like column", Like(Lit("Spark"), Lit("S%k")), "like('Spark', 'S%k')", "boolean true"),
        Case("like escape", Like(Lit("a_b"), "a/_b", Lit("/")), "'a_b' LIKE 'a/_b' ESCAPE '/'", "boolean true"),
        Case("like escape column", Like(Lit("axb"), Lit("a/_b"), Lit("/")), "'axb' LIKE 'a/_b' ESCAPE '/'", "boolean false"),
        Case("locate", Locate("bar", Lit("foobarbar")), "locate('bar', 'foobarbar')", "int 4"),
        Case("locate from", Locate("bar", Lit("foobarbar"), 5), "locate('bar', 'foobarbar', 5)", "int 7"),
        Case("position", Position(Lit("b"), Lit("abcb")), "position('b', 'abcb')", "int 2"),
        Case("position from", Position(Lit("b"), Lit("abcb"), Lit(3)), "position('b', 'abcb', 3)", "int 4"),
        Case("right", Right(Lit("Spark"), 3), "right('Spark', 3)", "string 'ark'"),
        Case("right column", Right(Lit("Spark"), Lit(0)), "right('Spark', 0)", "string ''"),
        Case("soundex", Soundex(Lit("Miller")), "soundex('Miller')", "string 'M460'"),
        Case("split_part", SplitPart(Lit("11.12.13"), ".", 3), "split_part('11.12.13', '.', 3)", "string '13'"),
        Case("split_part column", SplitPart(Lit("11.12.13"), Lit("."), Lit(-3)), "split_part('11.12.13', '.', -3)", "string '11'"),
        Case("startswith", Startswith(Lit("Spark"), "Sp"), "startswith('Spark', 'Sp')", "boolean true"),
        Case("startswith column", Startswith(Lit("Spark"), Lit("sp")), "startswith('Spark', 'sp')", "boolean false"),
        Case("substr", Substr(Lit("Spark SQL"), Lit(5)), "substr('Spark SQL', 5)", "string 'k SQL'"),
        Case("substr length", Substr(Lit("Spark SQL"), Lit(-3), Lit(1)), "substr('Spark SQL', -3, 1)", "string 'S'"),
        Case("substring", Substring(Lit("Spärk"), 2, 3), "substring('Spärk', 2, 3)", "string 'pär'"),
        Case("substring columns", Substring(Lit(new byte[] { 1, 2, 3 }), Lit(0), Lit(2)), "substring(X'010203', 0, 2)", "binary 0x0102"),
        Case("substring_index", SubstringIndex(Lit("www.apache.org"), ".", 2), "substring_index('www.apache.org', '.', 2)", "string 'www.apache'"),
        Case("substring_index from the end", SubstringIndex(Lit("www.apache.org"), ".", -1), "substring_index('www.apache.org', '.', -1)", "string 'org'"),
    ];
}
