using System.Numerics;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the windows of a <see cref="ProximityQuery"/> in one document after another. Occurrences come in the order of their ends; each
/// begins a chain of its own and prolongs every chain that ends before it and still lacks its unit. Of a chain only a
/// <see cref="State"/> is kept, and of the states only those from which something may come that no other gives. These are few
/// unless many units overlap each other all over the document; there could be as many as there are sets of units, so beyond
/// <see cref="MaxStates"/> those with the fewest units go. Up to 7 units no window is missed by that, and with more only where
/// a hundred chains are open at once. For one thread.
/// </summary>
internal sealed class ProximityWindows
{
    private const int NoLink = -1;

    /// <summary>The most chains that are kept: as many as there are sets of 7 units.</summary>
    private const int MaxStates = 1 << 7;

    // With more states than this, each is only compared with that of the same units: looking at all would cost more than it saves.
    private const int ComparedStates = 64;

    private readonly ProximityPlan _plan;
    private readonly int _allUnits;
    private readonly int _longest;
    private readonly int[] _unitsOfKind;

    // Chains that every occurrence to come may prolong, at most one for each set of units, and for each set its index plus 1.
    private readonly List<State> _settled = [];
    private readonly int[] _indexOfSet;

    // Chains that end so late that an occurrence to come may overlap them.
    private readonly List<State> _recent = [];

    // The last occurrence of each chain that there was, and where the one before it stands in this list.
    private readonly List<(ProximityOccurrence Occurrence, int Before)> _links = [];

    private List<ProximityOccurrence> _occurrences = [];
    private int _next;
    private int _windowEnd;
    private State? _window;

    /// <summary>Creates the finder.</summary>
    public ProximityWindows(ProximityPlan plan)
    {
        _plan = plan;
        _allUnits = (1 << plan.KindOfUnit.Length) - 1;
        _longest = plan.LongestOfKind.Max();
        _indexOfSet = new int[_allUnits + 1];
        _unitsOfKind = new int[plan.LongestOfKind.Length];
        for (int unit = 0; unit < plan.KindOfUnit.Length; unit++)
        {
            _unitsOfKind[plan.KindOfUnit[unit]] |= 1 << unit;
        }
    }

    /// <summary>Gets the gap of the current window.</summary>
    public int Gap => _window!.Value.GapBefore(_windowEnd);

    /// <summary>Gets the occurrences of the current window, one for each unit, the last one first.</summary>
    public IEnumerable<ProximityOccurrence> Window
    {
        get
        {
            for (int link = _window!.Value.Link; link != NoLink; link = _links[link].Before)
            {
                yield return _links[link].Occurrence;
            }
        }
    }

    /// <summary>Begins with a document.</summary>
    /// <param name="occurrences">The occurrences of all kinds, sorted; must not change while windows are looked for.</param>
    public void Start(List<ProximityOccurrence> occurrences)
    {
        _occurrences = occurrences;
        _next = 0;
        _windowEnd = 0;
    }

    /// <summary>
    /// Moves to the next window, the one that ends first among those that begin where the last one ended or later, with the smallest gap
    /// that is possible for this end. False behind the last.
    /// </summary>
    public bool Next()
    {
        Forget();
        while (_next < _occurrences.Count)
        {
            int end = _occurrences[_next].End;
            Settle(end - _longest);
            _window = null;
            for (; _next < _occurrences.Count && _occurrences[_next].End == end; _next++)
            {
                if (_occurrences[_next].Start >= _windowEnd)
                {
                    ProlongAll(_occurrences[_next]);
                }
            }

            if (_window is not null)
            {
                _windowEnd = end;
                return true;
            }
        }

        return false;
    }

    private void Forget()
    {
        foreach (State state in _settled)
        {
            _indexOfSet[state.Units] = 0;
        }

        _settled.Clear();
        _recent.Clear();
        _links.Clear();
    }

    /// <summary>Brings the chains up to date, when no occurrence to come starts before a position.</summary>
    private void Settle(int position)
    {
        for (int index = _settled.Count - 1; index >= 0; index--)
        {
            if (_settled[index].GapBefore(position) > _plan.MaxGap)
            {
                RemoveSettled(index);
            }
        }

        int kept = 0;
        for (int index = 0; index < _recent.Count; index++)
        {
            State state = _recent[index];
            if (state.End > position)
            {
                _recent[kept++] = state;
            }
            else
            {
                AddSettled(state);
            }
        }

        _recent.RemoveRange(kept, _recent.Count - kept);
    }

    private void AddSettled(State state)
    {
        ref int sameSet = ref _indexOfSet[state.Units];
        if (sameSet > 0 && _settled[sameSet - 1].Latest >= state.Latest)
        {
            return;
        }

        if (_settled.Count <= ComparedStates)
        {
            for (int index = _settled.Count - 1; index >= 0; index--)
            {
                if (_settled[index].IsAsGoodAs(state))
                {
                    return;
                }

                if (state.IsAsGoodAs(_settled[index]))
                {
                    RemoveSettled(index);
                }
            }
        }

        if (sameSet > 0)
        {
            _settled[sameSet - 1] = state;
            return;
        }

        if (_settled.Count == MaxStates)
        {
            DropHalf();
        }

        _settled.Add(state);
        sameSet = _settled.Count;
    }

    private void DropHalf()
    {
        _settled.Sort(State.MoreUnitsFirst);
        for (int index = 0; index < _settled.Count; index++)
        {
            _indexOfSet[_settled[index].Units] = index < MaxStates / 2 ? index + 1 : 0;
        }

        _settled.RemoveRange(MaxStates / 2, _settled.Count - (MaxStates / 2));
    }

    private void RemoveSettled(int index)
    {
        _indexOfSet[_settled[index].Units] = 0;
        State last = _settled[^1];
        _settled.RemoveAt(_settled.Count - 1);
        if (index < _settled.Count)
        {
            _settled[index] = last;
            _indexOfSet[last.Units] = index + 1;
        }
    }

    /// <summary>Adds an occurrence to every chain that can do with it, and notes the best window that comes of it.</summary>
    private void ProlongAll(ProximityOccurrence occurrence)
    {
        int known = _recent.Count;
        Prolong(new State(0, occurrence.Start, 0, occurrence.Start, NoLink), occurrence);
        foreach (State state in _settled)
        {
            Prolong(state, occurrence);
        }

        for (int index = 0; index < known; index++)
        {
            if (_recent[index].End <= occurrence.Start)
            {
                Prolong(_recent[index], occurrence);
            }
        }
    }

    private void Prolong(State state, ProximityOccurrence occurrence)
    {
        int unit = MissingUnit(state.Units, occurrence.Kind);
        if (unit == 0 || state.GapBefore(occurrence.Start) > _plan.MaxGap)
        {
            return;
        }

        int longest = _plan.LongestOfKind[occurrence.Kind];
        int lost = longest - occurrence.Length;
        var longer = new State(state.Units | unit, state.Latest - lost, state.Longest + longest, occurrence.End, _links.Count);
        _links.Add((occurrence, state.Link));
        if (longer.Units != _allUnits)
        {
            _recent.Add(longer);
        }
        else if (_window is not { } best || longer.Latest > best.Latest)
        {
            _window = longer;
        }
    }

    /// <summary>Returns the bit of the unit that an occurrence of a kind adds to a set; 0 when there is none.</summary>
    private int MissingUnit(int units, int kind)
    {
        if (_plan.IsOrdered)
        {
            int next = BitOperations.PopCount((uint)units);
            return _plan.KindOfUnit[next] == kind ? 1 << next : 0;
        }

        int missing = _unitsOfKind[kind] & ~units;
        return missing & -missing;
    }

    /// <summary>What counts of a chain of occurrences.</summary>
    /// <param name="Units">The set of the units in it, a bit each.</param>
    /// <param name="Latest">Where it starts, less what its occurrences are shorter than the longest of their kinds.</param>
    /// <param name="Longest">The sum of the longest lengths of its units.</param>
    /// <param name="End">The position behind it.</param>
    /// <param name="Link">Where its last occurrence stands in the list of links.</param>
    private readonly record struct State(int Units, int Latest, int Longest, int End, int Link)
    {
        /// <summary>Compares by the number of units, and then by the start.</summary>
        public static int MoreUnitsFirst(State left, State right)
        {
            int units = BitOperations.PopCount((uint)right.Units) - BitOperations.PopCount((uint)left.Units);
            return units != 0 ? units : right.Latest.CompareTo(left.Latest);
        }

        /// <summary>Returns the positions from the start of the chain to a position behind it that no occurrence covers.</summary>
        public int GapBefore(int position) => position - Latest - Longest;

        /// <summary>
        /// Tells whether whatever makes a window of another chain makes one of this chain too, which ends no later and has no larger gap:
        /// then this chain has the units of the other, and does not lose more by its start and by short occurrences.
        /// </summary>
        public bool IsAsGoodAs(State other) => (other.Units & ~Units) == 0 && Latest >= other.Latest;
    }
}
