namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Several numbers for each document of a set, out of a column.</summary>
internal sealed class ColumnSortedNumericDocValues(DocsWithField docs, NumericColumn column, DirectMonotonicReader? starts)
    : SortedNumericDocValues
{
    private ValueRange _range;
    private int _count;

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int DocValueCount => _count;

    public override long NextValue()
    {
        long value = column.Get(_range.Next);
        _range = _range with { Next = _range.Next + 1 };
        return value;
    }

    public override int NextDoc() => LoadRange(docs.NextDoc());

    public override int Advance(int target) => LoadRange(docs.Advance(target));

    public override bool AdvanceExact(int target)
    {
        if (!docs.AdvanceExact(target))
        {
            return false;
        }

        LoadRange(target);
        return true;
    }

    private int LoadRange(int doc)
    {
        if (doc != NoMoreDocs)
        {
            _range = ValueRange.Of(starts, docs.Index);
            _count = (int)(_range.End - _range.Next);
        }

        return doc;
    }
}
