using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class IndexedDisiTests
{
    private const int BlockSize = 65536;

    /// <summary>Sets of documents by name: a bound, and whether a document is a member.</summary>
    public static TheoryData<string> Sets => new(Members.Keys);

    private static Dictionary<string, (int MaxDoc, Func<int, bool> IsMember)> Members { get; } = new()
    {
        ["one"] = (1, _ => true),
        ["sparse"] = (200_000, doc => doc % 997 == 3),
        ["dense"] = (200_000, doc => doc % 3 != 1),
        ["all"] = (3 * BlockSize, _ => true),
        ["firstofblocks"] = (4 * BlockSize, doc => doc % BlockSize == 0),
        ["lastofblocks"] = (4 * BlockSize, doc => doc % BlockSize == BlockSize - 1),
        ["gaps"] = (6 * BlockSize, doc => doc / BlockSize is 1 or 4 && doc % 5 == 0),
        ["mixed"] = (5 * BlockSize, IsMemberOfMixed),
        ["4095"] = (2 * BlockSize, doc => doc % BlockSize < 4095),
        ["4096"] = (2 * BlockSize, doc => doc % BlockSize < 4096),
        ["4096spread"] = (2 * BlockSize, doc => doc % 16 == 15),
        ["65535"] = (2 * BlockSize, doc => doc % BlockSize != 1000),
        ["partlastblock"] = (BlockSize + 100, doc => doc % 2 == 0),
    };

    [Fact]
    public void Write_DocumentsInTwoBlocks_GivesTheBytesOfTheTestVector()
    {
        (byte[] bytes, DocsWithFieldEntry entry) = Write(Set(70_001, doc => doc is 1 or 5 or 70_000));

        Assert.Equal(3, entry.JumpTableEntryCount);
        Assert.Equal(
            TestBytes.HexString(
                "00 00 00 01 00 01 00 05 00 01 00 00 11 70 7f ff 00 00 ff ff "
                + "00 00 00 00 00 00 00 00 00 00 00 02 00 00 00 08 00 00 00 03 00 00 00 0e"),
            Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void Write_DocumentsInTheFirstBlock_LeavesTheJumpTableOut()
    {
        (byte[] bytes, DocsWithFieldEntry entry) = Write(Set(6, doc => doc is 1 or 5));

        Assert.Equal(0, entry.JumpTableEntryCount);
        Assert.Equal("00000001000100057fff0000ffff", Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void NextDoc_AnySet_VisitsEachMemberWithItsRank(string name)
    {
        (IndexedDisi docs, List<int> expected) = Open(name);

        int rank = 0;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = docs.NextDoc())
        {
            Assert.True(expected[rank] == doc && docs.Index == rank, $"{name}: document {doc} with rank {docs.Index} at {rank}");
            rank++;
        }

        Assert.Equal(expected.Count, rank);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Advance_RandomTargets_FindsTheNextMember(string name)
    {
        var random = new Random(9);
        foreach (int stride in new[] { 2, 50, 700, 9000, 100_000 })
        {
            (IndexedDisi docs, List<int> expected) = Open(name);
            int target = random.Next(stride);
            while (docs.DocId != DocIdSetIterator.NoMoreDocs)
            {
                int rank = expected.BinarySearch(target);
                rank = rank < 0 ? ~rank : rank;
                int wanted = rank < expected.Count ? expected[rank] : DocIdSetIterator.NoMoreDocs;

                Assert.True(wanted == docs.Advance(target), $"{name}: {target} to {docs.DocId}, not {wanted}, stride {stride}");
                Assert.True(rank == expected.Count || docs.Index == rank, $"{name}: rank of {docs.DocId}, stride {stride}");
                target = Math.Min(docs.DocId, int.MaxValue - stride) + 1 + random.Next(stride);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void AdvanceExact_RandomTargets_TellsMembersFromOthers(string name)
    {
        var random = new Random(10);
        foreach (int stride in new[] { 1, 3, 60, 800, 20_000, 150_000 })
        {
            (IndexedDisi docs, List<int> expected) = Open(name);
            for (int target = 0; target < Members[name].MaxDoc; target += 1 + random.Next(stride))
            {
                int rank = expected.BinarySearch(target);

                bool found = docs.AdvanceExact(target);

                Assert.True(found == rank >= 0, $"{name}: {target}, stride {stride}");
                Assert.True(docs.DocId == target && (!found || docs.Index == rank), $"{name}: rank of {target}, stride {stride}");
                Assert.Equal(found, docs.AdvanceExact(target));
            }
        }
    }

    [Fact]
    public void NextDoc_AfterAMiss_GoesToTheNextMember()
    {
        (IndexedDisi docs, _) = Open("mixed");

        Assert.False(docs.AdvanceExact(101));
        Assert.Equal(200, docs.NextDoc());
        Assert.False(docs.AdvanceExact((3 * BlockSize) + 7));
        Assert.Equal(4 * BlockSize, docs.NextDoc());
        Assert.False(docs.AdvanceExact((4 * BlockSize) + 1));
        Assert.Equal((4 * BlockSize) + 2, docs.Advance((4 * BlockSize) + 2));
    }

    [Fact]
    public void Advance_DenseBlockWithoutRanks_CountsWordByWord()
    {
        FixedBitSet set = Set(BlockSize, doc => doc % 3 == 0);
        byte[] bytes = TestBytes.Write(output =>
        {
            output.WriteInt16(0);
            output.WriteInt16((short)(set.Cardinality() - 1));
            foreach (ulong word in set.Words)
            {
                output.WriteInt64((long)word);
            }

            output.WriteInt64(unchecked((long)0x7FFF0000FFFF0000));
        });
        var docs = new IndexedDisi(TestBytes.Open(bytes), new DocsWithFieldEntry(0, bytes.Length, 0, -1), BlockSize, 0);

        Assert.Equal(30_000, docs.Advance(29_998));
        Assert.Equal(10_000, docs.Index);
        Assert.True(docs.AdvanceExact(60_000));
        Assert.Equal(20_000, docs.Index);
    }

    [Fact]
    public void NextDoc_AnyByteDamaged_EndsOrThrowsCorruptIndex()
    {
        var random = new Random(12);
        foreach (string name in new[] { "sparse", "mixed", "gaps", "firstofblocks" })
        {
            (byte[] bytes, DocsWithFieldEntry entry) = Write(Set(Members[name].MaxDoc, Members[name].IsMember));
            for (int trial = 0; trial < 60; trial++)
            {
                byte[] damaged = [.. bytes];
                damaged[trial < 30 ? trial * 2 : random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                WalkUntilEnd(new IndexedDisi(TestBytes.Open(damaged), entry, Members[name].MaxDoc, 0), stride: 1);
                WalkUntilEnd(new IndexedDisi(TestBytes.Open(damaged), entry, Members[name].MaxDoc, 0), stride: 70_000);
            }
        }
    }

    private static bool IsMemberOfMixed(int doc) => (doc / BlockSize) switch
    {
        0 => doc % 100 == 0,
        1 => true,
        2 => doc % 7 == 0,
        4 => doc % 2 == 0,
        _ => false,
    };

    private static void WalkUntilEnd(IndexedDisi docs, int stride)
    {
        try
        {
            int last = -1;
            while (last < int.MaxValue - stride && docs.Advance(last + stride) != DocIdSetIterator.NoMoreDocs)
            {
                Assert.True(docs.DocId > last, $"{docs.DocId} after {last}");
                last = docs.DocId;
            }
        }
        catch (CorruptIndexException)
        {
            Assert.True(docs.DocId >= -1); // What damage should end in.
        }
    }

    private static (IndexedDisi Docs, List<int> Expected) Open(string name)
    {
        (int maxDoc, Func<int, bool> isMember) = Members[name];
        (byte[] bytes, DocsWithFieldEntry entry) = Write(Set(maxDoc, isMember));
        return (new IndexedDisi(TestBytes.Open(bytes), entry, maxDoc, 0), [.. Enumerable.Range(0, maxDoc).Where(isMember)]);
    }

    private static (byte[] Bytes, DocsWithFieldEntry Entry) Write(FixedBitSet docs)
    {
        DocsWithFieldEntry entry = default;
        byte[] bytes = TestBytes.Write(output => entry = IndexedDisiWriter.Write(output, docs));
        return (bytes, entry);
    }

    private static FixedBitSet Set(int maxDoc, Func<int, bool> isMember)
    {
        var docs = new FixedBitSet(maxDoc);
        for (int doc = 0; doc < maxDoc; doc++)
        {
            if (isMember(doc))
            {
                docs.Set(doc);
            }
        }

        return docs;
    }
}
