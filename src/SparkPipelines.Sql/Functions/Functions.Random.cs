namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Numbers evenly spread from 0 to 1, which is left out. The same seed gives the same numbers for the same partitions.</summary>
    /// <returns>double, never null</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Rand(long seed) => Call("rand", Lit(seed));

    /// <summary>Numbers evenly spread from 0 to 1, which is left out, from a random seed.</summary>
    /// <returns>double, never null</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Rand() => Call("rand", RandomSeed());

    /// <summary>Numbers of the standard normal distribution. The same seed gives the same numbers for the same partitions.</summary>
    /// <returns>double, never null</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Randn(long seed) => Call("randn", Lit(seed));

    /// <summary>Numbers of the standard normal distribution, from a random seed.</summary>
    /// <returns>double, never null</returns>
    /// <remarks>Since Spark 1.4.</remarks>
    public static Column Randn() => Call("randn", RandomSeed());

    /// <summary>The same as <see cref="Rand(long)"/>.</summary>
    public static Column Random(long seed) => Rand(seed);

    /// <summary>The same as <see cref="Rand()"/>.</summary>
    public static Column Random() => Rand();

    /// <summary>Texts of so many random letters and digits.</summary>
    /// <returns>string, never null</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column Randstr(int length, long? seed = null) => Call("randstr", Lit(length), seed is { } given ? Lit(given) : RandomSeed());

    /// <summary>Numbers evenly spread between two constants, which are whole numbers or both not.</summary>
    /// <returns>The type of the bounds.</returns>
    /// <remarks>Null when a bound is. Since Spark 4.0.</remarks>
    public static Column Uniform(Column min, Column max, long? seed = null) => Call("uniform", min, max, seed is { } given ? Lit(given) : RandomSeed());

    /// <inheritdoc cref="Uniform(Column, Column, long?)"/>
    public static Column Uniform(int min, int max, long? seed = null) => Uniform(Lit(min), Lit(max), seed);

    /// <inheritdoc cref="Uniform(Column, Column, long?)"/>
    public static Column Uniform(double min, double max, long? seed = null) => Uniform(Lit(min), Lit(max), seed);

    /// <summary>A random universally unique identifier in 36 characters.</summary>
    /// <returns>string, never null</returns>
    /// <remarks>Since Spark 3.0 in SQL; with a seed since 4.1. Without a seed every run draws anew.</remarks>
    public static Column Uuid(long? seed = null) => seed is { } given ? Call("uuid", Lit(given)) : Call("uuid");

    /// <summary>The array's elements in a random order.</summary>
    /// <returns>array</returns>
    /// <remarks>Since Spark 2.4; with a seed since 4.0. Without a seed every run draws anew.</remarks>
    public static Column Shuffle(Column column, long? seed = null) => seed is { } given ? Call("shuffle", column, Lit(given)) : Call("shuffle", column);

    /// <inheritdoc cref="Shuffle(Column, long?)"/>
    public static Column Shuffle(string columnName, long? seed = null) => Shuffle(Col(columnName), seed);
}
