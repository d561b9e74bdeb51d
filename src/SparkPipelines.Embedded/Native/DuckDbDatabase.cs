using System.Globalization;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Embedded.Native;

/// <summary>How a database is opened.</summary>
internal sealed record DuckDbOptions
{
    /// <summary>Threads of queries; the default is every core.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Bytes of memory before DuckDB spills to disk; the default is DuckDB's own, 80 % of the machine's.</summary>
    internal long? MemoryLimitBytes { get; init; }

    /// <summary>Where to make the private folder for spilled data; the default is the system's temporary folder.</summary>
    internal string? TemporaryFolder { get; init; }
}

/// <summary>
/// An in-memory DuckDB: no extensions from outside, no network, UTC, errors as JSON. It holds functions and relations, never data;
/// each query runs on a connection of its own, so that queries run side by side.
/// </summary>
/// <remarks>Disposing it closes the database once the last connection is gone and removes the folder for spilled data.</remarks>
internal sealed unsafe class DuckDbDatabase : IDisposable
{
    // Errors as JSON carry their type. What a query has freed goes back to the system soon: the job beside the engine needs memory as well. Footers that one
    // query has read serve the next ones, for files that have not changed and did not change in the last ten seconds.
    private const string GlobalSettings = """
        SET GLOBAL TimeZone = 'UTC';
        SET GLOBAL errors_as_json = true;
        SET GLOBAL ieee_floating_point_ops = true;
        SET GLOBAL max_expression_depth = 10000;
        SET GLOBAL arrow_large_buffer_size = false;
        SET GLOBAL produce_arrow_string_view = false;
        SET GLOBAL parquet_metadata_cache = true;
        SET GLOBAL allocator_flush_threshold = '16MB';
        SET GLOBAL allocator_bulk_deallocation_flush_threshold = '16MB';
        """;

    // Only a connection can have these.
    private const string ConnectionSettings = """
        SET SESSION streaming_buffer_size = '32MB';
        SET SESSION enable_progress_bar_print = false;
        """;

    private readonly DatabaseHandle _handle;
    private readonly DirectoryInfo _temporary;
    private readonly Lock _registration = new();
    private readonly HashSet<VectorFunction> _registered = [];

    internal DuckDbDatabase(DuckDbOptions? options = null)
    {
        options ??= new DuckDbOptions();
        _temporary = OwnedFolders.CreateTemporary(options.TemporaryFolder);
        AppDomain.CurrentDomain.ProcessExit += RemoveTemporary;
        _handle = Open(options, _temporary.FullName);
        Relations = new RelationTable(this);
        using DuckDbConnection connection = Connect();
        connection.Execute(GlobalSettings);
        Relations.Register(connection);
    }

    /// <summary>Exceptions of C# functions, waiting to be found by the error text that names them.</summary>
    internal CallbackErrors CallbackErrors { get; } = new();

    /// <summary>What queries may read besides files: Arrow batches and sources of batches.</summary>
    internal RelationTable Relations { get; }

    /// <summary>A new connection. The caller disposes it.</summary>
    internal DuckDbConnection Connect()
    {
        nint connection;
        if (NativeMethods.Connect(_handle, &connection) != NativeMethods.Success)
            throw new DuckDbException("Connection", "DuckDB refused a connection.");
        var connected = new DuckDbConnection(this, new ConnectionHandle(connection));
        connected.Execute(ConnectionSettings);
        return connected;
    }

    /// <summary>Makes functions known to every query from now on; those that are known already are skipped.</summary>
    internal void Register(params IEnumerable<VectorFunction> functions)
    {
        lock (_registration)
        {
            VectorFunction[] added = [.. functions.Where(f => !_registered.Contains(f))];
            if (added.Length == 0)
                return;
            using DuckDbConnection connection = Connect();
            VectorFunctionRegistration.Register(connection, added);
            _registered.UnionWith(added);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Relations.Dispose();
        _handle.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= RemoveTemporary;
        RemoveTemporary(null, EventArgs.Empty);
    }

    // A program may end without closing its sessions; the folder goes all the same.
    private void RemoveTemporary(object? sender, EventArgs e)
    {
        try
        {
            if (Directory.Exists(_temporary.FullName))
                _temporary.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A connection that is still open is writing there; the system clears its temporary folder in time.
            return;
        }
    }

    private static DatabaseHandle Open(DuckDbOptions options, string temporary)
    {
        nint config;
        _ = NativeMethods.CreateConfig(&config);
        try
        {
            Set(config, "threads", options.Threads.ToString(CultureInfo.InvariantCulture));
            Set(config, "temp_directory", temporary);
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            Set(config, "allow_community_extensions", "false");
            if (options.MemoryLimitBytes is { } limit)
                Set(config, "memory_limit", string.Create(CultureInfo.InvariantCulture, $"{limit}B"));
            nint database;
            byte* error = null;
            if (NativeMethods.OpenExt(null, &database, config, &error) == NativeMethods.Success)
                return new DatabaseHandle(database);
            string message = NativeMethods.Text(error);
            NativeMethods.Free(error);
            throw DuckDbException.Parse(message);
        }
        finally
        {
            NativeMethods.DestroyConfig(&config);
        }
    }

    private static void Set(nint config, string name, string value)
    {
        if (NativeMethods.SetConfig(config, name, value) != NativeMethods.Success)
            throw new DuckDbException("Invalid Configuration", $"DuckDB does not know the setting '{name}' or refuses the value '{value}'.");
    }
}
