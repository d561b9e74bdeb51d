using System.Globalization;

namespace SparkPipelines.Sql.Types;

/// <summary>What both kinds of shapes are made of.</summary>
internal interface ISpatialValue<TSelf>
    where TSelf : struct, ISpatialValue<TSelf>
{
    static abstract TSelf FromWkb(byte[] wkb, int srid);

    byte[] GetBytes();

    int GetSrid();
}

/// <summary>A value of a <see cref="GeometryType"/>: a shape on a plane as well-known binary, and the spatial reference system of its coordinates. Equal when both are.</summary>
public readonly struct Geometry : IEquatable<Geometry>, ISpatialValue<Geometry>
{
    private readonly Shape _shape;

    private Geometry(Shape shape) => _shape = shape;

    /// <summary>A value of well-known binary; the bytes are not copied, and Spark, not this, sees whether they are well formed.</summary>
    /// <param name="wkb">Well-known binary, of either byte order.</param>
    /// <param name="srid">The spatial reference system's number.</param>
    public static Geometry FromWkb(byte[] wkb, int srid)
    {
        ArgumentNullException.ThrowIfNull(wkb);
        return new Geometry(new Shape(wkb, srid));
    }

    /// <summary>The well-known binary, little-endian where Spark made it; not a copy.</summary>
    public byte[] GetBytes() => _shape.Wkb;

    /// <summary>The spatial reference system's number.</summary>
    public int GetSrid() => _shape.Srid;

    /// <inheritdoc/>
    public bool Equals(Geometry other) => _shape.Equals(other._shape);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Geometry other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _shape.GetHashCode();

    /// <summary>The reference system and the bytes in hexadecimal: <c>SRID=4326;0101…</c>.</summary>
    public override string ToString() => _shape.ToString();

    /// <summary>Whether both have the same bytes and reference system.</summary>
    public static bool operator ==(Geometry left, Geometry right) => left.Equals(right);

    /// <summary>Whether the bytes or the reference systems differ.</summary>
    public static bool operator !=(Geometry left, Geometry right) => !left.Equals(right);
}

/// <summary>A value of a <see cref="GeographyType"/>: a shape on the globe as well-known binary, and the spatial reference system of its coordinates. Equal when both are.</summary>
public readonly struct Geography : IEquatable<Geography>, ISpatialValue<Geography>
{
    private readonly Shape _shape;

    private Geography(Shape shape) => _shape = shape;

    /// <summary>A value of well-known binary; the bytes are not copied, and Spark, not this, sees whether they are well formed.</summary>
    /// <param name="wkb">Well-known binary, of either byte order.</param>
    /// <param name="srid">The spatial reference system's number.</param>
    public static Geography FromWkb(byte[] wkb, int srid)
    {
        ArgumentNullException.ThrowIfNull(wkb);
        return new Geography(new Shape(wkb, srid));
    }

    /// <summary>The well-known binary, little-endian where Spark made it; not a copy.</summary>
    public byte[] GetBytes() => _shape.Wkb;

    /// <summary>The spatial reference system's number.</summary>
    public int GetSrid() => _shape.Srid;

    /// <inheritdoc/>
    public bool Equals(Geography other) => _shape.Equals(other._shape);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Geography other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _shape.GetHashCode();

    /// <summary>The reference system and the bytes in hexadecimal: <c>SRID=4326;0101…</c>.</summary>
    public override string ToString() => _shape.ToString();

    /// <summary>Whether both have the same bytes and reference system.</summary>
    public static bool operator ==(Geography left, Geography right) => left.Equals(right);

    /// <summary>Whether the bytes or the reference systems differ.</summary>
    public static bool operator !=(Geography left, Geography right) => !left.Equals(right);
}

/// <summary>What both kinds hold; their default is a shape of no bytes.</summary>
internal readonly struct Shape(byte[] wkb, int srid) : IEquatable<Shape>
{
    private readonly byte[]? _wkb = wkb;

    public byte[] Wkb => _wkb ?? [];

    public int Srid { get; } = srid;

    public bool Equals(Shape other) => Srid == other.Srid && Wkb.AsSpan().SequenceEqual(other.Wkb);

    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Srid);
        hash.AddBytes(Wkb);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SRID={Srid};{Convert.ToHexString(Wkb)}");
}
