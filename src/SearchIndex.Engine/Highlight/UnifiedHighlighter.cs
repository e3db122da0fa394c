using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>
/// Finds where a text matches a query, from the offsets in the postings: nothing is analyzed again. Every part that a document may or
/// must match is looked for on its own, phrases as a whole; parts that it must not match are never marked. Make one for each query. Safe
/// for several threads.
/// </summary>
public sealed class UnifiedHighlighter
{
    private readonly List<LeafMatches> _parts = [];

    /// <summary>Creates the highlighter of a query, as it is before it is rewritten.</summary>
    public UnifiedHighlighter(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Visit(new PartCollector(_parts));
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
    public IReadOnlyList<MatchRange> FindMatches(LeafReaderContext leaf, int doc, IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, leaf.Reader.MaxDoc);
        var ranges = new List<MatchRange>();
        foreach (string field in fields)
        {
            if (leaf.Reader.FieldInfos.Find(field) is { HasOffsets: true } && leaf.Reader.Terms(field) is { } terms)
            {
                AddMatches(terms, doc, field, ranges);
            }
        }

        return MatchRanges.Merge(ranges);
    }

    private void AddMatches(Terms terms, int doc, string field, List<MatchRange> ranges)
    {
        foreach (LeafMatches part in _parts)
        {
            if (part.Field == field)
            {
                part.AddTo(ranges, terms, doc);
            }
        }
    }

    private sealed class PartCollector : QueryVisitor
    {
        private readonly List<LeafMatches> _parts;

        public PartCollector(List<LeafMatches> parts)
        {
            _parts = parts;
        }

        public override void VisitLeaf(Query query)
        {
            LeafMatches? part = query switch
            {
                PrefixQuery prefix => new PrefixMatches(prefix),
                ProximityQuery proximity => new ProximityMatches(proximity),
                _ when PhrasePattern.Of(query) is { } pattern => new PhraseMatches(pattern),
                _ => null, // The others do not look for text.
            };
            if (part is not null)
            {
                _parts.Add(part);
            }
        }
    }
}
