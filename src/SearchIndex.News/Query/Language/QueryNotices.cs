namespace SearchIndex.News.Query.Language;

/// <summary>What a person should know about how a query was understood; each thing once.</summary>
internal sealed class QueryNotices
{
    private readonly List<string> _notices = [];

    /// <summary>Gets the notices in order.</summary>
    public IReadOnlyList<string> All => _notices;

    /// <summary>Adds a notice unless it is there.</summary>
    public void Add(string notice)
    {
        if (!_notices.Contains(notice))
        {
            _notices.Add(notice);
        }
    }
}
