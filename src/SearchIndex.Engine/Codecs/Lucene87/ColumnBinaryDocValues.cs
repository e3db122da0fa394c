namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>One byte string for each document of a set, out of a column.</summary>
internal sealed class ColumnBinaryDocValues(DocsWithField docs, BinaryColumn column) : BinaryDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override ReadOnlySpan<byte> Value => column.Get(docs.Index);

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);
}
