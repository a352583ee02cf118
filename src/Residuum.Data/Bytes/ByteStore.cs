using Microsoft.Win32.SafeHandles;

namespace Residuum.Data.Bytes;

/// <summary>Bytes that can be read at any offset: a file, or memory.</summary>
internal abstract class ByteStore : IDisposable
{
    /// <summary>Number of bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Fills the span from an offset; short only at the end.</summary>
    public abstract int Read(long offset, Span<byte> bytes);

    /// <summary>A file. Read by positioned reads, not a memory map: a mapped file that is cut while open kills the process.</summary>
    public static ByteStore Open(string path) => new FileStore(path);

    /// <summary>Bytes in memory.</summary>
    public static ByteStore Of(ReadOnlyMemory<byte> bytes) => new MemoryStore(bytes);

    public virtual void Dispose()
    {
    }

    private sealed class FileStore(string path) : ByteStore
    {
        private readonly SafeFileHandle _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        private long? _length;

        public override long Length => _length ??= RandomAccess.GetLength(_handle);

        public override int Read(long offset, Span<byte> bytes)
        {
            int done = 0;
            while (done < bytes.Length && RandomAccess.Read(_handle, bytes[done..], offset + done) is var count and > 0) done += count;
            return done;
        }

        public override void Dispose()
        {
            _handle.Dispose();
            base.Dispose();
        }
    }

    private sealed class MemoryStore(ReadOnlyMemory<byte> memory) : ByteStore
    {
        public override long Length => memory.Length;

        public override int Read(long offset, Span<byte> bytes)
        {
            if (offset >= memory.Length) return 0;
            var rest = memory.Span[(int)offset..];
            var part = rest[..Math.Min(rest.Length, bytes.Length)];
            part.CopyTo(bytes);
            return part.Length;
        }
    }
}
