using System.Globalization;
using System.Text.Json.Nodes;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Parsing;

/// <summary>Parses types and column lists by the <c>dataType</c> and <c>colTypeList</c> rules of Spark 4.2's grammar.</summary>
internal sealed class DataTypeParser(SqlTokenStream tokens)
{
    private const int MaxPrecision = DecimalType.MaxPrecision;

    /// <summary>A whole text as one type: <c>array&lt;int&gt;</c>.</summary>
    public static DataType ParseType(string text)
    {
        var tokens = new SqlTokenStream(text, underlinesParts: false);
        tokens.RefuseEmpty();
        var type = new DataTypeParser(tokens).ReadType();
        tokens.Expect(SqlTokenKind.End);
        return type;
    }

    /// <summary>A whole text as a column list: <c>a int, b string NOT NULL</c>.</summary>
    public static StructType ParseColumns(string text)
    {
        var tokens = new SqlTokenStream(text, underlinesParts: false);
        var fields = new List<StructField>();
        tokens.RefuseEmpty();
        new DataTypeParser(tokens).ReadFields(fields, allowsColon: false);
        // A word could have begun NOT NULL or COMMENT, so that Spark doesn't call it merely extra.
        if (tokens.Current.IsName)
            throw tokens.SyntaxError();
        tokens.Expect(SqlTokenKind.End);
        return new StructType(fields);
    }

    /// <summary>Whether the text is a column list rather than one type: a name and then what begins a type.</summary>
    public static bool LooksLikeColumns(string text)
    {
        var tokens = new SqlTokenStream(text, underlinesParts: false);
        var first = tokens.Peek(0);
        var second = tokens.Peek(1);
        if (!first.IsName || !second.IsName)
            return false;
        return first.Keyword == SqlKeyword.Interval
            ? FieldOf(second) is null
            : second.Keyword is not (SqlKeyword.Collate or SqlKeyword.Without or SqlKeyword.With);
    }

    /// <summary>The type that starts at the current token.</summary>
    public DataType ReadType()
    {
        var start = tokens.Current;
        if (!start.IsName)
            throw tokens.SyntaxError();
        switch (start.Keyword)
        {
            case SqlKeyword.Array when tokens.Peek(1).Kind == SqlTokenKind.Less:
                return ReadArray();
            case SqlKeyword.Map when tokens.Peek(1).Kind == SqlTokenKind.Less:
                return ReadMap();
            case SqlKeyword.Array or SqlKeyword.Map when tokens.Peek(1).Kind == SqlTokenKind.NotEqual:
                throw tokens.SyntaxError(tokens.Peek(1), "");
            case SqlKeyword.Struct when tokens.Peek(1).Kind is SqlTokenKind.Less or SqlTokenKind.NotEqual:
                return ReadStruct();
            case SqlKeyword.Interval when FieldOf(tokens.Peek(1)) is not null:
                return ReadInterval();
            default:
                return ReadNamed();
        }
    }

    private ArrayType ReadArray()
    {
        tokens.Take();
        tokens.Expect(SqlTokenKind.Less);
        var element = ReadType();
        tokens.ExpectClosingAngle(namesMissing: false);
        return new ArrayType(element);
    }

    private MapType ReadMap()
    {
        tokens.Take();
        tokens.Expect(SqlTokenKind.Less);
        var key = ReadType();
        tokens.Expect(SqlTokenKind.Comma);
        var value = ReadType();
        tokens.ExpectClosingAngle(namesMissing: false);
        return new MapType(key, value);
    }

    private StructType ReadStruct()
    {
        tokens.Take();
        if (tokens.TryTake(SqlTokenKind.NotEqual))
            return new StructType();
        tokens.Expect(SqlTokenKind.Less);
        var fields = new List<StructField>();
        if (!tokens.Is(SqlTokenKind.Greater) && !tokens.Is(SqlTokenKind.ShiftRight) && !tokens.Is(SqlTokenKind.ShiftRightUnsigned))
            ReadFields(fields, allowsColon: true);
        tokens.ExpectClosingAngle(namesMissing: true);
        return new StructType(fields);
    }

    private void ReadFields(List<StructField> fields, bool allowsColon)
    {
        do
        {
            var name = tokens.TakeDeclaredName();
            if (allowsColon)
                tokens.TryTake(SqlTokenKind.Colon);
            var type = ReadType();
            var isNullable = true;
            if (tokens.Is(SqlKeyword.Not, SqlKeyword.Null))
            {
                tokens.Take();
                tokens.Take();
                isNullable = false;
            }

            JsonObject? metadata = null;
            if (tokens.Is(SqlKeyword.Comment) && tokens.Peek(1).IsString)
            {
                tokens.Take();
                metadata = new JsonObject { ["comment"] = tokens.TakeString() };
            }

            fields.Add(new StructField(name, type, isNullable, metadata));
        }
        while (tokens.TryTake(SqlTokenKind.Comma));
    }

    private AtomicType ReadInterval()
    {
        tokens.Take();
        var from = FieldOf(tokens.Take())!.Value;
        var to = from;
        // "month to year" and "second to day" are no types: the words after the first unit are left for the caller to trip over.
        if (tokens.Is(SqlKeyword.To) && FieldOf(tokens.Peek(1)) is { } last && last > from && (last <= 1) == (from <= 1))
        {
            tokens.Take();
            tokens.Take();
            to = last;
        }

        return from <= 1
            ? new YearMonthIntervalType((YearMonthField)from, (YearMonthField)to)
            : new DayTimeIntervalType((DayTimeField)(from - 2), (DayTimeField)(to - 2));
    }

    /// <summary>Year and month are 0 and 1, day to second 2 to 5.</summary>
    private static int? FieldOf(SqlToken token) => token.Keyword switch
    {
        SqlKeyword.Year => 0,
        SqlKeyword.Month => 1,
        SqlKeyword.Day => 2,
        SqlKeyword.Hour => 3,
        SqlKeyword.Minute => 4,
        SqlKeyword.Second => 5,
        _ => null,
    };

    private DataType ReadNamed()
    {
        var start = tokens.Current.Start;
        var name = tokens.TakeName().ToUpperInvariant();
        if (name is "TIMESTAMP" or "TIME" && ReadZoneSuffix() is { } zoned)
            return name == "TIMESTAMP" ? zoned ? new TimestampType() : new TimestampNtzType() : new TimeType();
        if (name == "STRING" && tokens.Is(SqlKeyword.Collate))
        {
            tokens.Take();
            return new StringType(Collation(tokens.TakeName()));
        }

        if (name is "GEOMETRY" or "GEOGRAPHY" && tokens.Is(SqlTokenKind.LeftParen))
            return ReadSpatial(name);
        var arguments = ReadArguments();
        return (name, arguments.Count) switch
        {
            ("BOOLEAN", 0) => new BooleanType(),
            ("TINYINT" or "BYTE", 0) => new ByteType(),
            ("SMALLINT" or "SHORT", 0) => new ShortType(),
            ("INT" or "INTEGER", 0) => new IntegerType(),
            ("BIGINT" or "LONG", 0) => new LongType(),
            ("FLOAT" or "REAL", 0) => new FloatType(),
            ("DOUBLE", 0) => new DoubleType(),
            ("DATE", 0) => new DateType(),
            ("TIMESTAMP" or "TIMESTAMP_LTZ", 0) => new TimestampType(),
            ("TIMESTAMP_NTZ", 0) => new TimestampNtzType(),
            ("TIME", <= 1) => ReadTime(arguments),
            ("STRING", 0) => new StringType(),
            ("CHAR" or "CHARACTER", 1) => new CharType(arguments[0]),
            ("VARCHAR", 1) => new VarcharType(arguments[0]),
            ("CHAR" or "CHARACTER" or "VARCHAR", 0) => throw tokens.Error(
                start,
                "DATATYPE_MISSING_SIZE",
                "42K01",
                $"DataType \"{name}\" requires a length parameter, for example \"{name}\"(10). Please specify the length.",
                ("type", $"\"{name}\"")),
            ("BINARY", 0) => new BinaryType(),
            ("DECIMAL" or "DEC" or "NUMERIC", 0) => new DecimalType(),
            // Spark knows a decimal without digits, which holds nothing but null; no engine stores one.
            ("DECIMAL" or "DEC" or "NUMERIC", <= 2) when arguments[0] > 0 => ReadDecimal(arguments[0], arguments.Count == 2 ? arguments[1] : 0),
            ("VOID", 0) => new NullType(),
            ("INTERVAL", 0) => new CalendarIntervalType(),
            ("VARIANT", 0) => new VariantType(),
            ("ARRAY" or "MAP" or "STRUCT", 0) => throw Incomplete(start, name),
            _ => throw tokens.Error(
                start,
                "UNSUPPORTED_DATATYPE",
                "0A000",
                $"Unsupported data type \"{Spelled(name, arguments)}\".",
                ("typeName", $"\"{Spelled(name, arguments)}\"")),
        };
    }

    private static string Spelled(string name, List<int> arguments) => arguments.Count == 0 ? name : $"{name}({string.Join(',', arguments)})";

    /// <summary><c>WITHOUT TIME ZONE</c> (false), <c>WITH LOCAL TIME ZONE</c> (true), or nothing.</summary>
    private bool? ReadZoneSuffix()
    {
        var withoutZone = tokens.Is(SqlKeyword.Without, SqlKeyword.Time) && tokens.Peek(2).Keyword == SqlKeyword.Zone;
        var withZone = tokens.Is(SqlKeyword.With) && string.Equals(tokens.Text(tokens.Peek(1)), "LOCAL", StringComparison.OrdinalIgnoreCase)
            && tokens.Peek(2).Keyword == SqlKeyword.Time && tokens.Peek(3).Keyword == SqlKeyword.Zone;
        if (!withoutZone && !withZone)
            return null;
        for (var words = withZone ? 4 : 3; words > 0; words--)
            tokens.Take();
        return withZone;
    }

    private List<int> ReadArguments()
    {
        var arguments = new List<int>();
        if (!tokens.TryTake(SqlTokenKind.LeftParen))
            return arguments;
        do
        {
            if (!tokens.Is(SqlTokenKind.Integer))
                throw tokens.SyntaxError();
            var number = tokens.Take();
            if (!int.TryParse(tokens.Text(number), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                throw tokens.SyntaxError(number, "");
            arguments.Add(value);
        }
        while (tokens.TryTake(SqlTokenKind.Comma));
        tokens.Expect(SqlTokenKind.RightParen);
        return arguments;
    }

    private static TimeType ReadTime(List<int> arguments)
    {
        var precision = arguments.Count == 0 ? 6 : arguments[0];
        return precision <= 6 ? new TimeType(precision) : throw SqlNumberErrors.TimePrecisionTooLarge(precision);
    }

    private DecimalType ReadDecimal(int precision, int scale)
    {
        if (precision > MaxPrecision)
            throw SqlNumberErrors.PrecisionTooLarge(precision);
        if (scale > precision)
            throw SqlNumberErrors.ScaleTooLarge(tokens.Source, scale, precision);
        return new DecimalType(precision, scale);
    }

    private AtomicType ReadSpatial(string name)
    {
        tokens.Expect(SqlTokenKind.LeftParen);
        var srid = -1;
        if (tokens.Is(SqlKeyword.Any))
            tokens.Take();
        else if (tokens.Is(SqlTokenKind.Integer) && int.TryParse(tokens.Text(tokens.Take()), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            srid = number;
        else
            throw tokens.SyntaxError();
        tokens.Expect(SqlTokenKind.RightParen);
        if (name == "GEOGRAPHY" && srid is not (-1 or 4326))
            throw SqlNumberErrors.UnknownSrid(srid);
        return name == "GEOMETRY" ? new GeometryType(srid) : new GeographyType(srid);
    }

    private ParseException Incomplete(int start, string name) => name switch
    {
        "ARRAY" => tokens.Error(
            start, "INCOMPLETE_TYPE_DEFINITION.ARRAY", "42K01",
            "Incomplete complex type: The definition of \"ARRAY\" type is incomplete. You must provide an element type. For example: \"ARRAY<INT>\"."),
        "MAP" => tokens.Error(
            start, "INCOMPLETE_TYPE_DEFINITION.MAP", "42K01",
            "Incomplete complex type: The definition of \"MAP\" type is incomplete. You must provide a key type and a value type. For example: \"MAP<TIMESTAMP, INT>\"."),
        _ => tokens.Error(
            start, "INCOMPLETE_TYPE_DEFINITION.STRUCT", "42K01",
            "Incomplete complex type: The definition of \"STRUCT\" type is incomplete. You must provide at least one field type. For example: "
            + "\"STRUCT<name STRING, phone DECIMAL(10, 0)>\"."),
    };

    /// <summary>Collation names are not case-sensitive; Spark shows the known ones in capitals.</summary>
    private static string Collation(string name) => name.ToUpperInvariant();
}
