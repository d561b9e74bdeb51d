using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Casts that the user wrote.</summary>
internal static class Casts
{
    public static TypedExpression Explicit(TypedExpression child, DataType type, CastMode mode)
    {
        child = Aliases.Strip(child);
        var cast = new Cast(child, type is CharType or VarcharType ? new StringType() : type, mode, isExplicit: true);
        if (CastRules.CanCast(child.Type, type))
            return cast;
        var (source, target) = (Quoting.Type(child.Type), Quoting.Type(type));
        var sql = Quoting.Expression(ColumnNames.Of(cast));
        if (FunctionsFor(child.Type, type) is { } functions)
            throw AnalysisErrors.TypeMismatch(sql, "CAST_WITH_FUNC_SUGGESTION", ("srcType", source), ("targetType", target), ("functionNames", functions));
        if (child.Type is IntegralType && type is BinaryType)
        {
            throw AnalysisErrors.TypeMismatch(sql, "CAST_WITH_CONF_SUGGESTION",
                ("srcType", source), ("targetType", target), ("config", Quoting.Conf("spark.sql.ansi.enabled")), ("configVal", "'false'"));
        }

        throw AnalysisErrors.TypeMismatch(sql, "CAST_WITHOUT_SUGGESTION", ("srcType", source), ("targetType", target));
    }

    private static string? FunctionsFor(DataType from, DataType to) => (from, to) switch
    {
        (DateType, NumericType) => "`UNIX_DATE`",
        (IntegralType, DateType) => "`DATE_FROM_UNIX_DATE`",
        (TimestampType, BooleanType) => null,
        _ => null,
    };
}
