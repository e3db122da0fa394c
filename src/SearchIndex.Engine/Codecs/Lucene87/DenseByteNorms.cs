using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Norms of one byte that all documents have: what scoring meets nearly always, hence without any detour.</summary>
internal sealed class DenseByteNorms(IndexInput data, long offset, int maxDoc) : NumericDocValues
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override long Cost => maxDoc;

    public override long Value => (sbyte)data.SpanAt(offset + _doc, 1)[0];

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < maxDoc ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < maxDoc;
    }
}
