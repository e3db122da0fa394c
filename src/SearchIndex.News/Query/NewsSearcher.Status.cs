using SearchIndex.News.Query.Status;

namespace SearchIndex.News.Query;

/// <content>What the index is made of.</content>
public sealed partial class NewsSearcher
{
    /// <summary>Returns what the index is made of; counted once for each commit.</summary>
    public ArchiveStatus Status() => WithSnapshot(snapshot => snapshot.Status);
}
