namespace SparkPipelines.Embedded.Resolve;

/// <summary>The session's settings that change what a plan means. Immutable: a plan is resolved under one state of them.</summary>
internal sealed record SessionSettings
{
    public static readonly SessionSettings Default = new();

    /// <summary>An IANA name or a fixed offset.</summary>
    public string TimeZone { get; init; } = "UTC";

    public bool CaseSensitive { get; init; }

    public StringComparer NameComparer => CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public StringComparison NameComparison => CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}
