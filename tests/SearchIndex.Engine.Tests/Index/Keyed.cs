using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>Documents of a key and a value, for tests that compare an index with a dictionary.</summary>
internal static class Keyed
{
    private static readonly FieldType KeyType = new()
    {
        Stored = true,
        IndexOptions = IndexOptions.Docs,
        OmitNorms = true,
        DocValuesType = DocValuesType.Sorted,
    };

    private static readonly FieldType ValueType = new() { Stored = true, DocValuesType = DocValuesType.Numeric };

    private static readonly FieldType TextType = new()
    {
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    public static IndexWriter Open(IndexDirectory directory, IndexWriterConfig? config = null) =>
        new(directory, config ?? Config());

    public static IndexWriterConfig Config() => new(new HanBigramAnalyzer(), Lucene87Codec.Instance);

    public static Term Key(string key) => new("key", key);

    public static Document Document(string key, long value)
    {
        var document = new Document();
        document.Add(new Field("key", key, KeyType));
        document.Add(new Field("value", value, ValueType));
        document.Add(new Field("text", $"第{value}版的内容 {key}", TextType));
        return document;
    }

    /// <summary>Reads all live documents, in order.</summary>
    public static List<(string Key, long Value)> ReadAll(DirectoryReader reader)
    {
        var found = new List<(string, long)>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            SortedDocValues keys = leaf.Reader.GetSortedDocValues("key")!;
            NumericDocValues values = leaf.Reader.GetNumericDocValues("value")!;
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if ((leaf.Reader.LiveDocs?[doc] ?? true) && keys.AdvanceExact(doc) && values.AdvanceExact(doc))
                {
                    found.Add((Encoding.UTF8.GetString(keys.LookupOrd(keys.OrdValue)), values.Value));
                }
            }
        }

        return found;
    }

    /// <summary>Reads the newest commit.</summary>
    public static List<(string Key, long Value)> ReadAll(IndexDirectory directory)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        return ReadAll(reader);
    }
}
