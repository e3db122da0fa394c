using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search;

public sealed class StoredTextQueryTests : IDisposable
{
    private static readonly FieldType Text = new()
    {
        Stored = true,
        Tokenized = true,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets,
    };

    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public StoredTextQueryTests()
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(new HanBigramAnalyzer(), Lucene87Codec.Instance)))
        {
            foreach (string body in new[] { "北约讨论预算", "北約討論預算", "日本外相", "北約北约" })
            {
                var document = new Document();
                document.Add(new Field("body", body, Text));
                document.Add(new Field("other", "北约", Text));
                writer.AddDocument(document);
            }

            writer.Commit();
        }

        _reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance);
        _searcher = new IndexSearcher(_reader);
    }

    [Theory]
    [InlineData("北约", "0,3")]
    [InlineData("北約", "1,3")]
    [InlineData("北约讨", "0")]
    [InlineData("日本", "")]
    public void Search_Candidates_AreCheckedInTheStoredText(string text, string expected)
    {
        var query = new StoredTextQuery(new TermQuery(new Term("body", "北约")), "body", text);

        TopDocs found = _searcher.Search(query, 10);

        Assert.Equal(expected, string.Join(',', found.ScoreDocs.Select(hit => hit.Doc).Order()));
        Assert.Equal(_searcher.Count(query), found.ScoreDocs.Count);
        Assert.All(found.ScoreDocs, hit => Assert.Equal(hit.Score, _searcher.Explain(query, hit.Doc).Value));
    }

    [Fact]
    public void Search_InsideBooleanQueries_WorksAsAnyQuery()
    {
        var exact = new StoredTextQuery(new PhraseQuery("body", "北约", "约讨"), "body", "北約討");
        BooleanQuery without = new BooleanQuery.Builder()
            .Add(new TermQuery(new Term("body", "北约")), Occur.Must).Add(exact, Occur.MustNot).Build();

        Assert.Equal([0, 3], _searcher.Search(without, 10).ScoreDocs.Select(hit => hit.Doc).Order());
    }

    [Fact]
    public void Rewrite_NoCandidates_FindsNothing()
    {
        Assert.IsType<MatchNoDocsQuery>(_searcher.Rewrite(new StoredTextQuery(new BooleanQuery.Builder().Build(), "body", "北约")));
        Assert.Equal(new StoredTextQuery(new MatchAllDocsQuery(), "a", "b"), new StoredTextQuery(new MatchAllDocsQuery(), "a", "b"));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
