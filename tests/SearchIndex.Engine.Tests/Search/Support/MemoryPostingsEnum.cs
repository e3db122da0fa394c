using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>Postings in memory that fail the test when they are used other than the contract allows.</summary>
internal sealed class MemoryPostingsEnum(List<MemoryPosting> postings, FieldInfo info, PostingsFeatures features) : ImpactsEnum
{
    private static readonly Impact[] Unbounded = [new Impact(int.MaxValue, 1)];

    private int _index = -1;
    private int _shallow = -1;
    private int _occurrence = -1;

    public override int DocId => _index < 0 ? -1 : _index < postings.Count ? postings[_index].Doc : NoMoreDocs;

    public override long Cost => postings.Count;

    public override int Freq
    {
        get
        {
            AssertOnDocument();
            Assert.True(features >= PostingsFeatures.Freqs, "the frequency was not asked for");
            return postings[_index].Freq;
        }
    }

    public override int StartOffset => HasOffsets ? postings[_index].Occurrences[_occurrence].Start : -1;

    public override int EndOffset => HasOffsets ? postings[_index].Occurrences[_occurrence].End : -1;

    public override int ImpactLevels => 1;

    private bool HasOffsets => info.HasOffsets && features >= PostingsFeatures.Offsets;

    public override int NextDoc()
    {
        Assert.True(_index < postings.Count, "moved behind the end");
        _index++;
        _occurrence = -1;
        return DocId;
    }

    public override int Advance(int target)
    {
        Assert.True(target > DocId, "the target must lie behind the current document");
        do
        {
            NextDoc();
        }
        while (DocId < target);
        return DocId;
    }

    public override int NextPosition()
    {
        AssertOnDocument();
        Assert.True(features >= PostingsFeatures.Positions, "positions were not asked for");
        Assert.True(++_occurrence < postings[_index].Freq, "more positions than the frequency");
        return info.HasPositions ? postings[_index].Occurrences[_occurrence].Position : -1;
    }

    public override void AdvanceShallow(int target)
    {
        Assert.True(target >= _shallow && target >= DocId, "a shallow move must not go backwards");
        _shallow = target;
    }

    public override int ImpactsUpTo(int level) => NoMoreDocs;

    public override ReadOnlySpan<Impact> Impacts(int level) => Unbounded;

    private void AssertOnDocument() => Assert.True(_index >= 0 && _index < postings.Count, "not on a document");
}
