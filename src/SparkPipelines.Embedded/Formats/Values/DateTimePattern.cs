using System.Globalization;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>
/// A date and time format in the letters of Spark's
/// <see href="https://spark.apache.org/docs/4.2.0/sql-ref-datetime-pattern.html">datetime patterns</see>, for reading and writing.
/// </summary>
/// <remarks>Has <c>y M d H h m s S a E X x Z</c>, quoted text and optional parts in brackets; other letters are refused by name.</remarks>
internal sealed class DateTimePattern
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
    private static readonly string[] ShortMonths = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    private static readonly string[] Weekdays = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;
    private static readonly string[] ShortWeekdays = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames;

    private readonly string _pattern;
    private readonly Part[] _parts;

    /// <param name="format">The file format, for messages.</param>
    /// <param name="option">The option, for messages.</param>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="Sql.SparkUnsupportedOperationException">The pattern has a letter that is not known here.</exception>
    internal DateTimePattern(string format, string option, string pattern)
    {
        _pattern = pattern;
        _parts = Split(format, option, pattern);
    }

    /// <summary>Whether a text must name a zone.</summary>
    internal bool HasZone => _parts.Any(part => part.Letter is 'X' or 'x' or 'Z');

    /// <summary>Reads a text: local microseconds, and the offset if the pattern has one. The whole text must fit.</summary>
    internal bool TryParse(ReadOnlySpan<byte> text, out long localMicros, out TimeSpan? offset)
    {
        var fields = new Fields();
        int position = 0;
        bool fits = TryParse(text, ref position, 0, _parts.Length, ref fields) && position == text.Length;
        offset = fields.Offset;
        return fits & TryResolve(fields, out localMicros);
    }

    /// <summary>Writes a local time.</summary>
    internal void Format(TextBuffer buffer, long localMicros, TimeSpan offset)
    {
        long day = Math.DivRem(localMicros, SparkDateTimes.MicrosPerDay).Quotient;
        long ofDay = localMicros - day * SparkDateTimes.MicrosPerDay;
        if (ofDay < 0)
        {
            ofDay += SparkDateTimes.MicrosPerDay;
            day--;
        }
        (int year, int month, int dayOfMonth) = CalendarDays.Split((int)day);
        int hour = (int)(ofDay / 3_600_000_000);
        int minute = (int)(ofDay / 60_000_000 % 60);
        int second = (int)(ofDay / 1_000_000 % 60);
        int micros = (int)(ofDay % 1_000_000);
        foreach (Part part in _parts)
        {
            switch (part.Letter)
            {
                case 'y' when part.Count == 2:
                    Number(buffer, ((year % 100) + 100) % 100, 2);
                    break;
                case 'y':
                    if (year < 0)
                        buffer.Append((byte)'-');
                    else if (year > 9999 && part.Count >= 4)
                        buffer.Append((byte)'+');
                    Number(buffer, Math.Abs(year), part.Count);
                    break;
                case 'M' when part.Count >= 3:
                    buffer.Append(part.Count == 3 ? ShortMonths[month - 1] : Months[month - 1]);
                    break;
                case 'M':
                    Number(buffer, month, part.Count);
                    break;
                case 'd':
                    Number(buffer, dayOfMonth, part.Count);
                    break;
                case 'H':
                    Number(buffer, hour, part.Count);
                    break;
                case 'h':
                    Number(buffer, hour % 12 == 0 ? 12 : hour % 12, part.Count);
                    break;
                case 'm':
                    Number(buffer, minute, part.Count);
                    break;
                case 's':
                    Number(buffer, second, part.Count);
                    break;
                case 'S':
                    buffer.Append(micros.ToString("D6", CultureInfo.InvariantCulture).PadRight(9, '0').AsSpan(0, part.Count));
                    break;
                case 'E':
                    buffer.Append((part.Count < 4 ? ShortWeekdays : Weekdays)[(int)new DateTime(Math.Clamp(year, 1, 9999), month, dayOfMonth).DayOfWeek]);
                    break;
                case 'a':
                    buffer.Append(hour < 12 ? "AM"u8 : "PM"u8);
                    break;
                case 'X' or 'x' or 'Z':
                    FormatOffset(buffer, part, offset);
                    break;
                case '\'':
                    buffer.Append(part.Text);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _pattern;

    private static void Number(TextBuffer buffer, int value, int width) =>
        buffer.Append(value, width <= 1 ? "D" : width == 2 ? "D2" : width == 3 ? "D3" : "D4");

    private static void FormatOffset(TextBuffer buffer, Part part, TimeSpan offset)
    {
        if (part.Letter == 'X' && offset == TimeSpan.Zero)
        {
            buffer.Append((byte)'Z');
            return;
        }
        TimeSpan size = offset.Duration();
        buffer.Append(offset < TimeSpan.Zero ? (byte)'-' : (byte)'+');
        Number(buffer, size.Hours, 2);
        if (part.Count == 1 && part.Letter != 'Z' && size.Minutes == 0)
            return;
        if (part.Count >= 3 && part.Letter != 'Z')
            buffer.Append((byte)':');
        Number(buffer, size.Minutes, 2);
    }

    private bool TryParse(ReadOnlySpan<byte> text, ref int position, int from, int to, ref Fields fields)
    {
        for (int i = from; i < to; i++)
        {
            if (_parts[i].Letter == '[')
            {
                // An optional part that does not fit leaves no trace.
                int end = _parts[i].Count;
                int inner = position;
                Fields tried = fields;
                if (TryParse(text, ref inner, i + 1, end, ref tried))
                {
                    position = inner;
                    fields = tried;
                }
                i = end;
                continue;
            }
            if (!TryParse(text, ref position, _parts[i], ref fields))
                return false;
        }
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, ref int position, Part part, ref Fields fields)
    {
        switch (part.Letter)
        {
            case 'y':
                if (!Digits(text, ref position, part.Count == 1 ? 1 : part.Count, part.Count == 1 ? 6 : part.Count, out fields.Year))
                    return false;
                if (part.Count == 2)
                    fields.Year += 2000;
                return true;
            case 'M' when part.Count >= 3:
                return Name(text, ref position, part.Count == 3 ? ShortMonths : Months, out fields.Month);
            case 'M':
                return Digits(text, ref position, part.Count, 2, out fields.Month);
            case 'd':
                return Digits(text, ref position, part.Count, 2, out fields.Day);
            case 'H':
                return Digits(text, ref position, part.Count, 2, out fields.Hour);
            case 'h':
                return Digits(text, ref position, part.Count, 2, out fields.HourOfHalf) && fields.HourOfHalf is >= 1 and <= 12;
            case 'm':
                return Digits(text, ref position, part.Count, 2, out fields.Minute);
            case 's':
                return Digits(text, ref position, part.Count, 2, out fields.Second);
            case 'S':
                return Fraction(text, ref position, part.Count, ref fields);
            case 'a':
                return Half(text, ref position, ref fields);
            case 'X' or 'x' or 'Z':
                return Offset(text, ref position, part, ref fields);
            default:
                foreach (char c in part.Text!)
                {
                    if (position >= text.Length || text[position] != c)
                        return false;
                    position++;
                }
                return true;
        }
    }

    private static bool Digits(ReadOnlySpan<byte> text, ref int position, int min, int max, out int value)
    {
        value = 0;
        int count = 0;
        while (count < max && position < text.Length && char.IsAsciiDigit((char)text[position]))
        {
            value = value * 10 + (text[position++] - '0');
            count++;
        }
        return count >= min;
    }

    private static bool Name(ReadOnlySpan<byte> text, ref int position, string[] names, out int number)
    {
        for (number = 1; number <= 12; number++)
        {
            string name = names[number - 1];
            if (text.Length - position >= name.Length && System.Text.Ascii.Equals(text.Slice(position, name.Length), name))
            {
                position += name.Length;
                return true;
            }
        }
        return false;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, ref int position, int max, ref Fields fields)
    {
        int start = position;
        int micros = 0;
        while (position - start < max && position < text.Length && char.IsAsciiDigit((char)text[position]))
        {
            if (position - start < 6)
                micros = micros * 10 + (text[position] - '0');
            position++;
        }
        int digits = position - start;
        for (int i = digits; i < 6; i++)
            micros *= 10;
        fields.Micros = micros;
        return digits > 0;
    }

    private static bool Half(ReadOnlySpan<byte> text, ref int position, ref Fields fields)
    {
        if (text.Length - position < 2 || text[position + 1] != 'M' || text[position] is not ((byte)'A' or (byte)'P'))
            return false;
        fields.IsAfternoon = text[position] == 'P';
        position += 2;
        return true;
    }

    private static bool Offset(ReadOnlySpan<byte> text, ref int position, Part part, ref Fields fields)
    {
        if (position >= text.Length)
            return false;
        if (part.Letter == 'X' && text[position] == 'Z')
        {
            position++;
            fields.Offset = TimeSpan.Zero;
            return true;
        }
        if (text[position] is not ((byte)'+' or (byte)'-'))
            return false;
        int sign = text[position++] == '-' ? -1 : 1;
        if (!Digits(text, ref position, 2, 2, out int hours))
            return false;
        int minutes = 0;
        bool colon = part.Count >= 3 && part.Letter != 'Z';
        if (part.Count > 1 || part.Letter == 'Z' || (position < text.Length && char.IsAsciiDigit((char)text[position])))
        {
            if (colon && (position >= text.Length || text[position++] != ':'))
                return false;
            if (!Digits(text, ref position, 2, 2, out minutes))
                return false;
        }
        fields.Offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }

    private static bool TryResolve(Fields fields, out long micros)
    {
        micros = 0;
        int hour = fields.HourOfHalf == 0 ? fields.Hour : fields.HourOfHalf % 12 + (fields.IsAfternoon ? 12 : 0);
        if (hour > 23 || fields.Minute > 59 || fields.Second > 59 || !CalendarDays.TryFrom(fields.Year, fields.Month, fields.Day, out int days))
            return false;
        micros = days * SparkDateTimes.MicrosPerDay + ((hour * 60L + fields.Minute) * 60 + fields.Second) * SparkDateTimes.MicrosPerSecond + fields.Micros;
        return true;
    }

    private static Part[] Split(string format, string option, string pattern)
    {
        List<Part> parts = [];
        Stack<int> open = new();
        for (int i = 0; i < pattern.Length;)
        {
            char c = pattern[i];
            if (c == '\'')
            {
                int end = pattern.IndexOf('\'', i + 1);
                if (end < 0)
                    throw FormatErrors.UnsupportedValue(format, option, pattern, "patterns whose quotes are closed");
                parts.Add(new Part('\'', 0, end == i + 1 ? "'" : pattern[(i + 1)..end]));
                i = end + 1;
            }
            else if (c == '[')
            {
                open.Push(parts.Count);
                parts.Add(new Part('[', 0, null));
                i++;
            }
            else if (c == ']' && open.Count > 0)
            {
                int start = open.Pop();
                parts.Add(new Part(']', 0, ""));
                parts[start] = new Part('[', parts.Count - 1, null);
                i++;
            }
            else if (char.IsAsciiLetter(c))
            {
                int count = 1;
                while (i + count < pattern.Length && pattern[i + count] == c)
                    count++;
                if (!"yMdHhmsSaEXxZ".Contains(c, StringComparison.Ordinal) || count > (c == 'S' ? 9 : 4))
                    throw FormatErrors.UnsupportedValue(format, option, pattern, "patterns of the letters y M d H h m s S a E X x Z");
                parts.Add(new Part(c, count, null));
                i += count;
            }
            else
            {
                parts.Add(new Part('\'', 0, c.ToString()));
                i++;
            }
        }
        return [.. parts];
    }

    /// <param name="Letter">A pattern letter, <c>'</c> for text, <c>[</c> and <c>]</c> around an optional part.</param>
    /// <param name="Count">How often the letter stands there; of <c>[</c>, where its <c>]</c> is.</param>
    /// <param name="Text">The text.</param>
    private readonly record struct Part(char Letter, int Count, string? Text);

    private record struct Fields
    {
        public int Year = 1970;
        public int Month = 1;
        public int Day = 1;
        public int Hour;
        public int HourOfHalf;
        public int Minute;
        public int Second;
        public int Micros;
        public bool IsAfternoon;
        public TimeSpan? Offset;

        public Fields()
        {
        }
    }
}
