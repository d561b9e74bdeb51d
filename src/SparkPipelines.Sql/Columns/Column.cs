using System.Diagnostics;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>
/// A value computed for each row: a column of a DataFrame, a literal, or an expression over these. Immutable; nothing is evaluated, and no
/// name is looked up, before the DataFrame that uses it is analysed.
/// </summary>
/// <remarks>
/// <c>==</c> and <c>!=</c> make columns, not booleans, as on Spark: <c>df["a"] == 1</c> is a condition. They compare with SQL's three values,
/// so <c>column == null</c> is null in every row; use <see cref="IsNull"/> or <see cref="EqNullSafe"/>. Whether a variable holds a column is
/// asked by <c>column is null</c>. <c>&amp;</c>, <c>|</c> and <c>!</c> bind tighter than comparisons: write <c>(a &gt; 1) &amp; (b &lt; 2)</c>.
/// <see cref="Equals(object)"/> compares the expressions themselves and is a plain boolean.
/// Follows <see href="https://spark.apache.org/docs/4.2.0/api/python/reference/pyspark.sql/column.html">Spark 4.2's Column</see>.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Column : IEquatable<Column>
{
    internal Column(Proto.Expression expression, IReadOnlyList<Proto.Relation>? references = null)
    {
        Expression = expression;
        References = references ?? [];
    }

    internal Proto.Expression Expression { get; }

    /// <summary>Plans of the subqueries inside the expression, which the relation that uses it must carry along.</summary>
    internal IReadOnlyList<Proto.Relation> References { get; }

    internal static Column Call(string function, params ReadOnlySpan<Column> arguments) => Call(function, isDistinct: false, arguments);

    internal static Column Call(string function, bool isDistinct, params ReadOnlySpan<Column> arguments)
    {
        var expressions = new Proto.Expression[arguments.Length];
        for (var i = 0; i < expressions.Length; i++)
            expressions[i] = arguments[i].Expression;
        return new Column(ExpressionMessages.Call(function, isDistinct, expressions), ReferencesOf(arguments));
    }

    /// <summary>Calls a function that Spark has for its clients and not for SQL.</summary>
    internal static Column CallInternal(string function, params ReadOnlySpan<Column> arguments)
    {
        var call = Call(function, arguments);
        call.Expression.UnresolvedFunction.IsInternal = true;
        return call;
    }

    /// <summary>The value itself when it is a column, else a literal of it.</summary>
    internal static Column Of(object? value) => value as Column ?? new Column(LiteralMessages.ToExpression(value));

    internal static IReadOnlyList<Proto.Relation> ReferencesOf(params ReadOnlySpan<Column> columns)
    {
        List<Proto.Relation>? all = null;
        foreach (var column in columns)
        {
            if (column.References.Count > 0)
                (all ??= []).AddRange(column.References);
        }

        return all ?? [];
    }

    private Column With(Proto.Expression expression) => new(expression, References);

    private Column Call(string function, object? argument) => Call(function, this, Of(argument));

    /// <summary>Converts to another type, named as in DDL: <c>int</c>, <c>decimal(10,2)</c>, <c>array&lt;string&gt;</c>.</summary>
    /// <remarks>Null stays null. With ANSI mode on, Spark's default, a value that does not fit is an error; <see cref="TryCast(string)"/> makes it null.</remarks>
    public Column Cast(string to) => With(new Proto.Expression { Common = CallSite.Of("cast"), Cast = new() { Expr = Expression, TypeStr = to } });

    /// <summary>Converts to another type.</summary>
    /// <remarks>Null stays null. With ANSI mode on, Spark's default, a value that does not fit is an error; <see cref="TryCast(DataType)"/> makes it null.</remarks>
    public Column Cast(DataType to) => With(new Proto.Expression { Common = CallSite.Of("cast"), Cast = new() { Expr = Expression, Type = to.ToProto() } });

    /// <summary>Converts to another type, and to null where a value does not fit. Spark 4.0 and later.</summary>
    public Column TryCast(string to) => With(new Proto.Expression
    {
        Common = CallSite.Of("try_cast"),
        Cast = new() { Expr = Expression, TypeStr = to, EvalMode = Proto.Expression.Types.Cast.Types.EvalMode.Try },
    });

    /// <summary>Converts to another type, and to null where a value does not fit. Spark 4.0 and later.</summary>
    public Column TryCast(DataType to) => With(new Proto.Expression
    {
        Common = CallSite.Of("try_cast"),
        Cast = new() { Expr = Expression, Type = to.ToProto(), EvalMode = Proto.Expression.Types.Cast.Types.EvalMode.Try },
    });

    /// <summary>Gives the column a name.</summary>
    public Column Alias(string alias) => With(new Proto.Expression { Alias = ExpressionMessages.Alias(Expression, alias) });

    /// <summary>Gives the column a name and metadata, a JSON object that its field in the schema carries.</summary>
    public Column Alias(string alias, string metadataJson) => With(new Proto.Expression { Alias = ExpressionMessages.Alias(Expression, alias, metadataJson) });

    /// <summary>Gives the column a name; the same as <see cref="Alias(string)"/>.</summary>
    public Column As(string alias) => Alias(alias);

    /// <summary>Names the columns that a generator such as <c>explode</c> of a map makes.</summary>
    public Column As(IEnumerable<string> alias)
    {
        var names = new Proto.Expression.Types.Alias { Expr = Expression };
        names.Name.AddRange(alias);
        return With(new Proto.Expression { Alias = names });
    }

    /// <summary>Gives the column a name; the same as <see cref="Alias(string)"/>.</summary>
    public Column Name(string alias) => Alias(alias);

    /// <summary>Applies a function to this column, so that calls read in the order they happen.</summary>
    public Column Transform(Func<Column, Column> function) => function(this);

    /// <summary>Prints the expression to standard output; with <paramref name="extended"/> as the message that is sent.</summary>
    public void Explain(bool extended) => ConsoleOutput.WriteLine(extended ? Expression.ToString() : ToString());

    /// <summary>Whether the other column is the same expression, wherever it was made. Compare values of rows with <c>==</c> or <see cref="EqualTo"/>.</summary>
    public bool Equals(Column? other) => other is not null && ExpressionMessages.WithoutPlaces(Expression).Equals(ExpressionMessages.WithoutPlaces(other.Expression));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Column);

    /// <inheritdoc/>
    public override int GetHashCode() => ExpressionMessages.WithoutPlaces(Expression).GetHashCode();

    /// <summary>The expression in SQL's words, for reading only.</summary>
    public override string ToString() => ExpressionText.Of(Expression);
}
