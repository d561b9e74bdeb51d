using System.Globalization;
using Apache.Arrow;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>How values are written as text.</summary>
internal sealed class TextWriteRules
{
    /// <summary>The zone in which instants are written.</summary>
    internal required TimeZones.Zone Zone { get; init; }

    internal required DateTimePattern DatePattern { get; init; }

    internal required DateTimePattern TimestampPattern { get; init; }

    internal required DateTimePattern TimestampNtzPattern { get; init; }

    /// <summary>The options that CSV and JSON have in common, with Spark's defaults.</summary>
    internal static TextWriteRules Of(string format, FormatContext context) => new()
    {
        Zone = TimeZones.Find(context.Options["timeZone"] ?? context.Settings.TimeZone),
        DatePattern = Pattern(format, context, "dateFormat", "yyyy-MM-dd"),
        TimestampPattern = Pattern(format, context, "timestampFormat", "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]"),
        TimestampNtzPattern = Pattern(format, context, "timestampNTZFormat", "yyyy-MM-dd'T'HH:mm:ss[.SSS]"),
    };

    private static DateTimePattern Pattern(string format, FormatContext context, string name, string whenUnset) =>
        new(format, name, context.Options[name] ?? whenUnset);
}

/// <summary>Writes the plain values of columns: those that are neither null nor nested.</summary>
internal static class ValueText
{
    /// <summary>Writes a value. Strings and binaries are written as their bytes.</summary>
    internal static void Append(TextBuffer buffer, IArrowArray column, int row, TextWriteRules rules)
    {
        switch (column)
        {
            case BinaryArray bytes:
                buffer.Append(bytes.GetBytes(row));
                break;
            case BooleanArray flags:
                buffer.Append(flags.GetValue(row)!.Value ? "true"u8 : "false"u8);
                break;
            case Int8Array whole:
                buffer.Append(whole.Values[row]);
                break;
            case Int16Array whole:
                buffer.Append(whole.Values[row]);
                break;
            case Int32Array whole:
                buffer.Append(whole.Values[row]);
                break;
            case Int64Array whole:
                buffer.Append(whole.Values[row]);
                break;
            case FloatArray number:
                buffer.AppendJava(number.Values[row]);
                break;
            case DoubleArray number:
                buffer.AppendJava(number.Values[row]);
                break;
            case Decimal128Array number:
                AppendDecimal(buffer, number, row);
                break;
            case Date32Array days:
                rules.DatePattern.Format(buffer, days.Values[row] * SparkDateTimes.MicrosPerDay, TimeSpan.Zero);
                break;
            case TimestampArray instants when ((Apache.Arrow.Types.TimestampType)instants.Data.DataType).Timezone is null:
                rules.TimestampNtzPattern.Format(buffer, instants.Values[row], TimeSpan.Zero);
                break;
            case TimestampArray instants:
                long local = rules.Zone.ToLocal(instants.Values[row], out TimeSpan offset);
                rules.TimestampPattern.Format(buffer, local, offset);
                break;
            default:
                throw new NotSupportedException($"Values of Arrow type {column.Data.DataType.Name} are not written as text.");
        }
    }

    private static void AppendDecimal(TextBuffer buffer, Decimal128Array column, int row)
    {
        Int128 unscaled = System.Runtime.InteropServices.MemoryMarshal.Read<Int128>(column.ValueBuffer.Span[((row + column.Offset) * 16)..]);
        string digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture);
        if (unscaled < 0)
            buffer.Append((byte)'-');
        if (column.Scale == 0)
        {
            buffer.Append(digits);
            return;
        }
        digits = digits.PadLeft(column.Scale + 1, '0');
        buffer.Append(digits.AsSpan(0, digits.Length - column.Scale));
        buffer.Append((byte)'.');
        buffer.Append(digits.AsSpan(digits.Length - column.Scale));
    }
}
