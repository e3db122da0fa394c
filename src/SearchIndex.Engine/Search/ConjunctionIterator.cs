using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Walks over the documents that all of several iterators have: the rarest leads, the others leap after it.</summary>
internal sealed class ConjunctionIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator _lead;
    private readonly DocIdSetIterator[] _others;
    private int _doc = -1;

    /// <summary>Creates the walk over iterators that have not been moved, one or more.</summary>
    public ConjunctionIterator(IEnumerable<DocIdSetIterator> iterators)
    {
        DocIdSetIterator[] byCost = [.. iterators.OrderBy(iterator => iterator.Cost)];
        _lead = byCost[0];
        _others = byCost[1..];
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => _lead.Cost;

    /// <inheritdoc/>
    public override int NextDoc() => _doc = Agree(_lead.NextDoc());

    /// <inheritdoc/>
    public override int Advance(int target) => _doc = Agree(_lead.Advance(target));

    private int Agree(int doc)
    {
        int index = 0;
        while (doc != NoMoreDocs && index < _others.Length)
        {
            DocIdSetIterator other = _others[index];
            int found = other.DocId;
            if (found < doc)
            {
                found = other.Advance(doc);
            }

            if (found == doc)
            {
                index++;
            }
            else
            {
                doc = found == NoMoreDocs ? NoMoreDocs : _lead.Advance(found);
                index = 0;
            }
        }

        return doc;
    }
}
