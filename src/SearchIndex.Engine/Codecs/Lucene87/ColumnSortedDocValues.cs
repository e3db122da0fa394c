using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>One ordinal for each document of a set, out of a column.</summary>
internal sealed class ColumnSortedDocValues(DocsWithField docs, NumericColumn ords, TermsDictionary terms) : SortedDocValues
{
    private const int BatchSize = 128;

    private readonly long[] _batch = new long[BatchSize];

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int ValueCount => (int)terms.Count;

    public override int OrdValue => Check(ords.Get(docs.Index), docs.DocId);

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);

    public override void GetOrdValues(ReadOnlySpan<int> docIds, Span<int> values)
    {
        // Where each document has a value, its number is its rank.
        if (docs is not AllDocs || docIds.IsEmpty || docIds[^1] >= docs.Cost)
        {
            base.GetOrdValues(docIds, values);
            return;
        }

        for (int start = 0; start < docIds.Length; start += BatchSize)
        {
            ReadOnlySpan<int> some = docIds[start..Math.Min(start + BatchSize, docIds.Length)];
            ords.Get(some, _batch);
            for (int index = 0; index < some.Length; index++)
            {
                values[start + index] = Check(_batch[index], some[index]);
            }
        }

        docs.AdvanceExact(docIds[^1]);
    }

    public override ReadOnlySpan<byte> LookupOrd(int ord) => terms.Lookup(ord);

    public override int LookupTerm(ReadOnlySpan<byte> key) => (int)terms.Find(key);

    private int Check(long ord, int docId) => (ulong)ord < (ulong)terms.Count
        ? (int)ord
        : throw new CorruptIndexException($"document {docId} has ordinal {ord} of {terms.Count} values");
}
