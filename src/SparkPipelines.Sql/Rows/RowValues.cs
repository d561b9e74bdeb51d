using System.Collections;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

/// <summary>What rows do with their values: hand them out as the type asked for, and compare them by content.</summary>
internal static class RowValues
{
    public static readonly IEqualityComparer<object?> Comparer = new ContentComparer();

    public static T As<T>(object? value, string place)
    {
        if (value is T same)
            return same;
        if (value is null && default(T) is null)
            return default!;
        if (TryConvert(value, typeof(T), out var converted))
            return (T)converted!;
        throw new InvalidCastException(value is null
            ? $"The value {place} is null, which {Name(typeof(T))} can't be; ask for {Name(typeof(T))}?."
            : $"The value {place} is a {Name(value.GetType())}, not a {Name(typeof(T))}.");
    }

    public static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }

    private static bool TryConvert(object? value, Type target, out object? converted)
    {
        converted = value;
        if (value is null)
            return !target.IsValueType || Nullable.GetUnderlyingType(target) is not null;
        if (target.IsInstanceOfType(value))
            return true;
        switch (value)
        {
            case DateOnly day when target == typeof(Date):
                converted = (Date)day;
                return true;
            case DateTime instant when target == typeof(Timestamp):
                converted = new Timestamp(instant);
                return true;
            case object?[] items when ElementOf(target) is { } element:
                return TryConvertItems(items, target, element, out converted);
            case IReadOnlyDictionary<object, object?> map when target.IsGenericType && target.GetGenericArguments() is [var key, var item]:
                return TryConvertMap(map, target, key, item, out converted);
            default:
                return false;
        }
    }

    private static Type? ElementOf(Type target) =>
        target.IsArray ? target.GetElementType() : target.IsGenericType && target.GetGenericArguments() is [var element] ? element : null;

    private static bool TryConvertItems(object?[] items, Type target, Type element, out object? converted)
    {
        var array = Array.CreateInstance(element, items.Length);
        converted = null;
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryConvert(items[i], element, out var item))
                return false;
            array.SetValue(item, i);
        }

        converted = target.IsInstanceOfType(array) ? array
            : target == typeof(List<>).MakeGenericType(element) ? Activator.CreateInstance(target, array)
            : null;
        return converted is not null;
    }

    private static bool TryConvertMap(IReadOnlyDictionary<object, object?> map, Type target, Type key, Type item, out object? converted)
    {
        converted = null;
        var type = typeof(Dictionary<,>).MakeGenericType(key, item);
        if (!target.IsAssignableFrom(type))
            return false;
        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var (from, to) in map)
        {
            if (!TryConvert(from, key, out var convertedKey) || !TryConvert(to, item, out var convertedItem))
                return false;
            dictionary.Add(convertedKey!, convertedItem);
        }

        converted = dictionary;
        return true;
    }

    private sealed class ContentComparer : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y)
        {
            if (ReferenceEquals(x, y))
                return true;
            return (x, y) switch
            {
                (null, _) or (_, null) => false,
                (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
                (object?[] a, object?[] b) => a.AsSpan().SequenceEqual(b, this),
                (IReadOnlyDictionary<object, object?> a, IReadOnlyDictionary<object, object?> b) =>
                    a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var other) && Equals(entry.Value, other)),
                (Array a, Array b) => a.GetType() == b.GetType() && Equals(Items(a), Items(b)),
                _ => x.Equals(y),
            };
        }

        public int GetHashCode(object? value)
        {
            switch (value)
            {
                case null:
                    return 0;
                case byte[] bytes:
                    var content = default(HashCode);
                    content.AddBytes(bytes);
                    return content.ToHashCode();
                case IReadOnlyDictionary<object, object?> map:
                    return map.Aggregate(map.Count, (sum, entry) => sum ^ HashCode.Combine(GetHashCode(entry.Key), GetHashCode(entry.Value)));
                case Array items:
                    var hash = default(HashCode);
                    foreach (var item in items)
                        hash.Add(GetHashCode(item));
                    return hash.ToHashCode();
                default:
                    return value.GetHashCode();
            }
        }

        private static object?[] Items(Array array) => [.. array.Cast<object?>()];
    }
}
