using System.Globalization;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Index;

public sealed class StoredFieldsMergeTests
{
    private const int Segments = 3;
    private const int DocumentsOfASegment = 12_000; // Eleven full chunks and one that is not.
    private const int ChunksOfASegment = 12;

    private static readonly FieldType Id = new() { Stored = true, IndexOptions = IndexOptions.Docs, OmitNorms = true };
    private static readonly FieldType Stored = new() { Stored = true };

    [JavaLuceneFact]
    public void Optimize_ManyFullChunks_CopiesThemAndJavaReadsThem()
    {
        using var folder = new TemporaryFolder();
        using (var directory = new FSDirectory(folder.Path))
        {
            Write(directory, deleted: []);

            Assert.Equal(Enumerable.Range(0, Segments * DocumentsOfASegment), Read(directory, out long chunks, out long dirty));
            Assert.Equal((Segments * ChunksOfASegment, Segments), (chunks, dirty));
        }

        JudgeResult check = JavaLuceneJudge.CheckIndex(folder.Path);
        JudgeResult merge = JavaLuceneJudge.RunProgram("MergeAndCheck", folder.Path);

        Assert.True(check.ExitCode == 0, check.Output);
        Assert.True(merge.ExitCode == 0, merge.Output);
        using (var directory = new FSDirectory(folder.Path))
        {
            List<int> found = Read(directory, out _, out _);
            Assert.Equal(Enumerable.Range(0, Segments * DocumentsOfASegment), found.Take(Segments * DocumentsOfASegment));
        }
    }

    [Fact]
    public void Optimize_DeletesInOneSegment_PacksThatOneAnew()
    {
        using var directory = new MemoryDirectory();
        int[] deleted = [DocumentsOfASegment, DocumentsOfASegment + 1500];

        Write(directory, deleted);

        List<int> found = Read(directory, out long chunks, out long dirty);
        Assert.Equal(Enumerable.Range(0, Segments * DocumentsOfASegment).Except(deleted), found);
        Assert.Equal((Segments * ChunksOfASegment, Segments), (chunks, dirty));
    }

    private static void Write(IndexDirectory directory, int[] deleted)
    {
        using var writer = new IndexWriter(directory, Keyed.Config());
        for (int document = 0; document < Segments * DocumentsOfASegment; document++)
        {
            string text = document.ToString(CultureInfo.InvariantCulture);
            var fields = new Document();
            fields.Add(new Field("id", text, Id));
            fields.Add(new Field("stored", text, Stored));
            writer.AddDocument(fields);
            if (document % DocumentsOfASegment == DocumentsOfASegment - 1)
            {
                writer.Flush();
            }
        }

        foreach (int document in deleted)
        {
            writer.DeleteDocuments(new Term("id", document.ToString(CultureInfo.InvariantCulture)));
        }

        writer.Optimize();
        writer.Commit();
    }

    private static List<int> Read(IndexDirectory directory, out long chunks, out long dirtyChunks)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        using StoredFieldsReader stored = Assert.Single(reader.Leaves).Reader.OpenStoredFields();
        FieldsIndexReader index = ((Lucene87StoredFieldsReader)stored).Index;
        (chunks, dirtyChunks) = (index.ChunkCount, index.DirtyChunks);
        var visitor = new StoredNumbers();
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            stored.VisitDocument(docId, visitor);
        }

        return visitor.Found;
    }

    private sealed class StoredNumbers : StoredFieldVisitor
    {
        public List<int> Found { get; } = [];

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
        {
            if (field.Name == "stored")
            {
                Found.Add(int.Parse(utf8, CultureInfo.InvariantCulture));
            }
        }
    }
}
