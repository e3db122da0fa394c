using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Every field with norms has them, and a live document's norm is 0 or absent just when it has no term (spec 14, 6 and 7).</summary>
internal static class NormsCheck
{
    /// <param name="reader">The segment.</param>
    /// <param name="docsWithTerms">Which documents have terms, for the fields whose postings are sound.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static string Run(SegmentReader reader, IReadOnlyDictionary<string, FixedBitSet> docsWithTerms, CancellationToken cancellation)
    {
        int fields = 0;
        long documents = 0;
        foreach (FieldInfo field in reader.FieldInfos.Where(field => field.HasNorms))
        {
            cancellation.ThrowIfCancellationRequested();
            fields++;
            documents += FieldPart.Run(field, () => CheckField(reader, field, docsWithTerms.GetValueOrDefault(field.Name)));
        }

        return $"{fields} fields, {documents} norms";
    }

    private static int CheckField(SegmentReader reader, FieldInfo field, FixedBitSet? docsWithTerms)
    {
        var hasNorm = new FixedBitSet(reader.MaxDoc);
        ColumnCursor Open() => new NumericCursor(reader.GetNorms(field.Name) ?? throw new CorruptIndexException("there are no norms"));
        int documents = new ColumnWalk(Open, reader.MaxDoc).Run((docId, norm) =>
        {
            if (norm != 0)
            {
                hasNorm.Set(docId);
            }
        });
        for (int docId = 0; docsWithTerms is not null && docId < reader.MaxDoc; docId++)
        {
            bool live = reader.LiveDocs is null || reader.LiveDocs[docId];
            bool hasTerm = docsWithTerms[docId];
            Expect.That(!live || hasNorm[docId] == hasTerm, $"document {docId} has {(hasTerm ? "terms and no norm" : "a norm and no terms")}");
        }

        return documents;
    }
}
