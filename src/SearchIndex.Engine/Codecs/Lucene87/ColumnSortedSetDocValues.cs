using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Several ordinals for each document of a set, out of a column.</summary>
internal sealed class ColumnSortedSetDocValues(
    DocsWithField docs, NumericColumn ords, DirectMonotonicReader? starts, TermsDictionary terms) : SortedSetDocValues
{
    private ValueRange _range;

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override long ValueCount => terms.Count;

    public override long NextOrd()
    {
        if (_range.Next >= _range.End)
        {
            return NoMoreOrds;
        }

        long ord = ords.Get(_range.Next);
        _range = _range with { Next = _range.Next + 1 };
        return (ulong)ord < (ulong)terms.Count
            ? ord
            : throw new CorruptIndexException($"document {docs.DocId} has ordinal {ord} of {terms.Count} values");
    }

    public override int NextDoc() => LoadRange(docs.NextDoc());

    public override int Advance(int target) => LoadRange(docs.Advance(target));

    public override bool AdvanceExact(int target)
    {
        _range = default;
        if (!docs.AdvanceExact(target))
        {
            return false;
        }

        LoadRange(target);
        return true;
    }

    public override ReadOnlySpan<byte> LookupOrd(long ord) => terms.Lookup(ord);

    private int LoadRange(int doc)
    {
        _range = doc == NoMoreDocs ? default : ValueRange.Of(starts, docs.Index);
        return doc;
    }
}
