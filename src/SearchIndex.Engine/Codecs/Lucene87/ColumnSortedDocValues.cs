using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>One ordinal for each document of a set, out of a column.</summary>
internal sealed class ColumnSortedDocValues(DocsWithField docs, NumericColumn ords, TermsDictionary terms) : SortedDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int ValueCount => (int)terms.Count;

    public override int OrdValue
    {
        get
        {
            long ord = ords.Get(docs.Index);
            return (ulong)ord < (ulong)terms.Count
                ? (int)ord
                : throw new CorruptIndexException($"document {docs.DocId} has ordinal {ord} of {terms.Count} values");
        }
    }

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);

    public override ReadOnlySpan<byte> LookupOrd(int ord) => terms.Lookup(ord);

    public override int LookupTerm(ReadOnlySpan<byte> key) => (int)terms.Find(key);
}
