using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>
/// Finds where a text matches a query, from the offsets in the postings: nothing is analyzed again. Phrases are looked for as a whole. Of
/// parts that may match, those are marked that do: where <c>(a AND b) OR c</c> is looked for, <c>a</c> is no match in a text without
/// <c>b</c>. Parts that must not match are never marked. The document is taken to match the query as a whole. Make one for each query.
/// Safe for several threads.
/// </summary>
public sealed class UnifiedHighlighter
{
    private readonly MatchNode _query;

    /// <summary>Creates the highlighter of a query, as it is before it is rewritten.</summary>
    /// <param name="query">The query.</param>
    /// <param name="searcher">
    /// Tells whether parts that do not look for text, such as ranges of numbers, match; they are taken to when it is null. The documents
    /// must then be of its reader.
    /// </param>
    public UnifiedHighlighter(Query query, IndexSearcher? searcher = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        _query = MatchNode.Of(query, searcher);
    }

    /// <summary>Returns the matches in one field of a document.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <param name="field">The field, which must keep offsets; without them, and without terms, there are no matches.</param>
    /// <returns>
    /// Ascending ranges of the text of the field that do not overlap. Matches that overlap are one range; matches that touch are two.
    /// </returns>
    public IReadOnlyList<MatchRange> FindMatches(LeafReaderContext leaf, int doc, string field) => FindMatches(leaf, doc, [field]);

    /// <summary>Returns the matches in several fields of a document that were made from the same text.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <param name="fields">The fields, which must keep offsets.</param>
    /// <returns>Ascending ranges of the text that do not overlap.</returns>
    public IReadOnlyList<MatchRange> FindMatches(LeafReaderContext leaf, int doc, IEnumerable<string> fields) =>
        MatchRanges.Merge(Find(leaf, doc, [.. fields]).Ranges);

    /// <summary>Returns the matches of parts that have a label, see <see cref="NamedQuery"/>, in several fields made from the same text.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <param name="fields">The fields, which must keep offsets.</param>
    /// <returns>The matches by label; those of one label are ascending and do not overlap. Of labels inside each other the innermost counts.</returns>
    public IReadOnlyList<LabelledMatch> FindLabelledMatches(LeafReaderContext leaf, int doc, IEnumerable<string> fields) =>
        Find(leaf, doc, [.. fields]).ByLabel();

    /// <summary>Returns the labels of the parts that a document matches, in any field, with offsets or without.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <returns>The labels in ordinal order, each once. Of labels inside each other the innermost counts.</returns>
    public IReadOnlyCollection<string> FindLabels(LeafReaderContext leaf, int doc) => Find(leaf, doc, fields: null).Labels;

    private MatchList Find(LeafReaderContext leaf, int doc, IReadOnlyList<string>? fields)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, leaf.Reader.MaxDoc);
        var matches = new MatchList();
        _query.AddMatches(matches, new DocumentPlace(leaf, doc, fields));
        return matches;
    }
}
