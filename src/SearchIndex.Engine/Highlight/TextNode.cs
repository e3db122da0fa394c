namespace SearchIndex.Engine.Highlight;

/// <summary>A part that looks for text.</summary>
internal sealed class TextNode : MatchNode
{
    private readonly LeafMatches _part;

    /// <summary>Creates the node.</summary>
    public TextNode(LeafMatches part)
    {
        _part = part;
    }

    /// <inheritdoc/>
    public override bool ChecksItself => true;

    /// <inheritdoc/>
    public override bool Matches(DocumentPlace place)
    {
        var matches = new MatchList();
        AddMatches(matches, place with { Fields = null });
        return matches.Count > 0;
    }

    /// <inheritdoc/>
    public override void AddMatches(MatchList matches, DocumentPlace place)
    {
        if (place.IsWanted(_part.Field) && place.Terms(_part.Field) is { } terms)
        {
            _part.AddTo(matches, terms, place.Doc);
        }
    }
}
