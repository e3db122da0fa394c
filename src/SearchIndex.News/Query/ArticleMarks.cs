using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>Finds the places to mark in an article. For one query; safe for several threads.</summary>
internal sealed class ArticleMarks
{
    private readonly UnifiedHighlighter? _folded;
    private readonly (UnifiedHighlighter Highlighter, string Text)[] _exact;

    /// <summary>Prepares the sources of marks.</summary>
    public ArticleMarks(IReadOnlyList<MarkSource> sources)
    {
        MarkSource[] folded = [.. sources.Where(source => source.Exact is null)];
        _folded = folded.Length == 0 ? null : new UnifiedHighlighter(BooleanQuery.Of(Occur.Should, folded.Select(source => source.Query)));
        _exact = [.. sources
            .Where(source => source.Exact is not null)
            .Select(source => (new UnifiedHighlighter(source.Query), source.Exact!))];
    }

    /// <summary>Returns the places in one field of an article: ascending, not overlapping.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the article in it.</param>
    /// <param name="field">A field of bigrams.</param>
    /// <param name="text">Its text.</param>
    public IReadOnlyList<MatchRange> Find(LeafReaderContext leaf, int doc, string field, string text)
    {
        IReadOnlyList<MatchRange> folded = _folded?.FindMatches(leaf, doc, field) ?? [];
        if (_exact.Length == 0)
        {
            return folded;
        }

        // The offsets of an exact text leave out punctuation at its ends, so the place is widened to where the characters really stand.
        IEnumerable<MatchRange> exact = _exact.SelectMany(source => source.Highlighter
            .FindMatches(leaf, doc, field)
            .Select(range => PlaceOf(source.Text, text, range))
            .OfType<MatchRange>());
        return MatchRanges.Merge([.. folded, .. exact]);
    }

    private static MatchRange? PlaceOf(string wanted, string text, MatchRange range)
    {
        int earliest = Math.Max(0, range.End - wanted.Length);
        int place = text.IndexOf(wanted, earliest, Math.Min(text.Length - earliest, range.Start - earliest + wanted.Length), StringComparison.Ordinal);
        return place < 0 ? null : new MatchRange(place, place + wanted.Length);
    }
}
