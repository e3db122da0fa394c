using System.Text;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Util;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0x00000000u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Append_KnownText_GivesItsPublishedChecksum(string text, uint expected)
    {
        Assert.Equal(expected, Crc32.Append(0, Encoding.ASCII.GetBytes(text)));
    }

    [Fact]
    public void Append_InPartsOfEveryLength_EqualsTheWhole()
    {
        var bytes = new byte[100];
        new Random(5).NextBytes(bytes);
        uint whole = Crc32.Append(0, bytes);

        for (int split = 0; split <= bytes.Length; split++)
        {
            uint first = Crc32.Append(0, bytes.AsSpan(0, split));

            Assert.Equal(whole, Crc32.Append(first, bytes.AsSpan(split)));
        }
    }

    [Fact]
    public void Append_RandomBytes_EqualsBitByBit()
    {
        var random = new Random(6);
        for (int length = 0; length < 70; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);

            Assert.Equal(BitByBit(bytes), Crc32.Append(0, bytes));
        }
    }

    private static uint BitByBit(byte[] bytes)
    {
        uint state = uint.MaxValue;
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? (state >> 1) ^ 0xEDB88320 : state >> 1;
            }
        }

        return ~state;
    }
}
