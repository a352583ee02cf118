using CsCheck;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Runtime;

namespace Residuum.Numerics.Tests.Runtime;

public sealed class SymbolVersionTests
{
    private const string Version = "GLIBCXX_3.4.32";
    private static readonly string Bridge = TorchRuntime.LibraryPath("LibTorchSharp");
    private static readonly byte[] Library = OperatingSystem.IsLinux() ? File.ReadAllBytes(Bridge) : [];

    public SymbolVersionTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "ELF is Linux's format");

    [Fact]
    public void Changes_one_bit_of_the_library_and_nothing_else()
    {
        byte[] weak = SymbolVersion.MakeWeak(Library, Version, Bridge);
        int changed = Assert.Single(Enumerable.Range(0, Library.Length), i => Library[i] != weak[i]);
        Assert.Equal(Library[changed] | 2, weak[changed]);
    }

    [Fact]
    public void Is_idempotent()
    {
        byte[] weak = SymbolVersion.MakeWeak(Library, Version, Bridge);
        Assert.Equal(weak, SymbolVersion.MakeWeak(weak, Version, Bridge));
    }

    [Fact]
    [Trait("Needs", "gcc")]
    public void Readelf_sees_the_weak_flag_on_that_entry_alone()
    {
        string readelf = Needs.Program("readelf", "binutils");
        using var folder = new TemporaryFolder();
        string copy = folder.File("libLibTorchSharp.so");
        File.WriteAllBytes(copy, SymbolVersion.MakeWeak(Library, Version, Bridge));
        string[] weak = [.. ChildProcess.Output(readelf, "-V", copy).Split('\n').Where(line => line.Contains("Flags: WEAK"))];
        Assert.Contains(Version, Assert.Single(weak));
    }

    [Fact]
    public void Says_what_was_found_when_the_file_is_not_ELF()
    {
        var error = Assert.Throws<UserError>(() => SymbolVersion.MakeWeak("MZ, a Windows library"u8.ToArray().Concat(new byte[64]).ToArray(), Version, "some.dll"));
        Assert.Equal("some.dll: not an ELF library: found 4d5a2c206120, expected 7f454c460201 (64-bit, little-endian); restore the package again", error.Message);
    }

    [Fact]
    public void Says_that_an_empty_file_is_not_ELF() =>
        Assert.Contains("0 bytes", Assert.Throws<UserError>(() => SymbolVersion.MakeWeak([], Version, "empty.so")).Message);

    [Fact]
    public void Refuses_a_library_that_does_not_name_the_version() =>
        Assert.Contains("0 entries for GLIBCXX_9.9", Assert.Throws<UserError>(() => SymbolVersion.MakeWeak(Library, "GLIBCXX_9.9", Bridge)).Message);

    [Fact]
    public void A_cut_or_damaged_file_gives_an_error_of_the_user_or_a_change_of_one_entry()
    {
        // The header, the section table at the end, and the version entries are where damage matters.
        var place = Gen.OneOf(Gen.Int[0, 63], Gen.Int[Library.Length - 4096, Library.Length - 1], Gen.Int[0, Library.Length - 1]);
        Gen.Select(place.Array[1, 8], Gen.Byte.Array[8], Gen.Int[0, Library.Length]).Sample((places, values, length) =>
        {
            byte[] damaged = (byte[])Library.Clone();
            for (int i = 0; i < places.Length; i++) damaged[places[i]] = values[i];
            int end = length % 2 == 0 ? length : Library.Length;
            try
            {
                Assert.Equal(end, SymbolVersion.MakeWeak(damaged.AsSpan(0, end), Version, "damaged.so").Length);
            }
            catch (UserError)
            {
                // The only exception that may leave.
            }
        }, iter: 300);
    }
}
