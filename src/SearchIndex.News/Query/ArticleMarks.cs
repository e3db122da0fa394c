using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Finds the places to mark in an article. For one query; safe for several threads.</summary>
internal sealed class ArticleMarks
{
    private readonly UnifiedHighlighter? _highlighter;

    /// <summary>Prepares.</summary>
    /// <param name="marks">What to mark, labelled by <see cref="MarkLabels"/>; null for nothing.</param>
    /// <param name="searcher">The index.</param>
    public ArticleMarks(EngineQuery? marks, IndexSearcher searcher)
    {
        _highlighter = marks is null ? null : new UnifiedHighlighter(marks, searcher);
    }

    /// <summary>Returns the places in one field of an article: ascending, not overlapping.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the article in it.</param>
    /// <param name="field">A field of bigrams.</param>
    /// <param name="text">Its text.</param>
    /// <param name="forms">Receives the texts that were found.</param>
    public IReadOnlyList<MatchRange> Find(LeafReaderContext leaf, int doc, string field, string text, ICollection<string> forms)
    {
        var ranges = new List<MatchRange>();
        foreach (LabelledMatch match in _highlighter?.FindLabelledMatches(leaf, doc, [field]) ?? [])
        {
            (string form, bool isExact) = MarkLabels.Read(match.Label);
            if ((isExact ? PlaceOf(form, text, match.Range) : match.Range) is { } range)
            {
                ranges.Add(range);
                forms.Add(form);
            }
        }

        return MatchRanges.Merge(ranges);
    }

    /// <summary>The offsets of a text leave out punctuation at its ends: an exact one is widened to where its characters really stand.</summary>
    private static MatchRange? PlaceOf(string wanted, string text, MatchRange range)
    {
        int earliest = Math.Max(0, range.End - wanted.Length);
        int place = text.IndexOf(wanted, earliest, Math.Min(text.Length - earliest, range.Start - earliest + wanted.Length), StringComparison.Ordinal);
        return place < 0 ? null : new MatchRange(place, place + wanted.Length);
    }
}
