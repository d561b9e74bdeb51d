using System.Reflection;
using System.Runtime.CompilerServices;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>What a record type is made of: its constructor's parameters, then the properties that can be set besides.</summary>
internal sealed class RecordMembers
{
    private RecordMembers(Type type, ConstructorInfo? constructor, IReadOnlyList<RecordMember> members)
    {
        Type = type;
        Constructor = constructor;
        Members = members;
    }

    public Type Type { get; }

    /// <summary>Null for a struct that has no constructor of its own.</summary>
    public ConstructorInfo? Constructor { get; }

    public IReadOnlyList<RecordMember> Members { get; }

    public bool IsTuple => Type.IsAssignableTo(typeof(ITuple));

    /// <exception cref="ArgumentException">The type can't be made from columns.</exception>
    public static RecordMembers Of(Type type)
    {
        var constructor = type.GetConstructors()
            .Where(candidate => !(candidate.GetParameters() is [var only] && only.ParameterType == type))
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (type.IsAbstract || type.IsPrimitive || (constructor is null && !type.IsValueType))
            throw new ArgumentException($"{RowValues.Name(type)} can't be made from columns; a record needs a public constructor or settable properties.", nameof(type));

        var parameters = constructor?.GetParameters() ?? [];
        var members = parameters.Select(parameter => new RecordMember(parameter.Name!, ClrShape.Of(parameter), parameter, null))
            .Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .Where(property => !parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
                .Select(property => new RecordMember(property.Name, ClrShape.Of(property), null, property)))
            .ToArray();
        return members.Length > 0
            ? new RecordMembers(type, constructor, members)
            : throw new ArgumentException($"{RowValues.Name(type)} can't be made from columns; it has neither constructor parameters nor settable properties.", nameof(type));
    }

    /// <summary>
    /// The member of each column, by the first of these that fits: the same name, the same name in any case, the same name without underscores.
    /// Tuples go by position.
    /// </summary>
    /// <exception cref="ConversionException">A member without a column, a column without a member, or several columns for one member.</exception>
    public RecordMember[] Match(StructType schema, string prefix)
    {
        if (IsTuple && Members.Count == schema.Count)
            return [.. Members];
        var byColumn = new RecordMember?[schema.Count];
        foreach (var member in Members)
        {
            var column = Find(schema, member, prefix);
            if (byColumn[column] is { } other)
                throw Error(schema, $"Column '{prefix}{schema[column].Name}' fits both '{other.Name}' and '{member.Name}' of {RowValues.Name(Type)}; rename one of them.");
            byColumn[column] = member;
        }

        var left = schema.Where((_, index) => byColumn[index] is null).Select(field => $"'{prefix}{field.Name}'").ToArray();
        return left.Length == 0
            ? [.. byColumn.OfType<RecordMember>()]
            : throw Error(schema, $"{RowValues.Name(Type)} has no member for {(left.Length == 1 ? "column" : "columns")} {string.Join(", ", left)}; select the columns it needs, or add the members.");
    }

    private int Find(StructType schema, RecordMember member, string prefix)
    {
        foreach (var fits in new Func<string, bool>[]
        {
            name => name == member.Name,
            name => string.Equals(name, member.Name, StringComparison.OrdinalIgnoreCase),
            name => string.Equals(Bare(name), Bare(member.Name), StringComparison.OrdinalIgnoreCase),
        })
        {
            var found = Enumerable.Range(0, schema.Count).Where(index => fits(schema[index].Name)).ToArray();
            if (found.Length == 1)
                return found[0];
            if (found.Length > 1)
                throw Error(schema, $"'{member.Name}' of {RowValues.Name(Type)} fits the columns {string.Join(" and ", found.Select(index => $"'{prefix}{schema[index].Name}'"))}; rename one of them.");
        }

        throw Error(schema, $"There is no column for '{member.Name}' of {RowValues.Name(Type)}; the columns are {string.Join(", ", schema.Select(field => $"'{prefix}{field.Name}'"))}.");
    }

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);

    private static ConversionException Error(StructType schema, string message) => new("", schema, message);
}

/// <summary>A parameter of a record's constructor, or a property that is set.</summary>
internal sealed record RecordMember(string Name, ClrShape Shape, ParameterInfo? Parameter, PropertyInfo? Property);
