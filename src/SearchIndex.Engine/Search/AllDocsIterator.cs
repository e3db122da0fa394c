using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Walks over all documents of a segment.</summary>
internal sealed class AllDocsIterator : DocIdSetIterator
{
    private readonly int _maxDoc;
    private int _doc = -1;

    /// <summary>Creates a walk over the documents below <paramref name="maxDoc"/>.</summary>
    public AllDocsIterator(int maxDoc)
    {
        _maxDoc = maxDoc;
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => _maxDoc;

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target) => _doc = target < _maxDoc ? target : NoMoreDocs;
}
