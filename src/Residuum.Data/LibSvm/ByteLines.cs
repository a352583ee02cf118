namespace Residuum.Data.LibSvm;

/// <summary>Lines of a stream, one at a time, in a buffer that is used again.</summary>
internal sealed class ByteLines(Stream stream, string name, long mostBytes = long.MaxValue)
{
    /// <summary>Longest line: one that never ends must not fill the memory.</summary>
    private const int Longest = 1 << 28;

    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _isAtEnd;

    /// <summary>Number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Bytes that the stream has given.</summary>
    public long Total { get; private set; }

    /// <summary>Whether the current line is the last one.</summary>
    public bool IsLast => _isAtEnd && _start == _end;

    /// <summary>The next line, without its end; valid until the next call.</summary>
    /// <returns>False behind the last line.</returns>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        line = default;
        Number++;
        int scanned = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = Cut(scanned + length, 1);
                return true;
            }
            if (_isAtEnd) break;
            scanned = _end - _start;
            Fill();
        }
        if (_start == _end) return false;
        line = Cut(_end - _start, 0);
        return true;
    }

    private ReadOnlySpan<byte> Cut(int length, int ending)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += length + ending;
        return line is [.. var text, (byte)'\r'] ? text : line;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            if (_end >= Longest) throw FormatError.AtLine(name, Number, "the line is too long", expected: $"at most {Longest} bytes");
            Array.Resize(ref _buffer, 2 * _end);
        }
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        (_end, Total) = (_end + read, Total + read);
        _isAtEnd = read == 0;
        if (Total > mostBytes) throw FormatError.AtLine(name, Number, "the compressed text is suspiciously long", expected: $"at most {mostBytes} bytes", remedy: "decompress with 'gunzip FILE' if it is meant");
    }
}
