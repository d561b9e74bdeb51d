using System.Text;
using SparkPipelines.Embedded.Formats.Csv;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>The schema of JSON records as Spark's <c>JsonInferSchema</c> (4.2.1) finds it: fields by name, types widened to hold every value.</summary>
internal sealed class JsonInference(JsonOptions options, bool isCaseSensitive)
{
    private static readonly NullType Null = new();
    private static readonly StringType String = new();
    private static readonly LongType Long = new();
    private static readonly DoubleType Double = new();
    private static readonly BooleanType Boolean = new();
    private static readonly StructType Empty = new();

    internal StructType Infer(IReadOnlyList<DataFile> files, CancellationToken cancellationToken)
    {
        DataType schema = Empty;
        using IBlockReader reader = JsonFormat.OpenReader(files, options);
        while (reader.Next() is { } block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (block)
            {
                if (options.MultiLine)
                {
                    schema = Add(schema, block.Bytes);
                    continue;
                }
                var lines = new LineReader(block.Bytes, options.LineSeparator);
                while (lines.Next(out ReadOnlySpan<byte> line))
                    schema = Add(schema, line);
            }
        }
        return Canonical(schema) as StructType ?? Empty;
    }

    private DataType Add(DataType schema, ReadOnlySpan<byte> text)
    {
        var scanner = new JsonScanner(text, options.AllowsSingleQuotes, options.AllowsNonNumericNumbers);
        scanner.Peek();
        if (scanner.Position == text.Length)
            return schema;
        DataType? record = scanner.Skip(out int start, out int length) ? TypeOf(text.Slice(start, length)) : null;
        if (record is ArrayType rows)
            record = rows.ElementType;
        if (record is StructType or NullType)
            return Merge(schema, record);
        if (options.Mode == ParseMode.FailFast)
            throw FormatErrors.BadRecord(options.CorruptRecordColumn);
        return options.Mode == ParseMode.DropMalformed ? schema : Merge(schema, new StructType(new StructField(options.CorruptRecordColumn, String)));
    }

    private DataType TypeOf(ReadOnlySpan<byte> text)
    {
        switch (text[0])
        {
            case (byte)'{':
                return StructOf(text);
            case (byte)'[':
                return ArrayOf(text);
            case (byte)'"' or (byte)'\'':
                return text.Length == 2 ? Null : String;
            case (byte)'n':
                return Null;
            case (byte)'t' or (byte)'f':
                return options.PrimitivesAsString ? String : Boolean;
            default:
                return options.PrimitivesAsString ? String : NumberOf(text);
        }
    }

    private StructType StructOf(ReadOnlySpan<byte> text)
    {
        var scanner = new JsonScanner(text, options.AllowsSingleQuotes, options.AllowsNonNumericNumbers);
        scanner.Take((byte)'{');
        var fields = new SortedDictionary<string, DataType>(StringComparer.Ordinal);
        while (scanner.Peek() != '}' && scanner.SkipName(out int nameStart, out int nameLength) && scanner.Skip(out int start, out int length))
        {
            var name = new byte[nameLength];
            string key = Encoding.UTF8.GetString(name, 0, JsonText.Unescape(text.Slice(nameStart, nameLength), name));
            DataType type = TypeOf(text.Slice(start, length));
            fields[key] = fields.TryGetValue(key, out DataType? known) ? Merge(known, type) : type;
            if (!scanner.Take((byte)','))
                break;
        }
        return new StructType(fields.Select(field => new StructField(field.Key, field.Value)));
    }

    private ArrayType ArrayOf(ReadOnlySpan<byte> text)
    {
        var scanner = new JsonScanner(text, options.AllowsSingleQuotes, options.AllowsNonNumericNumbers);
        scanner.Take((byte)'[');
        DataType element = Null;
        while (scanner.Peek() != ']' && scanner.Skip(out int start, out int length))
        {
            element = Merge(element, TypeOf(text.Slice(start, length)));
            if (!scanner.Take((byte)','))
                break;
        }
        return new ArrayType(element);
    }

    private static DataType NumberOf(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny("eE.NI"u8) >= 0)
            return Double;
        if (SparkNumbers.TryParseLong(text, out _))
            return Long;
        return SparkNumbers.TryReadDecimal(text, out DecimalText number) && number.Precision <= DecimalType.MaxPrecision ? new DecimalType(number.Precision, 0) : Double;
    }

    private static DataType Merge(DataType a, DataType b)
    {
        if (ReferenceEquals(a, b) || b is NullType)
            return a;
        return (a, b) switch
        {
            (NullType, _) => b,
            (StructType x, StructType y) => Merge(x, y),
            (ArrayType x, ArrayType y) => x.ElementType.Equals(y.ElementType) ? x : new ArrayType(Merge(x.ElementType, y.ElementType)),
            _ when a.Equals(b) => a,
            (LongType, DoubleType) or (DoubleType, LongType) => Double,
            (DecimalType, DoubleType) or (DoubleType, DecimalType) => Double,
            (DecimalType d, LongType) => d.Precision >= 20 ? d : new DecimalType(20, 0),
            (LongType, DecimalType d) => d.Precision >= 20 ? d : new DecimalType(20, 0),
            (DecimalType x, DecimalType y) => x.Precision >= y.Precision ? x : y,
            _ => String,
        };
    }

    private static StructType Merge(StructType a, StructType b)
    {
        if (a.Equals(b))
            return a;
        var fields = new SortedDictionary<string, DataType>(StringComparer.Ordinal);
        foreach (StructField field in a.Fields)
            fields[field.Name] = field.DataType;
        foreach (StructField field in b.Fields)
            fields[field.Name] = fields.TryGetValue(field.Name, out DataType? known) ? Merge(known, field.DataType) : field.DataType;
        return new StructType(fields.Select(field => new StructField(field.Key, field.Value)));
    }

    // Nothing but null is taken for text, objects without a field are left out.
    private DataType? Canonical(DataType type)
    {
        switch (type)
        {
            case NullType:
                return options.DropsFieldsThatAreAllNull ? null : String;
            case ArrayType array:
                return Canonical(array.ElementType) is { } element ? new ArrayType(element) : null;
            case StructType record:
                var fields = new List<StructField>();
                var names = new HashSet<string>(isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
                foreach (StructField field in record.Fields)
                {
                    if (Canonical(field.DataType) is not { } fieldType)
                        continue;
                    if (!names.Add(field.Name))
                        throw FormatErrors.DuplicateColumn(isCaseSensitive ? field.Name : field.Name.ToLowerInvariant());
                    fields.Add(new StructField(field.Name, fieldType));
                }
                return fields.Count > 0 ? new StructType(fields) : null;
            default:
                return type;
        }
    }
}
