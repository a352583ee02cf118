using System.Buffers.Binary;
using System.Text;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Runtime;

/// <summary>Marks one symbol version that an ELF library needs as weak, so that the loader accepts a system without it.</summary>
/// <remarks>The entry stands in the section <c>.gnu.version_r</c> (Linux Standard Base, "Symbol Version Requirements").
/// A weak version is only missed when a symbol of that version is really called.</remarks>
internal static class SymbolVersion
{
    private const ushort Weak = 0x2;                        // VER_FLG_WEAK
    private const uint VersionRequirements = 0x6ffffffe;    // SHT_GNU_verneed
    private const int NeedSize = 16, EntrySize = 16;        // Elf64_Verneed, Elf64_Vernaux

    /// <summary>A copy of a library whose requirement of a version is weak.</summary>
    /// <param name="library">The 64-bit little-endian ELF file.</param>
    /// <param name="version">The version, such as <c>GLIBCXX_3.4.32</c>.</param>
    /// <param name="path">Where the library came from, for messages.</param>
    /// <exception cref="UserError">The file is no such ELF library, is damaged, or does not name the version exactly once.</exception>
    public static byte[] MakeWeak(ReadOnlySpan<byte> library, string version, string path)
    {
        var elf = new ElfFile(library, path);
        var requirements = elf.Section(VersionRequirements);
        var entries = Entries(elf, requirements, version);
        if (entries.Count != 1)
            throw elf.Error("unexpected symbol versions", $"{entries.Count} entries for {version}", "exactly one");
        byte[] copy = library.ToArray();
        Span<byte> flags = copy.AsSpan(entries[0] + 4, 2); // vna_flags
        BinaryPrimitives.WriteUInt16LittleEndian(flags, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | Weak));
        return copy;
    }

    // Offsets of the entries (Elf64_Vernaux) that name the version. Both lists are bounded by their counts.
    private static List<int> Entries(ElfFile elf, ElfSection requirements, string version)
    {
        var names = elf.Section((int)requirements.Link);
        byte[] wanted = [.. Encoding.ASCII.GetBytes(version), 0];
        var found = new List<int>();
        long need = requirements.Offset;
        for (uint i = 0; i < requirements.Info; i++)
        {
            requirements.Demand(elf, need, NeedSize);
            long entry = need + elf.UInt32(need + 8);              // vn_aux
            for (ushort left = elf.UInt16(need + 2); left > 0; left--) // vn_cnt
            {
                requirements.Demand(elf, entry, EntrySize);
                if (names.StartsWith(elf, elf.UInt32(entry + 8), wanted)) found.Add((int)entry); // vna_name
                if (elf.UInt32(entry + 12) is var next and > 0) entry += next; // vna_next
                else break;
            }
            if (elf.UInt32(need + 12) is var step and > 0) need += step; // vn_next
            else break;
        }
        return found;
    }
}
