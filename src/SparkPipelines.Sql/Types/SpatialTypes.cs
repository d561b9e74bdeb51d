namespace SparkPipelines.Sql.Types;

/// <summary>A shape on a plane; Spark 4.1 and later.</summary>
public sealed class GeometryType(int srid) : AtomicType
{
    /// <summary>The spatial reference system of longitudes and latitudes, WGS 84.</summary>
    public const int DefaultSrid = 4326;

    /// <summary>Stands for shapes of several spatial reference systems in one column.</summary>
    public const int MixedSrid = -1;

    /// <summary>The name of the reference system that <see cref="DefaultSrid"/> stands for.</summary>
    public const string DefaultCrs = "OGC:CRS84";

    /// <summary>What is written for several reference systems in one column.</summary>
    public const string MixedCrs = "SRID:ANY";

    /// <summary>The spatial reference system's number.</summary>
    public int Srid { get; } = srid;

    /// <inheritdoc/>
    public override string TypeName => SimpleString;

    /// <inheritdoc/>
    public override string SimpleString => $"geometry({(Srid < 0 ? "any" : Srid.ToString(System.Globalization.CultureInfo.InvariantCulture))})";

    private protected override bool EqualParts(DataType other) => other is GeometryType g && g.Srid == Srid;

    private protected override int HashParts() => Srid;
}

/// <summary>A shape on the globe; Spark 4.1 and later.</summary>
public sealed class GeographyType(int srid) : AtomicType
{
    /// <summary>How lengths between two points are found: along the sphere.</summary>
    public const string DefaultAlg = "SPHERICAL";

    /// <summary>The spatial reference system of longitudes and latitudes, WGS 84.</summary>
    public const int DefaultSrid = 4326;

    /// <summary>Stands for shapes of several spatial reference systems in one column.</summary>
    public const int MixedSrid = -1;

    /// <summary>The name of the reference system that <see cref="DefaultSrid"/> stands for.</summary>
    public const string DefaultCrs = "OGC:CRS84";

    /// <summary>What is written for several reference systems in one column.</summary>
    public const string MixedCrs = "SRID:ANY";

    /// <summary>The spatial reference system's number.</summary>
    public int Srid { get; } = srid;

    /// <inheritdoc/>
    public override string TypeName => SimpleString;

    /// <inheritdoc/>
    public override string SimpleString => $"geography({(Srid < 0 ? "any" : Srid.ToString(System.Globalization.CultureInfo.InvariantCulture))})";

    private protected override bool EqualParts(DataType other) => other is GeographyType g && g.Srid == Srid;

    private protected override int HashParts() => Srid;
}
