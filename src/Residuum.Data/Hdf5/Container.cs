using Residuum.Data.Bytes;

namespace Residuum.Data.Hdf5;

/// <summary>An HDF5 file as bytes: every block is checked against the file's length before it is read, and the work on metadata is bounded.</summary>
/// <remarks>Format: "HDF5 File Format Specification Version 3.0" of The HDF Group. External files and links are never followed: names in a file are no paths.</remarks>
internal sealed class Container(ByteStore store, string name) : IDisposable
{
    /// <summary>An address that points nowhere: all bits set.</summary>
    public const long Undefined = -1;

    /// <summary>Metadata may be read so many times the file's length: structures that point in circles end here.</summary>
    private const long RereadLimit = 64, FreeBytes = 16 << 20;

    /// <summary>A read of data may take so many times the file's length, the most that deflate expands, and a free amount for cells that were never written.</summary>
    private const long DataPerByte = 1032, FreeData = 16 << 20;

    private long _metadataBytes;

    /// <summary>Name for messages.</summary>
    public string Name => name;

    /// <summary>Length of the file.</summary>
    public long Length => store.Length;

    /// <summary>Bytes that one read of data may take.</summary>
    public long DataLimit => FreeData + DataPerByte * Length;

    /// <summary>Bytes of an address.</summary>
    public int OffsetSize { get; private set; } = 8;

    /// <summary>Bytes of a length.</summary>
    public int LengthSize { get; private set; } = 8;

    /// <summary>Where address 0 is in the file.</summary>
    public long BaseAddress { get; private set; }

    /// <summary>Sets what the superblock says.</summary>
    public void Configure(int offsetSize, int lengthSize, long baseAddress) => (OffsetSize, LengthSize, BaseAddress) = (offsetSize, lengthSize, baseAddress);

    /// <summary>A block of metadata.</summary>
    /// <param name="address">Address, relative to <see cref="BaseAddress"/>.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="what">What it is, for messages.</param>
    public Cursor Block(long address, long length, string what)
    {
        Charge(length);
        return new Cursor(this, ReadBytes(address, length, what), address, what);
    }

    /// <summary>A block of metadata of which only the largest possible length is known.</summary>
    public Cursor BlockUpTo(long address, long length, string what) =>
        Block(address, address < 0 ? length : Math.Max(0, Math.Min(length, Length - BaseAddress - address)), what);

    /// <summary>Bytes of data.</summary>
    public byte[] ReadBytes(long address, long length, string what)
    {
        Demand(address, length, what);
        var bytes = new byte[length];
        Fill(address, bytes, what);
        return bytes;
    }

    /// <summary>Fills from an address.</summary>
    public void Fill(long address, Span<byte> bytes, string what)
    {
        Demand(address, bytes.Length, what);
        if (store.Read(BaseAddress + address, bytes) != bytes.Length) throw Error(address, $"the file became shorter while {what} was read");
    }

    /// <summary>Fails unless a block lies inside the file.</summary>
    public void Demand(long address, long length, string what)
    {
        if (address < 0 || length < 0 || address > Length - BaseAddress || length > Length - BaseAddress - address)
            throw Error(Math.Max(address, 0), $"{what} lies outside the file", $"{length} bytes", $"a file of at least {(Int128)address + length + BaseAddress} bytes", "the file is cut or damaged");
    }

    /// <summary>Fails if a read of data would take more than the file can account for.</summary>
    public void DemandRoom(Int128 bytes, Dataset dataset)
    {
        long limit = Math.Min(DataLimit, int.MaxValue);
        if (bytes > limit)
            throw Error(dataset.Address, $"dataset {FormatError.Quote(dataset.Path)} is too large to read at once", $"{bytes} bytes", $"at most {limit}", "read fewer rows at a time");
    }

    /// <summary>An error at an address.</summary>
    public FormatError Error(long address, string what, string? found = null, string? expected = null, string? remedy = null) =>
        FormatError.AtByte(name, address + BaseAddress, what, found, expected, remedy);

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();

    private void Charge(long bytes)
    {
        _metadataBytes += Math.Max(0, bytes) + 64; // a visit costs something, however small
        if (_metadataBytes / RereadLimit > Length + FreeBytes / RereadLimit) throw Error(0, "the file's structures point in circles");
    }
}
