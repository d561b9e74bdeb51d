using System.Collections.Frozen;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>
/// The one table of names under which parsed syntax becomes function calls. Operators have the names that Spark's own clients send for the Column operators,
/// so that <c>Filter("a &gt; 1")</c> and <c>Filter(Col("a") &gt; 1)</c> are the same message. Names are not case-sensitive when looked up.
/// </summary>
internal static class FunctionNames
{
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string Equal = "==";
    public const string NullSafeEqual = "<=>";
    public const string Less = "<";
    public const string LessOrEqual = "<=";
    public const string Greater = ">";
    public const string GreaterOrEqual = ">=";
    public const string Between = "between";
    public const string In = "in";
    public const string IsNull = "isNull";
    public const string IsNotNull = "isNotNull";
    public const string Like = "like";
    public const string ILike = "ilike";
    public const string RLike = "rlike";

    public const string Add = "+";
    public const string Subtract = "-";

    /// <summary>The sign. Spark shows it as <c>(- a)</c>, where the function <c>negative</c> shows as <c>negative(a)</c>; so they are two.</summary>
    public const string UnaryMinus = "unaryminus";
    public const string Multiply = "*";
    public const string Divide = "/";
    public const string Remainder = "%";
    public const string IntegralDivide = "div";
    public const string Positive = "positive";
    public const string Concat = "concat";
    public const string BitwiseAnd = "&";
    public const string BitwiseOr = "|";
    public const string BitwiseXor = "^";
    public const string BitwiseNot = "~";
    public const string ShiftLeft = "<<";
    public const string ShiftRight = ">>";
    public const string ShiftRightUnsigned = ">>>";

    public const string When = "when";
    public const string Struct = "struct";
    public const string NamedStruct = "named_struct";
    public const string Collate = "collate";
    public const string Extract = "extract";
    public const string Locate = "locate";
    public const string Overlay = "overlay";
    public const string Substring = "substring";
    public const string Trim = "trim";
    public const string TrimLeading = "ltrim";
    public const string TrimTrailing = "rtrim";
    public const string TimestampAdd = "timestampadd";
    public const string TimestampDiff = "timestampdiff";
    public const string Count = "count";
    public const string CurrentPath = "current_path";

    /// <summary>
    /// Clauses around a function that Spark Connect's messages have no field for. Each is a call marked internal whose first argument is what it modifies:
    /// <c>filter_where(f, condition)</c>, <c>within_group(f, order…)</c>, <c>ignore_nulls(f)</c>, <c>respect_nulls(f)</c>, <c>star_except(star, column…)</c>.
    /// </summary>
    public const string FilterWhere = "filter_where";
    public const string WithinGroup = "within_group";
    public const string IgnoreNulls = "ignore_nulls";
    public const string RespectNulls = "respect_nulls";
    public const string StarExcept = "star_except";

    /// <summary>
    /// Functions that may be called without parentheses. The parser leaves such a word an attribute, as Spark does, because a column of that name comes first;
    /// only where there is none is it the function.
    /// </summary>
    public static readonly FrozenSet<string> WithoutParentheses = new[]
    {
        "current_date", "current_timestamp", "current_time", "current_user", "session_user", "user", "localtimestamp",
        "current_catalog", "current_database", "current_schema", "grouping__id",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
