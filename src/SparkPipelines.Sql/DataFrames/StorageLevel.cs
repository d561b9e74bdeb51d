using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>Where and how Spark keeps the rows of a persisted DataFrame.</summary>
public sealed record StorageLevel
{
#pragma warning disable CA1707 // Spark's names
    /// <summary>Not kept.</summary>
    public static StorageLevel NONE { get; } = new(false, false, false, false);

    /// <summary>On disk.</summary>
    public static StorageLevel DISK_ONLY { get; } = new(true, false, false, false);

    /// <summary>On disk, on two nodes.</summary>
    public static StorageLevel DISK_ONLY_2 { get; } = new(true, false, false, false, 2);

    /// <summary>On disk, on three nodes.</summary>
    public static StorageLevel DISK_ONLY_3 { get; } = new(true, false, false, false, 3);

    /// <summary>In memory as objects; what does not fit is computed again.</summary>
    public static StorageLevel MEMORY_ONLY { get; } = new(false, true, false, true);

    /// <summary>As <see cref="MEMORY_ONLY"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_2 { get; } = new(false, true, false, true, 2);

    /// <summary>In memory as bytes; what does not fit is computed again.</summary>
    public static StorageLevel MEMORY_ONLY_SER { get; } = new(false, true, false, false);

    /// <summary>As <see cref="MEMORY_ONLY_SER"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_SER_2 { get; } = new(false, true, false, false, 2);

    /// <summary>In memory as objects, on disk what does not fit; the level of <see cref="DataFrame.Cache"/>.</summary>
    public static StorageLevel MEMORY_AND_DISK { get; } = new(true, true, false, true);

    /// <summary>As <see cref="MEMORY_AND_DISK"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_AND_DISK_2 { get; } = new(true, true, false, true, 2);

    /// <summary>In memory as bytes, on disk what does not fit.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER { get; } = new(true, true, false, false);

    /// <summary>As <see cref="MEMORY_AND_DISK_SER"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER_2 { get; } = new(true, true, false, false, 2);

    /// <summary>Outside the heap as bytes, on disk what does not fit.</summary>
    public static StorageLevel OFF_HEAP { get; } = new(true, true, true, false);
#pragma warning restore CA1707

    /// <summary>A level by its parts, with the parameter names of Microsoft.Spark.</summary>
    /// <param name="useDisk">Whether on disk.</param>
    /// <param name="useMemory">Whether in memory.</param>
    /// <param name="useOffHeap">Whether outside the JVM's heap.</param>
    /// <param name="deserialized">Whether as objects, not as bytes.</param>
    /// <param name="replication">On how many nodes.</param>
    public StorageLevel(bool useDisk, bool useMemory, bool useOffHeap, bool deserialized, int replication = 1) =>
        (UseDisk, UseMemory, UseOffHeap, Deserialized, Replication) = (useDisk, useMemory, useOffHeap, deserialized, replication);

    /// <summary>Whether on disk.</summary>
    public bool UseDisk { get; }

    /// <summary>Whether in memory.</summary>
    public bool UseMemory { get; }

    /// <summary>Whether outside the JVM's heap.</summary>
    public bool UseOffHeap { get; }

    /// <summary>Whether as objects, not as bytes.</summary>
    public bool Deserialized { get; }

    /// <summary>On how many nodes.</summary>
    public int Replication { get; }

    /// <summary>The level in Spark's words, such as <c>Disk Memory Deserialized 1x Replicated</c>.</summary>
    public string Description()
    {
        List<string> words = [];
        if (UseDisk)
            words.Add("Disk");
        if (UseMemory)
            words.Add("Memory");
        if (UseOffHeap)
            words.Add("OffHeap");
        words.Add(Deserialized ? "Deserialized" : "Serialized");
        words.Add($"{Replication}x Replicated");
        return string.Join(' ', words);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description();

    internal Proto.StorageLevel ToMessage() => new()
    {
        UseDisk = UseDisk,
        UseMemory = UseMemory,
        UseOffHeap = UseOffHeap,
        Deserialized = Deserialized,
        Replication = Replication,
    };

    internal static StorageLevel Of(Proto.StorageLevel message) =>
        new(message.UseDisk, message.UseMemory, message.UseOffHeap, message.Deserialized, message.Replication);
}
