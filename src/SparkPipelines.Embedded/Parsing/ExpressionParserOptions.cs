using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>What the session contributes to the meaning of an expression's text.</summary>
/// <param name="TimeZone">The zone of timestamp literals that name none: <c>spark.sql.session.timeZone</c>.</param>
/// <param name="Clock">What <c>DATE 'today'</c> and <c>TIMESTAMP 'now'</c> read.</param>
internal sealed record ExpressionParserOptions(TimeZoneInfo TimeZone, TimeProvider Clock)
{
    public static readonly ExpressionParserOptions Utc = new(TimeZoneInfo.Utc, TimeProvider.System);

    /// <exception cref="Sql.SparkUnsupportedOperationException">The session's time zone is not known on this machine.</exception>
    public static ExpressionParserOptions Of(SessionSettings settings, TimeProvider clock) => SparkTimeZone.TryFind(settings.TimeZone, out var zone)
        ? new ExpressionParserOptions(zone, clock)
        : throw Refusal.Of("time zone", settings.TimeZone);
}
