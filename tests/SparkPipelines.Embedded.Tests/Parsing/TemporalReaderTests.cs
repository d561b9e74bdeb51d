namespace SparkPipelines.Embedded.Parsing;

public sealed class TemporalReaderTests
{
    private static readonly ExpressionParserOptions NewYork = new(
        TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), new FixedClock(new DateTimeOffset(2024, 3, 1, 2, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("2024-01-15 12:00:00", "2024-01-15T17:00:00Z")]
    [InlineData("2024-07-15 12:00:00", "2024-07-15T16:00:00Z")]
    [InlineData("2024-07-15 12:00:00Z", "2024-07-15T12:00:00Z")]
    [InlineData("2024-07-15 12:00:00 Europe/Paris", "2024-07-15T10:00:00Z")]
    [InlineData("2024-03-10 02:30:00", "2024-03-10T07:30:00Z")]
    [InlineData("2024-11-03 01:30:00", "2024-11-03T05:30:00Z")]
    [InlineData("epoch", "1970-01-01T00:00:00Z")]
    [InlineData("now", "2024-03-01T02:30:00Z")]
    [InlineData("today", "2024-02-29T05:00:00Z")]
    [InlineData("12:30", "2024-02-29T17:30:00Z")]
    public void TryTimestamp_InASessionZone_IsTheInstant(string text, string expected)
    {
        new TemporalReader(NewYork).TryTimestamp(text, out var microseconds).ShouldBeTrue();
        DateTime.UnixEpoch.AddMicroseconds(microseconds).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime);
    }

    [Theory]
    [InlineData("today", "2024-02-29")]
    [InlineData("TOMORROW", "2024-03-01")]
    [InlineData(" yesterday ", "2024-02-28")]
    public void TryDate_Word_IsTheDayInTheSessionZone(string text, string expected)
    {
        new TemporalReader(NewYork).TryDate(text, out var days).ShouldBeTrue();
        DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(days)).ToString("O", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Fact]
    public void TryTimestampNtz_Now_IsTheWallClock()
    {
        new TemporalReader(NewYork).TryTimestampNtz("now", out var microseconds).ShouldBeTrue();
        DateTime.UnixEpoch.AddMicroseconds(microseconds).ShouldBe(new DateTime(2024, 2, 29, 21, 30, 0));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
