namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>How many bits a text's or binary's bytes have.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.3.</remarks>
    public static Column BitLength(Column column) => Call("bit_length", column);

    /// <inheritdoc cref="BitLength(Column)"/>
    public static Column BitLength(string columnName) => Call("bit_length", Col(columnName));

    /// <summary>The text without spaces, or any of these characters, at its ends.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Btrim(Column column) => Call("btrim", column);

    /// <inheritdoc cref="Btrim(Column)"/>
    public static Column Btrim(string columnName) => Call("btrim", Col(columnName));

    /// <inheritdoc cref="Btrim(Column)"/>
    public static Column Btrim(Column column, string trimString) => Call("btrim", column, Lit(trimString));

    /// <inheritdoc cref="Btrim(Column)"/>
    public static Column Btrim(Column column, Column trimString) => Call("btrim", column, trimString);

    /// <inheritdoc cref="Btrim(Column)"/>
    public static Column Btrim(string columnName, string trimString) => Call("btrim", Col(columnName), Lit(trimString));

    /// <summary>How many characters a text, or bytes a binary, has.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column CharLength(Column column) => Call("char_length", column);

    /// <inheritdoc cref="CharLength(Column)"/>
    public static Column CharLength(string columnName) => Call("char_length", Col(columnName));

    /// <summary>How many characters a text, or bytes a binary, has.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column CharacterLength(Column column) => Call("character_length", column);

    /// <inheritdoc cref="CharacterLength(Column)"/>
    public static Column CharacterLength(string columnName) => Call("character_length", Col(columnName));

    /// <summary>Texts, binaries or arrays one after the other.</summary>
    /// <returns>string, binary or array</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Concat(params Column[] columns) => Call("concat", columns);

    /// <inheritdoc cref="Concat(Column[])"/>
    public static Column Concat(string columnName, params string[] columnNames) => Call("concat", Columns(columnName, columnNames));

    /// <summary>Texts, and arrays of texts, with a separator between them.</summary>
    /// <returns>string</returns>
    /// <remarks>Nulls are passed over. Since Spark 1.5.</remarks>
    public static Column ConcatWs(string sep, params Column[] columns) => Call("concat_ws", [Lit(sep), .. columns]);

    /// <summary>The value at the position, counted from 1, that the first argument gives.</summary>
    /// <returns>The values' type.</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Elt(params Column[] inputs) => Call("elt", inputs);

    /// <summary>The number with commas between thousands and so many digits after the point.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column FormatNumber(Column column, int d) => Call("format_number", column, Lit(d));

    /// <inheritdoc cref="FormatNumber(Column, int)"/>
    public static Column FormatNumber(string columnName, int d) => Call("format_number", Col(columnName), Lit(d));

    /// <summary>Values put into Java's printf format.</summary>
    /// <returns>string</returns>
    /// <remarks>Null values print as null. Since Spark 1.5.</remarks>
    public static Column FormatString(string format, params Column[] columns) => Call("format_string", [Lit(format), .. columns]);

    /// <summary>The text with the first letter of each word large, the others small.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column InitCap(Column column) => Call("initcap", column);

    /// <inheritdoc cref="InitCap(Column)"/>
    public static Column InitCap(string columnName) => Call("initcap", Col(columnName));

    /// <summary>The text in small letters.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Lcase(Column column) => Call("lcase", column);

    /// <inheritdoc cref="Lcase(Column)"/>
    public static Column Lcase(string columnName) => Call("lcase", Col(columnName));

    /// <summary>How many characters a text, or bytes a binary, has; spaces at the end count.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Length(Column column) => Call("length", column);

    /// <inheritdoc cref="Length(Column)"/>
    public static Column Length(string columnName) => Call("length", Col(columnName));

    /// <summary>The text in small letters.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Lower(Column column) => Call("lower", column);

    /// <inheritdoc cref="Lower(Column)"/>
    public static Column Lower(string columnName) => Call("lower", Col(columnName));

    /// <summary>The text made so long with a filling at its left; cut when it is longer.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Lpad(Column column, int len, string pad) => Call("lpad", column, Lit(len), Lit(pad));

    /// <inheritdoc cref="Lpad(Column, int, string)"/>
    public static Column Lpad(Column column, Column len, Column pad) => Call("lpad", column, len, pad);

    /// <inheritdoc cref="Lpad(Column, int, string)"/>
    public static Column Lpad(string columnName, int len, string pad) => Call("lpad", Col(columnName), Lit(len), Lit(pad));

    /// <summary>How many bytes a text or binary has.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.3.</remarks>
    public static Column OctetLength(Column column) => Call("octet_length", column);

    /// <inheritdoc cref="OctetLength(Column)"/>
    public static Column OctetLength(string columnName) => Call("octet_length", Col(columnName));

    /// <summary>Values put into Java's printf format.</summary>
    /// <returns>string</returns>
    /// <remarks>Null values print as null. Since Spark 3.5.</remarks>
    public static Column Printf(Column format, params Column[] columns) => Call("printf", [format, .. columns]);

    /// <summary>The text so many times.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Repeat(Column column, int n) => Call("repeat", column, Lit(n));

    /// <inheritdoc cref="Repeat(Column, int)"/>
    public static Column Repeat(Column column, Column n) => Call("repeat", column, n);

    /// <inheritdoc cref="Repeat(Column, int)"/>
    public static Column Repeat(string columnName, int n) => Call("repeat", Col(columnName), Lit(n));

    /// <summary>The text with every occurrence of another replaced, or left out.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Replace(Column src, string search) => Call("replace", src, Lit(search));

    /// <inheritdoc cref="Replace(Column, string)"/>
    public static Column Replace(Column src, Column search) => Call("replace", src, search);

    /// <inheritdoc cref="Replace(Column, string)"/>
    public static Column Replace(string srcName, string search) => Call("replace", Col(srcName), Lit(search));

    /// <inheritdoc cref="Replace(Column, string)"/>
    public static Column Replace(Column src, string search, string replacement) => Call("replace", src, Lit(search), Lit(replacement));

    /// <inheritdoc cref="Replace(Column, string)"/>
    public static Column Replace(Column src, Column search, Column replacement) => Call("replace", src, search, replacement);

    /// <inheritdoc cref="Replace(Column, string)"/>
    public static Column Replace(string srcName, string search, string replacement) => Call("replace", Col(srcName), Lit(search), Lit(replacement));

    /// <summary>The text made so long with a filling at its right; cut when it is longer.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Rpad(Column column, int len, string pad) => Call("rpad", column, Lit(len), Lit(pad));

    /// <inheritdoc cref="Rpad(Column, int, string)"/>
    public static Column Rpad(Column column, Column len, Column pad) => Call("rpad", column, len, pad);

    /// <inheritdoc cref="Rpad(Column, int, string)"/>
    public static Column Rpad(string columnName, int len, string pad) => Call("rpad", Col(columnName), Lit(len), Lit(pad));

    /// <summary>A number, date or timestamp as text in a format.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToChar(Column column, string format) => Call("to_char", column, Lit(format));

    /// <inheritdoc cref="ToChar(Column, string)"/>
    public static Column ToChar(Column column, Column format) => Call("to_char", column, format);

    /// <inheritdoc cref="ToChar(Column, string)"/>
    public static Column ToChar(string columnName, string format) => Call("to_char", Col(columnName), Lit(format));

    /// <summary>A decimal from a text in a format; an error when it does not fit.</summary>
    /// <returns>decimal</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToNumber(Column column, string format) => Call("to_number", column, Lit(format));

    /// <inheritdoc cref="ToNumber(Column, string)"/>
    public static Column ToNumber(Column column, Column format) => Call("to_number", column, format);

    /// <inheritdoc cref="ToNumber(Column, string)"/>
    public static Column ToNumber(string columnName, string format) => Call("to_number", Col(columnName), Lit(format));

    /// <summary>The same as ToChar.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToVarchar(Column column, string format) => Call("to_varchar", column, Lit(format));

    /// <inheritdoc cref="ToVarchar(Column, string)"/>
    public static Column ToVarchar(Column column, Column format) => Call("to_varchar", column, format);

    /// <inheritdoc cref="ToVarchar(Column, string)"/>
    public static Column ToVarchar(string columnName, string format) => Call("to_varchar", Col(columnName), Lit(format));

    /// <summary>The text with each character of one string replaced by that at its place in another, or left out.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Translate(Column column, string matchingString, string replaceString) =>
        Call("translate", column, Lit(matchingString), Lit(replaceString));

    /// <inheritdoc cref="Translate(Column, string, string)"/>
    public static Column Translate(string columnName, string matchingString, string replaceString) =>
        Call("translate", Col(columnName), Lit(matchingString), Lit(replaceString));

    /// <summary>A decimal from a text in a format; null when it does not fit.</summary>
    /// <returns>decimal</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryToNumber(Column column, string format) => Call("try_to_number", column, Lit(format));

    /// <inheritdoc cref="TryToNumber(Column, string)"/>
    public static Column TryToNumber(Column column, Column format) => Call("try_to_number", column, format);

    /// <inheritdoc cref="TryToNumber(Column, string)"/>
    public static Column TryToNumber(string columnName, string format) => Call("try_to_number", Col(columnName), Lit(format));

    /// <summary>The text in large letters.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Ucase(Column column) => Call("ucase", column);

    /// <inheritdoc cref="Ucase(Column)"/>
    public static Column Ucase(string columnName) => Call("ucase", Col(columnName));

    /// <summary>The text in large letters.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.3.</remarks>
    public static Column Upper(Column column) => Call("upper", column);

    /// <inheritdoc cref="Upper(Column)"/>
    public static Column Upper(string columnName) => Call("upper", Col(columnName));
}
