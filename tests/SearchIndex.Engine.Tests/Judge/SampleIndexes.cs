using System.Globalization;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Small indexes that this engine writes, for tests to damage: terms of all kinds, columns of all kinds, points, deletes.</summary>
internal static class SampleIndexes
{
    private const string Characters = "北约秘书长访问中国新闻社记者报道经济发展人民政府";

    private static readonly FieldType Text = new()
    {
        Stored = true,
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    private static readonly FieldType Title = new() { Stored = true, Tokenized = true, IndexOptions = IndexOptions.DocsAndFreqsAndPositions };

    private static readonly FieldType Keyword = new()
    {
        Stored = true,
        IndexOptions = IndexOptions.Docs,
        OmitNorms = true,
        DocValuesType = DocValuesType.Sorted,
    };

    private static readonly FieldType Number = new() { Stored = true, DocValuesType = DocValuesType.Numeric, IndexedAsPoint = true };

    private static readonly FieldType Set = new() { DocValuesType = DocValuesType.SortedSet };

    private static readonly FieldType Numbers = new() { DocValuesType = DocValuesType.SortedNumeric };

    private static readonly FieldType Blob = new() { DocValuesType = DocValuesType.Binary };

    private static readonly Dictionary<string, string> Note = new() { ["note"] = "sample" };

    /// <summary>Makes an index in memory.</summary>
    /// <param name="documents">The documents of each segment.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="longest">The characters of the longest text.</param>
    /// <param name="deleteEvery">Every so many documents of the first segment one is deleted after a commit; 0 for none.</param>
    /// <param name="compound">How many of the segments, the last ones, are compound files.</param>
    public static MemoryDirectory Make(int documents, int segments, int longest, int deleteEvery = 0, int compound = 0)
    {
        var random = new Random(documents);
        var directory = new MemoryDirectory();
        var config = new IndexWriterConfig(new HanBigramAnalyzer(), Lucene87Codec.Instance)
        {
            MergePolicy = new TieredMergePolicy { MaxSegments = segments, SegmentsPerTier = int.MaxValue },
        };
        using (var writer = new IndexWriter(directory, config with { CompoundFileMaxBytes = 0 }))
        {
            AddSegments(writer, random, firstSegment: 0, segments - compound, documents, longest);
            if (deleteEvery > 0)
            {
                writer.Commit();
            }

            for (int number = 0; deleteEvery > 0 && number < documents; number += deleteEvery)
            {
                writer.DeleteDocuments(new Term("id", $"0-{number}"));
            }

            writer.Commit(Note);
        }

        if (compound > 0)
        {
            using var writer = new IndexWriter(directory, config with { CompoundFileMaxBytes = long.MaxValue });
            AddSegments(writer, random, segments - compound, compound, documents, longest);
            writer.Commit(Note);
        }

        return directory;
    }

    private static void AddSegments(IndexWriter writer, Random random, int firstSegment, int count, int documents, int longest)
    {
        for (int segment = firstSegment; segment < firstSegment + count; segment++)
        {
            for (int number = 0; number < documents; number++)
            {
                writer.AddDocument(DocumentOf(random, $"{segment}-{number}", longest));
            }

            writer.Flush();
        }
    }

    private static Document DocumentOf(Random random, string id, int longest)
    {
        var document = new Document();
        document.Add(new Field("id", id, Keyword));
        document.Add(new Field("text", Words(random, random.Next(longest)), Text));
        if (random.Next(3) > 0)
        {
            document.Add(new Field("title", Words(random, 4), Title));
            document.Add(new Field("outlet", random.Next(5).ToString(CultureInfo.InvariantCulture), Keyword));
            document.Add(new Field("published", random.Next(1_000_000) * 1000L, Number));
            document.Add(new Field("blob", Words(random, random.Next(6)), Blob));
        }

        for (int value = random.Next(3); value > 0; value--)
        {
            document.Add(new Field("set", random.Next(9).ToString(CultureInfo.InvariantCulture), Set));
            document.Add(new Field("numbers", random.Next(50), Numbers));
        }

        return document;
    }

    private static string Words(Random random, int length) =>
        string.Create(length, random, (text, source) =>
        {
            for (int index = 0; index < text.Length; index++)
            {
                // A few characters are frequent, so that some terms have skip data.
                text[index] = Characters[(int)(Characters.Length * Math.Pow(source.NextDouble(), 3))];
            }
        });
}
