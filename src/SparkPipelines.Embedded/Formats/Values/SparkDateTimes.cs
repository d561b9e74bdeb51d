namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>Dates and timestamps in text, as Spark's <c>DateTimeUtils</c> (4.2.1) reads them when no format is given.</summary>
internal static class SparkDateTimes
{
    internal const long MicrosPerSecond = 1_000_000;
    internal const long MicrosPerDay = 86_400 * MicrosPerSecond;

    private const int MaxYearDigitsOfDate = 7;
    private const int MaxYearDigitsOfTimestamp = 6;

    /// <summary>Days since 1970-01-01 of <c>[+-]yyyy*[-[m]m[-[d]d]]</c>, with anything behind a blank or a <c>T</c>.</summary>
    internal static bool TryParseDate(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        text = Trim(text);
        if (text.IsEmpty)
            return false;
        int sign = TakeSign(ref text) ?? 1;
        Span<int> segments = [1, 1, 1];
        int segment = 0;
        int value = 0;
        int digits = 0;
        int i = 0;
        for (; i < text.Length && text[i] != ' ' && text[i] != 'T'; i++)
        {
            byte b = text[i];
            if (segment < 2 && b == '-')
            {
                if (!AreDateDigits(segment, digits))
                    return false;
                segments[segment++] = value;
                value = 0;
                digits = 0;
            }
            else if (char.IsAsciiDigit((char)b) && digits < 9)
            {
                value = value * 10 + (b - '0');
                digits++;
            }
            else
            {
                return false;
            }
        }
        if (!AreDateDigits(segment, digits) || (segment < 2 && i < text.Length))
            return false;
        segments[segment] = value;
        return CalendarDays.TryFrom(sign * segments[0], segments[1], segments[2], out days);
    }

    /// <summary>Days of a date that is written exactly <c>yyyy-MM-dd</c>, which is what inference calls a date.</summary>
    internal static bool TryParseStrictDate(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && TwoDigits(text, 0, out int century) && TwoDigits(text, 2, out int year) && TwoDigits(text, 5, out int month) && TwoDigits(text, 8, out int day)
            && CalendarDays.TryFrom(century * 100 + year, month, day, out days);
    }

    /// <summary>
    /// Microseconds since 1970-01-01 UTC of <c>[+-]yyyy*[-[m]m[-[d]d[( |T)[h]h:[m]m[:[s]s[.fraction][zone]]]]]</c>, or of a time alone, which is of today.
    /// Digits past the sixth of a fraction are dropped.
    /// </summary>
    /// <param name="text">The text; blanks around it don't matter.</param>
    /// <param name="zone">The zone of texts that name none.</param>
    /// <param name="micros">The instant.</param>
    internal static bool TryParseTimestamp(ReadOnlySpan<byte> text, TimeZones.Zone zone, out long micros)
    {
        micros = 0;
        if (!TryParseLocal(text, out long local, out bool isTimeOnly, out ReadOnlySpan<byte> zoneText))
            return false;
        if (!zoneText.IsEmpty && !TimeZones.TryFind(zoneText, out zone))
            return false;
        if (isTimeOnly)
            local += zone.Today() * MicrosPerDay;
        micros = zone.ToUtc(local);
        return true;
    }

    /// <summary>Microseconds of a timestamp without a zone; a text that names one is refused, and so is a time alone.</summary>
    internal static bool TryParseTimestampNtz(ReadOnlySpan<byte> text, out long micros) =>
        TryParseLocal(text, out micros, out bool isTimeOnly, out ReadOnlySpan<byte> zoneText) && !isTimeOnly && zoneText.IsEmpty;

    private static bool TryParseLocal(ReadOnlySpan<byte> text, out long micros, out bool isTimeOnly, out ReadOnlySpan<byte> zoneText)
    {
        micros = 0;
        isTimeOnly = false;
        zoneText = default;
        text = Trim(text);
        if (text.IsEmpty)
            return false;
        int? sign = TakeSign(ref text);
        Span<int> segments = [1, 1, 1, 0, 0, 0, 0, 0, 0];
        int segment = 0;
        int value = 0;
        int digits = 0;
        int fractionDigits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            if (char.IsAsciiDigit((char)b))
            {
                if (segment == 6)
                    fractionDigits++;
                else if (digits > MaxYearDigitsOfTimestamp)
                    return false;
                if (segment != 6 || digits < 6)
                    value = value * 10 + (b - '0');
                digits++;
                continue;
            }
            if (i == 0 && b == 'T' && sign is null)
            {
                isTimeOnly = true;
                segment = 3;
                continue;
            }
            int next = segment switch
            {
                0 or 1 when b == '-' => segment + 1,
                0 when b == ':' && sign is null => 4,
                2 when b is (byte)' ' or (byte)'T' => 3,
                3 or 4 when b == ':' => segment + 1,
                5 when b == '.' => 6,
                5 or 6 => 7,
                _ => -1,
            };
            if (next < 0)
                return false;
            if (next == 4 && segment == 0)
            {
                isTimeOnly = true;
                segment = 3;
            }
            if (!AreTimestampDigits(segment, digits))
                return false;
            segments[segment] = value;
            value = 0;
            digits = 0;
            segment = next;
            if (next == 7)
            {
                zoneText = text[i..];
                break;
            }
        }
        if (!AreTimestampDigits(segment, digits))
            return false;
        segments[segment] = value;
        for (; fractionDigits < 6; fractionDigits++)
            segments[6] *= 10;
        if (segments[3] > 23 || segments[4] > 59 || segments[5] > 59)
            return false;
        int days = 0;
        if (!isTimeOnly && !CalendarDays.TryFrom((sign ?? 1) * segments[0], segments[1], segments[2], out days))
            return false;
        micros = days * MicrosPerDay + ((segments[3] * 60L + segments[4]) * 60 + segments[5]) * MicrosPerSecond + segments[6];
        return true;
    }

    private static bool AreDateDigits(int segment, int digits) => segment == 0 ? digits is >= 4 and <= MaxYearDigitsOfDate : digits is 1 or 2;

    private static bool AreTimestampDigits(int segment, int digits) => segment switch
    {
        0 => digits is >= 4 and <= MaxYearDigitsOfTimestamp,
        6 => true,
        7 => digits <= 2,
        _ => digits is 1 or 2,
    };

    private static int? TakeSign(ref ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'-' or (byte)'+'))
            return null;
        int sign = text[0] == '-' ? -1 : 1;
        text = text[1..];
        return sign;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && (text[start] <= ' ' || text[start] == 0x7F))
            start++;
        while (end > start && (text[end - 1] <= ' ' || text[end - 1] == 0x7F))
            end--;
        return text[start..end];
    }

    private static bool TwoDigits(ReadOnlySpan<byte> text, int at, out int value)
    {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        value = tens * 10 + ones;
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9;
    }
}

/// <summary>Days of the proleptic Gregorian calendar, for years that <see cref="DateOnly"/> does not have too.</summary>
internal static class CalendarDays
{
    /// <summary>Days since 1970-01-01; false for a day that there is not.</summary>
    internal static bool TryFrom(int year, int month, int day, out int days)
    {
        days = 0;
        if (month is < 1 or > 12 || day < 1 || day > LengthOfMonth(year, month))
            return false;
        days = From(year, month, day);
        return true;
    }

    /// <summary>Days since 1970-01-01 of a day that there is.</summary>
    internal static int From(int year, int month, int day)
    {
        // Years begin in March here, so that the leap day is a year's last.
        long y = month <= 2 ? year - 1L : year;
        long era = Math.DivRem(y, 400).Quotient - (y % 400 < 0 ? 1 : 0);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (int)(era * 146097 + dayOfEra - 719468);
    }

    /// <summary>Year, month and day of a number of days since 1970-01-01.</summary>
    internal static (int Year, int Month, int Day) Split(int days)
    {
        long shifted = days + 719468L;
        long era = Math.DivRem(shifted, 146097).Quotient - (shifted % 146097 < 0 ? 1 : 0);
        long dayOfEra = shifted - era * 146097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = (int)(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        int month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        return ((int)(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, day);
    }

    private static int LengthOfMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
