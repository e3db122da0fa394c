using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Tests.Query.Ranking;

/// <summary>An index below the archive: what the parts of the ranking work on.</summary>
internal sealed class OpenIndex : IDisposable
{
    private readonly FSDirectory _directory;

    public OpenIndex(string folder)
    {
        _directory = new FSDirectory(folder);
        Reader = DirectoryReader.Open(_directory, Lucene87Codec.Instance);
        Searcher = new IndexSearcher(Reader);
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public void Dispose()
    {
        Reader.Dispose();
        _directory.Dispose();
    }
}
