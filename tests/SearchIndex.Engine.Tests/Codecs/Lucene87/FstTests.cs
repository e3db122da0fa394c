using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class FstTests
{
    private const int Seed = 50;
    private static readonly byte[] EmptyCode = [0xF2, 0x07];

    [Fact]
    public void Walk_SpecExample_FindsCodesOfBothPrefixes()
    {
        FstPath path = Open(Convert.FromHexString("0004E602621F01DA02611D"), startNode: 10);

        Assert.Equal("F207 1:DA01", Codes(path, "a00"u8));
        Assert.Equal("F207 1:E604", Codes(path, "b"u8));
        Assert.Equal("F207", Codes(path, "cat"u8));
        Assert.Equal("F207", Codes(path, ""u8));
    }

    [Fact]
    public void Walk_SearchedNode_FindsItsArcs()
    {
        // Three slots of 4 bytes: final arcs without targets, labels b, d and f, outputs of one byte.
        byte[] node = [0x20, 3, 4, 0x19, (byte)'b', 1, 0xB1, 0x19, (byte)'d', 1, 0xD1, 0x1B, (byte)'f', 1, 0xF1];
        FstPath path = Open([0, .. node.Reverse()], node.Length);

        Assert.Equal("F207 1:B1", Codes(path, "bx"u8));
        Assert.Equal("F207 1:D1", Codes(path, "d"u8));
        Assert.Equal("F207 1:F1", Codes(path, "f"u8));
        Assert.All(["a", "c", "e", "g"], label => Assert.Equal("F207", Codes(path, System.Text.Encoding.UTF8.GetBytes(label))));
    }

    [Fact]
    public void Walk_OutputsOnThePathAndTargetNext_AreJoined()
    {
        // Root: a (output 01, target next), b (last, stop). Behind it: x (final, output 02, final output 03, last, stop).
        byte[] reading = [0x14, (byte)'a', 1, 0x01, 0x0B, (byte)'b', 0x3B, (byte)'x', 1, 0x02, 1, 0x03];
        FstPath path = Open([0, .. reading.Reverse()], reading.Length);

        Assert.Equal("F207 2:010203", Codes(path, "ax"u8));
        Assert.Equal("F207", Codes(path, "a"u8));
        Assert.Equal("F207 1:", Codes(path, "b"u8));
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(3000, 3)]
    [InlineData(2000, 40)]
    public void Walk_WhatTheWriterWrote_FindsEveryPrefix(int count, int longestCode)
    {
        var random = new Random(Seed);
        var codes = new SortedDictionary<byte[], byte[]>(Utf8Order.Instance);
        for (int index = 0; index < count; index++)
        {
            byte[] prefix = new byte[random.Next(1, 5)];
            random.NextBytes(prefix);
            prefix[0] &= 0x0F;
            byte[] code = new byte[random.Next(20) == 0 ? longestCode * 20 : longestCode];
            random.NextBytes(code);
            codes[prefix] = code;
        }

        var writer = new FstWriter();
        writer.Start();
        foreach ((byte[] prefix, byte[] code) in codes)
        {
            writer.Add(prefix, code);
        }

        byte[] body = writer.Finish(out long startNode).ToArray();
        FstPath path = Open(body, startNode);

        foreach (byte[] prefix in codes.Keys)
        {
            byte[] term = [.. prefix, 0xFF];
            IEnumerable<string> expected = Enumerable.Range(1, term.Length)
                .Where(length => codes.ContainsKey(term[..length]))
                .Select(length => $" {length}:{Convert.ToHexString(codes[term[..length]])}");
            Assert.Equal("F207" + string.Concat(expected), Codes(path, term));
        }
    }

    [Theory]
    [InlineData("0005", 1)] // An arc whose label is missing.
    [InlineData("006101", 2)] // A list that does not end, ahead of the label.
    [InlineData("00FFFFFFFF6115", 6)] // An output larger than the body.
    [InlineData("00000001028140", 6)] // A node that covers too many labels.
    [InlineData("00FF0F0320", 4)] // Arcs that do not fit.
    public void Walk_DamagedBody_Throws(string hex, int startNode)
    {
        FstPath path = Open(Convert.FromHexString(hex), startNode);

        Assert.Throws<CorruptIndexException>(() => path.Walk("a"u8));
        Assert.Throws<CorruptIndexException>(() => path.Walk("z"u8));
    }

    private static string Codes(FstPath path, ReadOnlySpan<byte> term)
    {
        path.Walk(term);
        string text = Convert.ToHexString(path.Code(0));
        for (int index = 1; index < path.Count; index++)
        {
            text += $" {path.PrefixLength(index)}:{Convert.ToHexString(path.Code(index))}";
        }

        return text;
    }

    /// <summary>Opens a body whose empty prefix has the code of the spec's example.</summary>
    private static FstPath Open(byte[] body, long startNode)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput("meta"))
        {
            CodecUtil.WriteHeader(output, FstFormat.Codec, FstFormat.Version);
            output.WriteByte(1);
            byte[] reversed = [EmptyCode[1], EmptyCode[0], (byte)EmptyCode.Length];
            output.WriteVInt32(reversed.Length);
            output.WriteBytes(reversed);
            output.WriteByte(FstFormat.ByteLabels);
            output.WriteVInt64(startNode);
            output.WriteVInt64(body.Length);
        }

        var index = new IndexInput("index", new ArrayByteSource(body, body.Length));
        return new FstPath(Fst.Read(directory.OpenInput("meta"), index, 0));
    }
}
