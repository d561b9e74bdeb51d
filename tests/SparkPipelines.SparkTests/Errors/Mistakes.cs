using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Errors;

/// <summary>Mistakes that everybody makes; <c>docs/errors.md</c> shows these lines and what they print.</summary>
internal static class Mistakes
{
    public static void WrongColumnName(SparkSession spark)
    {
        DataFrame people = spark.Sql("SELECT 'Ada' AS name, 36 AS age");
        people.Select(Col("nmae"), Col("age") + 1).Show();
    }

    public static void TypoInSql(SparkSession spark)
    {
        spark.Sql("SELECT 1 AS id FORM numbers").Show();
    }

    public static void Overflow(SparkSession spark)
    {
        Column next = Col("id").Cast("int") + 1;
        spark.Range(2147483647, 2147483648).Select(next).Show();
    }

    public static void DivisionByZero(SparkSession spark)
    {
        DataFrame ratios = spark.Range(3)
            .WithColumn("rest", Col("id") - 1)
            .WithColumn("ratio", Lit(10) / Col("rest"));
        ratios.Show();
    }

    public static void BadCast(SparkSession spark)
    {
        DataFrame texts = spark.CreateDataFrame(["12", "twelve"]);
        texts.Select(Col("_1").Cast("int")).Show();
    }

    public static void MissingPath(SparkSession spark)
    {
        spark.Read().Parquet("/data/no/such/folder").Show();
    }
}
