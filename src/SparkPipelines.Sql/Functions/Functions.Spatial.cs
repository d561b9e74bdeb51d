namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>A geometry or geography as well-known binary, little-endian (NDR) or big-endian (XDR).</summary>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column StAsBinary(Column geo) => Call("st_asbinary", geo);

    /// <inheritdoc cref="StAsBinary(Column)"/>
    public static Column StAsBinary(string geoName) => Call("st_asbinary", Col(geoName));

    /// <inheritdoc cref="StAsBinary(Column)"/>
    public static Column StAsBinary(Column geo, string endianness) => Call("st_asbinary", geo, Lit(endianness));

    /// <inheritdoc cref="StAsBinary(Column)"/>
    public static Column StAsBinary(Column geo, Column endianness) => Call("st_asbinary", geo, endianness);

    /// <inheritdoc cref="StAsBinary(Column)"/>
    public static Column StAsBinary(string geoName, string endianness) => Call("st_asbinary", Col(geoName), Lit(endianness));

    /// <summary>The geography of well-known binary.</summary>
    /// <returns>geography</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column StGeogFromWkb(Column wkb) => Call("st_geogfromwkb", wkb);

    /// <inheritdoc cref="StGeogFromWkb(Column)"/>
    public static Column StGeogFromWkb(string wkbName) => Call("st_geogfromwkb", Col(wkbName));

    /// <summary>The geometry of well-known binary, in a reference system, 0 unless given.</summary>
    /// <returns>geometry</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column StGeomFromWkb(Column wkb) => Call("st_geomfromwkb", wkb);

    /// <inheritdoc cref="StGeomFromWkb(Column)"/>
    public static Column StGeomFromWkb(string wkbName) => Call("st_geomfromwkb", Col(wkbName));

    /// <inheritdoc cref="StGeomFromWkb(Column)"/>
    public static Column StGeomFromWkb(Column wkb, int srid) => Call("st_geomfromwkb", wkb, Lit(srid));

    /// <inheritdoc cref="StGeomFromWkb(Column)"/>
    public static Column StGeomFromWkb(Column wkb, Column srid) => Call("st_geomfromwkb", wkb, srid);

    /// <inheritdoc cref="StGeomFromWkb(Column)"/>
    public static Column StGeomFromWkb(string wkbName, int srid) => Call("st_geomfromwkb", Col(wkbName), Lit(srid));

    /// <summary>The geometry or geography said to be in another reference system.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column StSetSrid(Column geo, int srid) => Call("st_setsrid", geo, Lit(srid));

    /// <inheritdoc cref="StSetSrid(Column, int)"/>
    public static Column StSetSrid(Column geo, Column srid) => Call("st_setsrid", geo, srid);

    /// <inheritdoc cref="StSetSrid(Column, int)"/>
    public static Column StSetSrid(string geoName, int srid) => Call("st_setsrid", Col(geoName), Lit(srid));

    /// <summary>The number of the reference system.</summary>
    /// <returns>int</returns>
    /// <remarks>Since Spark 4.1.</remarks>
    public static Column StSrid(Column geo) => Call("st_srid", geo);

    /// <inheritdoc cref="StSrid(Column)"/>
    public static Column StSrid(string geoName) => Call("st_srid", Col(geoName));
}
