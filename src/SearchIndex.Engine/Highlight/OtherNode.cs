using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>A part of a kind that is not known here, such as a range of numbers: the query itself tells whether it matches.</summary>
internal sealed class OtherNode : MatchNode
{
    private readonly Query _query;
    private readonly IndexSearcher? _searcher;
    private readonly List<MatchNode> _parts;

    private OtherNode(Query query, IndexSearcher? searcher, List<MatchNode> parts)
    {
        _query = query;
        _searcher = searcher;
        _parts = parts;
    }

    /// <inheritdoc/>
    public override bool ChecksItself => false;

    /// <summary>Returns the node of a query; if it holds others, these are marked.</summary>
    public static OtherNode For(Query query, IndexSearcher? searcher)
    {
        var parts = new PartCollector(query, searcher);
        query.Visit(parts);
        return new OtherNode(searcher?.Rewrite(query) ?? query, searcher, parts.Nodes);
    }

    /// <inheritdoc/>
    public override bool Matches(DocumentPlace place)
    {
        if (_searcher is null)
        {
            return true;
        }

        Weight weight = _query.CreateWeight(_searcher, ScoreMode.CompleteNoScores, 1f);
        return weight.Scorer(place.Leaf) is { } scorer && scorer.Iterator.Advance(place.Doc) == place.Doc;
    }

    /// <inheritdoc/>
    public override void AddMatches(MatchList matches, DocumentPlace place)
    {
        matches.NoteLabel(matches.Label);
        foreach (MatchNode part in _parts)
        {
            part.AddMatches(matches, place);
        }
    }

    private sealed class PartCollector : QueryVisitor
    {
        private readonly Query _outer;
        private readonly IndexSearcher? _searcher;

        public PartCollector(Query outer, IndexSearcher? searcher)
        {
            _outer = outer;
            _searcher = searcher;
        }

        public List<MatchNode> Nodes { get; } = [];

        // A query that holds no other shows itself.
        public override void VisitLeaf(Query query)
        {
            if (!ReferenceEquals(query, _outer))
            {
                Nodes.Add(Of(query, _searcher));
            }
        }
    }
}
