using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Paging;

/// <summary>Knows which hits a request asks for, and how the next ones can be asked for.</summary>
internal sealed class PageTurner
{
    private readonly IndexSnapshot _snapshot;
    private readonly SearchRequest _request;

    /// <summary>Begins.</summary>
    /// <param name="snapshot">The index; that of the cursor if the request has one.</param>
    /// <param name="request">The question.</param>
    /// <exception cref="CursorException">The cursor cannot be one of this index.</exception>
    public PageTurner(IndexSnapshot snapshot, SearchRequest request)
    {
        _snapshot = snapshot;
        _request = request;
        if (request.After is not { } cursor)
        {
            int depth = request.Page * request.Size;
            Before = depth - request.Size;
            Slice = new HitSlice(Before, depth);
            return;
        }

        if (cursor.Doc >= snapshot.Reader.MaxDoc)
        {
            throw CursorException.OfAnotherSearch();
        }

        Before = cursor.Before;
        Slice = new HitSlice(Skipped: 0, request.Size, new ScoreDoc(cursor.Doc, cursor.Score));
    }

    /// <summary>Gets how many hits come before those asked for.</summary>
    public int Before { get; }

    /// <summary>Gets which hits are asked for.</summary>
    public HitSlice Slice { get; }

    /// <summary>Returns the cursor behind the hits, or null when they are the last.</summary>
    /// <param name="plan">The plan that found them.</param>
    /// <param name="found">The hits.</param>
    /// <exception cref="CursorException">The cursor of the request is of another search.</exception>
    public SearchCursor? Next(QueryPlan plan, FoundArticles found)
    {
        ulong search = Fingerprint(plan);
        if (_request.After is { } cursor && cursor.Search != search)
        {
            throw CursorException.OfAnotherSearch();
        }

        int reached = Before + found.Page.Count;
        return found.Page.Count > 0 && reached < found.Hits
            ? new SearchCursor(_snapshot.Fingerprint, search, reached, found.Page[^1].Score, found.Page[^1].Doc)
            : null;
    }

    /// <summary>Everything that makes the hits and their order; the ranking tells of filters, and of regional variants as they are now.</summary>
    private ulong Fingerprint(QueryPlan plan) => SearchCursor.Fingerprint(
        string.Join('\n', _request.Query, _request.Match, _request.Sort, _request.Collapse, plan.Sort, plan.Ranking));
}
