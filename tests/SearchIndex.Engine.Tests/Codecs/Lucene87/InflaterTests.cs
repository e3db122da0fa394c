using System.IO.Compression;
using System.Text;
using SearchIndex.Engine.Codecs.Lucene87;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class InflaterTests
{
    private readonly Inflater _inflater = new();

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void TryInflate_WhatDeflateStreamMade_GivesTheText(CompressionLevel level)
    {
        var random = new Random(30);
        foreach (int length in new[] { 0, 1, 2, 10, 100, 1000, 66_000, 300_000 })
        {
            foreach (int letters in new[] { 1, 2, 30, 256 })
            {
                byte[] text = [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(random.Next(letters) + 1))];

                byte[]? inflated = Inflate(Deflate(text, level), [], length);

                Assert.True(inflated is not null && inflated.AsSpan().SequenceEqual(text), $"{length} bytes of {letters} letters");
            }
        }
    }

    [Fact]
    public void TryInflate_RepeatsOfManyLengthsAndDistances_GivesTheText()
    {
        var random = new Random(31);
        var text = new List<byte>();
        while (text.Count < 200_000)
        {
            text.Add((byte)random.Next(256));
            int back = random.Next(Math.Min(text.Count, 32_768)) + 1;
            text.AddRange(text.GetRange(text.Count - back, Math.Min(back, random.Next(300))));
        }

        Assert.Equal(text, Inflate(Deflate([.. text], CompressionLevel.SmallestSize), [], text.Count));
    }

    [Fact]
    public void TryInflate_MatchIntoTheDictionary_CopiesFromIt()
    {
        // A last block with fixed codes: length 3 at distance 3, end.
        Assert.Equal("abc", Encoding.ASCII.GetString(Inflate([0x03, 0x22, 0x00], Encoding.ASCII.GetBytes("abc"), 3)!));
    }

    [Fact]
    public void TryInflate_MatchBeforeTheStart_ReturnsFalse()
    {
        Assert.Null(Inflate([0x03, 0x22, 0x00], Encoding.ASCII.GetBytes("ab"), 3));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public void TryInflate_RoomOfAnotherLength_ReturnsFalse(int room)
    {
        Assert.Null(Inflate(Deflate(new byte[100], CompressionLevel.Optimal), [], room));
    }

    [Fact]
    public void TryInflate_TruncatedOrDamaged_EndsWithoutException()
    {
        var random = new Random(32);
        byte[] text = [.. Enumerable.Range(0, 3000).Select(_ => (byte)random.Next(40))];
        byte[] deflated = Deflate(text, CompressionLevel.Optimal);
        for (int position = 0; position < deflated.Length; position++)
        {
            byte[] damaged = [.. deflated];
            damaged[position] ^= (byte)(1 + random.Next(255));

            Inflate(damaged, [], text.Length);

            Assert.Null(Inflate(deflated[..position], [], text.Length));
        }
    }

    [Fact]
    public void TryInflate_ReservedBlockType_ReturnsFalse()
    {
        Assert.Null(Inflate([0x07, 0, 0, 0], [], 3));
    }

    private static byte[] Deflate(byte[] text, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, level, leaveOpen: true))
        {
            deflate.Write(text);
        }

        // For an empty text the stream writes nothing at all; this is the shortest block that ends at once.
        return text.Length == 0 ? [0x03, 0x00] : stream.ToArray();
    }

    private byte[]? Inflate(byte[] source, byte[] dictionary, int length)
    {
        byte[] text = [.. dictionary, .. new byte[length]];
        return _inflater.TryInflate(source, text, dictionary.Length) ? text[dictionary.Length..] : null;
    }
}
