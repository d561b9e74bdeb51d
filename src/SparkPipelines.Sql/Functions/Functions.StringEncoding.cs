namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The code point of the first character; 0 for an empty text.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Ascii(Column column) => Call("ascii", column);

    /// <inheritdoc cref="Ascii(Column)"/>
    public static Column Ascii(string columnName) => Call("ascii", Col(columnName));

    /// <summary>Bytes, or a text's bytes, in base 64.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Base64(Column column) => Call("base64", column);

    /// <inheritdoc cref="Base64(Column)"/>
    public static Column Base64(string columnName) => Call("base64", Col(columnName));

    /// <summary>The character of a code below 256; empty below 0.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Char(Column column) => Call("char", column);

    /// <inheritdoc cref="Char(Column)"/>
    public static Column Char(string columnName) => Call("char", Col(columnName));

    /// <summary>The character of a code below 256; empty below 0.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column Chr(Column column) => Call("chr", column);

    /// <inheritdoc cref="Chr(Column)"/>
    public static Column Chr(string columnName) => Call("chr", Col(columnName));

    /// <summary>The text with a collation, by which it is compared.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column Collate(Column column, string collation) => Call("collate", column, Lit(collation));

    /// <inheritdoc cref="Collate(Column, string)"/>
    public static Column Collate(string columnName, string collation) => Call("collate", Col(columnName), Lit(collation));

    /// <summary>The full name of a text's collation.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 4.0.</remarks>
    public static Column Collation(Column column) => Call("collation", column);

    /// <inheritdoc cref="Collation(Column)"/>
    public static Column Collation(string columnName) => Call("collation", Col(columnName));

    /// <summary>Bytes as the text they are in a character set such as UTF-8.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Decode(Column column, string charset) => Call("decode", column, Lit(charset));

    /// <inheritdoc cref="Decode(Column, string)"/>
    public static Column Decode(string columnName, string charset) => Call("decode", Col(columnName), Lit(charset));

    /// <summary>Text as its bytes in a character set such as UTF-8.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Encode(Column column, string charset) => Call("encode", column, Lit(charset));

    /// <inheritdoc cref="Encode(Column, string)"/>
    public static Column Encode(string columnName, string charset) => Call("encode", Col(columnName), Lit(charset));

    /// <summary>Whether a text's bytes are valid UTF-8.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column IsValidUtf8(Column column) => Call("is_valid_utf8", column);

    /// <inheritdoc cref="IsValidUtf8(Column)"/>
    public static Column IsValidUtf8(string columnName) => Call("is_valid_utf8", Col(columnName));

    /// <summary>The text with bytes that are not UTF-8 replaced by U+FFFD.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column MakeValidUtf8(Column column) => Call("make_valid_utf8", column);

    /// <inheritdoc cref="MakeValidUtf8(Column)"/>
    public static Column MakeValidUtf8(string columnName) => Call("make_valid_utf8", Col(columnName));

    /// <summary>A part of a URL: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY, USERINFO, or a query's value by its key.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ParseUrl(Column url, string partToExtract) => Call("parse_url", url, Lit(partToExtract));

    /// <inheritdoc cref="ParseUrl(Column, string)"/>
    public static Column ParseUrl(Column url, Column partToExtract) => Call("parse_url", url, partToExtract);

    /// <inheritdoc cref="ParseUrl(Column, string)"/>
    public static Column ParseUrl(string urlName, string partToExtract) => Call("parse_url", Col(urlName), Lit(partToExtract));

    /// <inheritdoc cref="ParseUrl(Column, string)"/>
    public static Column ParseUrl(Column url, string partToExtract, string key) => Call("parse_url", url, Lit(partToExtract), Lit(key));

    /// <inheritdoc cref="ParseUrl(Column, string)"/>
    public static Column ParseUrl(Column url, Column partToExtract, Column key) => Call("parse_url", url, partToExtract, key);

    /// <inheritdoc cref="ParseUrl(Column, string)"/>
    public static Column ParseUrl(string urlName, string partToExtract, string key) => Call("parse_url", Col(urlName), Lit(partToExtract), Lit(key));

    /// <summary>The text in single quotes, those inside it escaped.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column Quote(Column column) => Call("quote", column);

    /// <inheritdoc cref="Quote(Column)"/>
    public static Column Quote(string columnName) => Call("quote", Col(columnName));

    /// <summary>Bytes from a text in hex, utf-8 or base64.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column ToBinary(Column column) => Call("to_binary", column);

    /// <inheritdoc cref="ToBinary(Column)"/>
    public static Column ToBinary(string columnName) => Call("to_binary", Col(columnName));

    /// <inheritdoc cref="ToBinary(Column)"/>
    public static Column ToBinary(Column column, string format) => Call("to_binary", column, Lit(format));

    /// <inheritdoc cref="ToBinary(Column)"/>
    public static Column ToBinary(Column column, Column format) => Call("to_binary", column, format);

    /// <inheritdoc cref="ToBinary(Column)"/>
    public static Column ToBinary(string columnName, string format) => Call("to_binary", Col(columnName), Lit(format));

    /// <summary>Bytes from a text in hex, utf-8 or base64; null when it is none.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column TryToBinary(Column column) => Call("try_to_binary", column);

    /// <inheritdoc cref="TryToBinary(Column)"/>
    public static Column TryToBinary(string columnName) => Call("try_to_binary", Col(columnName));

    /// <inheritdoc cref="TryToBinary(Column)"/>
    public static Column TryToBinary(Column column, string format) => Call("try_to_binary", column, Lit(format));

    /// <inheritdoc cref="TryToBinary(Column)"/>
    public static Column TryToBinary(Column column, Column format) => Call("try_to_binary", column, format);

    /// <inheritdoc cref="TryToBinary(Column)"/>
    public static Column TryToBinary(string columnName, string format) => Call("try_to_binary", Col(columnName), Lit(format));

    /// <summary>A part of a URL; null for what is no URL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryParseUrl(Column url, string partToExtract) => Call("try_parse_url", url, Lit(partToExtract));

    /// <inheritdoc cref="TryParseUrl(Column, string)"/>
    public static Column TryParseUrl(Column url, Column partToExtract) => Call("try_parse_url", url, partToExtract);

    /// <inheritdoc cref="TryParseUrl(Column, string)"/>
    public static Column TryParseUrl(string urlName, string partToExtract) => Call("try_parse_url", Col(urlName), Lit(partToExtract));

    /// <inheritdoc cref="TryParseUrl(Column, string)"/>
    public static Column TryParseUrl(Column url, string partToExtract, string key) => Call("try_parse_url", url, Lit(partToExtract), Lit(key));

    /// <inheritdoc cref="TryParseUrl(Column, string)"/>
    public static Column TryParseUrl(Column url, Column partToExtract, Column key) => Call("try_parse_url", url, partToExtract, key);

    /// <inheritdoc cref="TryParseUrl(Column, string)"/>
    public static Column TryParseUrl(string urlName, string partToExtract, string key) =>
        Call("try_parse_url", Col(urlName), Lit(partToExtract), Lit(key));

    /// <summary>The text that a URL's escapes stand for; null when they are wrong.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryUrlDecode(Column column) => Call("try_url_decode", column);

    /// <inheritdoc cref="TryUrlDecode(Column)"/>
    public static Column TryUrlDecode(string columnName) => Call("try_url_decode", Col(columnName));

    /// <summary>The text; null when its bytes are not UTF-8.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryValidateUtf8(Column column) => Call("try_validate_utf8", column);

    /// <inheritdoc cref="TryValidateUtf8(Column)"/>
    public static Column TryValidateUtf8(string columnName) => Call("try_validate_utf8", Col(columnName));

    /// <summary>The bytes that a text in base 64 stands for.</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Unbase64(Column column) => Call("unbase64", column);

    /// <inheritdoc cref="Unbase64(Column)"/>
    public static Column Unbase64(string columnName) => Call("unbase64", Col(columnName));

    /// <summary>The text that a URL's escapes stand for.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column UrlDecode(Column column) => Call("url_decode", column);

    /// <inheritdoc cref="UrlDecode(Column)"/>
    public static Column UrlDecode(string columnName) => Call("url_decode", Col(columnName));

    /// <summary>The text escaped for a URL.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column UrlEncode(Column column) => Call("url_encode", column);

    /// <inheritdoc cref="UrlEncode(Column)"/>
    public static Column UrlEncode(string columnName) => Call("url_encode", Col(columnName));

    /// <summary>The text; an error when its bytes are not UTF-8.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column ValidateUtf8(Column column) => Call("validate_utf8", column);

    /// <inheritdoc cref="ValidateUtf8(Column)"/>
    public static Column ValidateUtf8(string columnName) => Call("validate_utf8", Col(columnName));
}
