using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>A server on this machine with a small release of Spark and the jars that belong to it, laid out as Apache's and Maven's are.</summary>
internal sealed class ReleaseServer : IAsyncDisposable
{
    /// <summary>A version that gets everything: the archive, its Connect jar and Delta's.</summary>
    public const string Version = "3.5.99";

    public const string Folder = $"spark-{Version}-bin-hadoop3";
    public const string Archive = $"/spark/spark-{Version}/{Folder}.tgz";
    public const string Checksum = Archive + ".sha512";
    public const string ConnectJar = $"/maven/org/apache/spark/spark-connect_2.12/{Version}/spark-connect_2.12-{Version}.jar";

    private static readonly string[] Jars =
        [ConnectJar, "/maven/io/delta/delta-spark_2.12/3.3.2/delta-spark_2.12-3.3.2.jar", "/maven/io/delta/delta-storage/3.3.2/delta-storage-3.3.2.jar"];

    private readonly HttpListener _listener;
    private readonly Task _serving;
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReleaseServer()
    {
        byte[] archive = CreateArchive();
        Files[Archive] = archive;
        Files[Checksum] = Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA512.HashData(archive))}  {Folder}.tgz\n");
        foreach (string jar in Jars)
        {
            Files[jar] = Encoding.ASCII.GetBytes(jar);
#pragma warning disable CA5350 // What Maven Central has.
            Files[jar + ".sha1"] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA1.HashData(Files[jar])));
#pragma warning restore CA5350
        }
        (_listener, Address) = Listen();
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What is served, by its path.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = [];

    /// <summary>What was asked for, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The file whose transfer breaks off in the middle.</summary>
    public string? Cut { get; set; }

    /// <summary>The file whose transfer stops in the middle until <see cref="Release"/>.</summary>
    public string? Held { get; set; }

    /// <summary>Completes when the held file was asked for.</summary>
    public Task Asked => _asked.Task;

    public void Release() => _held.TrySetResult();

    /// <summary>The checksum as gpg prints it.</summary>
    public string GpgChecksum()
    {
        string hash = Convert.ToHexString(SHA512.HashData(Files[Archive]));
        IEnumerable<string> words = Enumerable.Range(0, hash.Length / 8).Select(i => hash.Substring(i * 8, 8));
        return $"{Folder}.tgz: {string.Join("\n" + new string(' ', Folder.Length + 6), words.Chunk(4).Select(line => string.Join(' ', line)))}\n";
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        _listener.Close();
        await _serving;
    }

    private static (HttpListener Listener, string Address) Listen()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        string address = $"http://{port.LocalEndpoint}";
        port.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address + "/");
        listener.Start();
        return (listener, address);
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                break;
            }
            answers.Add(AnswerAsync(context));
        }
        await Task.WhenAll(answers);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        Requests.Enqueue(path);
        try
        {
            if (!Files.TryGetValue(path, out byte[]? content))
            {
                context.Response.StatusCode = 404;
                context.Response.Close();
                return;
            }
            context.Response.ContentLength64 = content.Length;
            await context.Response.OutputStream.WriteAsync(content.AsMemory(0, content.Length / 2));
            await context.Response.OutputStream.FlushAsync();
            if (path == Cut)
            {
                context.Response.Abort();
                return;
            }
            if (path == Held)
            {
                _asked.TrySetResult();
                await _held.Task;
            }
            await context.Response.OutputStream.WriteAsync(content.AsMemory(content.Length / 2));
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            context.Response.Abort(); // The client has ended.
        }
    }

    private static byte[] CreateArchive()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(zip))
        {
            foreach (string folder in new[] { "", "/bin", "/jars" }) tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, Folder + folder));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{Folder}/bin/spark-submit")
            {
                Mode = (UnixFileMode)0b111_101_101,
                DataStream = new MemoryStream(Encoding.ASCII.GetBytes("#!/bin/sh\n")),
            });
            // Something that gzip can't make small, for transfers that take a while.
            byte[] core = new byte[1 << 20];
            new Random(1).NextBytes(core);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{Folder}/jars/spark-core_2.12-{Version}.jar") { DataStream = new MemoryStream(core) });
        }
        return bytes.ToArray();
    }
}
