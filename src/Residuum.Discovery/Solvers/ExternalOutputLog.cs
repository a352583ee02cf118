using System.Text;

namespace Residuum.Discovery.Solvers;

/// <summary>Keeps what a child writes on one of its streams: the beginning in a file, the end in memory.</summary>
/// <remarks>A solver that writes without end fills neither the disk nor the memory.</remarks>
/// <param name="path">The file; made at the first byte.</param>
/// <param name="limit">Bytes kept in the file.</param>
internal sealed class ExternalOutputLog(string path, long limit = 1 << 20) : Stream
{
    private const int TailSize = 2048;

    private readonly byte[] _tail = new byte[TailSize];
    private FileStream? _file;
    private long _written;

    /// <summary>The end of what was written, on one line and safe to print on a terminal.</summary>
    public string Tail
    {
        get
        {
            int end = (int)(_written % TailSize);
            byte[] bytes = _written <= TailSize ? _tail[..(int)_written] : [.. _tail[end..], .. _tail[..end]];
            var lines = Encoding.UTF8.GetString(bytes).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Concat(string.Join(" | ", lines).Where(c => !char.IsControl(c)));
        }
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int kept = (int)Math.Clamp(limit - _written, 0, buffer.Length);
        if (kept > 0) (_file ??= new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read)).Write(buffer[..kept]);
        foreach (byte value in buffer) _tail[_written++ % TailSize] = value;
    }

    public override void Flush() => _file?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_written > limit) _file?.Write(Encoding.UTF8.GetBytes($"\n[{_written - limit} more bytes were left out]\n"));
            _file?.Dispose();
            _file = null;
        }
        base.Dispose(disposing);
    }
}
