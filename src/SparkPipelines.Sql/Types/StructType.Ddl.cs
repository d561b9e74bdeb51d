using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Sql.Types;

public sealed partial class StructType
{
    /// <summary>
    /// The schema that a column list describes, such as <c>a int, b struct&lt;x:decimal(10,2)&gt;, c array&lt;bigint&gt; NOT NULL COMMENT 'x'</c>.
    /// A comment becomes the field's metadata under <c>comment</c>.
    /// </summary>
    /// <exception cref="ParseException">The text is not a column list; the message marks the place. Also for a type that Spark does not have.</exception>
    /// <exception cref="SparkArithmeticException">A decimal of more than 38 digits.</exception>
    public static new StructType FromDDL(string ddl)
    {
        ArgumentNullException.ThrowIfNull(ddl);
        return DataTypeParser.ParseColumns(ddl);
    }
}
