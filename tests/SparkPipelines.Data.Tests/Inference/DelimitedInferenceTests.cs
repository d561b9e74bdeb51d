using System.IO.Compression;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data.Tests.Inference;

public sealed class DelimitedInferenceTests
{
    private static string RepositoryData => Path.Combine(FindRepository(), "data");

    [Fact]
    public void Infer_Flights_GivesIntegersTextsAndAnInstant() =>
        Infer(new DataPath(new LocalDatastore("data", RepositoryData), "nycflights13/flights.csv.gz"), new DelimitedOptions { NullValues = ["NA"] })
            .ShouldBe("year bigint, month bigint, day bigint, dep_time bigint, sched_dep_time bigint, dep_delay bigint, arr_time bigint, sched_arr_time bigint, arr_delay bigint, "
                + "carrier string, flight bigint, tailnum string, origin string, dest string, air_time bigint, distance bigint, hour bigint, minute bigint, time_hour timestamp");

    [Fact]
    public void Infer_WordsForMissingValues_LeaveTheTypeOfTheRest()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "x,y\n1,NA\n NA ,-\n3,-\n");
        Infer(folder.DataPath("a.csv"), new DelimitedOptions { NullValues = ["NA", "-"] }).ShouldBe("x bigint, y string");
        Infer(folder.DataPath("a.csv")).ShouldBe("x string, y string");
    }

    [Fact]
    public void Infer_SampleSpansFiles()
    {
        using var folder = new TestFolder();
        folder.Write("1.csv", "x\n1\n2\n");
        folder.Write("2.csv", "x\n3.5\n");
        Infer(folder.DataPath("*.csv")).ShouldBe("x double");
        Infer(folder.DataPath("*.csv"), new DelimitedOptions { SampleRows = 2 }).ShouldBe("x bigint");
    }

    [Fact]
    public void Infer_HeadersDiffer_NamesBothFiles()
    {
        using var folder = new TestFolder();
        folder.Write("1.csv", "a,b\n1,2\n");
        folder.Write("2.csv", "b,a\n1,2\n");
        Should.Throw<DatasetException>(() => Infer(folder.DataPath("*.csv"))).Message
            .ShouldBe($"The columns of '{folder["2.csv"]}' are 'b', 'a', those of '{folder["1.csv"]}' 'a', 'b'; files of one dataset must have the same header.");
    }

    [Fact]
    public void Infer_EmptyFiles_ArePassedOver()
    {
        using var folder = new TestFolder();
        folder.Write("1.csv", "");
        folder.Write("2.csv", "a\n1\n");
        Infer(folder.DataPath("*.csv")).ShouldBe("a bigint");
        Should.Throw<DatasetException>(() => Infer(folder.DataPath("1.csv"))).Message.ShouldBe($"'{folder["1.csv"]}' holds no line to take columns from.");
    }

    [Fact]
    public void Infer_HeaderNames_AreTrimmedFilledAndMadeUnique()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "\uFEFF a ,,a,a_1,A,\"b c\"\n");
        Infer(folder.DataPath("a.csv")).ShouldBe("a string, Column2 string, a_2 string, a_1 string, A_3 string, b c string");
    }

    [Fact]
    public void Infer_NoHeader_NumbersTheColumns()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "1,x\n2,y,3\n");
        Infer(folder.DataPath("a.csv"), new DelimitedOptions { HasHeader = false }).ShouldBe("Column1 bigint, Column2 string, Column3 bigint");
        Infer(folder.DataPath("a.csv"), new DelimitedOptions { HasHeader = false, InferColumnTypes = false }).ShouldBe("Column1 string, Column2 string");
    }

    [Fact]
    public void Infer_ColumnTypes_WinAndMustExist()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "zip,n\n12345,1\n");
        Infer(folder.DataPath("a.csv"), new DelimitedOptions { ColumnTypes = new Dictionary<string, DataType> { ["zip"] = new StringType() } }).ShouldBe("zip string, n bigint");
        Should.Throw<DatasetException>(() => Infer(folder.DataPath("a.csv"), new DelimitedOptions { ColumnTypes = new Dictionary<string, DataType> { ["zap"] = new StringType() } }))
            .Message.ShouldBe("There is no column 'zap' to give a type to; the columns are 'zip', 'n'.");
    }

    [Fact]
    public void Infer_GzipFile_IsUnpacked()
    {
        using var folder = new TestFolder();
        using (var stream = new StreamWriter(new GZipStream(File.Create(folder["a.csv.gz"]), CompressionLevel.Fastest)))
            stream.Write("a\n1.5\n");
        Infer(folder.DataPath("a.csv.gz")).ShouldBe("a double");
    }

    [Fact]
    public void Options_ThatMakeNoSense_AreListedTogether() =>
        Should.Throw<ArgumentException>(() => Dataset.Tabular.FromDelimitedFiles(DataPath.FromLocal("/a.csv"), new DelimitedOptions
        {
            Delimiter = '"',
            SampleRows = 0,
            ColumnTypes = new Dictionary<string, DataType> { ["m"] = new BinaryType() },
        })).Message.ShouldBe("The files can't be read with these options: the delimiter must be one ASCII character and no quote or line break, not '\"'; "
            + "sampleRows must be at least 1, not 0; text can't be converted to binary as column 'm' wants it.");

    internal static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparkPipelines.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static string Infer(DataPath path, DelimitedOptions? options = null) =>
        string.Join(", ", DelimitedInference.Infer(PathResolver.Resolve([path], dataFilesOnly: true), options ?? new DelimitedOptions()).Select(field => field.ToString()));
}
