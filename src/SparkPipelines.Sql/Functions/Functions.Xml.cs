namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The texts of all nodes that an XPath finds.</summary>
    /// <returns>array of strings</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Xpath(Column xml, string path) => Call("xpath", xml, Lit(path));

    /// <inheritdoc cref="Xpath(Column, string)"/>
    public static Column Xpath(Column xml, Column path) => Call("xpath", xml, path);

    /// <inheritdoc cref="Xpath(Column, string)"/>
    public static Column Xpath(string xmlName, string path) => Call("xpath", Col(xmlName), Lit(path));

    /// <summary>Whether an XPath is true, or finds a node.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathBoolean(Column xml, string path) => Call("xpath_boolean", xml, Lit(path));

    /// <inheritdoc cref="XpathBoolean(Column, string)"/>
    public static Column XpathBoolean(Column xml, Column path) => Call("xpath_boolean", xml, path);

    /// <inheritdoc cref="XpathBoolean(Column, string)"/>
    public static Column XpathBoolean(string xmlName, string path) => Call("xpath_boolean", Col(xmlName), Lit(path));

    /// <summary>The number that an XPath gives; 0 when nothing matches, NaN for what is no number.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathDouble(Column xml, string path) => Call("xpath_double", xml, Lit(path));

    /// <inheritdoc cref="XpathDouble(Column, string)"/>
    public static Column XpathDouble(Column xml, Column path) => Call("xpath_double", xml, path);

    /// <inheritdoc cref="XpathDouble(Column, string)"/>
    public static Column XpathDouble(string xmlName, string path) => Call("xpath_double", Col(xmlName), Lit(path));

    /// <summary>The number that an XPath gives; 0 when nothing matches, NaN for what is no number.</summary>
    /// <returns>float</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathFloat(Column xml, string path) => Call("xpath_float", xml, Lit(path));

    /// <inheritdoc cref="XpathFloat(Column, string)"/>
    public static Column XpathFloat(Column xml, Column path) => Call("xpath_float", xml, path);

    /// <inheritdoc cref="XpathFloat(Column, string)"/>
    public static Column XpathFloat(string xmlName, string path) => Call("xpath_float", Col(xmlName), Lit(path));

    /// <summary>The whole number that an XPath gives; 0 for what is none.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathInt(Column xml, string path) => Call("xpath_int", xml, Lit(path));

    /// <inheritdoc cref="XpathInt(Column, string)"/>
    public static Column XpathInt(Column xml, Column path) => Call("xpath_int", xml, path);

    /// <inheritdoc cref="XpathInt(Column, string)"/>
    public static Column XpathInt(string xmlName, string path) => Call("xpath_int", Col(xmlName), Lit(path));

    /// <summary>The whole number that an XPath gives; 0 for what is none.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathLong(Column xml, string path) => Call("xpath_long", xml, Lit(path));

    /// <inheritdoc cref="XpathLong(Column, string)"/>
    public static Column XpathLong(Column xml, Column path) => Call("xpath_long", xml, path);

    /// <inheritdoc cref="XpathLong(Column, string)"/>
    public static Column XpathLong(string xmlName, string path) => Call("xpath_long", Col(xmlName), Lit(path));

    /// <summary>The number that an XPath gives; 0 when nothing matches, NaN for what is no number.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathNumber(Column xml, string path) => Call("xpath_number", xml, Lit(path));

    /// <inheritdoc cref="XpathNumber(Column, string)"/>
    public static Column XpathNumber(Column xml, Column path) => Call("xpath_number", xml, path);

    /// <inheritdoc cref="XpathNumber(Column, string)"/>
    public static Column XpathNumber(string xmlName, string path) => Call("xpath_number", Col(xmlName), Lit(path));

    /// <summary>The whole number that an XPath gives; 0 for what is none.</summary>
    /// <returns>short</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathShort(Column xml, string path) => Call("xpath_short", xml, Lit(path));

    /// <inheritdoc cref="XpathShort(Column, string)"/>
    public static Column XpathShort(Column xml, Column path) => Call("xpath_short", xml, path);

    /// <inheritdoc cref="XpathShort(Column, string)"/>
    public static Column XpathShort(string xmlName, string path) => Call("xpath_short", Col(xmlName), Lit(path));

    /// <summary>The text of the first node that an XPath finds.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column XpathString(Column xml, string path) => Call("xpath_string", xml, Lit(path));

    /// <inheritdoc cref="XpathString(Column, string)"/>
    public static Column XpathString(Column xml, Column path) => Call("xpath_string", xml, path);

    /// <inheritdoc cref="XpathString(Column, string)"/>
    public static Column XpathString(string xmlName, string path) => Call("xpath_string", Col(xmlName), Lit(path));
}
