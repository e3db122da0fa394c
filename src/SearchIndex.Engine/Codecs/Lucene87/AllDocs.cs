namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The documents of a field that all documents have, or none (<c>maxDoc</c> 0).</summary>
internal sealed class AllDocs(int maxDoc) : DocsWithField
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override long Cost => maxDoc;

    public override int Index => _doc;

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < maxDoc ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < maxDoc;
    }
}
