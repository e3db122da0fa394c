namespace SearchIndex.Engine.Tests.Index.Faults;

/// <summary>
/// Knows what an index must hold: documents by id, each with its text. After a fault in the middle of a commit several states are
/// possible; which one it is shows when the index is opened.
/// </summary>
internal sealed class IndexModel
{
    private List<State> _possible = [new State([], [])];
    private SortedDictionary<int, string> _current = [];
    private Dictionary<int, string?> _doubtful = [];
    private int _nextId;

    /// <summary>Gets the documents that the writer has taken so far, by id.</summary>
    public IReadOnlyDictionary<int, string> Current => _current;

    /// <summary>Gets whether an index must be there.</summary>
    public bool MustExist { get; private set; }

    public int NewId() => _nextId++;

    /// <summary>A writer begins: it has what the index has.</summary>
    public void Restart(SortedDictionary<int, string> found)
    {
        _current = new SortedDictionary<int, string>(found);
        _doubtful = [];
    }

    /// <summary>
    /// The writer is asked to put a document, or with null to delete it. Until <see cref="Done"/> nobody knows whether it did.
    /// </summary>
    public void Begin(int id, string? text) => _doubtful[id] = text;

    /// <summary>The writer said that it did.</summary>
    public void Done(int id)
    {
        if (_doubtful.Remove(id, out string? text) && text is not null)
        {
            _current[id] = text;
        }
        else
        {
            _current.Remove(id);
        }
    }

    /// <summary>A commit begins: what the writer has may be the index from now on.</summary>
    public void BeginCommit() =>
        _possible.Add(new State(new SortedDictionary<int, string>(_current), new Dictionary<int, string?>(_doubtful)));

    /// <summary>The commit was acknowledged: nothing but it is possible.</summary>
    public void Acknowledge()
    {
        _possible = [_possible[^1]];
        MustExist = true;
    }

    /// <summary>Tells whether an index may hold just these documents.</summary>
    public bool Allows(SortedDictionary<int, string> found) => _possible.Any(state => state.Allows(found));

    public override string ToString() => string.Join(" or ", _possible.Select(state => $"[{string.Join(", ", state.Documents)}]"));

    private sealed record State(SortedDictionary<int, string> Documents, Dictionary<int, string?> Doubtful)
    {
        public bool Allows(SortedDictionary<int, string> found) =>
            Documents.Keys.Concat(found.Keys).Distinct().All(id =>
                Documents.GetValueOrDefault(id) == found.GetValueOrDefault(id)
                || (Doubtful.TryGetValue(id, out string? text) && found.GetValueOrDefault(id) == text));
    }
}
