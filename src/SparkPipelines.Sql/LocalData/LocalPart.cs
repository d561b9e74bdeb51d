using System.Buffers;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Google.Protobuf;

namespace SparkPipelines.Sql.LocalData;

/// <summary>
/// Rows as one Arrow IPC stream in memory lent by the shared pool: schema, batches, end mark. A batch is copied when it is added and not needed
/// afterwards.
/// </summary>
internal sealed class LocalPart : IDisposable
{
    private const int SmallestBytes = 32 * 1024;

    private readonly PooledStream _stream;
    private readonly ArrowStreamWriter _writer;

    /// <param name="capacity">About how many bytes will come; a part that grows beyond is copied.</param>
    public LocalPart(Schema schema, int capacity = SmallestBytes)
    {
        _stream = new PooledStream(Math.Max(capacity, SmallestBytes));
        _writer = new ArrowStreamWriter(_stream, schema, leaveOpen: true);
    }

    public int Rows { get; private set; }

    public long Bytes => _stream.Length;

    /// <exception cref="SparkUnsupportedOperationException">The part would exceed what an array holds, 2 GiB.</exception>
    public void Add(RecordBatch batch)
    {
        _writer.WriteRecordBatch(batch);
        Rows += batch.Length;
    }

    /// <summary>The whole stream, good until the part is disposed of; nothing can be added any more.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        if (Rows == 0)
            _writer.WriteStart();
        _writer.WriteEnd();
        return _stream.Written;
    }

    /// <summary>The whole stream for good; nothing can be added any more.</summary>
    public ByteString ToByteString()
    {
        Finish();
        return _stream.ToByteString();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    /// <summary>A stream into one array of the pool, for an IPC writer, which goes forward only.</summary>
    private sealed class PooledStream(int capacity) : Stream
    {
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
        private int _length;

        public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

        /// <summary>Large memory that is mostly full is kept, and so lost to the pool; of the rest a copy is made.</summary>
        public ByteString ToByteString()
        {
            if (_length < _bytes.Length / 2 || _length < SmallestBytes)
                return ByteString.CopyFrom(Written.Span);
            var kept = UnsafeByteOperations.UnsafeWrap(Written);
            (_bytes, _length) = ([], 0);
            return kept;
        }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_bytes.Length - _length < buffer.Length)
                Grow(buffer.Length);
            buffer.CopyTo(_bytes.AsSpan(_length));
            _length += buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (_bytes.Length > 0)
                ArrayPool<byte>.Shared.Return(_bytes);
            (_bytes, _length) = ([], 0);
            base.Dispose(disposing);
        }

        private void Grow(int count)
        {
            var needed = (long)_length + count;
            if (needed > System.Array.MaxLength)
                throw LocalLimits.TooLargeForOnePiece();
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min(_bytes.LongLength * 2, System.Array.MaxLength)));
            Written.Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
