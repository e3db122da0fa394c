using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Index;

public sealed class IndexWriterTests
{
    private static readonly FieldType Text = new()
    {
        Stored = true,
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    private static readonly FieldType Keyword = new()
    {
        Stored = true,
        IndexOptions = IndexOptions.Docs,
        OmitNorms = true,
        DocValuesType = DocValuesType.Sorted,
    };

    private static readonly FieldType Number = new() { Stored = true, DocValuesType = DocValuesType.Numeric };

    [Fact]
    public void Commit_TwoDocuments_CanBeReadBack()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Open(directory))
        {
            writer.AddDocument(DocumentOf("one", "北约秘书长", 5));
            writer.AddDocument(DocumentOf("two", "秘书长访问北约", 7));
            writer.Commit(new Dictionary<string, string> { ["note"] = "first" });
        }

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);

        Assert.Equal(2, reader.NumDocs);
        Assert.Equal("first", reader.Commit.UserData["note"]);
        Assert.Equal([(0, 1, 0, 0, 2), (1, 1, 5, 5, 7)], Occurrences(reader, "text", "北约"));
        Assert.Equal(["one", "two"], Ids(reader));
        Assert.True(CheckIndex.Run(directory, Lucene87Codec.Instance).IsClean);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNothingBehind()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Open(directory))
        {
            writer.AddDocument(DocumentOf("one", "北约", 1));
            writer.Flush();
        }

        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public void Commit_ModeCreate_ReplacesOldIndexInOneStep()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Open(directory))
        {
            writer.AddDocument(DocumentOf("old", "旧的", 1));
            writer.Commit();
        }

        using DirectoryReader before = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        using (IndexWriter writer = Open(directory, OpenMode.Create))
        {
            writer.AddDocument(DocumentOf("new", "新的", 1));
            writer.Flush();
            using (DirectoryReader during = DirectoryReader.Open(directory, Lucene87Codec.Instance))
            {
                Assert.Equal(["old"], Ids(during));
            }

            writer.Commit();
        }

        using DirectoryReader after = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        Assert.Equal(["old"], Ids(before));
        Assert.Equal(["new"], Ids(after));
        Assert.True(after.Commit.Generation > before.Commit.Generation);
        Assert.DoesNotContain(directory.ListAll(), name => name.StartsWith("_0.", StringComparison.Ordinal));
    }

    [Fact]
    public void Dispose_ModeCreateWithoutCommit_KeepsOldIndex()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Open(directory))
        {
            writer.AddDocument(DocumentOf("old", "旧的", 1));
            writer.Commit();
        }

        string[] before = [.. directory.ListAll()];
        using (IndexWriter writer = Open(directory, OpenMode.Create))
        {
            writer.AddDocument(DocumentOf("new", "新的", 1));
            writer.Flush();
        }

        Assert.Equal(before, directory.ListAll());
    }

    [Fact]
    public void Commit_ModeAppend_AddsToTheIndex()
    {
        using var directory = new MemoryDirectory();
        for (int round = 0; round < 3; round++)
        {
            using IndexWriter writer = Open(directory);
            writer.AddDocument(DocumentOf($"d{round}", "北约", round));
            writer.Commit();
        }

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);

        Assert.Equal(["d0", "d1", "d2"], Ids(reader));
        Assert.Equal(3, reader.Leaves.Count);
    }

    [Fact]
    public void Commit_MoreSegmentsThanAllowed_MergesTheSmallest()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory, maxSegments: 2);
        for (int number = 0; number < 30; number++)
        {
            writer.AddDocument(DocumentOf($"d{number:00}", $"第{number}号文件 北约", number));
            if (number % 3 == 0)
            {
                writer.Flush();
            }
        }

        writer.Commit();

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        Assert.Equal(2, reader.Leaves.Count);
        Assert.Equal(30, Ids(reader).Distinct().Count());
        Assert.Equal(30, Occurrences(reader, "text", "北约").Count);
        CheckIndexReport report = CheckIndex.Run(directory, Lucene87Codec.Instance);
        Assert.True(report.IsClean, string.Join('\n', report.Problems));
    }

    [Fact]
    public void AddDocument_FieldUsedInAnotherWay_ThrowsAndKeepsNothingOfIt()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory);
        writer.AddDocument(DocumentOf("one", "北约", 1));
        var bad = new Document();
        bad.Add(new Field("text", "秘书", Text));
        bad.Add(new Field("id", "bad", Text));

        Assert.Throws<ArgumentException>(() => writer.AddDocument(bad));
        writer.AddDocument(DocumentOf("two", "北约", 2));
        writer.Commit();

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        Assert.Equal(["one", "two"], Ids(reader));
        Assert.Empty(Occurrences(reader, "text", "秘书"));
        Assert.True(CheckIndex.Run(directory, Lucene87Codec.Instance).IsClean);
    }

    [Fact]
    public void Constructor_SecondWriter_IsRefused()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory);

        Assert.Throws<LockObtainFailedException>(() => Open(directory));
    }

    [Fact]
    public void AddDocument_SeveralValuesOfAField_LinesThemUp()
    {
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory);
        var document = new Document();
        document.Add(new Field("text", "北约", Text));
        document.Add(new Field("text", "北约", Text));
        writer.AddDocument(document);
        writer.Commit();

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);

        // Two positions and the gap of a paragraph, and two units of offset and one of gap, lie before the second value.
        Assert.Equal([(0, 2, 0, 0, 2), (0, 2, 102, 3, 5)], Occurrences(reader, "text", "北约"));
    }

    [Fact]
    public void AddDocument_FromSeveralThreads_LosesNothing()
    {
        const int count = 2_000;
        using var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory, ramBufferBytes: 1 << 20);

        Parallel.For(0, count, number => writer.AddDocument(DocumentOf($"d{number:0000}", $"并行写入的文件 {number}", number)));
        writer.Commit();

        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        Assert.Equal(Enumerable.Range(0, count).Select(number => $"d{number:0000}"), Ids(reader).Order(StringComparer.Ordinal));
        Assert.Equal(count, Occurrences(reader, "text", "并行").Count);
        Assert.True(CheckIndex.Run(directory, Lucene87Codec.Instance).IsClean);
    }

    private static IndexWriter Open(
        IndexDirectory directory, OpenMode mode = OpenMode.CreateOrAppend, int maxSegments = 10, long ramBufferBytes = 16 << 20) =>
        new(directory, new IndexWriterConfig(new HanBigramAnalyzer(), Lucene87Codec.Instance)
        {
            OpenMode = mode,
            MergePolicy = new TieredMergePolicy { MaxSegments = maxSegments },
            RamBufferBytes = ramBufferBytes,
        });

    private static Document DocumentOf(string id, string text, long number)
    {
        var document = new Document();
        document.Add(new Field("id", id, Keyword));
        document.Add(new Field("text", text, Text));
        document.Add(new Field("number", number, Number));
        return document;
    }

    private static List<string> Ids(DirectoryReader reader)
    {
        var ids = new List<string>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            SortedDocValues column = leaf.Reader.GetSortedDocValues("id")!;
            for (int doc = column.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = column.NextDoc())
            {
                ids.Add(System.Text.Encoding.UTF8.GetString(column.LookupOrd(column.OrdValue)));
            }
        }

        return ids;
    }

    /// <summary>Lists (document of the index, frequency, position, start, end) of every occurrence of a term.</summary>
    private static List<(int Doc, int Freq, int Position, int Start, int End)> Occurrences(DirectoryReader reader, string field, string term)
    {
        var found = new List<(int, int, int, int, int)>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            TermsEnum? terms = leaf.Reader.Terms(field)?.Iterator();
            if (terms is null || !terms.SeekExact(System.Text.Encoding.UTF8.GetBytes(term)))
            {
                continue;
            }

            PostingsEnum postings = terms.Postings(PostingsFeatures.Offsets);
            for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
            {
                for (int occurrence = 0; occurrence < postings.Freq; occurrence++)
                {
                    int position = postings.NextPosition();
                    found.Add((leaf.DocBase + doc, postings.Freq, position, postings.StartOffset, postings.EndOffset));
                }
            }
        }

        return found;
    }
}
