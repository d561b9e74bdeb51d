namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Some value of the group, of whichever row.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>With nulls not ignored it can be null. Since Spark 3.5.</remarks>
    public static Column AnyValue(Column column) => Call("any_value", column);

    /// <inheritdoc cref="AnyValue(Column)"/>
    public static Column AnyValue(string columnName) => Call("any_value", Col(columnName));

    /// <inheritdoc cref="AnyValue(Column)"/>
    public static Column AnyValue(Column column, bool ignoreNulls) => Call("any_value", column, Lit(ignoreNulls));

    /// <inheritdoc cref="AnyValue(Column)"/>
    public static Column AnyValue(Column column, Column ignoreNulls) => Call("any_value", column, ignoreNulls);

    /// <inheritdoc cref="AnyValue(Column)"/>
    public static Column AnyValue(string columnName, bool ignoreNulls) => Call("any_value", Col(columnName), Lit(ignoreNulls));

    /// <summary>About how many different values there are.</summary>
    /// <returns>long</returns>
    /// <remarks>Nulls are left out. Since Spark 2.1.</remarks>
    public static Column ApproxCountDistinct(Column column) => Call("approx_count_distinct", column);

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(string columnName) => Call("approx_count_distinct", Col(columnName));

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(Column column, double rsd) => Call("approx_count_distinct", column, Lit(rsd));

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(string columnName, double rsd) => Call("approx_count_distinct", Col(columnName), Lit(rsd));

    /// <summary>All values in a list, in no set order.</summary>
    /// <returns>array</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column ArrayAgg(Column column) => Call("array_agg", column);

    /// <inheritdoc cref="ArrayAgg(Column)"/>
    public static Column ArrayAgg(string columnName) => Call("array_agg", Col(columnName));

    /// <summary>The mean. Overflow of a decimal is an error in ANSI mode.</summary>
    /// <returns>double, of a decimal a decimal, of an interval an interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.3.</remarks>
    public static Column Avg(Column column) => Call("avg", column);

    /// <inheritdoc cref="Avg(Column)"/>
    public static Column Avg(string columnName) => Call("avg", Col(columnName));

    /// <summary>The bits that are set in all values.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column BitAnd(Column column) => Call("bit_and", column);

    /// <inheritdoc cref="BitAnd(Column)"/>
    public static Column BitAnd(string columnName) => Call("bit_and", Col(columnName));

    /// <summary>The bits that are set in any value.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column BitOr(Column column) => Call("bit_or", column);

    /// <inheritdoc cref="BitOr(Column)"/>
    public static Column BitOr(string columnName) => Call("bit_or", Col(columnName));

    /// <summary>The bits that are set in an odd number of values.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column BitXor(Column column) => Call("bit_xor", column);

    /// <inheritdoc cref="BitXor(Column)"/>
    public static Column BitXor(string columnName) => Call("bit_xor", Col(columnName));

    /// <summary>Whether all values are true.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column BoolAnd(Column column) => Call("bool_and", column);

    /// <inheritdoc cref="BoolAnd(Column)"/>
    public static Column BoolAnd(string columnName) => Call("bool_and", Col(columnName));

    /// <summary>Whether any value is true.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column BoolOr(Column column) => Call("bool_or", column);

    /// <inheritdoc cref="BoolOr(Column)"/>
    public static Column BoolOr(string columnName) => Call("bool_or", Col(columnName));

    /// <summary>All values in a list, in no set order.</summary>
    /// <returns>array</returns>
    /// <remarks>Nulls are left out; empty when nothing is left. Since Spark 1.6.</remarks>
    public static Column CollectList(Column column) => Call("collect_list", column);

    /// <inheritdoc cref="CollectList(Column)"/>
    public static Column CollectList(string columnName) => Call("collect_list", Col(columnName));

    /// <summary>All different values in a list, in no set order.</summary>
    /// <returns>array</returns>
    /// <remarks>Nulls are left out; empty when nothing is left. Since Spark 1.6.</remarks>
    public static Column CollectSet(Column column) => Call("collect_set", column);

    /// <inheritdoc cref="CollectSet(Column)"/>
    public static Column CollectSet(string columnName) => Call("collect_set", Col(columnName));

    /// <summary>For how many rows a condition is true.</summary>
    /// <returns>long</returns>
    /// <remarks>Null counts as false. Since Spark 3.5.</remarks>
    public static Column CountIf(Column column) => Call("count_if", column);

    /// <inheritdoc cref="CountIf(Column)"/>
    public static Column CountIf(string columnName) => Call("count_if", Col(columnName));

    /// <summary>A count-min sketch of the values, as bytes.</summary>
    /// <returns>binary</returns>
    /// <remarks>Nulls are left out. Since Spark 3.5.</remarks>
    public static Column CountMinSketch(Column column, double eps, double confidence, int seed) =>
        Call("count_min_sketch", column, Lit(eps), Lit(confidence), Lit(seed));

    /// <inheritdoc cref="CountMinSketch(Column, double, double, int)"/>
    public static Column CountMinSketch(Column column, Column eps, Column confidence, Column seed) =>
        Call("count_min_sketch", column, eps, confidence, seed);

    /// <inheritdoc cref="CountMinSketch(Column, double, double, int)"/>
    public static Column CountMinSketch(string columnName, double eps, double confidence, int seed) =>
        Call("count_min_sketch", Col(columnName), Lit(eps), Lit(confidence), Lit(seed));

    /// <summary>Whether all values are true.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column Every(Column column) => Call("every", column);

    /// <inheritdoc cref="Every(Column)"/>
    public static Column Every(string columnName) => Call("every", Col(columnName));

    /// <summary>1 where a grouping by sets, rollup or cube has put the column's values together, else 0.</summary>
    /// <returns>byte</returns>
    /// <remarks>Never null. Since Spark 2.0.</remarks>
    public static Column Grouping(Column column) => Call("grouping", column);

    /// <inheritdoc cref="Grouping(Column)"/>
    public static Column Grouping(string columnName) => Call("grouping", Col(columnName));

    /// <summary>The texts, or bytes, of the group one after the other.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 4.0.</remarks>
    public static Column Listagg(Column column) => Call("listagg", column);

    /// <inheritdoc cref="Listagg(Column)"/>
    public static Column Listagg(string columnName) => Call("listagg", Col(columnName));

    /// <inheritdoc cref="Listagg(Column)"/>
    public static Column Listagg(Column column, string delimiter) => Call("listagg", column, Lit(delimiter));

    /// <inheritdoc cref="Listagg(Column)"/>
    public static Column Listagg(Column column, Column delimiter) => Call("listagg", column, delimiter);

    /// <inheritdoc cref="Listagg(Column)"/>
    public static Column Listagg(string columnName, string delimiter) => Call("listagg", Col(columnName), Lit(delimiter));

    /// <summary>The different texts, or bytes, of the group one after the other.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 4.0.</remarks>
    public static Column ListaggDistinct(Column column) => CallDistinct("listagg", column);

    /// <inheritdoc cref="ListaggDistinct(Column)"/>
    public static Column ListaggDistinct(string columnName) => CallDistinct("listagg", Col(columnName));

    /// <inheritdoc cref="ListaggDistinct(Column)"/>
    public static Column ListaggDistinct(Column column, string delimiter) => CallDistinct("listagg", column, Lit(delimiter));

    /// <inheritdoc cref="ListaggDistinct(Column)"/>
    public static Column ListaggDistinct(Column column, Column delimiter) => CallDistinct("listagg", column, delimiter);

    /// <inheritdoc cref="ListaggDistinct(Column)"/>
    public static Column ListaggDistinct(string columnName, string delimiter) => CallDistinct("listagg", Col(columnName), Lit(delimiter));

    /// <summary>The texts, or bytes, of the group one after the other.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 4.0.</remarks>
    public static Column StringAgg(Column column) => Call("string_agg", column);

    /// <inheritdoc cref="StringAgg(Column)"/>
    public static Column StringAgg(string columnName) => Call("string_agg", Col(columnName));

    /// <inheritdoc cref="StringAgg(Column)"/>
    public static Column StringAgg(Column column, string delimiter) => Call("string_agg", column, Lit(delimiter));

    /// <inheritdoc cref="StringAgg(Column)"/>
    public static Column StringAgg(Column column, Column delimiter) => Call("string_agg", column, delimiter);

    /// <inheritdoc cref="StringAgg(Column)"/>
    public static Column StringAgg(string columnName, string delimiter) => Call("string_agg", Col(columnName), Lit(delimiter));

    /// <summary>The different texts, or bytes, of the group one after the other.</summary>
    /// <returns>string or binary</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 4.0.</remarks>
    public static Column StringAggDistinct(Column column) => CallDistinct("string_agg", column);

    /// <inheritdoc cref="StringAggDistinct(Column)"/>
    public static Column StringAggDistinct(string columnName) => CallDistinct("string_agg", Col(columnName));

    /// <inheritdoc cref="StringAggDistinct(Column)"/>
    public static Column StringAggDistinct(Column column, string delimiter) => CallDistinct("string_agg", column, Lit(delimiter));

    /// <inheritdoc cref="StringAggDistinct(Column)"/>
    public static Column StringAggDistinct(Column column, Column delimiter) => CallDistinct("string_agg", column, delimiter);

    /// <inheritdoc cref="StringAggDistinct(Column)"/>
    public static Column StringAggDistinct(string columnName, string delimiter) => CallDistinct("string_agg", Col(columnName), Lit(delimiter));

    /// <summary>The largest value; NaN is larger than any number.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.3.</remarks>
    public static Column Max(Column column) => Call("max", column);

    /// <inheritdoc cref="Max(Column)"/>
    public static Column Max(string columnName) => Call("max", Col(columnName));

    /// <summary>The value in the row where another column is largest, or a list of the values of the k largest (4.2).</summary>
    /// <returns>The first argument's type.</returns>
    /// <remarks>Rows where the other column is null are left out. Since Spark 3.3.</remarks>
    public static Column MaxBy(Column column, Column ord) => Call("max_by", column, ord);

    /// <inheritdoc cref="MaxBy(Column, Column)"/>
    public static Column MaxBy(string columnName, string ordName) => Call("max_by", Col(columnName), Col(ordName));

    /// <inheritdoc cref="MaxBy(Column, Column)"/>
    public static Column MaxBy(Column column, Column ord, int k) => Call("max_by", column, ord, Lit(k));

    /// <inheritdoc cref="MaxBy(Column, Column)"/>
    public static Column MaxBy(string columnName, string ordName, int k) => Call("max_by", Col(columnName), Col(ordName), Lit(k));

    /// <summary>The smallest value; NaN is larger than any number.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.3.</remarks>
    public static Column Min(Column column) => Call("min", column);

    /// <inheritdoc cref="Min(Column)"/>
    public static Column Min(string columnName) => Call("min", Col(columnName));

    /// <summary>The value in the row where another column is smallest, or a list of the values of the k smallest (4.2).</summary>
    /// <returns>The first argument's type.</returns>
    /// <remarks>Rows where the other column is null are left out. Since Spark 3.3.</remarks>
    public static Column MinBy(Column column, Column ord) => Call("min_by", column, ord);

    /// <inheritdoc cref="MinBy(Column, Column)"/>
    public static Column MinBy(string columnName, string ordName) => Call("min_by", Col(columnName), Col(ordName));

    /// <inheritdoc cref="MinBy(Column, Column)"/>
    public static Column MinBy(Column column, Column ord, int k) => Call("min_by", column, ord, Lit(k));

    /// <inheritdoc cref="MinBy(Column, Column)"/>
    public static Column MinBy(string columnName, string ordName, int k) => Call("min_by", Col(columnName), Col(ordName), Lit(k));

    /// <summary>Whether any value is true.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column Some(Column column) => Call("some", column);

    /// <inheritdoc cref="Some(Column)"/>
    public static Column Some(string columnName) => Call("some", Col(columnName));

    /// <summary>The sum. Overflow is an error in ANSI mode.</summary>
    /// <returns>long, double, a wider decimal, or interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.3.</remarks>
    public static Column Sum(Column column) => Call("sum", column);

    /// <inheritdoc cref="Sum(Column)"/>
    public static Column Sum(string columnName) => Call("sum", Col(columnName));

    /// <summary>The sum of the different values.</summary>
    /// <returns>long, double, a wider decimal, or interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 1.3.</remarks>
    public static Column SumDistinct(Column column) => CallDistinct("sum", column);

    /// <inheritdoc cref="SumDistinct(Column)"/>
    public static Column SumDistinct(string columnName) => CallDistinct("sum", Col(columnName));

    /// <summary>The sum of the different values.</summary>
    /// <returns>long, double, a wider decimal, or interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.2.</remarks>
    public static Column Sum_Distinct(Column column) => CallDistinct("sum", column);

    /// <summary>The mean; null where it overflows.</summary>
    /// <returns>double, of a decimal a decimal, of an interval an interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column TryAvg(Column column) => Call("try_avg", column);

    /// <inheritdoc cref="TryAvg(Column)"/>
    public static Column TryAvg(string columnName) => Call("try_avg", Col(columnName));

    /// <summary>The sum; null where it overflows.</summary>
    /// <returns>long, double, a wider decimal, or interval</returns>
    /// <remarks>Nulls are left out; null when nothing is left. Since Spark 3.5.</remarks>
    public static Column TrySum(Column column) => Call("try_sum", column);

    /// <inheritdoc cref="TrySum(Column)"/>
    public static Column TrySum(string columnName) => Call("try_sum", Col(columnName));
}
