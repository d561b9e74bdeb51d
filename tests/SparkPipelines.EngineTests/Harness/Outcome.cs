using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.EngineTests.Harness;

/// <summary>What an engine made of a case: rows under a schema, or an error.</summary>
internal abstract record Outcome
{
    public static async Task<Outcome> OfAsync(EngineCase engineCase, SparkSession session)
    {
        try
        {
            session.Conf().Set("spark.sql.session.timeZone", engineCase.TimeZone);
            var frame = engineCase.Build(session);
            var schema = await frame.SchemaAsync();
            var rows = await frame.CollectAsync();
            return new Rows(schema, [.. rows.Select(row => (IReadOnlyList<object?>)row.Values)]);
        }
        catch (SparkException e)
        {
            return new Error(e.GetType().Name, e.ErrorClass, e.SqlState, e.MessageParameters.ToDictionary(), e.Message);
        }
    }

    internal sealed record Rows(StructType Schema, IReadOnlyList<IReadOnlyList<object?>> Values) : Outcome;

    internal sealed record Error(string Kind, string? ErrorClass, string? SqlState, IReadOnlyDictionary<string, string> Parameters, string Message) : Outcome;
}
