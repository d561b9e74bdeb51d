using SparkPipelines.Sql;

namespace SparkPipelines.Data;

/// <summary>Makes definitions of tables. Nothing is read until rows or schema are asked for.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Members of an instance, so that other packages can add sources as extension methods.")]
public sealed class TabularDatasetFactory
{
    internal TabularDatasetFactory()
    {
    }

    /// <summary>A table of delimited text files; files ending in <c>.gz</c> are unpacked.</summary>
    /// <param name="path">A file, a folder or a pattern.</param>
    /// <param name="options">How to read them; the defaults when null.</param>
    /// <exception cref="ArgumentException">Options that make no sense, all in one message.</exception>
    public TabularDataset FromDelimitedFiles(DataPath path, DelimitedOptions? options = null) => FromDelimitedFiles([path], options);

    /// <inheritdoc cref="FromDelimitedFiles(DataPath, DelimitedOptions?)"/>
    /// <param name="paths">Files, folders or patterns; the rows come in this order.</param>
    /// <param name="options">How to read them; the defaults when null.</param>
    public TabularDataset FromDelimitedFiles(IReadOnlyList<DataPath> paths, DelimitedOptions? options = null) =>
        new(new DelimitedSource(Checked(paths), options ?? new DelimitedOptions()));

    /// <summary>A table of Parquet files, which must have one schema.</summary>
    /// <param name="path">A file, a folder or a pattern.</param>
    public TabularDataset FromParquetFiles(DataPath path) => FromParquetFiles([path]);

    /// <inheritdoc cref="FromParquetFiles(DataPath)"/>
    /// <param name="paths">Files, folders or patterns; the rows come in this order.</param>
    public TabularDataset FromParquetFiles(IReadOnlyList<DataPath> paths) => new(new ParquetSource(Checked(paths)));

    /// <summary>Writes a frame in memory to Parquet files and defines the table of these files.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="target">A folder that does not exist yet.</param>
    public TabularDataset FromDataFrame(Microsoft.Data.Analysis.DataFrame frame, DataPath target)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return FromSparkDataFrame(DefaultSession.Get().CreateDataFrame(frame), target);
    }

    /// <summary>Runs a Spark DataFrame, writes its rows to Parquet files and defines the table of these files.</summary>
    /// <param name="frame">The rows; the frame's own session runs it.</param>
    /// <param name="target">A folder that does not exist yet.</param>
    public TabularDataset FromSparkDataFrame(DataFrame frame, DataPath target)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(target);
        if (target.IsPattern)
            throw new ArgumentException($"'{target}' is a pattern; rows are written to a folder.", nameof(target));
        frame.Write().Parquet(target.SparkPath);
        return FromParquetFiles(target);
    }

    private static DataPath[] Checked(IReadOnlyList<DataPath> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
            throw new ArgumentException("A dataset needs at least one path.", nameof(paths));
        foreach (var path in paths)
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
        return [.. paths];
    }
}
