using System.Diagnostics.CodeAnalysis;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>
/// Spark's functions over columns. Each one makes an expression under the name that Spark's own clients send; see
/// <see href="https://spark.apache.org/docs/4.2.0/api/sql/">Spark 4.2's built-in functions</see>.
/// </summary>
/// <remarks>
/// A text that comes first, and all texts of an overload that takes nothing but texts, name columns. A text after a <see cref="Column"/> is the
/// text itself, unless the parameter is called a name. Where a function has no overload for a plain value, <see cref="Lit"/> makes a column of it.
/// Null behaviour: unless something else is said, a function of a null is null.
/// </remarks>
[SuppressMessage("Naming", "CA1707:Identifiers should not contain underscores", Justification = "Microsoft.Spark's names.")]
[SuppressMessage("Naming", "CA1708:Identifiers should differ by more than case", Justification = "Microsoft.Spark's names.")]
public static partial class Functions
{
    /// <summary>A column by its name; dots lead into structs, back quotes take a name with dots as it is, <c>*</c> is all columns.</summary>
    public static Column Col(string columnName) => new(ExpressionMessages.Attribute(columnName));

    /// <summary>The same as <see cref="Col"/>.</summary>
    public static Column Column(string columnName) => Col(columnName);

    /// <summary>
    /// A value as a column; a column is given back. Integers, floating-point numbers and booleans become Spark's type of the same width, unsigned
    /// ones the next wider; <see cref="decimal"/> a decimal of just its digits; <see cref="DateOnly"/> a date; <see cref="DateTime"/> a timestamp, without
    /// zone if its kind is unspecified; <see cref="DateTimeOffset"/> a timestamp; <see cref="TimeOnly"/> a time (4.1); <see cref="TimeSpan"/> a
    /// day-time interval; bytes binary; a list an array.
    /// </summary>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public static Column Lit(object? literal) => Sql.Column.Of(literal);

    /// <summary>A column from SQL's own words: <c>a + 1</c>, <c>upper(name) AS n</c>.</summary>
    public static Column Expr(string expr) => new(ExpressionMessages.Sql(expr));

    /// <summary>Sorts by a column ascending, nulls first.</summary>
    public static Column Asc(string columnName) => Col(columnName).Asc();

    /// <summary>Sorts by a column ascending, nulls first.</summary>
    public static Column AscNullsFirst(string columnName) => Col(columnName).AscNullsFirst();

    /// <summary>Sorts by a column ascending, nulls last.</summary>
    public static Column AscNullsLast(string columnName) => Col(columnName).AscNullsLast();

    /// <summary>Sorts by a column descending, nulls last.</summary>
    public static Column Desc(string columnName) => Col(columnName).Desc();

    /// <summary>Sorts by a column descending, nulls first.</summary>
    public static Column DescNullsFirst(string columnName) => Col(columnName).DescNullsFirst();

    /// <summary>Sorts by a column descending, nulls last.</summary>
    public static Column DescNullsLast(string columnName) => Col(columnName).DescNullsLast();

    /// <summary>
    /// The value where the condition is true; continue with <see cref="Sql.Column.When"/> and <see cref="Sql.Column.Otherwise"/>, without
    /// which other rows get null. A condition that is null counts as false.
    /// </summary>
    public static Column When(Column condition, object? value) => Call("when", condition, Lit(value));

    /// <summary>Marks a DataFrame as small enough to be sent to every executor for a join.</summary>
    public static DataFrame Broadcast(DataFrame df) => df.Hint("broadcast");

    /// <summary>Calls a function by its name, which may have a catalog and a database before it. Spark 3.5 and later.</summary>
    public static Column CallFunction(string funcName, params Column[] columns)
    {
        var call = new Proto.CallFunction { FunctionName = funcName };
        call.Arguments.AddRange(columns.Select(column => column.Expression));
        return new Column(new Proto.Expression { Common = CallSite.Of(funcName), CallFunction = call }, Sql.Column.ReferencesOf(columns));
    }

    /// <summary>Calls a function that was registered with the session.</summary>
    public static Column CallUDF(string udfName, params Column[] columns) => Call(udfName, columns);

    /// <summary>Microsoft.Spark's name of <see cref="CallUDF"/>.</summary>
    public static Column Call_UDF(string udfName, params Column[] columns) => CallUDF(udfName, columns);

    /// <summary>The columns of these names.</summary>
    internal static Column[] Columns(string first, string[] others)
    {
        var place = CallSite.Of("col");
        var columns = new Column[others.Length + 1];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new Column(ExpressionMessages.Attribute(i == 0 ? first : others[i - 1], planId: null, place));
        return columns;
    }

    private static Column Call(string function, params ReadOnlySpan<Column> arguments) => Sql.Column.Call(function, arguments);

    private static Column CallDistinct(string function, params ReadOnlySpan<Column> arguments) => Sql.Column.Call(function, isDistinct: true, arguments);

    /// <summary>A seed that is chosen once, when the expression is made, so that the expression means the same rows each time it is run.</summary>
    private static Column RandomSeed() => Lit(System.Random.Shared.NextInt64());

    private static Column OptionsMap(IEnumerable<KeyValuePair<string, string>> options) =>
        Call("map", [.. options.SelectMany(option => new[] { Lit(option.Key), Lit(option.Value) })]);
}
