namespace SearchIndex.Engine.Search;

/// <summary>
/// Walks over the occurrences of a <see cref="ProximityForm"/> in one document after another, those within longer phrases left out. For one
/// thread.
/// </summary>
internal sealed class FormOccurrences
{
    private readonly int _first;
    private readonly int _length;
    private readonly List<LongerOccurrences> _longer;
    private readonly HashSet<int> _excludedStarts = [];

    /// <summary>Creates the walk.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cursors">The cursors of its slots.</param>
    /// <param name="longer">Where its longer phrases stand.</param>
    public FormOccurrences(ProximityForm form, PhraseCursor[] cursors, List<LongerOccurrences> longer)
    {
        _first = cursors[0].SlotPosition;
        _length = form.Length;
        _longer = longer;
        Cursors = cursors;
        Matcher = new ExactPhraseMatcher(cursors);
    }

    /// <summary>Gets the cursors in the order of the slots.</summary>
    public IReadOnlyList<PhraseCursor> Cursors { get; }

    /// <summary>Gets what walks.</summary>
    public ExactPhraseMatcher Matcher { get; }

    private int Start => Matcher.PhraseStart + _first;

    /// <summary>Adds the occurrences in the document that all cursors stand at.</summary>
    public void AddTo(List<ProximityOccurrence> occurrences, int kind)
    {
        StartDocument();
        while (Next())
        {
            occurrences.Add(Current(kind));
        }
    }

    /// <summary>Begins with the document that all cursors stand at, behind the one before.</summary>
    public void StartDocument()
    {
        _excludedStarts.Clear();
        foreach (LongerOccurrences longer in _longer)
        {
            longer.AddTo(Cursors[0].Postings.DocId, _excludedStarts);
        }

        Matcher.StartDocument();
    }

    /// <summary>Moves to the next occurrence; false behind the last.</summary>
    public bool Next()
    {
        while (Matcher.NextMatch())
        {
            if (_excludedStarts.Count == 0 || !_excludedStarts.Contains(Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the current occurrence.</summary>
    public ProximityOccurrence Current(int kind) => new(Start, Start + _length, kind);
}
