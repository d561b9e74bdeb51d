namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Whether a part of a text matches a Java regular expression.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Regexp(Column str, string pattern) => Call("regexp", str, Lit(pattern));

    /// <inheritdoc cref="Regexp(Column, string)"/>
    public static Column Regexp(Column str, Column pattern) => Call("regexp", str, pattern);

    /// <inheritdoc cref="Regexp(Column, string)"/>
    public static Column Regexp(string strName, string pattern) => Call("regexp", Col(strName), Lit(pattern));

    /// <summary>How often a Java regular expression matches.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column RegexpCount(Column str, string pattern) => Call("regexp_count", str, Lit(pattern));

    /// <inheritdoc cref="RegexpCount(Column, string)"/>
    public static Column RegexpCount(Column str, Column pattern) => Call("regexp_count", str, pattern);

    /// <inheritdoc cref="RegexpCount(Column, string)"/>
    public static Column RegexpCount(string strName, string pattern) => Call("regexp_count", Col(strName), Lit(pattern));

    /// <summary>A group of the first match of a Java regular expression; 0 is all of it. Empty when nothing matches.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column RegexpExtract(Column column, string exp, int groupIdx) => Call("regexp_extract", column, Lit(exp), Lit(groupIdx));

    /// <inheritdoc cref="RegexpExtract(Column, string, int)"/>
    public static Column RegexpExtract(string columnName, string exp, int groupIdx) =>
        Call("regexp_extract", Col(columnName), Lit(exp), Lit(groupIdx));

    /// <summary>A group of every match of a Java regular expression; group 1 unless given.</summary>
    /// <returns>array of strings</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column RegexpExtractAll(Column str, string pattern) => Call("regexp_extract_all", str, Lit(pattern));

    /// <inheritdoc cref="RegexpExtractAll(Column, string)"/>
    public static Column RegexpExtractAll(Column str, Column pattern) => Call("regexp_extract_all", str, pattern);

    /// <inheritdoc cref="RegexpExtractAll(Column, string)"/>
    public static Column RegexpExtractAll(string strName, string pattern) => Call("regexp_extract_all", Col(strName), Lit(pattern));

    /// <inheritdoc cref="RegexpExtractAll(Column, string)"/>
    public static Column RegexpExtractAll(Column str, string pattern, int idx) => Call("regexp_extract_all", str, Lit(pattern), Lit(idx));

    /// <inheritdoc cref="RegexpExtractAll(Column, string)"/>
    public static Column RegexpExtractAll(Column str, Column pattern, Column idx) => Call("regexp_extract_all", str, pattern, idx);

    /// <inheritdoc cref="RegexpExtractAll(Column, string)"/>
    public static Column RegexpExtractAll(string strName, string pattern, int idx) =>
        Call("regexp_extract_all", Col(strName), Lit(pattern), Lit(idx));

    /// <summary>The position, counted from 1, of the first match of a Java regular expression; 0 when nothing matches.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column RegexpInstr(Column str, string pattern) => Call("regexp_instr", str, Lit(pattern));

    /// <inheritdoc cref="RegexpInstr(Column, string)"/>
    public static Column RegexpInstr(Column str, Column pattern) => Call("regexp_instr", str, pattern);

    /// <inheritdoc cref="RegexpInstr(Column, string)"/>
    public static Column RegexpInstr(string strName, string pattern) => Call("regexp_instr", Col(strName), Lit(pattern));

    /// <inheritdoc cref="RegexpInstr(Column, string)"/>
    public static Column RegexpInstr(Column str, string pattern, int idx) => Call("regexp_instr", str, Lit(pattern), Lit(idx));

    /// <inheritdoc cref="RegexpInstr(Column, string)"/>
    public static Column RegexpInstr(Column str, Column pattern, Column idx) => Call("regexp_instr", str, pattern, idx);

    /// <inheritdoc cref="RegexpInstr(Column, string)"/>
    public static Column RegexpInstr(string strName, string pattern, int idx) => Call("regexp_instr", Col(strName), Lit(pattern), Lit(idx));

    /// <summary>Whether a part of a text matches a Java regular expression.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column RegexpLike(Column str, string pattern) => Call("regexp_like", str, Lit(pattern));

    /// <inheritdoc cref="RegexpLike(Column, string)"/>
    public static Column RegexpLike(Column str, Column pattern) => Call("regexp_like", str, pattern);

    /// <inheritdoc cref="RegexpLike(Column, string)"/>
    public static Column RegexpLike(string strName, string pattern) => Call("regexp_like", Col(strName), Lit(pattern));

    /// <summary>The text with every match of a Java regular expression replaced; $1 stands for a group.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column RegexpReplace(Column column, string pattern, string replacement) =>
        Call("regexp_replace", column, Lit(pattern), Lit(replacement));

    /// <inheritdoc cref="RegexpReplace(Column, string, string)"/>
    public static Column RegexpReplace(Column column, Column pattern, Column replacement) => Call("regexp_replace", column, pattern, replacement);

    /// <inheritdoc cref="RegexpReplace(Column, string, string)"/>
    public static Column RegexpReplace(string columnName, string pattern, string replacement) =>
        Call("regexp_replace", Col(columnName), Lit(pattern), Lit(replacement));

    /// <summary>The first match of a Java regular expression; null when nothing matches.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column RegexpSubstr(Column str, string pattern) => Call("regexp_substr", str, Lit(pattern));

    /// <inheritdoc cref="RegexpSubstr(Column, string)"/>
    public static Column RegexpSubstr(Column str, Column pattern) => Call("regexp_substr", str, pattern);

    /// <inheritdoc cref="RegexpSubstr(Column, string)"/>
    public static Column RegexpSubstr(string strName, string pattern) => Call("regexp_substr", Col(strName), Lit(pattern));

    /// <summary>Whether a part of a text matches a Java regular expression.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Rlike(Column str, string pattern) => Call("rlike", str, Lit(pattern));

    /// <inheritdoc cref="Rlike(Column, string)"/>
    public static Column Rlike(Column str, Column pattern) => Call("rlike", str, pattern);

    /// <inheritdoc cref="Rlike(Column, string)"/>
    public static Column Rlike(string strName, string pattern) => Call("rlike", Col(strName), Lit(pattern));

    /// <summary>The text's parts between matches of a Java regular expression.</summary>
    /// <returns>array of strings</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Split(Column column, string pattern) => Call("split", column, Lit(pattern), Lit(-1));

    /// <inheritdoc cref="Split(Column, string)"/>
    public static Column Split(Column column, Column pattern) => Call("split", column, pattern, Lit(-1));

    /// <inheritdoc cref="Split(Column, string)"/>
    public static Column Split(string columnName, string pattern) => Call("split", Col(columnName), Lit(pattern), Lit(-1));

    /// <summary>The text's parts between matches of a Java regular expression, at most so many (all when not above 0).</summary>
    /// <returns>array of strings</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Split(Column column, string pattern, int limit) => Call("split", column, Lit(pattern), Lit(limit));

    /// <inheritdoc cref="Split(Column, string, int)"/>
    public static Column Split(Column column, Column pattern, Column limit) => Call("split", column, pattern, limit);

    /// <inheritdoc cref="Split(Column, string, int)"/>
    public static Column Split(string columnName, string pattern, int limit) => Call("split", Col(columnName), Lit(pattern), Lit(limit));
}
