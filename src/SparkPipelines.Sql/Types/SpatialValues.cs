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
    private readonly byte[]? _wkb;
    private readonly int _srid;

    private Geometry(byte[] wkb, int srid) => (_wkb, _srid) = (wkb, srid);

    /// <summary>A value of well-known binary; the bytes are not copied, and Spark, not this, sees whether they are well formed.</summary>
    /// <param name="wkb">Well-known binary, of either byte order.</param>
    /// <param name="srid">The spatial reference system's number.</param>
    public static Geometry FromWkb(byte[] wkb, int srid)
    {
        ArgumentNullException.ThrowIfNull(wkb);
        return new Geometry(wkb, srid);
    }

    /// <summary>The well-known binary, little-endian where Spark made it; not a copy.</summary>
    public byte[] GetBytes() => _wkb ?? [];

    /// <summary>The spatial reference system's number.</summary>
    public int GetSrid() => _srid;

    /// <inheritdoc/>
    public bool Equals(Geometry other) => _srid == other._srid && GetBytes().AsSpan().SequenceEqual(other.GetBytes());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Geometry other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(_srid);
        hash.AddBytes(GetBytes());
        return hash.ToHashCode();
    }

    /// <summary>The reference system and the bytes in hexadecimal: <c>SRID=4326;0101…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SRID={_srid};{Convert.ToHexString(GetBytes())}");

    /// <summary>Whether both have the same bytes and reference system.</summary>
    public static bool operator ==(Geometry left, Geometry right) => left.Equals(right);

    /// <summary>Whether the bytes or the reference systems differ.</summary>
    public static bool operator !=(Geometry left, Geometry right) => !left.Equals(right);
}

/// <summary>A value of a <see cref="GeographyType"/>: a shape on the globe as well-known binary, and the spatial reference system of its coordinates. Equal when both are.</summary>
public readonly struct Geography : IEquatable<Geography>, ISpatialValue<Geography>
{
    private readonly byte[]? _wkb;
    private readonly int _srid;

    private Geography(byte[] wkb, int srid) => (_wkb, _srid) = (wkb, srid);

    /// <summary>A value of well-known binary; the bytes are not copied, and Spark, not this, sees whether they are well formed.</summary>
    /// <param name="wkb">Well-known binary, of either byte order.</param>
    /// <param name="srid">The spatial reference system's number.</param>
    public static Geography FromWkb(byte[] wkb, int srid)
    {
        ArgumentNullException.ThrowIfNull(wkb);
        return new Geography(wkb, srid);
    }

    /// <summary>The well-known binary, little-endian where Spark made it; not a copy.</summary>
    public byte[] GetBytes() => _wkb ?? [];

    /// <summary>The spatial reference system's number.</summary>
    public int GetSrid() => _srid;

    /// <inheritdoc/>
    public bool Equals(Geography other) => _srid == other._srid && GetBytes().AsSpan().SequenceEqual(other.GetBytes());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Geography other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(_srid);
        hash.AddBytes(GetBytes());
        return hash.ToHashCode();
    }

    /// <summary>The reference system and the bytes in hexadecimal: <c>SRID=4326;0101…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SRID={_srid};{Convert.ToHexString(GetBytes())}");

    /// <summary>Whether both have the same bytes and reference system.</summary>
    public static bool operator ==(Geography left, Geography right) => left.Equals(right);

    /// <summary>Whether the bytes or the reference systems differ.</summary>
    public static bool operator !=(Geography left, Geography right) => !left.Equals(right);
}
