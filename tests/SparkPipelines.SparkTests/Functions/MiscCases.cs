using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class MiscCases
{
    private const string Numbers = "VALUES (2, 'b'), (null, 'n'), (1, 'a') AS t(i, s)";
    private const string Ordered = $"SELECT s FROM {Numbers} ORDER BY i";

    public static FunctionCase[] All =>
    [
        Case("input_file_name", InputFileName(), "input_file_name()", "string ''"),
        Case("input_file_block_length", InputFileBlockLength(), "input_file_block_length()", "bigint -1"),
        Case("input_file_block_start", InputFileBlockStart(), "input_file_block_start()", "bigint -1"),
        Case("monotonically_increasing_id", MonotonicallyIncreasingId(), "monotonically_increasing_id()", "bigint 0"),
        Case("spark_partition_id", SparkPartitionId(), "spark_partition_id()", "int 0"),
        Case("current_catalog", CurrentCatalog(), "current_catalog()", "string 'spark_catalog'"),
        Case("current_database", CurrentDatabase(), "current_database()", "string 'default'"),
        Case("current_schema", CurrentSchema(), "current_schema()", "string 'default'"),
        Case("current_path", CurrentPath(), "current_path()", "string 'system.builtin,system.session,spark_catalog.default'").From(4, 2),
        Case("current_user", CurrentUser() == SessionUser(), "current_user() = session_user()", "boolean true").From(4, 0),
        Case("user", User() == CurrentUser(), "user() = current_user()", "boolean true"),
        Case("version", Version().RLike("^[34]\\.[0-9]\\.[0-9] [0-9a-f]{40}$"), "version() RLIKE '^[34][.][0-9][.][0-9] [0-9a-f]{40}$'", "boolean true"),
        Case("typeof", Typeof(Lit(1.5)), "typeof(1.5D)", "string 'double'"),
        Case("assert_true", AssertTrue(Lit(true)), "assert_true(true)", "void null"),
        Case("assert_true not", AssertTrue(Lit(1) == Lit(2), "one is not two"), "assert_true(1 = 2, 'one is not two')", "error USER_RAISED_EXCEPTION").On35("error SparkRuntimeException: one is not two"),
        Case("raise_error", RaiseError("stop"), "raise_error('stop')", "error USER_RAISED_EXCEPTION").On35("error SparkRuntimeException: stop"),
        Case("java_method", JavaMethod(Lit("java.lang.Math"), Lit("abs"), Lit(-3)), "java_method('java.lang.Math', 'abs', -3)", "string '3'"),
        Case("reflect", Reflect(Lit("java.lang.Integer"), Lit("toHexString"), Lit(255)), "reflect('java.lang.Integer', 'toHexString', 255)", "string 'ff'"),
        Case("try_reflect", TryReflect(Lit("java.lang.Integer"), Lit("parseInt"), Lit("x")), "try_reflect('java.lang.Integer', 'parseInt', 'x')", "string null").From(4, 0),
        Case("call_function", CallFunction("abs", Lit(-1)), "abs(-1)", "int 1"),
        Case("call_udf", CallUDF("upper", Lit("é")), "upper('é')", "string 'É'"),
        Case("call_udf by its other name", Call_UDF("upper", Lit("é")), "upper('é')", "string 'É'"),
        Case("when", When(Lit(1) == Lit(2), 1).When(Lit(true), 2).Otherwise(3), "CASE WHEN 1 = 2 THEN 1 WHEN true THEN 2 ELSE 3 END", "int 2"),
        Case("when nothing holds", When(Lit(false), "a"), "CASE WHEN false THEN 'a' END", "string null"),
        .. Over(Numbers, [Case("column", Max(Column("i")), "max(i)", "int 2")]),

        QueryCase("asc", spark => spark.Sql($"SELECT * FROM {Numbers}").OrderBy(Asc("i")).Select("s"), $"{Ordered} ASC", "s string | 'n'; 'a'; 'b'"),
        QueryCase("asc_nulls_first", spark => spark.Sql($"SELECT * FROM {Numbers}").OrderBy(AscNullsFirst("i")).Select("s"), $"{Ordered} ASC NULLS FIRST", "s string | 'n'; 'a'; 'b'"),
        QueryCase("asc_nulls_last", spark => spark.Sql($"SELECT * FROM {Numbers}").OrderBy(AscNullsLast("i")).Select("s"), $"{Ordered} ASC NULLS LAST", "s string | 'a'; 'b'; 'n'"),
        QueryCase("desc", spark => spark.Sql($"SELECT * FROM {Numbers}").OrderBy(Desc("i")).Select("s"), $"{Ordered} DESC", "s string | 'b'; 'a'; 'n'"),
        QueryCase("desc_nulls_first", spark => spark.Sql($"SELECT * FROM {Numbers}").OrderBy(DescNullsFirst("i")).Select("s"), $"{Ordered} DESC NULLS FIRST", "s string | 'n'; 'b'; 'a'"),
        QueryCase("desc_nulls_last", spark => spark.Sql($"SELECT * FROM {Numbers}").OrderBy(DescNullsLast("i")).Select("s"), $"{Ordered} DESC NULLS LAST", "s string | 'b'; 'a'; 'n'"),
        QueryCase("broadcast",
            spark => spark.Range(1, 4).Join(Broadcast(spark.Sql($"SELECT * FROM {Numbers}")), Col("id") == Col("i")).OrderBy("id"),
            $"SELECT /*+ BROADCAST(t) */ * FROM range(1, 4) JOIN {Numbers} ON id = i ORDER BY id", "id bigint, i int, s string | 1, 1, 'a'; 2, 2, 'b'"),

        // The servers have neither package; both forms say so.
        Case("from_avro", FromAvro(Lit(new byte[] { 2 }), "\"int\""), "from_avro(X'02', '\"int\"', map())", "error AVRO_NOT_LOADED_SQL_FUNCTIONS_UNUSABLE").From(4, 0),
        Case("to_avro", ToAvro(Lit(1)), "to_avro(1)", "error AVRO_NOT_LOADED_SQL_FUNCTIONS_UNUSABLE").From(4, 0),
    ];
}
