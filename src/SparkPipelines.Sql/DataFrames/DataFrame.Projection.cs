using System.Text.Json.Nodes;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>These columns, in this order.</summary>
    public DataFrame Select(params Column[] columns)
    {
        var project = new Proto.Project { Input = Relation };
        project.Expressions.AddRange(columns.Select(column => column.Expression));
        return Over(new Proto.Relation { Common = Common, Project = project }, columns);
    }

    /// <summary>The columns of these names; <c>*</c> is all of them.</summary>
    public DataFrame Select(string column, params string[] columns) => Select(Functions.Columns(column, columns));

    /// <summary>Columns given as SQL expressions, such as <c>a + 1 AS b</c>.</summary>
    public DataFrame SelectExpr(params string[] expressions) => Select([.. expressions.Select(Functions.Expr)]);

    /// <summary>Adds a column, or puts it in the place of the one of that name.</summary>
    public DataFrame WithColumn(string colName, Column col) => WithColumns([(colName, col, null)]);

    /// <summary>Adds columns, or puts them in the places of those of the same names. None of them sees another.</summary>
    public DataFrame WithColumns(IEnumerable<KeyValuePair<string, Column>> colsMap) =>
        WithColumns([.. colsMap.Select(pair => (pair.Key, pair.Value, (string?)null))]);

    /// <summary>Gives a column's field in the schema metadata.</summary>
    public DataFrame WithMetadata(string columnName, JsonObject metadata) => WithColumns([(columnName, Col(columnName), metadata.ToJsonString())]);

    /// <summary>Renames a column; a name that is not there is passed over.</summary>
    public DataFrame WithColumnRenamed(string existingName, string newName) => WithColumnsRenamed([new(existingName, newName)]);

    /// <summary>Renames columns; names that are not there are passed over. Each renaming sees the ones before it.</summary>
    public DataFrame WithColumnsRenamed(IEnumerable<KeyValuePair<string, string>> colsMap)
    {
        var renamed = new Proto.WithColumnsRenamed { Input = Relation };
        foreach (var (from, to) in colsMap)
        {
            if (SparkSession.IsBefore(4, 0))
#pragma warning disable CS0612 // Servers before 4.0 know the unordered map only.
                renamed.RenameColumnsMap[from] = to;
#pragma warning restore CS0612
            else
                renamed.Renames.Add(new Proto.WithColumnsRenamed.Types.Rename { ColName = from, NewColName = to });
        }

        return Over(new Proto.Relation { Common = Common, WithColumnsRenamed = renamed });
    }

    /// <summary>Without the columns of these names; names that are not there are passed over.</summary>
    public DataFrame Drop(params string[] colNames)
    {
        var drop = new Proto.Drop { Input = Relation };
        drop.ColumnNames.AddRange(colNames);
        return Over(new Proto.Relation { Common = Common, Drop = drop });
    }

    /// <summary>Without a column; one that is not there is passed over.</summary>
    public DataFrame Drop(Column col) => Drop([col]);

    /// <summary>Without these columns; those that are not there are passed over.</summary>
    public DataFrame Drop(Column col, params Column[] cols) => Drop([col, .. cols]);

    /// <summary>The same DataFrame; Microsoft.Spark's member.</summary>
    public DataFrame ToDF() => this;

    /// <summary>The same columns under new names, as many as there are columns.</summary>
    public DataFrame ToDF(params string[] colNames)
    {
        var renamed = new Proto.ToDF { Input = Relation };
        renamed.ColumnNames.AddRange(colNames);
        return Over(new Proto.Relation { Common = Common, ToDf = renamed });
    }

    /// <summary>
    /// The rows in another schema: columns by name in its order, converted where that loses nothing; columns that it lacks are dropped.
    /// </summary>
    public DataFrame To(StructType schema) => Over(new Proto.Relation { Common = Common, ToSchema = new() { Input = Relation, Schema = schema.ToProto() } });

    /// <summary>Gives the DataFrame a name by which its columns can be called: <c>Col("name.column")</c>.</summary>
    public DataFrame Alias(string alias) => Over(new Proto.Relation { Common = Common, SubqueryAlias = new() { Input = Relation, Alias = alias } });

    /// <summary>The same as <see cref="Alias"/>.</summary>
    public DataFrame As(string alias) => Alias(alias);

    /// <summary>Every row as a JSON object, in a column <c>value</c>.</summary>
    public DataFrame ToJSON() => Select(Functions.ToJson(Functions.Struct(Functions.Col("*"))).Alias("value"));

    private DataFrame Drop(Column[] columns)
    {
        var drop = new Proto.Drop { Input = Relation };
        drop.Columns.AddRange(columns.Select(column => column.Expression));
        return Over(new Proto.Relation { Common = Common, Drop = drop }, columns);
    }

    private DataFrame WithColumns(IReadOnlyList<(string Name, Column Column, string? Metadata)> columns)
    {
        if (columns.Count == 0)
            return this;
        var with = new Proto.WithColumns { Input = Relation };
        with.Aliases.AddRange(columns.Select(column => ExpressionMessages.Alias(column.Column.Expression, column.Name, column.Metadata)));
        return Over(new Proto.Relation { Common = Common, WithColumns = with }, [.. columns.Select(column => column.Column)]);
    }
}
