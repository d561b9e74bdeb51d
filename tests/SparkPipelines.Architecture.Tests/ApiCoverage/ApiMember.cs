namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>A member of another Spark API, and what SparkPipelines has of it.</summary>
internal sealed record ApiMember(string Area, string Owner, string Name, string Signature)
{
    /// <summary>Why it is not there, as the compiler or the search by reflection found it; null when it is there.</summary>
    public string? Missing { get; init; }

    /// <summary>What differs although it is there, such as the type it returns.</summary>
    public string? Note { get; init; }

    /// <summary>What <c>Lists/exceptions.tsv</c> says of a missing member.</summary>
    public ApiException? Exception { get; init; }

    /// <summary>The name that patterns in <c>Lists/exceptions.tsv</c> match.</summary>
    public string FullName => $"{Owner}.{Name}";

    public bool IsPresent => Missing is null;
}

/// <summary>How a missing member counts.</summary>
internal enum ApiGap
{
    /// <summary>Belongs to a part that is built later: streaming, ML, C# functions on executors. Shown apart.</summary>
    Later,

    /// <summary>Python's own plumbing, or left out of the project by its plan, with no meaning in C#. Shown apart, by name.</summary>
    Python,

    /// <summary>Can't be over Spark Connect, or is not wanted; counts as missing.</summary>
    Absent,
}

/// <summary>One line of <c>Lists/exceptions.tsv</c>: members that are missing for one reason.</summary>
internal sealed record ApiException(string List, string Pattern, ApiGap Gap, string Reason)
{
    public bool Matches(ApiMember member) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Pattern, member.FullName, ignoreCase: false)
        || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Pattern, $"{member.Owner}.{member.Signature}", ignoreCase: false);
}
