using System.Globalization;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.LocalData;

/// <summary>How local rows are cut on their way to a server; its session's settings say it, where they say less than this client would.</summary>
/// <param name="InlineBytes">Rows up to this size travel in the plan; more of them once, ahead of it, so that no action sends them again.</param>
/// <param name="PartBytes">A part that is sent ahead ends before so many bytes,</param>
/// <param name="PartRows">or after so many rows.</param>
/// <param name="TotalBytes">More than this the server takes for no relation.</param>
internal sealed record LocalLimits(long InlineBytes, long PartBytes, long PartRows, long TotalBytes)
{
    /// <summary>Rows up to this size travel in the plan without asking for the session's settings.</summary>
    public const int AlwaysInlineBytes = 64 * 1024;

    /// <summary>More than this does not fit one piece: a message ends before 2 GiB, and something must be left for what stands around the rows.</summary>
    public const long OnePieceBytes = int.MaxValue - (16 << 20);

    private const string InlineKey = "spark.sql.session.localRelationCacheThreshold";
    private const string PartBytesKey = "spark.sql.session.localRelationChunkSizeBytes";
    private const string PartRowsKey = "spark.sql.session.localRelationChunkSizeRows";
    private const string TotalKey = "spark.sql.session.localRelationSizeLimit";

    /// <summary>Spark's own number of rows, meant for clients that take rows apart one by one: a part of it would be a small one.</summary>
    private const long SparksPartRows = 10_000;

    private const int MostInlineBytes = 1 << 20;
    private const long MostPartBytes = 16 << 20;

    /// <summary>For an engine that shares this memory: nothing is sent anywhere.</summary>
    public static readonly LocalLimits None = new(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue);

    /// <summary>Asks a server for the settings of its session; it need not know all of them.</summary>
    public static async Task<LocalLimits> ReadAsync(ISparkEngine engine, CancellationToken cancellationToken)
    {
        var question = new ConfigRequest.Types.Operation { GetOption = new() { Keys = { InlineKey, PartBytesKey, PartRowsKey, TotalKey } } };
        var answer = await engine.ConfigAsync(question, cancellationToken).ConfigureAwait(false);
        var settings = answer.Pairs.Where(pair => pair.HasValue).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var rows = Setting(PartRowsKey, SparksPartRows);
        return new LocalLimits(
            Math.Min(Setting(InlineKey, MostInlineBytes), MostInlineBytes),
            Math.Min(Setting(PartBytesKey, MostPartBytes), MostPartBytes),
            rows == SparksPartRows ? long.MaxValue : rows,
            Setting(TotalKey, long.MaxValue));

        long Setting(string key, long otherwise) => settings.TryGetValue(key, out var text) ? Bytes(text, otherwise) : otherwise;
    }

    /// <summary>Whether rows may travel in the plan.</summary>
    public bool AllowInPlan(long bytes, long rows) => bytes <= Math.Min(InlineBytes, PartBytes) && rows <= PartRows;

    /// <exception cref="SparkUnsupportedOperationException">The relation is larger than the session allows.</exception>
    public void CheckTotal(long bytes)
    {
        if (bytes <= TotalBytes)
            return;
        throw new SparkUnsupportedOperationException(
            string.Create(CultureInfo.InvariantCulture, $"The local rows take more than the {TotalBytes:N0} bytes that the session's {TotalKey} allows; raise it, or write the rows to Parquet and read that."),
            new SparkErrorDetails
            {
                ErrorClass = "LOCAL_RELATION_SIZE_LIMIT_EXCEEDED",
                SqlState = "54000",
                MessageParameters = new Dictionary<string, string>
                {
                    ["actualSize"] = bytes.ToString(CultureInfo.InvariantCulture),
                    ["sizeLimit"] = TotalBytes.ToString(CultureInfo.InvariantCulture),
                },
            });
    }

    /// <summary>What a server before 4.1 can't take: it knows relations of one piece only, as the embedded engine does.</summary>
    public static SparkUnsupportedOperationException TooLargeForOnePiece() => new(
        "The local rows take 2 GiB or more, and only Spark 4.1 and newer take them in several pieces; write the rows to Parquet and read that.",
        new SparkErrorDetails { ErrorClass = "LOCAL_RELATION_SIZE_LIMIT_EXCEEDED", SqlState = "54000" });

    /// <summary>A setting as Spark gives it back: a number, with or without a unit.</summary>
    private static long Bytes(string text, long otherwise)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (!long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return otherwise;
        return text[digits..].Trim().ToUpperInvariant() switch
        {
            "" or "B" => number,
            "K" or "KB" => number << 10,
            "M" or "MB" => number << 20,
            "G" or "GB" => number << 30,
            "T" or "TB" => number << 40,
            _ => otherwise,
        };
    }
}
