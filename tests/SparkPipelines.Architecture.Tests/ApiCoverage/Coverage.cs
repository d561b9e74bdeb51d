namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>Both lists with what SparkPipelines has of them, and the reason for each member that is missing.</summary>
internal sealed class Coverage
{
    private const string Streaming = "Structured streaming, ML and C# functions come later.";

    public static readonly Lazy<Coverage> Current = new(() => new Coverage());

    private Coverage()
    {
        Exceptions = ApiLists.ReadExceptions();
        MicrosoftSpark = Explain("Microsoft.Spark", MicrosoftSparkApi.Read());
        PySpark = Explain("PySpark", PySparkApi.Read());
    }

    public IReadOnlyList<ApiException> Exceptions { get; }

    public IReadOnlyList<ApiMember> MicrosoftSpark { get; }

    public IReadOnlyList<ApiMember> PySpark { get; }

    /// <summary>Of the members that are not for later and not Python's own, how many are there, in percent.</summary>
    public static double Percent(IEnumerable<ApiMember> members)
    {
        var counted = members.Where(member => member.IsPresent || member.Exception?.Gap is null or ApiGap.Absent).ToList();
        return counted.Count == 0 ? 100 : 100.0 * counted.Count(member => member.IsPresent) / counted.Count;
    }

    private IReadOnlyList<ApiMember> Explain(string list, IReadOnlyList<ApiMember> members)
    {
        var later = new ApiException(list, "", ApiGap.Later, Streaming);
        return
        [
            .. members.Select(member => member.IsPresent ? member : member with
            {
                Exception = member.Area == MicrosoftSparkApi.Later ? later : Exceptions.FirstOrDefault(exception => exception.List == list && exception.Matches(member)),
            }),
        ];
    }
}
