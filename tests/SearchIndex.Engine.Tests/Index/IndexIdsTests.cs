using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Judge;

namespace SearchIndex.Engine.Tests.Index;

public sealed class IndexIdsTests
{
    [Fact]
    public void DerivedFrom_SameSeedAndChanges_GivesTheSameBytes()
    {
        IndexImage first = IndexImage.Of(Live(IndexIds.DerivedFrom([1, 2, 3])));
        IndexImage second = IndexImage.Of(Live(IndexIds.DerivedFrom([1, 2, 3])));

        Assert.Equal(first.Names, second.Names);
        Assert.All(first.Names, name => Assert.Equal(first[name], second[name]));
    }

    [Fact]
    public void DerivedFrom_OtherSeed_GivesOtherIdsToEveryFile()
    {
        IndexImage first = IndexImage.Of(Live(IndexIds.DerivedFrom([1, 2, 3])));
        IndexImage second = IndexImage.Of(Live(IndexIds.DerivedFrom([1, 2, 4])));

        Assert.Equal(first.Names, second.Names);
        Assert.All(first.Names, name => Assert.NotEqual(first[name], second[name]));
    }

    [Fact]
    public void DerivedFrom_Seed_GivesNoTwoThingsOneId()
    {
        using MemoryDirectory directory = Live(IndexIds.DerivedFrom([1]));
        SegmentInfos commit = SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance);

        string[] ids =
        [
            commit.Id,
            .. commit.Segments.Select(segment => Convert.ToHexStringLower(segment.Info.Id.Span)),
            .. commit.Segments.Select(segment => Convert.ToHexStringLower(segment.Id!)),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(commit.Segments, segment => Assert.Equal(["source", "writer"], segment.Info.Diagnostics.Keys.Order()));
        Assert.True(CheckIndex.Run(directory, Lucene87Codec.Instance).IsClean);
    }

    [Fact]
    public void DerivedFrom_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => IndexIds.DerivedFrom([]));

    [Fact]
    public void Random_SameChanges_GivesOtherIds()
    {
        using MemoryDirectory first = Live(IndexIds.Random);
        using MemoryDirectory second = Live(IndexIds.Random);

        Assert.NotEqual(
            SegmentInfos.ReadLatest(first, Lucene87Codec.Instance).Id, SegmentInfos.ReadLatest(second, Lucene87Codec.Instance).Id);
    }

    /// <summary>Makes an index with segments of flushes and of a merge, one of them with deletes.</summary>
    private static MemoryDirectory Live(IndexIds ids)
    {
        var directory = new MemoryDirectory();
        IndexWriterConfig config = Keyed.Config() with
        {
            Ids = ids,
            MergePolicy = new TieredMergePolicy { MaxSegments = 3, SegmentsPerTier = int.MaxValue },
        };
        using IndexWriter writer = Keyed.Open(directory, config);
        for (int number = 0; number < 200; number++)
        {
            writer.AddDocument(Keyed.Document(number.ToString(CultureInfo.InvariantCulture), number));
            if (number % 40 == 39)
            {
                writer.Flush();
            }
        }

        writer.Commit();
        writer.DeleteDocuments(Keyed.Key("7"));
        writer.UpdateDocument(Keyed.Key("150"), Keyed.Document("150", -1));
        writer.Commit(new Dictionary<string, string> { ["b"] = "1", ["a"] = "2" });
        return directory;
    }
}
