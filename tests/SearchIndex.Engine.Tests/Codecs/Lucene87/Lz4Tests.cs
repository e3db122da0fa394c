using System.Text;
using SearchIndex.Engine.Codecs.Lucene87;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class Lz4Tests
{
    private readonly Lz4Compressor _compressor = new();

    [Fact]
    public void Compress_AnyShortLength_RoundTrips()
    {
        var random = new Random(20);
        for (int length = 0; length < 400; length++)
        {
            CheckRoundTrip(RandomBytes(random, length, letters: 256), 0, $"noise of {length}");
            CheckRoundTrip(RandomBytes(random, length, letters: 2), 0, $"two letters, {length}");
            CheckRoundTrip(new byte[length], 0, $"zeros of {length}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Compress_LongMixOfRunsAndNoise_RoundTrips(int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>();
        while (bytes.Count < 300_000)
        {
            bytes.AddRange(RandomBytes(random, random.Next(2000), letters: 1 + random.Next(256)));
            int back = random.Next(bytes.Count + 1);
            bytes.AddRange(bytes.GetRange(bytes.Count - back, Math.Min(back, random.Next(3000))));
        }

        CheckRoundTrip([.. bytes], 0, $"seed {seed}");
        CheckRoundTrip([.. bytes], 70_000, $"dictionary, seed {seed}");
    }

    [Fact]
    public void Compress_ChineseText_BecomesSmaller()
    {
        byte[] text = ChineseText(60_000);

        int length = CheckRoundTrip(text, 0, "Chinese");

        Assert.InRange(length, text.Length / 20, text.Length * 7 / 10);
    }

    [Fact]
    public void Compress_TextThatTheDictionaryHolds_BecomesTiny()
    {
        byte[] dictionary = RandomBytes(new Random(3), 4000, letters: 256);

        int length = CheckRoundTrip([.. dictionary, .. dictionary], dictionary.Length, "dictionary");

        Assert.InRange(length, 1, 60);
    }

    [Fact]
    public void Compress_Noise_StaysWithinTheBound()
    {
        byte[] noise = RandomBytes(new Random(4), 100_000, letters: 256);

        Assert.InRange(CheckRoundTrip(noise, 0, "noise"), noise.Length, Lz4.MaxCompressedLength(noise.Length));
    }

    [Fact]
    public void Compress_Nothing_IsOneZeroByte()
    {
        Assert.Equal([0], Compress([], 0));
    }

    [Fact]
    public void TryDecompress_LiteralsOfTheExample_GivesTheirText()
    {
        Assert.Equal("\0\vhel", Encoding.ASCII.GetString(Decompress(TestBytes.Hex("50 00 0b 68 65 6c 50 6c"), 5, out int consumed)!));
        Assert.Equal(6, consumed);
    }

    [Fact]
    public void TryDecompress_MatchThatOverlapsItself_RepeatsTheText()
    {
        // "ab", then 12 bytes from 2 back, then 1 literal.
        byte[] expected = Encoding.ASCII.GetBytes("ababababababab!");

        Assert.Equal(expected, Decompress(TestBytes.Hex("28 61 62 02 00 10 21"), expected.Length, out _));
    }

    [Fact]
    public void TryDecompress_EveryTruncation_ReturnsFalse()
    {
        byte[] text = ChineseText(3000);
        byte[] compressed = Compress(text, 0);

        for (int length = 0; length < compressed.Length; length++)
        {
            Assert.Null(Decompress(compressed[..length], text.Length, out _));
        }
    }

    [Fact]
    public void TryDecompress_AnyByteDamaged_EndsWithoutException()
    {
        var random = new Random(21);
        byte[] text = ChineseText(2000);
        byte[] compressed = Compress(text, 0);
        for (int position = 0; position < compressed.Length; position++)
        {
            byte[] damaged = [.. compressed];
            damaged[position] ^= (byte)(1 + random.Next(255));

            byte[]? result = Decompress(damaged, text.Length, out int consumed);

            Assert.True(result is null || consumed <= damaged.Length);
        }
    }

    [Theory]
    [InlineData("10 61 00 00 10 61", "distance 0")]
    [InlineData("10 61 02 00 10 61", "distance beyond the start")]
    [InlineData("1f 61 01 00 ff ff ff 00", "match longer than the room")]
    [InlineData("f0 ff ff ff ff 00", "literals longer than the room")]
    public void TryDecompress_ImpossibleSequence_ReturnsFalse(string block, string reason)
    {
        Assert.True(Decompress(TestBytes.Hex(block), 20, out _) is null, reason);
    }

    private static byte[]? Decompress(byte[] block, int length, out int consumed)
    {
        var text = new byte[length];
        return Lz4.TryDecompress(block, out consumed, text, dictionaryLength: 0) ? text : null;
    }

    private static byte[] RandomBytes(Random random, int count, int letters)
    {
        var bytes = new byte[count];
        for (int index = 0; index < count; index++)
        {
            bytes[index] = (byte)random.Next(letters);
        }

        return bytes;
    }

    // Words of two characters out of a vocabulary, frequent ones first, as running text has them.
    private static byte[] ChineseText(int length)
    {
        var random = new Random(7);
        var text = new StringBuilder();
        while (text.Length * 3 < length)
        {
            int word = (int)(3000 * Math.Pow(random.NextDouble(), 3));
            text.Append((char)(0x4E00 + (word * 5))).Append((char)(0x4E00 + (word * 3 % 2000)));
        }

        return Encoding.UTF8.GetBytes(text.ToString())[..length];
    }

    private byte[] Compress(byte[] bytes, int dictionaryLength)
    {
        var compressed = new byte[Lz4.MaxCompressedLength(bytes.Length - dictionaryLength)];
        return compressed[.._compressor.Compress(bytes, dictionaryLength, compressed)];
    }

    private int CheckRoundTrip(byte[] bytes, int dictionaryLength, string what)
    {
        byte[] compressed = Compress(bytes, dictionaryLength);
        byte[] text = [.. bytes.AsSpan(0, dictionaryLength), .. new byte[bytes.Length - dictionaryLength]];

        bool whole = Lz4.TryDecompress([.. compressed, 1, 2, 3], out int consumed, text, dictionaryLength);

        Assert.True(whole && consumed == compressed.Length && text.AsSpan().SequenceEqual(bytes), what);
        return compressed.Length;
    }
}
