using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Highlight;

/// <summary>Postings whose occurrences end after a number of UTF-16 units: those of a prefix.</summary>
internal sealed class CutPostingsEnum : PostingsEnum
{
    private readonly PostingsEnum _postings;
    private readonly int _limit;

    /// <summary>Creates the view.</summary>
    public CutPostingsEnum(PostingsEnum postings, int limit)
    {
        _postings = postings;
        _limit = limit;
    }

    /// <inheritdoc/>
    public override int DocId => _postings.DocId;

    /// <inheritdoc/>
    public override long Cost => _postings.Cost;

    /// <inheritdoc/>
    public override int Freq => _postings.Freq;

    /// <inheritdoc/>
    public override int StartOffset => _postings.StartOffset;

    /// <inheritdoc/>
    public override int EndOffset => Math.Min(_postings.EndOffset, _postings.StartOffset + _limit);

    /// <inheritdoc/>
    public override int NextDoc() => _postings.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _postings.Advance(target);

    /// <inheritdoc/>
    public override int NextPosition() => _postings.NextPosition();
}
