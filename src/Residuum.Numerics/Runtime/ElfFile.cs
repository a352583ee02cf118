using System.Buffers.Binary;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Runtime;

/// <summary>The section table of a 64-bit little-endian ELF file; every offset is checked before it is used.</summary>
internal readonly ref struct ElfFile
{
    private const int HeaderSize = 64, SectionSize = 64;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _path;
    private readonly long _table;
    private readonly int _sections;

    /// <summary>Checks the header and the place of the section table.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">Where it came from, for messages.</param>
    /// <exception cref="UserError">No 64-bit little-endian ELF file, or cut.</exception>
    public ElfFile(ReadOnlySpan<byte> bytes, string path)
    {
        _bytes = bytes;
        _path = path;
        if (bytes.Length < HeaderSize) throw Error("not an ELF library", $"{bytes.Length} bytes", $"at least {HeaderSize}");
        if (!bytes.StartsWith("\u007fELF\u0002\u0001"u8)) // magic, 64 bits, little-endian
            throw Error("not an ELF library", Convert.ToHexStringLower(bytes[..6]), "7f454c460201 (64-bit, little-endian)");
        _table = UInt64(0x28);        // e_shoff
        _sections = UInt16(0x3c);     // e_shnum
        int size = UInt16(0x3a);      // e_shentsize
        if (size != SectionSize) throw Error("damaged ELF header", $"section headers of {size} bytes", $"{SectionSize}");
        if (_sections == 0) throw Error("no sections", "0", "a library that was not stripped of its section table");
        Demand(_table, (long)_sections * SectionSize);
    }

    /// <summary>The only section of a type.</summary>
    /// <param name="type">Section type, <c>sh_type</c>.</param>
    /// <exception cref="UserError">There is none.</exception>
    public ElfSection Section(uint type)
    {
        for (int i = 0; i < _sections; i++)
        {
            if (UInt32(_table + ((long)i * SectionSize) + 4) == type) return Section(i);
        }
        throw Error("a section is missing", $"{_sections} sections", $"one of type 0x{type:x}");
    }

    /// <summary>A section by its index.</summary>
    /// <param name="index">Index in the section table.</param>
    /// <exception cref="UserError">No such section, or it leaves the file.</exception>
    public ElfSection Section(int index)
    {
        if (index < 0 || index >= _sections) throw Error("damaged section table", $"section {index}", $"0 to {_sections - 1}");
        long header = _table + ((long)index * SectionSize);
        var section = new ElfSection(UInt64(header + 0x18), UInt64(header + 0x20), UInt32(header + 0x28), UInt32(header + 0x2c));
        Demand(section.Offset, section.Size);
        return section;
    }

    /// <summary>Little-endian 16-bit number.</summary>
    /// <param name="offset">Byte in the file.</param>
    public ushort UInt16(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    /// <summary>Little-endian 32-bit number.</summary>
    /// <param name="offset">Byte in the file.</param>
    public uint UInt32(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    /// <summary>Bytes of the file.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="length">Number of bytes.</param>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        Demand(offset, length);
        return _bytes.Slice((int)offset, length);
    }

    /// <summary>An error that names this file.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="found">What was there.</param>
    /// <param name="expected">What should have been there.</param>
    public UserError Error(string what, string found, string expected) =>
        new(what, _path, found, expected, "restore the package again");

    private long UInt64(long offset) => BinaryPrimitives.ReadInt64LittleEndian(Slice(offset, 8)); // negative fails in Demand

    private void Demand(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > _bytes.Length - length)
            throw Error("cut or damaged ELF file", $"{length} bytes at byte {offset}", $"inside {_bytes.Length} bytes");
    }
}

/// <summary>A section of an ELF file.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Link">Section that it refers to, such as its string table.</param>
/// <param name="Info">Number of its entries, for version requirements.</param>
internal readonly record struct ElfSection(long Offset, long Size, uint Link, uint Info)
{
    /// <summary>Demands that a structure lies inside this section.</summary>
    /// <param name="elf">The file.</param>
    /// <param name="offset">First byte in the file.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="UserError">It leaves the section.</exception>
    public void Demand(ElfFile elf, long offset, int length)
    {
        if (offset < Offset || offset > Offset + Size - length)
            throw elf.Error("damaged version requirements", $"an entry at byte {offset}", $"inside bytes {Offset} to {Offset + Size}");
    }

    /// <summary>Whether a string of this string table is the wanted one.</summary>
    /// <param name="elf">The file.</param>
    /// <param name="index">Index of the string's first byte.</param>
    /// <param name="wanted">The string with its closing zero.</param>
    public bool StartsWith(ElfFile elf, uint index, ReadOnlySpan<byte> wanted) =>
        index <= Size - wanted.Length && elf.Slice(Offset + index, wanted.Length).SequenceEqual(wanted);
}
