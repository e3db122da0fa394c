using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>Clauses as in a <see cref="BooleanQuery"/>: of a document that matches, those that it matches are marked.</summary>
internal sealed class BooleanNode : MatchNode
{
    private readonly (MatchNode Node, Occur Occur)[] _clauses;
    private readonly int _minimumShouldMatch;

    /// <summary>Creates the node.</summary>
    public BooleanNode((MatchNode Node, Occur Occur)[] clauses, int minimumShouldMatch)
    {
        _clauses = clauses;
        bool hasRequired = clauses.Any(clause => clause.Occur is Occur.Must or Occur.Filter);
        _minimumShouldMatch = hasRequired ? minimumShouldMatch : Math.Max(1, minimumShouldMatch);

        // A pure disjunction needs no more than one of its clauses, and each is looked at before it is marked.
        ChecksItself = _minimumShouldMatch <= 1 && clauses.All(clause => clause.Occur == Occur.Should);
    }

    /// <inheritdoc/>
    public override bool ChecksItself { get; }

    /// <inheritdoc/>
    public override bool Matches(DocumentPlace place)
    {
        int missing = _minimumShouldMatch;
        foreach ((MatchNode node, Occur occur) in _clauses)
        {
            if (occur == Occur.Should)
            {
                missing -= missing > 0 && node.Matches(place) ? 1 : 0;
            }
            else if (node.Matches(place) == (occur == Occur.MustNot))
            {
                return false;
            }
        }

        return missing <= 0;
    }

    /// <inheritdoc/>
    public override void AddMatches(MatchList matches, DocumentPlace place)
    {
        foreach ((MatchNode node, Occur occur) in _clauses)
        {
            bool isKnown = occur is Occur.Must or Occur.Filter || node.ChecksItself;
            if (occur != Occur.MustNot && (isKnown || node.Matches(place)))
            {
                node.AddMatches(matches, place);
            }
        }
    }
}
