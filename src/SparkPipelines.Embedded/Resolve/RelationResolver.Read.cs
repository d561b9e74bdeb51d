using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using Spark.Connect;
using Message = Spark.Connect.Relation;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Where rows come from.</content>
internal sealed partial class RelationResolver
{
    private ResolvedRelation Read(Read read)
    {
        if (read.IsStreaming)
            throw Refusal.Of("relation", "Read of a stream");
        return read.ReadTypeCase switch
        {
            Spark.Connect.Read.ReadTypeOneofCase.DataSource => Scan(_context.Sources.Files[read]),
            Spark.Connect.Read.ReadTypeOneofCase.NamedTable => View(read.NamedTable),
            _ => throw Refusal.Of("relation", $"Read of {read.ReadTypeCase}"),
        };
    }

    private ResolvedRelation View(Read.Types.NamedTable table)
    {
        var parts = AttributeNames.Parse(table.UnparsedIdentifier);
        if (_context.Views.Find(parts) is not { } view)
        {
            throw SparkConditions.Error("TABLE_OR_VIEW_NOT_FOUND",
                ("relationName", Quoting.Id(parts)), ("searchPath", "[`system`.`builtin`, `system`.`session`, `spark_catalog`.`default`]"));
        }

        // A view is what it was when it was made, whatever views of the same names are made later.
        var resolved = new RelationResolver(_context with { Views = view.Views }).Resolve(view.Plan);
        return Renamed(resolved, column => column with { Qualifier = [parts[^1]] });
    }

    private ResolvedRelation LocalData(Message message) => Scan(_context.Sources.Local[message]);

    private ResolvedRelation Scan(ScanDefinition definition)
    {
        var columns = definition.Schema.Fields.Select(field => _context.Ids.New(field.Name, field.DataType, field.IsNullable, field.MetadataJson)).ToList();
        var scan = new Scan(definition.Source, columns);
        if (definition.Target is not { } target)
            return Over(scan);
        // Local data comes with the schema that the user gave; the data itself may have other types.
        if (target.Count != columns.Count)
            throw SparkConditions.Error("ASSIGNMENT_ARITY_MISMATCH", ("numTarget", Quoting.Number(target.Count)), ("numExpr", Quoting.Number(columns.Count)));
        return Over(new Projection(scan, [.. target.Fields.Select((field, i) => new ComputedColumn(
            _context.Ids.New(field.Name, field.DataType, field.IsNullable, field.MetadataJson), ImplicitCasts.Cast(new ColumnReference(columns[i]), field.DataType)))]));
    }
}
