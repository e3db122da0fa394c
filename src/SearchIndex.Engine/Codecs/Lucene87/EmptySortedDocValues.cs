namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The ordinals of a field that no document of the segment has.</summary>
internal sealed class EmptySortedDocValues : SortedDocValues
{
    private readonly AllDocs _docs = new(0);

    public override int DocId => _docs.DocId;

    public override long Cost => 0;

    public override int ValueCount => 0;

    public override int OrdValue => throw new InvalidOperationException("no document has a value");

    public override int NextDoc() => _docs.NextDoc();

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);

    public override ReadOnlySpan<byte> LookupOrd(int ord) =>
        throw new ArgumentOutOfRangeException(nameof(ord), ord, "there are no values");
}
