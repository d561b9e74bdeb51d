using System.Globalization;
using System.Text;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>Time zones as Spark names them: IANA regions, <c>Z</c>, <c>UTC+1</c>, offsets such as <c>+01:00</c>.</summary>
internal static class TimeZones
{
    internal static readonly Zone Utc = new(TimeSpan.Zero, null);

    /// <summary>The zone of a session or an option.</summary>
    /// <exception cref="Sql.SparkException">There is no such zone.</exception>
    internal static Zone Find(string name) =>
        TryFind(Encoding.UTF8.GetBytes(name), out Zone zone) ? zone : throw FormatErrors.BadOption("timeZone", name, "an IANA zone or an offset such as '+01:00'");

    internal static bool TryFind(ReadOnlySpan<byte> name, out Zone zone)
    {
        zone = Utc;
        Span<char> buffer = stackalloc char[name.Length];
        if (Ascii.ToUtf16(name, buffer, out int length) != System.Buffers.OperationStatus.Done)
            return false;
        ReadOnlySpan<char> text = ((ReadOnlySpan<char>)buffer[..length]).Trim();
        if (text is "Z" or "z" or "UTC" or "GMT" or "UT")
            return true;
        if (text.StartsWith("UTC") || text.StartsWith("GMT"))
            text = text[3..];
        else if (text.StartsWith("UT"))
            text = text[2..];
        if (text.Length > 0 && text[0] is '+' or '-')
        {
            if (!TryOffset(text[1..], out TimeSpan offset))
                return false;
            zone = new Zone(text[0] == '-' ? -offset : offset, null);
            return true;
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text.ToString(), out TimeZoneInfo? found))
            return false;
        zone = new Zone(TimeSpan.Zero, found);
        return true;
    }

    // h, hh, hhmm, hh:mm, h:mm, hh:m, hh:mm:ss
    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        Span<Range> ranges = stackalloc Range[4];
        int parts = text.Split(ranges, ':');
        Span<int> values = [0, 0, 0];
        if (parts == 1 && text.Length is 4 or 6)
        {
            for (int i = 0; i * 2 < text.Length; i++)
            {
                if (!Part(text.Slice(i * 2, 2), out values[i]))
                    return false;
            }
        }
        else
        {
            if (parts > 3)
                return false;
            for (int i = 0; i < parts; i++)
            {
                if (!Part(text[ranges[i]], out values[i]))
                    return false;
            }
        }
        offset = new TimeSpan(values[0], values[1], values[2]);
        return values[1] < 60 && values[2] < 60 && offset <= TimeSpan.FromHours(18);
    }

    private static bool Part(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A fixed offset, or a region.</summary>
    internal readonly record struct Zone(TimeSpan Offset, TimeZoneInfo? Region)
    {
        private const long LastMicros = 253_402_300_799_999_999;
        private const long FirstMicros = -62_135_596_800_000_000;

        internal bool IsUtc => Region is null && Offset == TimeSpan.Zero;

        /// <summary>
        /// The instant of a local time. One that the clocks skip is moved on by the gap, one that comes twice is the first, as Java has it.
        /// </summary>
        internal long ToUtc(long localMicros)
        {
            if (Region is null)
                return localMicros - Offset.Ticks / TimeSpan.TicksPerMicrosecond;
            if (localMicros is < FirstMicros or > LastMicros)
                return localMicros - Region.BaseUtcOffset.Ticks / TimeSpan.TicksPerMicrosecond;
            DateTime local = DateTime.UnixEpoch.AddTicks(localMicros * TimeSpan.TicksPerMicrosecond);
            local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
            TimeSpan offset = Region.IsAmbiguousTime(local) ? Region.GetAmbiguousTimeOffsets(local).Max() : Region.GetUtcOffset(local);
            return localMicros - offset.Ticks / TimeSpan.TicksPerMicrosecond;
        }

        /// <summary>The local time of an instant, and how far it is ahead of UTC.</summary>
        internal long ToLocal(long utcMicros, out TimeSpan offset)
        {
            offset = Offset;
            if (Region is not null)
                offset = utcMicros is < FirstMicros or > LastMicros ? Region.BaseUtcOffset : Region.GetUtcOffset(DateTime.UnixEpoch.AddTicks(utcMicros * TimeSpan.TicksPerMicrosecond));
            return utcMicros + offset.Ticks / TimeSpan.TicksPerMicrosecond;
        }

        /// <summary>Today's day there, in days since 1970-01-01.</summary>
        internal long Today() => Math.DivRem(ToLocal((DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, out _), SparkDateTimes.MicrosPerDay).Quotient;
    }
}
