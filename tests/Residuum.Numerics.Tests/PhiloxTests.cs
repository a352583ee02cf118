using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests;

public sealed class PhiloxTests
{
    [Theory] // Known answers of the authors' Random123 distribution, kat_vectors, philox4x32 10.
    [InlineData(0u, 0u, new uint[] { 0, 0, 0, 0 }, new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(0xffffffffu, 0xffffffffu, new uint[] { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff }, new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    [InlineData(0xa4093822u, 0x299f31d0u, new uint[] { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, new uint[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 })]
    public void Gives_the_published_words(uint key0, uint key1, uint[] counter, uint[] expected)
    {
        var words = new uint[4];
        Philox.Block(key0, key1, counter, words);
        Assert.Equal(expected, words);
    }
}
