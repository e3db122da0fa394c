namespace SearchIndex.Engine.Search;

/// <summary>Walks over the occurrences of a <see cref="ProximityForm"/> in one document after another. For one thread.</summary>
internal sealed class FormOccurrences
{
    private readonly int _first;
    private readonly int _length;

    /// <summary>Creates the walk over the cursors of the slots.</summary>
    public FormOccurrences(ProximityForm form, PhraseCursor[] cursors)
    {
        _first = cursors[0].SlotPosition;
        _length = form.Length;
        Cursors = cursors;
        Matcher = new ExactPhraseMatcher(cursors);
    }

    /// <summary>Gets the cursors in the order of the slots.</summary>
    public IReadOnlyList<PhraseCursor> Cursors { get; }

    /// <summary>Gets what walks.</summary>
    public ExactPhraseMatcher Matcher { get; }

    /// <summary>Adds the occurrences in the document that all cursors stand at.</summary>
    public void AddTo(List<ProximityOccurrence> occurrences, int kind)
    {
        Matcher.StartDocument();
        while (Matcher.NextMatch())
        {
            occurrences.Add(Current(kind));
        }
    }

    /// <summary>Returns the current occurrence.</summary>
    public ProximityOccurrence Current(int kind)
    {
        int start = Matcher.PhraseStart + _first;
        return new ProximityOccurrence(start, start + _length, kind);
    }
}
