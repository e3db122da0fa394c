using System.Text;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class SuffixDecompressorTests
{
    private const int None = 0;
    private const int LowercaseAscii = 1;
    private const int Lz4 = 2;
    private const int Seed = 49;

    [Fact]
    public void Read_NotCompressed_CopiesBytes() => Assert.Equal("abc", Read(None, 3, "abc"u8.ToArray()));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("lower-case.ascii_with=digits-0123456789")]
    [InlineData("With-Upper-Case-And-\u00E9")]
    public void Read_LowercaseAscii_ExpandsSixBits(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal(text, Read(LowercaseAscii, bytes.Length, CompressLowercaseAscii(bytes)));
    }

    [Fact]
    public void Read_Lz4LiteralsAndOverlappingCopy_ExpandsBoth()
    {
        // Three literals, 20 bytes from 3 bytes back, then 16 literals.
        byte[] packed = [0x3F, .. "abc"u8, 3, 0, 1, 0xF0, 1, .. "0123456789ABCDEF"u8];

        Assert.Equal("abcabcabcabcabcabcabcab0123456789ABCDEF", Read(Lz4, 39, packed));
    }

    [Theory]
    [InlineData("10610200F061", 9)] // Copies from before the start.
    [InlineData("10610000F061", 9)] // Copies from the byte itself.
    [InlineData("5F6162", 2)] // More literals than wanted.
    [InlineData("10610100", 3)] // A copy of more bytes than wanted.
    [InlineData("F0FFFFFF", 9)] // A length that does not end.
    public void Read_DamagedLz4_Throws(string hex, int length) =>
        Assert.Throws<CorruptIndexException>(() => Read(Lz4, length, Convert.FromHexString(hex)));

    [Fact]
    public void Read_UnknownAlgorithmOrImpossibleLength_Throws()
    {
        Assert.Throws<CorruptIndexException>(() => Read(3, 1, [1, 2, 3]));
        Assert.Throws<CorruptIndexException>(() => Read(None, 4, [1, 2, 3]));
        Assert.Throws<CorruptIndexException>(() => Read(Lz4, long.MaxValue, [1, 2, 3]));
        Assert.Throws<CorruptIndexException>(() => Read(LowercaseAscii, 1, [1, 1, 5, 0]));
    }

    [Fact]
    public void Read_RandomBytes_EndsOrThrows()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] packed = new byte[random.Next(40)];
            random.NextBytes(packed);
            try
            {
                Read(random.Next(3), random.Next(60), packed);
            }
            catch (CorruptIndexException)
            {
                // Most random bytes are no suffixes.
            }
        }
    }

    private static string Read(int algorithm, long length, byte[] packed)
    {
        byte[] buffer = [];
        using var input = new IndexInput("suffixes", new ArrayByteSource(packed, packed.Length));
        SuffixDecompressor.Read(input, algorithm, length, ref buffer);
        return Encoding.UTF8.GetString(buffer.AsSpan(0, (int)length));
    }

    /// <summary>The inverse of spec 6.5: six bits for each byte; what does not fit is an exception.</summary>
    private static byte[] CompressLowercaseAscii(byte[] bytes)
    {
        byte[] codes = new byte[bytes.Length];
        var exceptions = new List<byte>();
        int count = 0;
        int last = 0;
        for (int index = 0; index < bytes.Length; index++)
        {
            int shifted = bytes[index] + 1;
            codes[index] = (byte)((shifted & 0x1F) | ((shifted & 0x40) >> 1));
            if ((shifted & 0xA0) != 0x20)
            {
                exceptions.AddRange([(byte)(index - last), bytes[index]]);
                last = index;
                count++;
            }
        }

        int saved = bytes.Length >> 2;
        int stored = bytes.Length - saved;
        for (int index = 0; index < saved; index++)
        {
            int moved = codes[stored + index];
            codes[index] |= (byte)((moved & 0x30) << 2);
            codes[saved + index] |= (byte)((moved & 0x0C) << 4);
            codes[(2 * saved) + index] |= (byte)((moved & 0x03) << 6);
        }

        return [.. codes.AsSpan(0, stored), (byte)count, .. exceptions];
    }
}
