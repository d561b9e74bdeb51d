using Apache.Arrow;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Observed metrics as the messages that carry them.</summary>
internal static class ObservedRows
{
    public static async Task<ExecutePlanResponse.Types.ObservedMetrics> ReadAsync(EmbeddedQueryResult result, Observation observation, CancellationToken cancellationToken)
    {
        var schema = new StructType(observation.Metrics.Output.Select(column => column.ToField()));
        var metrics = new ExecutePlanResponse.Types.ObservedMetrics { Name = observation.Name, PlanId = observation.PlanId };
        metrics.Keys.Add(schema.FieldNames);
        await foreach (var batch in result.ReadAsync(observation.Metrics, schema, cancellationToken).ConfigureAwait(false))
        {
            using (batch)
                metrics.Values.Add(schema.Fields.Select((field, i) => LiteralOf(batch.Column(i), field.DataType)));
        }

        return metrics;
    }

    private static Expression.Types.Literal LiteralOf(IArrowArray column, Sql.Types.DataType type) => column.IsNull(0)
        ? new Expression.Types.Literal { Null = Sql.Plans.DataTypeMessages.ToProto(type) }
        : column switch
        {
            Int64Array longs => new Expression.Types.Literal { Long = longs.GetValue(0)!.Value },
            Int32Array ints => new Expression.Types.Literal { Integer = ints.GetValue(0)!.Value },
            Int16Array shorts => new Expression.Types.Literal { Short = shorts.GetValue(0)!.Value },
            Int8Array bytes => new Expression.Types.Literal { Byte = bytes.GetValue(0)!.Value },
            DoubleArray doubles => new Expression.Types.Literal { Double = doubles.GetValue(0)!.Value },
            FloatArray floats => new Expression.Types.Literal { Float = floats.GetValue(0)!.Value },
            BooleanArray booleans => new Expression.Types.Literal { Boolean = booleans.GetValue(0)!.Value },
            StringArray texts => new Expression.Types.Literal { String = texts.GetString(0) },
            Decimal128Array decimals when type is DecimalType d => new Expression.Types.Literal
            {
                Decimal = new Expression.Types.Literal.Types.Decimal { Value = decimals.GetString(0), Precision = d.Precision, Scale = d.Scale },
            },
            Date32Array dates => new Expression.Types.Literal { Date = dates.Values[0] },
            TimestampArray times when type is TimestampNtzType => new Expression.Types.Literal { TimestampNtz = times.Values[0] },
            TimestampArray times => new Expression.Types.Literal { Timestamp = times.Values[0] },
            _ => throw Errors.Refusal.Of("metric", $"of type {type.SimpleString}"),
        };
}
