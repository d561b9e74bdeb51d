using System.Globalization;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>
/// Dates and times in the forms that Spark takes in literals and casts: <c>[+-]yyyy[-m[-d]]</c>, then blank or <c>T</c>, then <c>h[:m[:s[.fraction]]]</c> and,
/// after seconds, a zone; and the words epoch, now, today, tomorrow and yesterday. Fractions beyond microseconds are cut off.
/// </summary>
internal readonly struct TemporalReader(ExpressionParserOptions options)
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>Days since 1970-01-01.</summary>
    public bool TryDate(string text, out int days)
    {
        var trimmed = Trim(text);
        if (SpecialDay(trimmed) is { } special)
        {
            days = special;
            return true;
        }

        days = 0;
        var reader = new Reader(trimmed);
        if (!TryCalendarDay(ref reader, maxYearDigits: 7, out var day, out var isWhole))
            return false;
        // Whatever follows a whole date after a blank or T is a time of day, which a date has no use for.
        if (!reader.IsAtEnd && !(isWhole && reader.Current is ' ' or 'T'))
            return false;
        if (day is < int.MinValue or > int.MaxValue)
            return false;
        days = (int)day;
        return true;
    }

    /// <summary>Microseconds since 1970-01-01T00:00:00Z; text without a zone is in the session's.</summary>
    public bool TryTimestamp(string text, out long microseconds)
    {
        var trimmed = Trim(text);
        microseconds = 0;
        switch (Word(trimmed))
        {
            case "EPOCH":
                return true;
            case "NOW":
                microseconds = (options.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
                return true;
        }

        if (SpecialDay(trimmed) is { } special)
            return TryToUtc(special, 0, options.TimeZone, out microseconds);
        if (!TryParts(trimmed, out var day, out var time, out var zoneText))
            return false;
        var zone = options.TimeZone;
        if (zoneText is not null && !SparkTimeZone.TryFind(zoneText, out zone))
            return false;
        return TryToUtc(day ?? Today(zone), time, zone, out microseconds);
    }

    /// <summary>Microseconds since 1970-01-01T00:00:00 on the clock on the wall; a zone in the text has no effect.</summary>
    public bool TryTimestampNtz(string text, out long microseconds)
    {
        var trimmed = Trim(text);
        microseconds = 0;
        if (trimmed.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            microseconds = (TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), options.TimeZone).DateTime - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            return true;
        }

        if (SpecialDay(trimmed) is { } special)
            return TryCombine(special, 0, out microseconds);
        return TryParts(trimmed, out var day, out var time, out var zone)
            && day is not null
            && (zone is null || SparkTimeZone.TryFind(zone, out _))
            && TryCombine(day.Value, time, out microseconds);
    }

    /// <summary>Microseconds since midnight; AM or PM may follow an hour from 1 to 12.</summary>
    public static bool TryTime(string text, out long microseconds)
    {
        microseconds = 0;
        var trimmed = Trim(text);
        var half = trimmed.Length > 2 ? trimmed[^2..].ToUpperInvariant() : "";
        if (half is "AM" or "PM")
            trimmed = trimmed[..^2].TrimEnd(' ');
        var reader = new Reader(trimmed);
        reader.TrySkip('T');
        if (!TryTimeOfDay(ref reader, out var time, out var segments) || segments < 2 || !reader.IsAtEnd)
            return false;
        const long hour = 3_600_000_000;
        if (half is "AM" or "PM")
        {
            if (time < 0 || time / hour is > 12 or < 1)
                return false;
            time = (time % (12 * hour)) + (half == "PM" ? 12 * hour : 0);
        }

        microseconds = time;
        return true;
    }

    /// <summary>A word in capitals; nothing for the digits that most texts begin with.</summary>
    private static string Word(string text) => text.Length > 0 && char.IsAsciiLetter(text[0]) ? text.ToUpperInvariant() : "";

    private int? SpecialDay(string text) => Word(text) switch
    {
        "EPOCH" => 0,
        "NOW" or "TODAY" => Today(options.TimeZone),
        "TOMORROW" => Today(options.TimeZone) + 1,
        "YESTERDAY" => Today(options.TimeZone) - 1,
        _ => null,
    };

    private int Today(TimeZoneInfo zone) => (TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), zone).Date - DateTime.UnixEpoch).Days;

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && text[start] <= ' ')
            start++;
        while (end > start && text[end - 1] <= ' ')
            end--;
        return text[start..end];
    }

    /// <summary>The day (null for a bare time of day), the time of day, and the text of the zone.</summary>
    private static bool TryParts(string text, out long? day, out long time, out string? zone)
    {
        (day, time, zone) = (null, 0, null);
        var reader = new Reader(text);
        if (!reader.TrySkip('T') && !StartsWithTime(text))
        {
            if (!TryCalendarDay(ref reader, maxYearDigits: 6, out var found, out var isWhole))
                return false;
            day = found;
            if (reader.IsAtEnd)
                return true;
            if (!isWhole || !(reader.TrySkip(' ') || reader.TrySkip('T')))
                return false;
        }

        if (!TryTimeOfDay(ref reader, out time, out var segments) || (day is null && segments < 2))
            return false;
        if (reader.IsAtEnd)
            return true;
        zone = reader.Rest.Trim(' ');
        return segments >= 3 && zone.Length > 0;
    }

    private static bool StartsWithTime(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && text[digits] == ':';
    }

    private static bool TryCalendarDay(ref Reader reader, int maxYearDigits, out long day, out bool isWhole)
    {
        (day, isWhole) = (0, false);
        var isNegative = reader.TrySkip('-');
        if (!isNegative)
            reader.TrySkip('+');
        if (!reader.TryNumber(4, maxYearDigits, out var year))
            return false;
        var (month, dayOfMonth) = (1, 1);
        if (reader.TrySkip('-'))
        {
            if (!reader.TryNumber(1, 2, out month))
                return false;
            if (reader.TrySkip('-'))
            {
                if (!reader.TryNumber(1, 2, out dayOfMonth))
                    return false;
                isWhole = true;
            }
        }

        if (isNegative)
            year = -year;
        if (month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DaysInMonth(year, month))
            return false;
        day = DayNumber(year, month, dayOfMonth);
        return true;
    }

    private static bool TryTimeOfDay(ref Reader reader, out long microseconds, out int segments)
    {
        (microseconds, segments) = (0, 0);
        var (minute, second, fraction) = (0, 0, 0);
        if (!reader.TryNumber(1, 2, out var hour))
            return false;
        segments = 1;
        if (reader.TrySkip(':'))
        {
            if (!reader.TryNumber(1, 2, out minute))
                return false;
            segments = 2;
            if (reader.TrySkip(':'))
            {
                if (!reader.TryNumber(1, 2, out second))
                    return false;
                segments = 3;
                if (reader.TrySkip('.'))
                    fraction = reader.Fraction();
            }
        }

        if (hour > 23 || minute > 59 || second > 59)
            return false;
        microseconds = (((((hour * 60L) + minute) * 60) + second) * 1_000_000) + fraction;
        return true;
    }

    private static bool TryCombine(long day, long time, out long microseconds)
    {
        var value = ((Int128)day * MicrosecondsPerDay) + time;
        microseconds = value < long.MinValue || value > long.MaxValue ? 0 : (long)value;
        return value >= long.MinValue && value <= long.MaxValue;
    }

    private static bool TryToUtc(long day, long time, TimeZoneInfo zone, out long microseconds) =>
        TryCombine(day, time - SparkTimeZone.OffsetAtLocal(zone, day, time), out microseconds);

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysInMonth(int year, int month) => month == 2 ? IsLeap(year) ? 29 : 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    /// <summary>Days since 1970-01-01 in the proleptic Gregorian calendar, whose year 0 is the one before year 1.</summary>
    private static long DayNumber(int year, int month, int day)
    {
        // Counted in years that begin in March, so that the leap day comes last.
        long shifted = month <= 2 ? year - 1 : year;
        var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    private ref struct Reader(string text)
    {
        private int _position;

        public readonly bool IsAtEnd => _position == text.Length;

        public readonly char Current => text[_position];

        public readonly string Rest => text[_position..];

        public bool TrySkip(char character)
        {
            if (IsAtEnd || Current != character)
                return false;
            _position++;
            return true;
        }

        public bool TryNumber(int minDigits, int maxDigits, out int value)
        {
            var start = _position;
            while (!IsAtEnd && char.IsAsciiDigit(Current))
                _position++;
            value = 0;
            var length = _position - start;
            return length >= minDigits && length <= maxDigits
                && int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        /// <summary>The microseconds that the digits after the point are; there may be none.</summary>
        public int Fraction()
        {
            var (value, digits) = (0, 0);
            for (; !IsAtEnd && char.IsAsciiDigit(Current); _position++, digits++)
                value = digits < 6 ? (value * 10) + (Current - '0') : value;
            for (; digits < 6; digits++)
                value *= 10;
            return value;
        }
    }
}
