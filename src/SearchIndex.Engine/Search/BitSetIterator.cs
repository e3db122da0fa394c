using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>Walks over the members of a set of documents.</summary>
internal sealed class BitSetIterator : DocIdSetIterator
{
    private readonly FixedBitSet _documents;
    private int _doc = -1;

    /// <summary>Creates a walk over a set, which must not change meanwhile.</summary>
    public BitSetIterator(FixedBitSet documents)
    {
        _documents = documents;
        Cost = documents.Cardinality();
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        int next = _documents.NextSetBit(target);
        return _doc = next < 0 ? NoMoreDocs : next;
    }
}
