using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Types' names as functions: <c>int(x)</c> is a cast, but a column is named as if it were not there.</summary>
internal static class CastFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        To("boolean", new BooleanType()), To("tinyint", new ByteType()), To("smallint", new ShortType()), To("int", new IntegerType()), To("bigint", new LongType()),
        To("float", new FloatType()), To("double", new DoubleType()), To("decimal", new DecimalType(10, 0)), To("date", new DateType()), To("timestamp", new TimestampType()),
        To("binary", new BinaryType()), To("string", new StringType()),
    ];

    private static FunctionDefinition To(string name, DataType type) => new()
    {
        Name = name, Arguments = Args.Of(Input.Any), Result = Result.Of(type), Lower = Duck("{0}"),
        Rewrite = (_, arguments) => arguments.Count == 1 ? Hidden(Resolve.Casts.Explicit(arguments[0], type, CastMode.Ansi)) : null,
    };

    private static TypedExpression Hidden(TypedExpression expression) => expression is Cast cast ? new Cast(cast.Child, cast.Type, cast.Mode, isExplicit: false) : expression;
}
