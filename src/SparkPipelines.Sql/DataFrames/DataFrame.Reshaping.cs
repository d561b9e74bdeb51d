using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Turns columns into rows: for each row one for each value column, with the column's name and value.</summary>
    /// <param name="ids">Columns that stay.</param>
    /// <param name="values">Columns that become rows; they need a common type.</param>
    /// <param name="variableColumnName">The column for the names.</param>
    /// <param name="valueColumnName">The column for the values.</param>
    public DataFrame Unpivot(IEnumerable<Column> ids, IEnumerable<Column> values, string variableColumnName, string valueColumnName)
    {
        var valueColumns = values.ToArray();
        var message = new Proto.Unpivot.Types.Values();
        message.Values_.AddRange(valueColumns.Select(column => column.Expression));
        return Unpivot([.. ids], valueColumns, message, variableColumnName, valueColumnName);
    }

    /// <summary>Turns all columns but the ids into rows.</summary>
    public DataFrame Unpivot(IEnumerable<Column> ids, string variableColumnName, string valueColumnName) =>
        Unpivot([.. ids], [], null, variableColumnName, valueColumnName);

    /// <summary>The same as <see cref="Unpivot(IEnumerable{Column}, IEnumerable{Column}, string, string)"/>.</summary>
    public DataFrame Melt(IEnumerable<Column> ids, IEnumerable<Column> values, string variableColumnName, string valueColumnName) =>
        Unpivot(ids, values, variableColumnName, valueColumnName);

    /// <summary>Rows become columns: the values of the index column are their names, the first column unless given. Spark 4.0 and later.</summary>
    public DataFrame Transpose(Column? indexColumn = null)
    {
        var transpose = new Proto.Transpose { Input = Relation };
        if (indexColumn is null)
            return Over(new Proto.Relation { Common = Common, Transpose = transpose });
        transpose.IndexColumns.Add(indexColumn.Expression);
        return Over(new Proto.Relation { Common = Common, Transpose = transpose }, indexColumn);
    }

    /// <summary>With a column of consecutive numbers from 0. Spark 4.2 and later.</summary>
    public DataFrame ZipWithIndex(string indexColName = "index") =>
        Select(Functions.Col("*"), Column.CallInternal("distributed_sequence_id").Alias(indexColName));

    private DataFrame Unpivot(
        Column[] ids, Column[] values, Proto.Unpivot.Types.Values? valuesMessage, string variableColumnName, string valueColumnName)
    {
        var unpivot = new Proto.Unpivot { Input = Relation, VariableColumnName = variableColumnName, ValueColumnName = valueColumnName };
        unpivot.Ids.AddRange(ids.Select(column => column.Expression));
        if (valuesMessage is not null)
            unpivot.Values = valuesMessage;
        return Over(new Proto.Relation { Common = Common, Unpivot = unpivot }, [.. ids, .. values]);
    }
}
