using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Errors;

/// <summary>The analysis errors that more than one place raises.</summary>
internal static class AnalysisErrors
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"];

    public static SparkException TypeMismatch(string quotedSql, string subclass, params ReadOnlySpan<(string Name, string Value)> parameters) =>
        SparkConditions.Error("DATATYPE_MISMATCH." + subclass, [("sqlExpr", quotedSql), .. parameters]);

    public static SparkException UnexpectedInputType(string quotedSql, int index, string required, TypedExpression argument) =>
        TypeMismatch(quotedSql, "UNEXPECTED_INPUT_TYPE",
            ("paramIndex", Ordinal(index)),
            ("requiredType", required.StartsWith('(') ? required : $"\"{required}\""),
            ("inputSql", Quoting.Expression(ColumnNames.Of(argument))),
            ("inputType", Quoting.Type(argument.Type)));

    public static SparkException WrongNumberOfArguments(string function, string expected, int actual) =>
        SparkConditions.Error("WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
            ("functionName", Quoting.Id(function)),
            ("expectedNum", expected),
            ("actualNum", Quoting.Number(actual)),
            ("docroot", "https://spark.apache.org/docs/latest"));

    /// <summary>The place as Spark says it: <c>first</c>, <c>second</c> …</summary>
    public static string Ordinal(int index) => index < Ordinals.Length ? Ordinals[index] : $"{Quoting.Number(index + 1)}th";
}
