using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Sql.Types;

public abstract partial class DataType
{
    /// <summary>
    /// The type that DDL text describes: one type (<c>map&lt;string,int&gt;</c>) or a column list (<c>a int, b string NOT NULL</c>), which makes a struct.
    /// All type names of Spark 4.2 are known, in any case (<see href="https://spark.apache.org/docs/4.2.0/sql-ref-datatypes.html">Data Types</see>).
    /// </summary>
    /// <exception cref="ParseException">The text is not DDL; the message marks the place. Also for a type that Spark does not have.</exception>
    /// <exception cref="SparkArithmeticException">A decimal of more than 38 digits.</exception>
    public static DataType FromDDL(string ddl)
    {
        ArgumentNullException.ThrowIfNull(ddl);
        return DataTypeParser.LooksLikeColumns(ddl) ? DataTypeParser.ParseColumns(ddl) : DataTypeParser.ParseType(ddl);
    }
}
