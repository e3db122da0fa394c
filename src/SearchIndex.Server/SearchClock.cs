using SearchIndex.Engine.Search;

namespace SearchIndex.Server;

/// <summary>
/// Gives each request the time for its searches: three quarters of what a request may take at all. In the last quarter it can answer with
/// what was found; one that has no answer by then gets 503.
/// </summary>
internal sealed class SearchClock(SearchServiceOptions options, TimeProvider time)
{
    private const double ShareOfSearch = 0.75;

    /// <summary>Starts the time of a request.</summary>
    public SearchDeadline Start() => new(time, options.QueryTimeout * ShareOfSearch);
}
