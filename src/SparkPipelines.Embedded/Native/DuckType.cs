using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SparkPipelines.Embedded.Native;

/// <summary>A member of a struct type.</summary>
internal sealed record DuckField(string Name, DuckType Type);

/// <summary>A DuckDB logical type as a value: compared by structure, turned into a native type only where DuckDB asks for one.</summary>
internal sealed class DuckType : IEquatable<DuckType>
{
    internal static readonly DuckType Boolean = new(DuckTypeId.Boolean);
    internal static readonly DuckType TinyInt = new(DuckTypeId.TinyInt);
    internal static readonly DuckType SmallInt = new(DuckTypeId.SmallInt);
    internal static readonly DuckType Int = new(DuckTypeId.Integer);
    internal static readonly DuckType BigInt = new(DuckTypeId.BigInt);
    internal static readonly DuckType UBigInt = new(DuckTypeId.UBigInt);
    internal static readonly DuckType HugeInt = new(DuckTypeId.HugeInt);
    internal static readonly DuckType Float = new(DuckTypeId.Float);
    internal static readonly DuckType Double = new(DuckTypeId.Double);
    internal static readonly DuckType Date = new(DuckTypeId.Date);
    internal static readonly DuckType Timestamp = new(DuckTypeId.Timestamp);
    internal static readonly DuckType TimestampTz = new(DuckTypeId.TimestampTz);
    internal static readonly DuckType Varchar = new(DuckTypeId.Varchar);
    internal static readonly DuckType Blob = new(DuckTypeId.Blob);
    internal static readonly DuckType SqlNull = new(DuckTypeId.SqlNull);

    /// <summary>Any type, for parameters of functions only.</summary>
    internal static readonly DuckType Any = new(DuckTypeId.Any);

    private DuckType(DuckTypeId id, byte width = 0, byte scale = 0, ImmutableArray<DuckField> fields = default)
    {
        Id = id;
        Width = width;
        Scale = scale;
        Fields = fields.IsDefault ? [] : fields;
    }

    internal DuckTypeId Id { get; }

    /// <summary>A decimal's precision.</summary>
    internal byte Width { get; }

    /// <summary>A decimal's scale.</summary>
    internal byte Scale { get; }

    /// <summary>A struct's members, a list's one <c>element</c>, a map's <c>key</c> and <c>value</c>.</summary>
    internal ImmutableArray<DuckField> Fields { get; }

    /// <summary>The type of a list's elements.</summary>
    internal DuckType Element => Fields[0].Type;

    /// <summary>Bytes of one value in a vector; 0 for struct, whose values are in its members.</summary>
    internal int PhysicalBytes => Id switch
    {
        DuckTypeId.Boolean or DuckTypeId.TinyInt or DuckTypeId.UTinyInt => 1,
        DuckTypeId.SmallInt or DuckTypeId.USmallInt => 2,
        DuckTypeId.Integer or DuckTypeId.UInteger or DuckTypeId.Float or DuckTypeId.Date or DuckTypeId.SqlNull => 4,
        DuckTypeId.BigInt or DuckTypeId.UBigInt or DuckTypeId.Double or DuckTypeId.Timestamp or DuckTypeId.TimestampTz => 8,
        DuckTypeId.HugeInt or DuckTypeId.Varchar or DuckTypeId.Blob or DuckTypeId.List or DuckTypeId.Map => 16,
        DuckTypeId.Decimal => Width switch { <= 4 => 2, <= 9 => 4, <= 18 => 8, _ => 16 },
        _ => 0,
    };

    internal static DuckType Decimal(int precision, int scale) => new(DuckTypeId.Decimal, checked((byte)precision), checked((byte)scale));

    internal static DuckType List(DuckType element) => new(DuckTypeId.List, fields: [new("element", element)]);

    internal static DuckType Map(DuckType key, DuckType value) => new(DuckTypeId.Map, fields: [new("key", key), new("value", value)]);

    internal static DuckType Struct(params ReadOnlySpan<DuckField> fields) => new(DuckTypeId.Struct, fields: [.. fields]);

    /// <summary>The type's name in DuckDB SQL, for casts.</summary>
    internal string Sql => Id switch
    {
        DuckTypeId.Boolean => "BOOLEAN",
        DuckTypeId.TinyInt => "TINYINT",
        DuckTypeId.SmallInt => "SMALLINT",
        DuckTypeId.Integer => "INTEGER",
        DuckTypeId.BigInt => "BIGINT",
        DuckTypeId.UBigInt => "UBIGINT",
        DuckTypeId.HugeInt => "HUGEINT",
        DuckTypeId.Float => "FLOAT",
        DuckTypeId.Double => "DOUBLE",
        DuckTypeId.Date => "DATE",
        DuckTypeId.Timestamp => "TIMESTAMP",
        DuckTypeId.TimestampTz => "TIMESTAMPTZ",
        DuckTypeId.Varchar => "VARCHAR",
        DuckTypeId.Blob => "BLOB",
        DuckTypeId.SqlNull => "\"NULL\"",
        DuckTypeId.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width}, {Scale})"),
        DuckTypeId.List => Element.Sql + "[]",
        DuckTypeId.Map => $"MAP({Fields[0].Type.Sql}, {Fields[1].Type.Sql})",
        DuckTypeId.Struct => "STRUCT(" + string.Join(", ", Fields.Select(f => $"{SqlText.Identifier(f.Name)} {f.Type.Sql}")) + ")",
        _ => Id.ToString().ToUpperInvariant(),
    };

    /// <summary>A type's logical type; the caller destroys it (<see cref="Destroy"/>).</summary>
    internal unsafe nint CreateNative()
    {
        switch (Id)
        {
            case DuckTypeId.Decimal:
                return NativeMethods.CreateDecimalType(Width, Scale);
            case DuckTypeId.List:
            {
                nint element = Element.CreateNative();
                nint list = NativeMethods.CreateListType(element);
                Destroy(element);
                return list;
            }
            case DuckTypeId.Map:
            {
                nint key = Fields[0].Type.CreateNative();
                nint value = Fields[1].Type.CreateNative();
                nint map = NativeMethods.CreateMapType(key, value);
                Destroy(key);
                Destroy(value);
                return map;
            }
            case DuckTypeId.Struct:
                return CreateStruct();
            default:
                return NativeMethods.CreateLogicalType(Id);
        }
    }

    /// <summary>Destroys a logical type.</summary>
    internal static unsafe void Destroy(nint type) => NativeMethods.DestroyLogicalType(&type);

    /// <summary>Reads a logical type and destroys it.</summary>
    internal static unsafe DuckType Take(nint type)
    {
        try
        {
            DuckTypeId id = NativeMethods.GetTypeId(type);
            switch (id)
            {
                case DuckTypeId.Decimal:
                    return Decimal(NativeMethods.DecimalWidth(type), NativeMethods.DecimalScale(type));
                case DuckTypeId.List:
                    return List(Take(NativeMethods.ListChildType(type)));
                case DuckTypeId.Map:
                    return Map(Take(NativeMethods.MapKeyType(type)), Take(NativeMethods.MapValueType(type)));
                case DuckTypeId.Struct:
                    var fields = new DuckField[checked((int)NativeMethods.StructChildCount(type))];
                    for (int i = 0; i < fields.Length; i++)
                    {
                        byte* name = NativeMethods.StructChildName(type, (ulong)i);
                        fields[i] = new DuckField(NativeMethods.Text(name), Take(NativeMethods.StructChildType(type, (ulong)i)));
                        NativeMethods.Free(name);
                    }
                    return Struct(fields);
                default:
                    return new DuckType(id);
            }
        }
        finally
        {
            Destroy(type);
        }
    }

    /// <inheritdoc/>
    public bool Equals(DuckType? other) =>
        other is not null && Id == other.Id && Width == other.Width && Scale == other.Scale && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DuckType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Width, Scale, Fields.Length);

    /// <inheritdoc/>
    public override string ToString() => Sql;

    private unsafe nint CreateStruct()
    {
        var members = new nint[Fields.Length];
        byte** names = (byte**)NativeMemory.AllocZeroed((nuint)(Fields.Length + 1), (nuint)sizeof(byte*));
        try
        {
            for (int i = 0; i < members.Length; i++)
            {
                members[i] = Fields[i].Type.CreateNative();
                names[i] = NativeUtf8.Allocate(Fields[i].Name);
            }
            fixed (nint* first = members)
                return NativeMethods.CreateStructType(first, names, (ulong)members.Length);
        }
        finally
        {
            for (int i = 0; i < members.Length; i++)
            {
                if (members[i] != 0)
                    Destroy(members[i]);
                NativeMemory.Free(names[i]);
            }
            NativeMemory.Free(names);
        }
    }
}

/// <summary>Null-terminated UTF-8 in native memory.</summary>
internal static unsafe class NativeUtf8
{
    /// <summary>Copies a text; the caller frees it with <see cref="NativeMemory.Free"/>.</summary>
    internal static byte* Allocate(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        byte* copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        copy[length] = 0;
        return copy;
    }
}
