using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class ForDeltaBlockTests
{
    private const string Name = "block";
    private const int Seed = 45;

    [Fact]
    public void Read_AnyWidth_GivesDocumentsOfTheDeltas()
    {
        for (int bits = 1; bits < 24; bits++)
        {
            var random = new Random(Seed + bits);
            int[] deltas = [.. Enumerable.Range(0, ForLayout.BlockSize).Select(_ => 1 + random.Next((1 << bits) - 1))];
            int[] expected = Sums(deltas, 17);
            int[] docs = new int[ForLayout.BlockSize];

            ForDeltaBlock.Read(Open(Write(deltas)), 17, expected[^1] + 1, docs);

            Assert.Equal(expected, docs);
        }
    }

    [Fact]
    public void Write_AllOnes_TakesOneByte()
    {
        int[] deltas = new int[ForLayout.BlockSize];
        Array.Fill(deltas, 1);
        int[] docs = new int[ForLayout.BlockSize];

        byte[] bytes = Write(deltas);
        ForDeltaBlock.Read(Open(bytes), 0, 1000, docs);

        Assert.Equal([0], bytes);
        Assert.Equal(Enumerable.Range(1, ForLayout.BlockSize), docs);
    }

    [Fact]
    public void Read_OneLargeDelta_GivesDocuments()
    {
        int[] deltas = new int[ForLayout.BlockSize];
        Array.Fill(deltas, 1);
        deltas[3] = int.MaxValue - 1000;
        int[] docs = new int[ForLayout.BlockSize];

        ForDeltaBlock.Read(Open(Write(deltas)), 0, int.MaxValue, docs);

        Assert.Equal(Sums(deltas, 0), docs);
    }

    [Fact]
    public void Read_DocumentsBeyondSegment_Throws()
    {
        int[] deltas = new int[ForLayout.BlockSize];
        Array.Fill(deltas, 1 << 25);
        byte[] wrapsAround = Write(deltas);
        Array.Fill(deltas, 10);
        byte[] tooLarge = Write(deltas);

        Assert.Throws<CorruptIndexException>(() => Read(wrapsAround));
        Assert.Throws<CorruptIndexException>(() => Read(tooLarge));
        Assert.Throws<CorruptIndexException>(() => Read([32]));
        Assert.Throws<CorruptIndexException>(() => Read([31, 0]));
    }

    private static void Read(byte[] bytes) => ForDeltaBlock.Read(Open(bytes), 0, 1000, new int[ForLayout.BlockSize]);

    private static int[] Sums(int[] deltas, int start)
    {
        int sum = start;
        return [.. deltas.Select(delta => sum += delta)];
    }

    private static IndexInput Open(byte[] bytes) => new(Name, new ArrayByteSource(bytes, bytes.Length));

    private static byte[] Write(int[] deltas)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput(Name))
        {
            ForDeltaBlock.Write(deltas, output);
        }

        return directory.ReadAllBytes(Name);
    }
}
