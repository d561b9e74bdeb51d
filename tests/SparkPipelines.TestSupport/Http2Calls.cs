using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace SparkPipelines.TestSupport;

/// <summary>
/// Reads along one HTTP/2 connection as far as faults need it: which stream carries which call, and where in a result a frame stands. .NET's client
/// writes paths as plain text, so headers need no decoding.
/// </summary>
internal sealed class Http2Calls
{
    public const int FrameHeaderBytes = 9;

    private const byte Data = 0;
    private const byte Headers = 1;
    private const int ArrowBatchField = 2;
    private const int ResultCompleteField = 14;
    private const int ProgressField = 18;

    private static readonly byte[] Service = Encoding.ASCII.GetBytes("/spark.connect.SparkConnectService/");

    private readonly ConcurrentDictionary<int, Call> _calls = new();

    /// <summary>The bytes with which a client begins; what begins otherwise is no HTTP/2.</summary>
    public static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>The moments that a frame of the client is.</summary>
    public IEnumerable<(string Call, CallMoment Moment)> FromClient(byte[] frame)
    {
        var (type, stream) = Header(frame);
        if (type == Headers && NameIn(frame) is { } name)
        {
            _calls[stream] = new Call(name);
            yield return (name, CallMoment.Request);
        }
        else if (type == Data && frame.Length > FrameHeaderBytes && _calls.TryGetValue(stream, out var call))
        {
            yield return (call.Name, CallMoment.Upload);
        }
    }

    /// <summary>The moments that a frame of the server is.</summary>
    public IEnumerable<(string Call, CallMoment Moment)> FromServer(byte[] frame)
    {
        var (type, stream) = Header(frame);
        if (type is not (Data or Headers) || !_calls.TryGetValue(stream, out var call))
            yield break;
        if (!call.Answered)
        {
            call.Answered = true;
            yield return (call.Name, CallMoment.Answer);
        }

        if (type != Data || call.Name is not ("ExecutePlan" or "ReattachExecute"))
            yield break;
        foreach (var message in call.Messages(frame.AsMemory(FrameHeaderBytes)))
        {
            var fields = FieldsOf(message);
            if (fields.Contains(ProgressField))
                yield return (call.Name, CallMoment.Progress);
            if (fields.Contains(ArrowBatchField))
                yield return (call.Name, CallMoment.Batch);
            if (fields.Contains(ResultCompleteField))
                yield return (call.Name, CallMoment.Complete);
        }
    }

    private static (byte Type, int Stream) Header(byte[] frame) => (frame[3], BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(5)) & int.MaxValue);

    private static string? NameIn(byte[] frame)
    {
        var at = frame.AsSpan().IndexOf(Service);
        if (at < 0)
            return null;
        var name = frame.AsSpan(at + Service.Length);
        var length = name.IndexOfAnyExcept(Letters);
        return Encoding.ASCII.GetString(length < 0 ? name : name[..length]);
    }

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>The fields of a message, not of those in it.</summary>
    private static HashSet<int> FieldsOf(byte[] message)
    {
        var fields = new HashSet<int>();
        var at = 0;
        while (at < message.Length)
        {
            var tag = ReadVarint(message, ref at);
            fields.Add((int)(tag >> 3));
            switch (tag & 7)
            {
                case 0: ReadVarint(message, ref at); break;
                case 1: at += 8; break;
                case 2:
                    var length = (int)ReadVarint(message, ref at);
                    at += length;
                    break;
                default: at += 4; break;
            }
        }

        return fields;
    }

    private static ulong ReadVarint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private sealed class Call(string name)
    {
        /// <summary>A flag for compression and the length.</summary>
        private const int PrefixBytes = 5;

        private readonly ArrayBufferWriter<byte> _unread = new();

        public string Name { get; } = name;

        public bool Answered { get; set; }

        /// <summary>The gRPC messages that end in a frame's payload.</summary>
        public IEnumerable<byte[]> Messages(ReadOnlyMemory<byte> payload)
        {
            _unread.Write(payload.Span);
            var at = 0;
            while (LengthAt(at) is { } length && _unread.WrittenCount - at - PrefixBytes >= length)
            {
                yield return _unread.WrittenSpan.Slice(at + PrefixBytes, length).ToArray();
                at += PrefixBytes + length;
            }

            if (at == 0)
                yield break;
            var rest = _unread.WrittenSpan[at..].ToArray();
            _unread.ResetWrittenCount();
            _unread.Write(rest);
        }

        private int? LengthAt(int at) =>
            _unread.WrittenCount - at >= PrefixBytes ? BinaryPrimitives.ReadInt32BigEndian(_unread.WrittenSpan[(at + 1)..]) : null;
    }
}
