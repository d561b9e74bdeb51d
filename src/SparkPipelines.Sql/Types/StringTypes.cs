namespace SparkPipelines.Sql.Types;

/// <summary>Text in UTF-8, compared by its bytes unless a collation says otherwise.</summary>
public sealed class StringType : AtomicType
{
    /// <summary>The collation that compares bytes; every string has it unless told otherwise.</summary>
    public const string BinaryCollation = "UTF8_BINARY";

    /// <summary>Text under a collation such as <c>UNICODE_CI</c>; collations other than the default need Spark 4.0 or later.</summary>
    public StringType(string collation = BinaryCollation) => Collation = collation;

    /// <summary>The collation's name, <c>UTF8_BINARY</c> by default.</summary>
    public string Collation { get; }

    /// <inheritdoc/>
    public override string TypeName => "string";

    /// <inheritdoc/>
    public override string SimpleString => Collation == BinaryCollation ? "string" : $"string collate {Collation}";

    /// <inheritdoc/>
    public override string Sql => Collation == BinaryCollation ? "STRING" : $"STRING COLLATE {Collation.ToUpperInvariant()}";

    /// <summary>The name of Spark's own collations' provider.</summary>
    public const string ProviderSpark = "spark";

    /// <summary>The name of the provider of the collations of languages, the ICU library.</summary>
    public const string ProviderIcu = "icu";

    /// <summary>Spark 4.2's providers of collations.</summary>
    public static IReadOnlyList<string> Providers { get; } = [ProviderSpark, ProviderIcu];

    /// <summary>Who provides a collation: Spark for those whose name begins with <c>UTF8_</c>, ICU for the others. The name is not looked up.</summary>
    public static string CollationProvider(string collationName)
    {
        ArgumentNullException.ThrowIfNull(collationName);
        return collationName.StartsWith("UTF8_", StringComparison.OrdinalIgnoreCase) ? ProviderSpark : ProviderIcu;
    }

    /// <summary>Whether texts compare by their bytes, which is the default.</summary>
    public bool IsUTF8BinaryCollation => Collation == BinaryCollation;

    private protected override bool EqualParts(DataType other) => other is StringType s && s.Collation == Collation;

    private protected override int HashParts() => Collation.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Text of exactly <see cref="Length"/> characters, padded with blanks; lives in table definitions only, columns show it as string.</summary>
public sealed class CharType(int length) : AtomicType
{
    /// <summary>Characters.</summary>
    public int Length { get; } = length;

    /// <inheritdoc/>
    public override string TypeName => "char";

    /// <inheritdoc/>
    public override string SimpleString => $"char({Length})";

    private protected override bool EqualParts(DataType other) => other is CharType c && c.Length == Length;

    private protected override int HashParts() => Length;
}

/// <summary>Text of at most <see cref="Length"/> characters; lives in table definitions only, columns show it as string.</summary>
public sealed class VarcharType(int length) : AtomicType
{
    /// <summary>Characters.</summary>
    public int Length { get; } = length;

    /// <inheritdoc/>
    public override string TypeName => "varchar";

    /// <inheritdoc/>
    public override string SimpleString => $"varchar({Length})";

    private protected override bool EqualParts(DataType other) => other is VarcharType c && c.Length == Length;

    private protected override int HashParts() => Length;
}
