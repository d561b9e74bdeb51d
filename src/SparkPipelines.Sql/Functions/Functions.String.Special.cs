namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The text without spaces at its ends.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Trim(Column column) => Call("trim", column);

    /// <inheritdoc cref="Trim(Column)"/>
    public static Column Trim(string columnName) => Trim(Col(columnName));

    /// <summary>The text without any of these characters at its ends.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 2.3.</remarks>
    public static Column Trim(Column column, string trimString) => Trim(column, Lit(trimString));

    /// <inheritdoc cref="Trim(Column, string)"/>
    public static Column Trim(Column column, Column trimString) => Call("trim", trimString, column);

    /// <summary>The text without spaces at its left.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Ltrim(Column column) => Call("ltrim", column);

    /// <inheritdoc cref="Ltrim(Column)"/>
    public static Column Ltrim(string columnName) => Ltrim(Col(columnName));

    /// <summary>The text without any of these characters at its left.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 2.3.</remarks>
    public static Column Ltrim(Column column, string trimString) => Ltrim(column, Lit(trimString));

    /// <inheritdoc cref="Ltrim(Column, string)"/>
    public static Column Ltrim(Column column, Column trimString) => Call("ltrim", trimString, column);

    /// <summary>The text without spaces at its right.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Rtrim(Column column) => Call("rtrim", column);

    /// <inheritdoc cref="Rtrim(Column)"/>
    public static Column Rtrim(string columnName) => Rtrim(Col(columnName));

    /// <summary>The text without any of these characters at its right.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 2.3.</remarks>
    public static Column Rtrim(Column column, string trimString) => Rtrim(column, Lit(trimString));

    /// <inheritdoc cref="Rtrim(Column, string)"/>
    public static Column Rtrim(Column column, Column trimString) => Call("rtrim", trimString, column);

    /// <summary>
    /// The text with its characters hidden: large letters as X, small ones as x, digits as n, unless others are given; other characters stay
    /// unless one is given for them. Give a column of a null to leave a kind as it is.
    /// </summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Mask(
        Column column, Column? upperChar = null, Column? lowerChar = null, Column? digitChar = null, Column? otherChar = null) =>
        Call("mask", column, upperChar ?? Lit("X"), lowerChar ?? Lit("x"), digitChar ?? Lit("n"), otherChar ?? Lit(null));

    /// <summary>The text with a part from a position, counted from 1, replaced; the part is as long as its replacement.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column Overlay(Column src, Column replace, Column pos) => Overlay(src, replace, pos, Lit(-1));

    /// <summary>The text with a part of a length from a position, counted from 1, replaced.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column Overlay(Column src, Column replace, Column pos, Column len) => Call("overlay", src, replace, pos, len);

    /// <summary>The text with a part of a length from a position, counted from 1, replaced; a length of -1 is that of the replacement.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 3.0.</remarks>
    public static Column Overlay(Column src, Column replace, int pos, int len = -1) => Overlay(src, replace, Lit(pos), Lit(len));

    /// <summary>The text as sentences, each an array of words, split as in English.</summary>
    /// <returns>array of arrays of strings</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Sentences(Column str) => Sentences(str, Lit(""), Lit(""));

    /// <summary>The text as sentences, each an array of words, split as in a language and country.</summary>
    /// <returns>array of arrays of strings</returns>
    /// <remarks>Since Spark 3.2.</remarks>
    public static Column Sentences(Column str, Column language, Column country) => Call("sentences", str, language, country);

    /// <summary>A map of a text of pairs, with a comma between pairs and a colon inside one unless other delimiters, as regular expressions, are given.</summary>
    /// <returns>map of strings</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column StrToMap(Column text, Column? pairDelim = null, Column? keyValueDelim = null) =>
        Call("str_to_map", text, pairDelim ?? Lit(","), keyValueDelim ?? Lit(":"));

    /// <summary>The SHA-2 digest of bytes or text in hexadecimal digits.</summary>
    /// <param name="column">Bytes or text.</param>
    /// <param name="numBits">224, 256, 384, 512, or 0 for 256.</param>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no SHA-2 of so many bits.</exception>
    public static Column Sha2(Column column, int numBits) => numBits is 0 or 224 or 256 or 384 or 512
        ? Call("sha2", column, Lit(numBits))
        : throw new ArgumentOutOfRangeException(nameof(numBits), numBits, $"SHA-2 has 224, 256, 384 or 512 bits, 0 for 256; {numBits} is none of them.");

    /// <inheritdoc cref="Sha2(Column, int)"/>
    public static Column Sha2(string columnName, int numBits) => Sha2(Col(columnName), numBits);

    /// <summary>The elements in order.</summary>
    /// <param name="column">An array.</param>
    /// <param name="asc">Whether they ascend, with nulls first; else they descend, with nulls last.</param>
    /// <returns>array</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column SortArray(Column column, bool asc = true) => Call("sort_array", column, Lit(asc));

    /// <inheritdoc cref="SortArray(Column, bool)"/>
    public static Column SortArray(string columnName, bool asc = true) => SortArray(Col(columnName), asc);
}
