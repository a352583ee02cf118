using System.Numerics;

namespace Residuum.Data.Hdf5;

/// <summary>A fractal heap: where groups and objects with many links or attributes keep them.</summary>
internal sealed class FractalHeap
{
    private readonly Container _file;
    private readonly int _idLength, _offsetBytes, _lengthBytes, _width, _rootRows, _directHeader;
    private readonly long _startSize, _maxDirect, _root, _hugeTree;

    private FractalHeap(Container file, Cursor header)
    {
        _file = file;
        header.Expect("FRHP"u8);
        header.Expect("its version", 0);
        _idLength = header.UInt16();
        if (header.UInt16() != 0) throw header.Error("a compressed heap is not read", remedy: "rewrite the file with h5repack");
        int flags = header.Byte();
        long maxManaged = header.UInt32();
        header.Length(); // next huge object
        _hugeTree = header.Offset();
        header.Length();
        header.Offset(); // free space
        header.Skip(8L * file.LengthSize); // sizes and counts
        _width = header.UInt16();
        (_startSize, _maxDirect) = (header.Length(), header.Length());
        int maxBits = header.UInt16();
        header.Skip(2);
        (_root, _rootRows) = (header.Offset(), header.UInt16());
        if (_width == 0 || _startSize <= 0 || _maxDirect < _startSize || maxBits is 0 or > 63 || _rootRows > 64) throw header.Error("impossible sizes of a heap");
        _offsetBytes = (maxBits + 7) / 8;
        _lengthBytes = Math.Min(Bytes(_maxDirect), Bytes(Math.Max(1, maxManaged)));
        _directHeader = 5 + file.OffsetSize + _offsetBytes + ((flags & 2) != 0 ? 4 : 0);
    }

    /// <summary>Bytes of an object's ID.</summary>
    public int IdLength => _idLength;

    public static FractalHeap Read(Container file, long address) =>
        new(file, file.BlockUpTo(address, 22 + 12L * file.LengthSize + 3L * file.OffsetSize, "a heap"));

    /// <summary>The object of an ID.</summary>
    public Cursor Object(Cursor id)
    {
        int kind = id.Byte();
        switch (kind >> 4 & 3)
        {
            case 0:
                long offset = id.Number(_offsetBytes), length = id.Number(_lengthBytes);
                return Managed(offset, length);
            case 1: return Huge(id);
            case 2:
                // Long IDs keep twelve bits of the length, short ones four.
                int tiny = _idLength > 17 ? (kind & 15) << 8 | id.Byte() : kind & 15;
                return id.Part(tiny + 1, "an object of a heap");
            default: throw id.Error("unknown kind of heap object");
        }
    }

    /// <summary>Goes down the doubling table: rows of <see cref="_width"/> blocks, their size doubled from the third row on.</summary>
    private Cursor Managed(long offset, long length)
    {
        long block = _root, within = offset;
        int rows = _rootRows;
        while (rows > 0)
        {
            var (row, column, start) = Place(within);
            if (row >= rows) throw _file.Error(Math.Max(0, block), "an object lies outside its heap");
            bool isDirect = BlockSize(row) <= _maxDirect;
            long entry = 5 + _file.OffsetSize + _offsetBytes + ((long)row * _width + column) * _file.OffsetSize;
            var pointer = _file.Block(block + entry, _file.OffsetSize, "an indirect block of a heap");
            (block, within) = (pointer.Offset(), within - start);
            int below = isDirect ? 0 : BitOperations.Log2((ulong)BlockSize(row)) - BitOperations.Log2((ulong)(_startSize * _width)) + 1;
            if (!isDirect && (below <= 0 || below >= rows)) throw _file.Error(Math.Max(0, block), "an indirect block is not smaller than its parent");
            rows = below;
        }
        if (within < _directHeader) throw _file.Error(Math.Max(0, block), "an object lies in the header of its block");
        return _file.Block(block + within, length, "an object of a heap");
    }

    private (int Row, long Column, long Start) Place(long offset)
    {
        long rowStart = 0;
        for (int row = 0; row < 63; row++)
        {
            Int128 rowBytes = (Int128)BlockSize(row) * _width;
            if (offset - rowStart < rowBytes)
            {
                long column = (offset - rowStart) / BlockSize(row);
                return (row, column, rowStart + column * BlockSize(row));
            }
            if (rowBytes > long.MaxValue - rowStart) break;
            rowStart += (long)rowBytes;
        }
        throw _file.Error(0, "an object lies outside its heap");
    }

    private long BlockSize(int row) => row <= 1 ? _startSize : (long)Int128.Min(long.MaxValue, (Int128)_startSize << (row - 1));

    private Cursor Huge(Cursor id)
    {
        if (_idLength - 1 >= _file.OffsetSize + _file.LengthSize) return _file.Block(id.Offset(), id.Length(), "an object of a heap");
        long wanted = id.Number(Math.Min(_file.LengthSize, _idLength - 1));
        Cursor? found = null;
        BTree2.Visit(_file, _hugeTree, record =>
        {
            long address = record.Offset(), length = record.Length();
            if (record.Length() == wanted) found ??= _file.Block(address, length, "an object of a heap");
        });
        return found ?? throw id.Error("a huge object of a heap does not exist");
    }

    private static int Bytes(long value) => BitOperations.Log2((ulong)value) / 8 + 1;
}
