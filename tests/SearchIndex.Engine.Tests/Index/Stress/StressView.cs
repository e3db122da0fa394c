using System.Globalization;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index.Stress;

/// <summary>Reads what an index shows by every way there is, and compares them: columns, stored fields, postings.</summary>
internal static class StressView
{
    public static string KeyOf(int key) => string.Create(CultureInfo.InvariantCulture, $"k{key}");

    /// <summary>Returns the number that each key shows.</summary>
    /// <exception cref="InvalidOperationException">The index contradicts itself.</exception>
    public static Dictionary<int, long> Read(DirectoryReader reader)
    {
        var shown = new Dictionary<int, long>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            ReadLeaf(leaf.Reader, shown);
        }

        return shown;
    }

    private static void ReadLeaf(SegmentReader leaf, Dictionary<int, long> shown)
    {
        SortedDocValues keys = leaf.GetSortedDocValues("key")!;
        NumericDocValues values = leaf.GetNumericDocValues("value")!;
        using StoredFieldsReader stored = leaf.OpenStoredFields();
        int live = 0;
        for (int docId = 0; docId < leaf.MaxDoc; docId++)
        {
            if (leaf.LiveDocs is { } bits && !bits[docId])
            {
                continue;
            }

            live++;
            Ensure(keys.AdvanceExact(docId) && values.AdvanceExact(docId), $"document {docId} lacks a column");
            string key = Encoding.UTF8.GetString(keys.LookupOrd(keys.OrdValue));
            var fields = new StoredNumbers();
            stored.VisitDocument(docId, fields);
            Ensure(fields.Key == key && fields.Value == values.Value, $"stored {fields.Key}={fields.Value}, columns {key}={values.Value}");
            Ensure(LiveDocument(leaf, key) == docId, $"postings of {key} lead elsewhere than to document {docId}");
            Ensure(
                shown.TryAdd(int.Parse(key.AsSpan(1), CultureInfo.InvariantCulture), values.Value),
                $"{key} is there twice, with {values.Value} in segment {leaf.Commit.Info.Name}");
        }

        Ensure(live == leaf.NumDocs, $"segment {leaf.Commit.Info.Name} has {live} live documents and says {leaf.NumDocs}");
    }

    /// <summary>Returns the only live document that holds a key.</summary>
    private static int LiveDocument(SegmentReader leaf, string key)
    {
        TermsEnum terms = leaf.Terms("key")!.Iterator();
        Ensure(terms.SeekExact(Encoding.UTF8.GetBytes(key)), $"{key} is not among the terms");
        PostingsEnum postings = terms.Postings(PostingsFeatures.Docs);
        int found = -1;
        for (int docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
        {
            if (leaf.LiveDocs is null || leaf.LiveDocs[docId])
            {
                Ensure(found < 0, $"{key} is in documents {found} and {docId}");
                found = docId;
            }
        }

        return found;
    }

    private static void Ensure(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException(problem);
        }
    }

    private sealed class StoredNumbers : StoredFieldVisitor
    {
        public string Key { get; private set; } = string.Empty;

        public long Value { get; private set; }

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Key = Encoding.UTF8.GetString(utf8);

        public override void Int64Field(FieldInfo field, long value) => Value = value;
    }
}
