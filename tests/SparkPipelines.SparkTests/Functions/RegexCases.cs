using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class RegexCases
{
    public static FunctionCase[] All =>
    [
        Case("regexp", Regexp(Lit("ab12"), "[0-9]+$"), "regexp('ab12', '[0-9]+$')", "boolean true"),
        Case("regexp column", Regexp(Lit("ab"), Lit("c")), "regexp('ab', 'c')", "boolean false"),
        Case("regexp_count", RegexpCount(Lit("Steven Jones and Stephen Smith"), "Ste(v|ph)en"), "regexp_count('Steven Jones and Stephen Smith', 'Ste(v|ph)en')", "int 2"),
        Case("regexp_count column", RegexpCount(Lit("aaa"), Lit("b")), "regexp_count('aaa', 'b')", "int 0"),
        Case("regexp_extract", RegexpExtract(Lit("100-200"), "([0-9]+)-([0-9]+)", 2), "regexp_extract('100-200', '([0-9]+)-([0-9]+)', 2)", "string '200'"),
        Case("regexp_extract no match", RegexpExtract(Lit("foo"), "([0-9]+)", 1), "regexp_extract('foo', '([0-9]+)', 1)", "string ''"),
        Case("regexp_extract_all", RegexpExtractAll(Lit("100-200, 300-400"), "([0-9]+)-([0-9]+)"), "regexp_extract_all('100-200, 300-400', '([0-9]+)-([0-9]+)')", "array<string> ['100', '300']"),
        Case("regexp_extract_all column", RegexpExtractAll(Lit("x"), Lit("([0-9])")), "regexp_extract_all('x', '([0-9])')", "array<string> []"),
        Case("regexp_extract_all group", RegexpExtractAll(Lit("100-200, 300-400"), "([0-9]+)-([0-9]+)", 2), "regexp_extract_all('100-200, 300-400', '([0-9]+)-([0-9]+)', 2)", "array<string> ['200', '400']"),
        Case("regexp_extract_all group column", RegexpExtractAll(Lit("a1b2"), Lit("([a-z])([0-9])"), Lit(0)), "regexp_extract_all('a1b2', '([a-z])([0-9])', 0)", "array<string> ['a1', 'b2']"),
        Case("regexp_instr", RegexpInstr(Lit("user@spark.org"), "@[^.]*"), "regexp_instr('user@spark.org', '@[^.]*')", "int 5"),
        Case("regexp_instr column", RegexpInstr(Lit("user"), Lit("@")), "regexp_instr('user', '@')", "int 0"),
        Case("regexp_instr group", RegexpInstr(Lit("a1b2"), "[0-9]", 0), "regexp_instr('a1b2', '[0-9]', 0)", "int 2"),
        Case("regexp_instr group column", RegexpInstr(Lit("a1b2"), Lit("b([0-9])"), Lit(1)), "regexp_instr('a1b2', 'b([0-9])', 1)", "int 3"),
        Case("regexp_like", RegexpLike(Lit("Spark"), "^S.*k$"), "regexp_like('Spark', '^S.*k$')", "boolean true"),
        Case("regexp_like column", RegexpLike(Lit("Spark"), Lit("^p")), "regexp_like('Spark', '^p')", "boolean false"),
        Case("regexp_replace", RegexpReplace(Lit("100-200"), "([0-9]+)", "<$1>"), "regexp_replace('100-200', '([0-9]+)', '<$1>')", "string '<100>-<200>'"),
        Case("regexp_replace columns", RegexpReplace(Lit("aéa"), Lit("é"), Lit("")), "regexp_replace('aéa', 'é', '')", "string 'aa'"),
        Case("regexp_substr", RegexpSubstr(Lit("Steven Jones"), "Ste(v|ph)en"), "regexp_substr('Steven Jones', 'Ste(v|ph)en')", "string 'Steven'"),
        Case("regexp_substr column", RegexpSubstr(Lit("a"), Lit("b")), "regexp_substr('a', 'b')", "string null"),
        Case("rlike", Rlike(Lit("Spark"), "ar"), "'Spark' RLIKE 'ar'", "boolean true"),
        Case("rlike column", Rlike(Lit("Spark"), Lit("^ar")), "rlike('Spark', '^ar')", "boolean false"),
        Case("split", Split(Lit("oneAtwoBthreeC"), "[ABC]"), "split('oneAtwoBthreeC', '[ABC]')", "array<string> ['one', 'two', 'three', '']"),
        Case("split column", Split(Lit("a,b,,"), Lit(",")), "split('a,b,,', ',')", "array<string> ['a', 'b', '', '']"),
        Case("split limit", Split(Lit("oneAtwoBthreeC"), "[ABC]", 2), "split('oneAtwoBthreeC', '[ABC]', 2)", "array<string> ['one', 'twoBthreeC']"),
        Case("split limit column", Split(Lit("a,b,,"), Lit(","), Lit(0)), "split('a,b,,', ',', 0)", "array<string> ['a', 'b', '', '']"),
    ];
}
