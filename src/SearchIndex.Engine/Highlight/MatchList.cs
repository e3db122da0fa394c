namespace SearchIndex.Engine.Highlight;

/// <summary>Receives the matches in a document, and the labels of the parts that they are matches of.</summary>
internal sealed class MatchList
{
    private readonly List<(MatchRange Range, string? Label)> _matches = [];
    private readonly SortedSet<string> _labels = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the label of what is being added; null for none.</summary>
    public string? Label { get; set; }

    /// <summary>Gets the number of matches.</summary>
    public int Count => _matches.Count;

    /// <summary>Gets the labels of all parts that matched.</summary>
    public IReadOnlyCollection<string> Labels => _labels;

    /// <summary>Gets the ranges, in any order.</summary>
    public List<MatchRange> Ranges => [.. _matches.Select(match => match.Range)];

    /// <summary>Adds a match.</summary>
    public void Add(MatchRange range) => Add(range, Label);

    /// <summary>Adds a match with a label of its own.</summary>
    public void Add(MatchRange range, string? label)
    {
        _matches.Add((range, label));
        NoteLabel(label);
    }

    /// <summary>Notes that something with a label matched.</summary>
    public void NoteLabel(string? label)
    {
        if (label is not null)
        {
            _labels.Add(label);
        }
    }

    /// <summary>Returns the ranges of each label, those of one label in order and without overlaps.</summary>
    public IReadOnlyList<LabelledMatch> ByLabel()
    {
        var labelled = new List<LabelledMatch>();
        foreach (string label in _labels)
        {
            List<MatchRange> ranges = [.. _matches.Where(match => match.Label == label).Select(match => match.Range)];
            labelled.AddRange(MatchRanges.Merge(ranges).Select(range => new LabelledMatch(label, range)));
        }

        return labelled;
    }
}
