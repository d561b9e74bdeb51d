namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Whether the left side contains the right.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Contains(Column left, string right) => Call("contains", left, Lit(right));

    /// <inheritdoc cref="Contains(Column, string)"/>
    public static Column Contains(Column left, Column right) => Call("contains", left, right);

    /// <inheritdoc cref="Contains(Column, string)"/>
    public static Column Contains(string leftName, string right) => Call("contains", Col(leftName), Lit(right));

    /// <summary>Whether a text ends with another.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Endswith(Column str, string suffix) => Call("endswith", str, Lit(suffix));

    /// <inheritdoc cref="Endswith(Column, string)"/>
    public static Column Endswith(Column str, Column suffix) => Call("endswith", str, suffix);

    /// <inheritdoc cref="Endswith(Column, string)"/>
    public static Column Endswith(string strName, string suffix) => Call("endswith", Col(strName), Lit(suffix));

    /// <summary>The position, counted from 1, of a text in a list with commas; 0 when it is not there.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column FindInSet(Column str, Column strArray) => Call("find_in_set", str, strArray);

    /// <inheritdoc cref="FindInSet(Column, Column)"/>
    public static Column FindInSet(string strName, string strArrayName) => Call("find_in_set", Col(strName), Col(strArrayName));

    /// <summary>Whether a text matches SQL's pattern in whatever case.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Ilike(Column str, string pattern) => Call("ilike", str, Lit(pattern));

    /// <inheritdoc cref="Ilike(Column, string)"/>
    public static Column Ilike(Column str, Column pattern) => Call("ilike", str, pattern);

    /// <inheritdoc cref="Ilike(Column, string)"/>
    public static Column Ilike(string strName, string pattern) => Call("ilike", Col(strName), Lit(pattern));

    /// <inheritdoc cref="Ilike(Column, string)"/>
    public static Column Ilike(Column str, string pattern, Column escapeChar) => Call("ilike", str, Lit(pattern), escapeChar);

    /// <inheritdoc cref="Ilike(Column, string)"/>
    public static Column Ilike(Column str, Column pattern, Column escapeChar) => Call("ilike", str, pattern, escapeChar);

    /// <inheritdoc cref="Ilike(Column, string)"/>
    public static Column Ilike(string strName, string pattern, Column escapeChar) => Call("ilike", Col(strName), Lit(pattern), escapeChar);

    /// <summary>The position, counted from 1, where a text is found first; 0 when it is not.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Instr(Column column, string substring) => Call("instr", column, Lit(substring));

    /// <inheritdoc cref="Instr(Column, string)"/>
    public static Column Instr(Column column, Column substring) => Call("instr", column, substring);

    /// <inheritdoc cref="Instr(Column, string)"/>
    public static Column Instr(string columnName, string substring) => Call("instr", Col(columnName), Lit(substring));

    /// <summary>So many characters from the left.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Left(Column str, int len) => Call("left", str, Lit(len));

    /// <inheritdoc cref="Left(Column, int)"/>
    public static Column Left(Column str, Column len) => Call("left", str, len);

    /// <summary>How many characters must be put in, left out or changed to make one text the other; -1 above a threshold (3.5).</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Levenshtein(Column left, Column right) => Call("levenshtein", left, right);

    /// <inheritdoc cref="Levenshtein(Column, Column)"/>
    public static Column Levenshtein(string leftName, string rightName) => Call("levenshtein", Col(leftName), Col(rightName));

    /// <inheritdoc cref="Levenshtein(Column, Column)"/>
    public static Column Levenshtein(Column left, Column right, int threshold) => Call("levenshtein", left, right, Lit(threshold));

    /// <inheritdoc cref="Levenshtein(Column, Column)"/>
    public static Column Levenshtein(string leftName, string rightName, int threshold) =>
        Call("levenshtein", Col(leftName), Col(rightName), Lit(threshold));

    /// <summary>Whether a text matches SQL's pattern.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Like(Column str, string pattern) => Call("like", str, Lit(pattern));

    /// <inheritdoc cref="Like(Column, string)"/>
    public static Column Like(Column str, Column pattern) => Call("like", str, pattern);

    /// <inheritdoc cref="Like(Column, string)"/>
    public static Column Like(string strName, string pattern) => Call("like", Col(strName), Lit(pattern));

    /// <inheritdoc cref="Like(Column, string)"/>
    public static Column Like(Column str, string pattern, Column escapeChar) => Call("like", str, Lit(pattern), escapeChar);

    /// <inheritdoc cref="Like(Column, string)"/>
    public static Column Like(Column str, Column pattern, Column escapeChar) => Call("like", str, pattern, escapeChar);

    /// <inheritdoc cref="Like(Column, string)"/>
    public static Column Like(string strName, string pattern, Column escapeChar) => Call("like", Col(strName), Lit(pattern), escapeChar);

    /// <summary>The position, counted from 1, where a text is found first; 0 when it is not.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Locate(string substring, Column column) => Call("locate", Lit(substring), column, Lit(1));

    /// <summary>The position, counted from 1, where a text is found first from a position on; 0 when it is not.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Locate(string substring, Column column, int pos) => Call("locate", Lit(substring), column, Lit(pos));

    /// <summary>The position, counted from 1, where a text is found first; 0 when it is not.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Position(Column substr, Column str) => Call("position", substr, str);

    /// <inheritdoc cref="Position(Column, Column)"/>
    public static Column Position(string substrName, string strName) => Call("position", Col(substrName), Col(strName));

    /// <inheritdoc cref="Position(Column, Column)"/>
    public static Column Position(Column substr, Column str, Column start) => Call("position", substr, str, start);

    /// <inheritdoc cref="Position(Column, Column)"/>
    public static Column Position(string substrName, string strName, string startName) =>
        Call("position", Col(substrName), Col(strName), Col(startName));

    /// <summary>So many characters from the right.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Right(Column str, int len) => Call("right", str, Lit(len));

    /// <inheritdoc cref="Right(Column, int)"/>
    public static Column Right(Column str, Column len) => Call("right", str, len);

    /// <summary>The Soundex code of a word, by which words that sound alike in English are found.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Soundex(Column column) => Call("soundex", column);

    /// <inheritdoc cref="Soundex(Column)"/>
    public static Column Soundex(string columnName) => Call("soundex", Col(columnName));

    /// <summary>A part of a text between delimiters, counted from 1, from the end when negative; empty outside.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column SplitPart(Column src, string delimiter, int partNum) => Call("split_part", src, Lit(delimiter), Lit(partNum));

    /// <inheritdoc cref="SplitPart(Column, string, int)"/>
    public static Column SplitPart(Column src, Column delimiter, Column partNum) => Call("split_part", src, delimiter, partNum);

    /// <inheritdoc cref="SplitPart(Column, string, int)"/>
    public static Column SplitPart(string srcName, string delimiter, int partNum) => Call("split_part", Col(srcName), Lit(delimiter), Lit(partNum));

    /// <summary>Whether a text begins with another.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Startswith(Column str, string prefix) => Call("startswith", str, Lit(prefix));

    /// <inheritdoc cref="Startswith(Column, string)"/>
    public static Column Startswith(Column str, Column prefix) => Call("startswith", str, prefix);

    /// <inheritdoc cref="Startswith(Column, string)"/>
    public static Column Startswith(string strName, string prefix) => Call("startswith", Col(strName), Lit(prefix));

    /// <summary>Part of a text or binary from a position, counted from 1, from the end when negative.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Substr(Column str, Column pos) => Call("substr", str, pos);

    /// <inheritdoc cref="Substr(Column, Column)"/>
    public static Column Substr(string strName, Column pos) => Call("substr", Col(strName), pos);

    /// <inheritdoc cref="Substr(Column, Column)"/>
    public static Column Substr(Column str, Column pos, Column len) => Call("substr", str, pos, len);

    /// <inheritdoc cref="Substr(Column, Column)"/>
    public static Column Substr(string strName, Column pos, Column len) => Call("substr", Col(strName), pos, len);

    /// <summary>Part of a text or binary from a position, counted from 1, from the end when negative.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Substring(Column column, int pos, int len) => Call("substring", column, Lit(pos), Lit(len));

    /// <inheritdoc cref="Substring(Column, int, int)"/>
    public static Column Substring(Column column, Column pos, Column len) => Call("substring", column, pos, len);

    /// <inheritdoc cref="Substring(Column, int, int)"/>
    public static Column Substring(string columnName, int pos, int len) => Call("substring", Col(columnName), Lit(pos), Lit(len));

    /// <summary>The text before so many occurrences of a delimiter, after them from the end when negative.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column SubstringIndex(Column column, string delimiter, int count) => Call("substring_index", column, Lit(delimiter), Lit(count));

    /// <inheritdoc cref="SubstringIndex(Column, string, int)"/>
    public static Column SubstringIndex(string columnName, string delimiter, int count) =>
        Call("substring_index", Col(columnName), Lit(delimiter), Lit(count));
}
