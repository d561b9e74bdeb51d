using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>The columns that an expression's names may mean.</summary>
internal sealed class NameScope(IReadOnlyList<PlanColumn> columns, IReadOnlyList<PlanScope> plans, SessionSettings settings)
{
    private ILookup<string, PlanColumn>? _byName;

    public IReadOnlyList<PlanColumn> Columns { get; } = columns;

    public IReadOnlyList<PlanScope> Plans { get; } = plans;

    public SessionSettings Settings { get; } = settings;

    /// <summary>Columns that a relation below has but its output leaves out; a sort or filter may still name them.</summary>
    public NameScope? Hidden { get; init; }

    public static NameScope Of(SessionSettings settings, params IReadOnlyList<ResolvedRelation> inputs) =>
        new([.. inputs.SelectMany(input => input.Output)], [.. inputs.Select(input => input.Scope)], settings);

    /// <summary>The column of a name, qualified or followed by fields; null when there is none.</summary>
    public TypedExpression? Find(IReadOnlyList<string> parts)
    {
        _byName ??= Columns.ToLookup(column => column.Name, Settings.NameComparer);
        for (var qualifiers = Math.Min(parts.Count - 1, 3); qualifiers >= 0; qualifiers--)
        {
            var matches = _byName[parts[qualifiers]].Where(column => IsQualified(column, parts, qualifiers)).DistinctBy(column => column.Id).ToList();
            switch (matches.Count)
            {
                case 0:
                    continue;
                case 1:
                    return Field(new ColumnReference(matches[0] with { Name = parts[qualifiers] }), [.. parts.Skip(qualifiers + 1)]);
                default:
                    throw SparkConditions.Error("AMBIGUOUS_REFERENCE",
                        ("name", Quoting.Id(parts)),
                        ("referenceNames", $"[{string.Join(", ", matches.Select(match => Quoting.Id([.. match.Qualifier, match.Name])).Order(StringComparer.Ordinal))}]"));
            }
        }

        return null;
    }

    /// <summary>The column that a frame with a plan id has under a name, if this scope still passes it on.</summary>
    public TypedExpression FindInPlan(IReadOnlyList<string> parts, long planId)
    {
        var found = new List<TypedExpression>();
        foreach (var plan in PlanScope.Find(Plans, planId))
        {
            if (new NameScope(plan.Columns, [], Settings).Find(parts) is { } column && IsVisible(column))
                found.Add(column);
        }

        return found switch
        {
            [var one] => one,
            [] => throw SparkConditions.Error("CANNOT_RESOLVE_DATAFRAME_COLUMN", ("name", Quoting.Id(parts))),
            _ => throw SparkConditions.Error("AMBIGUOUS_COLUMN_REFERENCE", ("name", Quoting.Id(parts))),
        };
    }

    public SparkException Unresolved(IReadOnlyList<string> parts)
    {
        var name = string.Join(".", parts.Select(Quoting.IfNeeded));
        var suggestions = Suggestions.For(parts, name, Columns.Select(column => (IReadOnlyList<string>)[.. column.Qualifier, column.Name]));
        return suggestions.Count == 0
            ? SparkConditions.Error("UNRESOLVED_COLUMN.WITHOUT_SUGGESTION", ("objectName", Quoting.Id(parts)))
            : SparkConditions.Error("UNRESOLVED_COLUMN.WITH_SUGGESTION", ("objectName", Quoting.Id(parts)), ("proposal", string.Join(", ", suggestions)));
    }

    // A column made of `s.a` is called a.
    private TypedExpression Field(ColumnReference column, IReadOnlyList<string> fields) =>
        fields.Count == 0 ? column : new Alias(Fields.Extract(column, fields, Settings), fields[^1]);

    private bool IsVisible(TypedExpression column)
    {
        while (column is not ColumnReference)
        {
            if (column.Children.Count == 0)
                return true;
            column = column.Children[0];
        }

        var id = ((ColumnReference)column).Column.Id;
        for (var scope = this; scope is not null; scope = scope.Hidden)
        {
            if (scope.Columns.Any(c => c.Id == id))
                return true;
        }

        return false;
    }

    private bool IsQualified(PlanColumn column, IReadOnlyList<string> parts, int qualifiers)
    {
        if (qualifiers == 0)
            return true;
        if (column.Qualifier.Count < qualifiers)
            return false;
        for (var i = 0; i < qualifiers; i++)
        {
            if (!string.Equals(column.Qualifier[column.Qualifier.Count - qualifiers + i], parts[i], Settings.NameComparison))
                return false;
        }

        return true;
    }
}
