using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>One commit of the index, with what is worth knowing of it once. Shared by the requests that began while it was the newest.</summary>
internal sealed class IndexSnapshot
{
    private readonly Lazy<IndexStats> _stats;

    public IndexSnapshot(DirectoryReader reader)
    {
        Reader = reader;
        Searcher = new IndexSearcher(reader);
        _stats = new Lazy<IndexStats>(() => IndexStatistics.Collect(reader));
        Outlets = new OutletNames(() => Stats.Outlets);
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public IndexStats Stats => _stats.Value;

    public OutletNames Outlets { get; }
}
