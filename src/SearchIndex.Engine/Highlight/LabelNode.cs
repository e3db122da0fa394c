namespace SearchIndex.Engine.Highlight;

/// <summary>A part with a label; of labels inside each other the innermost counts for ranges.</summary>
internal sealed class LabelNode : MatchNode
{
    private readonly string _label;
    private readonly MatchNode _inner;

    /// <summary>Creates the node.</summary>
    public LabelNode(string label, MatchNode inner)
    {
        _label = label;
        _inner = inner;
    }

    /// <inheritdoc/>
    public override bool ChecksItself => _inner.ChecksItself;

    /// <inheritdoc/>
    public override bool Matches(DocumentPlace place) => _inner.Matches(place);

    /// <inheritdoc/>
    public override void AddMatches(MatchList matches, DocumentPlace place)
    {
        string? outer = matches.Label;
        matches.Label = _label;
        _inner.AddMatches(matches, place);
        matches.Label = outer;
    }
}
