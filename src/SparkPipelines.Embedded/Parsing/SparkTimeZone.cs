using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>Time zones as Spark names them: <c>America/New_York</c>, <c>+01:30</c>, <c>UTC+1</c>, <c>Z</c>, and Java's three-letter names.</summary>
internal static partial class SparkTimeZone
{
    private static readonly FrozenDictionary<string, string> ShortNames = new Dictionary<string, string>
    {
        ["ACT"] = "Australia/Darwin", ["AET"] = "Australia/Sydney", ["AGT"] = "America/Argentina/Buenos_Aires", ["ART"] = "Africa/Cairo",
        ["AST"] = "America/Anchorage", ["BET"] = "America/Sao_Paulo", ["BST"] = "Asia/Dhaka", ["CAT"] = "Africa/Harare", ["CNT"] = "America/St_Johns",
        ["CST"] = "America/Chicago", ["CTT"] = "Asia/Shanghai", ["EAT"] = "Africa/Addis_Ababa", ["ECT"] = "Europe/Paris", ["IET"] = "America/Indiana/Indianapolis",
        ["IST"] = "Asia/Kolkata", ["JST"] = "Asia/Tokyo", ["MIT"] = "Pacific/Apia", ["NET"] = "Asia/Yerevan", ["NST"] = "Pacific/Auckland",
        ["PLT"] = "Asia/Karachi", ["PNT"] = "America/Phoenix", ["PRT"] = "America/Puerto_Rico", ["PST"] = "America/Los_Angeles",
        ["SST"] = "Pacific/Guadalcanal", ["VST"] = "Asia/Ho_Chi_Minh", ["EST"] = "-05:00", ["MST"] = "-07:00", ["HST"] = "-10:00",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds the zone; false when there is no such zone. Offsets reach to 18 hours.</summary>
    public static bool TryFind(string name, out TimeZoneInfo zone)
    {
        var id = ShortNames.GetValueOrDefault(name, name);
        if (id is "Z" or "UTC" or "GMT" or "UT")
        {
            zone = TimeZoneInfo.Utc;
            return true;
        }

        if (OffsetPattern().Match(id) is { Success: true } match)
            return TryOffset(match, id, out zone);
        zone = TimeZoneInfo.Utc;
        // Unlike Spark, .NET takes "utc" for UTC, and on Windows the system's own names, which have blanks.
        if (id.Contains(' ', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) || found.Id != id)
            return false;
        zone = found;
        return true;
    }

    private static bool TryOffset(Match match, string id, out TimeZoneInfo zone)
    {
        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var (hours, minutes) = (Part(2), Part(3));
        zone = TimeZoneInfo.Utc;
        var offset = new TimeSpan(hours, minutes, 0);
        // .NET holds offsets up to 14 hours, Java up to 18; nowhere on Earth is it later than +14:00.
        if (minutes > 59 || offset > TimeSpan.FromHours(14))
            return false;
        if (offset != TimeSpan.Zero)
            zone = TimeZoneInfo.CreateCustomTimeZone(id, match.Groups[1].ValueSpan is "-" ? -offset : offset, id, id);
        return true;
    }

    /// <summary>
    /// The microseconds to take from a time on the wall to get UTC. A time that a clock change skips is read with the offset before the change, one that
    /// it repeats as the earlier of the two, as Java does.
    /// </summary>
    public static long OffsetAtLocal(TimeZoneInfo zone, long day, long timeOfDay)
    {
        // .NET's calendar ends at the years 1 and 9999; beyond them a zone keeps the offset that it has there.
        const int firstDay = -719_162;
        const int lastDay = 2_932_896;
        var local = DateTime.UnixEpoch.AddDays(Math.Clamp(day, firstDay, lastDay)).AddTicks(timeOfDay * TimeSpan.TicksPerMicrosecond);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        TimeSpan offset;
        if (zone.IsAmbiguousTime(local))
            offset = zone.GetAmbiguousTimeOffsets(local).Max();
        else if (zone.IsInvalidTime(local))
            offset = zone.GetUtcOffset(local.AddHours(-3));
        else
            offset = zone.GetUtcOffset(local);
        return offset.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    [GeneratedRegex(@"^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();
}
