using System.Globalization;
using System.Numerics;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>One step of a table's definition after its source; it becomes a node of the plan.</summary>
internal abstract record TabularOperation
{
    /// <summary>The columns after this step.</summary>
    /// <exception cref="DatasetException">The step names a column that is not there.</exception>
    public virtual StructType Transform(StructType schema) => schema;

    public abstract DataFrame Apply(DataFrame rows, StructType schema);

    protected static void RequireColumns(StructType schema, IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            if (!schema.Fields.Any(field => field.Name == column))
                throw new DatasetException($"The dataset has no column '{column}'; its columns are {ColumnNames.List(schema.FieldNames)}.");
        }
    }
}

internal sealed record TakeOperation(int Count) : TabularOperation
{
    public override DataFrame Apply(DataFrame rows, StructType schema) => rows.Limit(Count);
}

internal sealed record SkipOperation(int Count) : TabularOperation
{
    public override DataFrame Apply(DataFrame rows, StructType schema) => rows.Offset(Count);
}

internal sealed record KeepColumnsOperation(IReadOnlyList<string> Columns) : TabularOperation
{
    public override StructType Transform(StructType schema)
    {
        RequireColumns(schema, Columns);
        return new StructType(Columns.Select(column => schema[column]));
    }

    public override DataFrame Apply(DataFrame rows, StructType schema)
    {
        RequireColumns(schema, Columns);
        return rows.SelectExpr([.. Columns.Select(SqlQuoting.Name)]);
    }
}

internal sealed record DropColumnsOperation(IReadOnlyList<string> Columns) : TabularOperation
{
    public override StructType Transform(StructType schema)
    {
        RequireColumns(schema, Columns);
        return new StructType(schema.Where(field => !Columns.Contains(field.Name)));
    }

    public override DataFrame Apply(DataFrame rows, StructType schema) =>
        rows.SelectExpr([.. Transform(schema).FieldNames.Select(SqlQuoting.Name)]);
}

internal sealed record FilterOperation(string Condition) : TabularOperation
{
    public override DataFrame Apply(DataFrame rows, StructType schema) => rows.Filter(Condition);
}

/// <summary>A condition made of <see cref="Column"/>s: it has no text, so it can't be written into a definition file.</summary>
internal sealed record ColumnFilterOperation(Column Condition) : TabularOperation
{
    public override DataFrame Apply(DataFrame rows, StructType schema) => rows.Filter(Condition);
}

/// <summary>
/// Keeps the rows whose number lies in [<paramref name="From"/>, <paramref name="To"/>). A row's number in [0, 1) is Spark's <c>xxhash64</c> over the seed,
/// the draw and the row's values, so it depends on neither engine, partitions nor order; rows with equal values have equal numbers.
/// </summary>
/// <param name="Seed">The user's seed.</param>
/// <param name="Draw">How many draws the definition made before: a split of a sample must not use the sample's own numbers.</param>
/// <param name="Keys">The columns that make the number; null for all.</param>
internal sealed record DrawOperation(double From, double To, long Seed, int Draw, IReadOnlyList<string>? Keys) : TabularOperation
{
    public override DataFrame Apply(DataFrame rows, StructType schema)
    {
        RequireColumns(schema, Keys ?? []);
        var number = NumberSql(Seed, Draw, Keys ?? schema.FieldNames);
        var conditions = new List<string>();
        if (From > 0)
            conditions.Add(From >= 1 ? "false" : $"{number} >= {Bound(From)}");
        if (To < 1)
            conditions.Add(To <= 0 ? "false" : $"{number} < {Bound(To)}");
        return conditions.Count == 0 ? rows : rows.Filter(string.Join(" AND ", conditions));
    }

    public static string NumberSql(long seed, int draw, IEnumerable<string> columns) =>
        $"xxhash64(CAST('{Yaml.Text(seed)}' AS BIGINT), {Yaml.Text(draw)}, {string.Join(", ", columns.Select(SqlQuoting.Name))})";

    /// <summary>The hash that stands for a share: the 64-bit range, counted from its lowest value.</summary>
    internal static string Bound(double share)
    {
        var bound = (new BigInteger(share * (1L << 53)) << 11) + long.MinValue;
        return $"CAST('{((long)bound).ToString(CultureInfo.InvariantCulture)}' AS BIGINT)";
    }
}

/// <summary>
/// Of every label the rows with the lowest numbers, an exact share of them (rounded to the nearest row), or the others.
/// </summary>
internal sealed record StratifiedOperation(string Label, double Share, long Seed, int Draw, bool First) : TabularOperation
{
    private const string Rank = "__stratified_rank", Size = "__stratified_size";

    public override StructType Transform(StructType schema)
    {
        RequireColumns(schema, [Label]);
        return schema;
    }

    public override DataFrame Apply(DataFrame rows, StructType schema)
    {
        RequireColumns(schema, [Label]);
        var columns = schema.FieldNames.Select(SqlQuoting.Name).ToArray();
        var label = SqlQuoting.Name(Label);
        var number = DrawOperation.NumberSql(Seed, Draw, schema.FieldNames);
        var share = Share.ToString("R", CultureInfo.InvariantCulture);
        return rows
            .SelectExpr([.. columns, $"row_number() OVER (PARTITION BY {label} ORDER BY {number}, {string.Join(", ", columns)}) AS {Rank}", $"count(*) OVER (PARTITION BY {label}) AS {Size}"])
            .Filter($"{Rank} {(First ? "<=" : ">")} round({Size} * CAST({share} AS DOUBLE))")
            .SelectExpr(columns);
    }
}
