using System.Globalization;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Extensions.Delta.Tables;

public sealed partial class DeltaTable
{
    /// <summary>Deletes files that no version newer than a number of hours needs. Time travel to older versions ends.</summary>
    /// <returns>The table's path.</returns>
    public DataFrame Vacuum(double retentionHours) => Blocking.Wait(() => VacuumAsync(retentionHours));

    /// <summary>Deletes files that no version of the table's retention time, seven days by default, needs.</summary>
    /// <returns>The table's path.</returns>
    public DataFrame Vacuum() => Blocking.Wait(() => VacuumAsync());

    /// <summary>Deletes files that no version newer than a number of hours needs; without one, the table's retention time counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, NaN or infinite.</exception>
    public Task<DataFrame> VacuumAsync(double? retentionHours = null, CancellationToken cancellationToken = default)
    {
        if (retentionHours is not { } hours)
            return RunAsync($"VACUUM {_table}", cancellationToken);
        if (!double.IsFinite(hours) || hours < 0)
            throw new ArgumentOutOfRangeException(nameof(retentionHours), hours, "A retention is a number of hours from 0.");
        return RunAsync(string.Create(CultureInfo.InvariantCulture, $"VACUUM {_table} RETAIN {(decimal)hours} HOURS"), cancellationToken);
    }

    /// <summary>The newest versions of the table, the newest first: number, time, operation, its parameters and metrics.</summary>
    public DataFrame History(int limit) => Blocking.Wait(() => HistoryAsync(limit));

    /// <summary>All versions of the table that its log still has, the newest first: number, time, operation, its parameters and metrics.</summary>
    public DataFrame History() => Blocking.Wait(() => HistoryAsync());

    /// <inheritdoc cref="History(int)"/>
    public Task<DataFrame> HistoryAsync(int? limit = null, CancellationToken cancellationToken = default) => RunAsync(
        limit is { } count ? string.Create(CultureInfo.InvariantCulture, $"DESCRIBE HISTORY {_table} LIMIT {count}") : $"DESCRIBE HISTORY {_table}",
        cancellationToken);

    /// <summary>The table in one row: location, partition columns, number and size of its files, properties, protocol.</summary>
    public DataFrame Detail() => Blocking.Wait(() => DetailAsync());

    /// <inheritdoc cref="Detail"/>
    public Task<DataFrame> DetailAsync(CancellationToken cancellationToken = default) => RunAsync($"DESCRIBE DETAIL {_table}", cancellationToken);

    /// <summary>Writes manifests for other readers; the only mode so far is <c>symlink_format_manifest</c>.</summary>
    public void Generate(string mode) => Blocking.Wait(() => GenerateAsync(mode));

    /// <inheritdoc cref="Generate"/>
    public Task GenerateAsync(string mode, CancellationToken cancellationToken = default) =>
        RunAsync($"GENERATE {SqlQuoting.Name(mode)} FOR TABLE {_table}", cancellationToken);

    /// <summary>Makes an earlier version the table's newest one; what came between stays in its history.</summary>
    /// <returns>Numbers and sizes of the files that were restored and removed.</returns>
    public DataFrame RestoreToVersion(long version) => Blocking.Wait(() => RestoreToVersionAsync(version));

    /// <inheritdoc cref="RestoreToVersion"/>
    public Task<DataFrame> RestoreToVersionAsync(long version, CancellationToken cancellationToken = default) =>
        RunAsync(string.Create(CultureInfo.InvariantCulture, $"RESTORE TABLE {_table} TO VERSION AS OF {version}"), cancellationToken);

    /// <summary>Lets the table use a newer protocol; older readers or writers can't use it any more, and there is no way back.</summary>
    public void UpgradeTableProtocol(int readerVersion, int writerVersion) =>
        Blocking.Wait(() => UpgradeTableProtocolAsync(readerVersion, writerVersion));

    /// <inheritdoc cref="UpgradeTableProtocol"/>
    public Task UpgradeTableProtocolAsync(int readerVersion, int writerVersion, CancellationToken cancellationToken = default) => RunAsync(
        string.Create(
            CultureInfo.InvariantCulture,
            $"ALTER TABLE {_table} SET TBLPROPERTIES ('delta.minReaderVersion' = '{readerVersion}', 'delta.minWriterVersion' = '{writerVersion}')"),
        cancellationToken);
}
