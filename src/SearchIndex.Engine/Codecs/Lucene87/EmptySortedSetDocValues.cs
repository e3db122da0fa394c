namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The sets of ordinals of a field that no document of the segment has.</summary>
internal sealed class EmptySortedSetDocValues : SortedSetDocValues
{
    private readonly AllDocs _docs = new(0);

    public override int DocId => _docs.DocId;

    public override long Cost => 0;

    public override long ValueCount => 0;

    public override long NextOrd() => NoMoreOrds;

    public override int NextDoc() => _docs.NextDoc();

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);

    public override ReadOnlySpan<byte> LookupOrd(long ord) =>
        throw new ArgumentOutOfRangeException(nameof(ord), ord, "there are no values");
}
