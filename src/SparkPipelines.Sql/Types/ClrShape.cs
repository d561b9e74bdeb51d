using System.Reflection;

namespace SparkPipelines.Sql.Types;

/// <summary>A CLR type with what its nullable annotations say of it and of its parts.</summary>
internal sealed class ClrShape
{
    private readonly NullabilityInfo? _annotations;

    private ClrShape(Type declared, NullabilityInfo? annotations)
    {
        Declared = declared;
        Type = Nullable.GetUnderlyingType(declared) ?? declared;
        _annotations = annotations;
        AllowsNull = declared.IsValueType ? declared != Type : annotations?.ReadState is not NullabilityState.NotNull;
    }

    /// <summary>The type as written: <c>int?</c>.</summary>
    public Type Declared { get; }

    /// <summary>The type without its nullability: <c>int</c>.</summary>
    public Type Type { get; }

    /// <summary>Whether null may be put there. A reference without annotations may be null.</summary>
    public bool AllowsNull { get; }

    /// <summary>A type with no place of its own: references in it may be null.</summary>
    public static ClrShape Of(Type type) => new(type, null);

    public static ClrShape Of(PropertyInfo property) => new(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static ClrShape Of(ParameterInfo parameter) => new(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    /// <summary>The element of an array, or of a collection with one type argument; null when it is neither.</summary>
    public ClrShape? Element()
    {
        if (Type == typeof(byte[]) || Type == typeof(string))
            return null;
        if (Type.IsArray && Type.GetArrayRank() == 1)
            return new ClrShape(Type.GetElementType()!, _annotations?.ElementType);
        return Type.IsGenericType && ListTypes.Contains(Type.GetGenericTypeDefinition()) ? Argument(0) : null;
    }

    /// <summary>Key and value of a dictionary; null when it is none.</summary>
    public (ClrShape Key, ClrShape Value)? Entry() =>
        Type.IsGenericType && DictionaryTypes.Contains(Type.GetGenericTypeDefinition()) ? (Argument(0), Argument(1)) : null;

    /// <summary>Whether values of the type have parts with names: neither one value, nor a collection of them.</summary>
    public bool IsRecord => Type != typeof(object) && ClrTypes.OfScalar(Type) is null && Element() is null && Entry() is null;

    private static readonly Type[] ListTypes =
        [typeof(List<>), typeof(IList<>), typeof(IReadOnlyList<>), typeof(ICollection<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>)];

    private static readonly Type[] DictionaryTypes = [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    private ClrShape Argument(int index) =>
        new(Type.GetGenericArguments()[index], _annotations?.GenericTypeArguments is { } arguments && index < arguments.Length ? arguments[index] : null);
}
