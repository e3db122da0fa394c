namespace SearchIndex.Engine.Tests.Index.Stress;

/// <summary>
/// Knows what an index must show while several threads change it. Each key is changed by one thread only; its changes are numbered, and each
/// either puts a document that shows a number or takes it out. A view of the index must show for every key a change that was begun when the
/// view was opened, and none older than what was done before.
/// </summary>
internal sealed class StressModel
{
    private readonly History[] _keys;

    public StressModel(int keys) => _keys = [.. Enumerable.Range(0, keys).Select(_ => new History())];

    /// <summary>Gets the number of keys.</summary>
    public int Keys => _keys.Length;

    /// <summary>A change begins; returns the number that its document has to show.</summary>
    public long Begin(int key, bool isDelete) => _keys[key].Begin(isDelete);

    /// <summary>The writer took the change that was begun last.</summary>
    public void Done(int key) => _keys[key].Finish();

    /// <summary>Returns the last change of each key that the writer took.</summary>
    public long[] DoneNow() => [.. _keys.Select(key => key.Done)];

    /// <summary>Returns the last change of each key that was begun.</summary>
    public long[] BegunNow() => [.. _keys.Select(key => key.Begun)];

    /// <summary>A writer begins with what the index shows.</summary>
    public void Restart(IReadOnlyDictionary<int, long> shown)
    {
        for (int key = 0; key < Keys; key++)
        {
            _keys[key].Restart(shown.TryGetValue(key, out long value) ? value : null);
        }
    }

    /// <summary>Says what is wrong with what a view shows; null when nothing is.</summary>
    public string? Contradiction(IReadOnlyDictionary<int, long> shown, long[] doneBefore, long[] begunAfter)
    {
        for (int key = 0; key < Keys; key++)
        {
            long? value = shown.TryGetValue(key, out long number) ? number : null;
            if (!_keys[key].Allows(value, doneBefore[key], begunAfter[key]))
            {
                return $"key {key} shows {value?.ToString() ?? "nothing"}, changes {doneBefore[key]} to {begunAfter[key]} are possible: {_keys[key]}";
            }
        }

        return null;
    }

    private sealed class History
    {
        private readonly Lock _lock = new();
        private readonly List<long?> _shown = [null];
        private long _done;

        public long Begun
        {
            get
            {
                lock (_lock)
                {
                    return _shown.Count - 1;
                }
            }
        }

        public long Done => Interlocked.Read(ref _done);

        public long Begin(bool isDelete)
        {
            lock (_lock)
            {
                long change = _shown.Count;
                _shown.Add(isDelete ? null : change);
                return change;
            }
        }

        public void Finish() => Interlocked.Exchange(ref _done, Begun);

        public void Restart(long? value)
        {
            lock (_lock)
            {
                _shown.Add(value);
            }

            Finish();
        }

        public bool Allows(long? value, long from, long to)
        {
            lock (_lock)
            {
                return _shown.Skip((int)from).Take((int)(to - from + 1)).Contains(value);
            }
        }

        public override string ToString()
        {
            lock (_lock)
            {
                return string.Join(' ', _shown.Select((value, change) => $"{change}:{value?.ToString() ?? "-"}").TakeLast(12));
            }
        }
    }
}
