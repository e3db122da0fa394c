using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>Everything that an index can be asked, for tests that ask damaged ones.</summary>
internal static class IndexQuestions
{
    /// <summary>Gets searches for what <see cref="Judge.SampleIndexes"/> writes, and walks over whatever there is.</summary>
    public static IReadOnlyList<Action<DirectoryReader>> All { get; } =
    [
        reader => new IndexSearcher(reader).Search(Term("text", "北约"), 10),
        reader => new IndexSearcher(reader).Search(new PhraseQuery("text", "北约", "约秘"), 10),
        reader => new IndexSearcher(reader).Search(
            new BooleanQuery.Builder().Add(Term("title", "北北"), Occur.Should).Add(Term("text", "北北"), Occur.Should).Build(), 10),
        reader => new IndexSearcher(reader).Count(Term("id", "1-3")),
        reader => new IndexSearcher(reader).Search(Term("outlet", "2"), 10, new Sort("published", Descending: true)),
        reader => new IndexSearcher(reader).Count(PointRangeQuery.ForInt64("published", 300_000_000, 700_000_000)),
        reader => new IndexSearcher(reader).Count(PointRangeQuery.ForInt64("point", 10, 20)),
        ReadStoredFields,
        reader => ForEachField(reader, ReadTerms),
        reader => ForEachField(reader, ReadColumn),
        reader => ForEachField(reader, ReadPoints),
    ];

    private static TermQuery Term(string field, string text) => new(new Term(field, text));

    private static void ReadStoredFields(DirectoryReader reader)
    {
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            reader.VisitDocument(docId, new Everything());
        }
    }

    private static void ForEachField(DirectoryReader reader, Action<SegmentReader, FieldInfo> read)
    {
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            foreach (FieldInfo field in leaf.Reader.FieldInfos)
            {
                read(leaf.Reader, field);
            }
        }
    }

    private static void ReadTerms(SegmentReader reader, FieldInfo field)
    {
        TermsEnum? terms = reader.Terms(field.Name)?.Iterator();
        PostingsEnum? postings = null;
        while (terms is not null && terms.Next())
        {
            postings = terms.Postings(PostingsFeatures.Offsets, postings);
            while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                for (int left = field.HasPositions ? postings.Freq : 0; left > 0; left--)
                {
                    postings.NextPosition();
                }
            }
        }
    }

    private static void ReadColumn(SegmentReader reader, FieldInfo field)
    {
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            switch (field.DocValuesType)
            {
                case DocValuesType.Numeric when reader.GetNumericDocValues(field.Name) is { } values && values.AdvanceExact(docId):
                    _ = values.Value;
                    break;
                case DocValuesType.Binary when reader.GetBinaryDocValues(field.Name) is { } values && values.AdvanceExact(docId):
                    _ = values.Value;
                    break;
                case DocValuesType.Sorted when reader.GetSortedDocValues(field.Name) is { } values && values.AdvanceExact(docId):
                    _ = values.LookupOrd(values.OrdValue);
                    break;
                case DocValuesType.SortedSet when reader.GetSortedSetDocValues(field.Name) is { } values && values.AdvanceExact(docId):
                    while (values.NextOrd() is >= 0 and var ord)
                    {
                        values.LookupOrd(ord);
                    }

                    break;
                case DocValuesType.SortedNumeric when reader.GetSortedNumericDocValues(field.Name) is { } values && values.AdvanceExact(docId):
                    for (int left = values.DocValueCount; left > 0; left--)
                    {
                        values.NextValue();
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static void ReadPoints(SegmentReader reader, FieldInfo field) => reader.GetPointValues(field.Name)?.Intersect(new EveryPoint());

    private sealed class Everything : StoredFieldVisitor;

    private sealed class EveryPoint : PointVisitor
    {
        public override CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public override void Visit(int docId)
        {
        }

        public override void Visit(int docId, ReadOnlySpan<byte> value)
        {
        }
    }
}
