using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>
/// Finds the occurrences of the units of a proximity query that some window takes, each as a range of its own. To tell whether an
/// occurrence is in a window at all, a window is looked for in which one unit has no other occurrence than this one.
/// </summary>
internal sealed class ProximityMatches : LeafMatches
{
    private readonly ProximityPlan _plan;

    /// <summary>Creates the part.</summary>
    public ProximityMatches(ProximityQuery query)
    {
        _plan = new ProximityPlan(query);
        Field = query.Field;
    }

    /// <inheritdoc/>
    public override string Field { get; }

    /// <inheritdoc/>
    public override void AddTo(MatchList matches, Terms terms, int doc)
    {
        var ranged = new List<(ProximityOccurrence Occurrence, MatchRange Range, string? Label)>();
        for (int kind = 0; kind < _plan.Kinds.Count; kind++)
        {
            int before = ranged.Count;
            foreach (ProximityForm form in _plan.Kinds[kind].Forms)
            {
                AddOccurrences(ranged, form, kind, terms, doc);
            }

            if (ranged.Count == before)
            {
                return;
            }
        }

        HashSet<ProximityOccurrence> taken = FindTaken([.. ranged.Select(item => item.Occurrence).Distinct().Order()]);
        foreach ((ProximityOccurrence occurrence, MatchRange range, string? label) in ranged)
        {
            if (taken.Contains(occurrence))
            {
                matches.Add(range, label ?? matches.Label);
            }
        }
    }

    private static void AddOccurrences(
        List<(ProximityOccurrence Occurrence, MatchRange Range, string? Label)> ranged, ProximityForm form, int kind, Terms terms, int doc)
    {
        if (PhraseMatches.CursorsAt(form.Pattern(), terms, doc) is not { } cursors)
        {
            return;
        }

        var longer = new List<LongerOccurrences>();
        foreach (LongerPhrase phrase in form.NotWithin)
        {
            if (PhraseMatches.CursorsAt(phrase.Pattern(), terms, doc) is { } longerCursors)
            {
                longer.Add(LongerOccurrences.InDocument(phrase, longerCursors));
            }
        }

        var occurrences = new FormOccurrences(form, cursors, longer);
        occurrences.Matcher.TracksOffsets = true;
        occurrences.StartDocument();
        while (occurrences.Next())
        {
            var range = new MatchRange(occurrences.Matcher.StartOffset, occurrences.Matcher.EndOffset);
            ranged.Add((occurrences.Current(kind), range, form.Label));
        }
    }

    private HashSet<ProximityOccurrence> FindTaken(List<ProximityOccurrence> occurrences)
    {
        var taken = new HashSet<ProximityOccurrence>();
        var windows = new ProximityWindows?[_plan.KindOfUnit.Length];
        foreach (ProximityOccurrence occurrence in occurrences)
        {
            if (!taken.Contains(occurrence) && FindWindow(occurrence, occurrences, windows) is { } window)
            {
                taken.UnionWith(window.Select(other => other.Kind == _plan.Kinds.Count ? occurrence : other));
            }
        }

        return taken;
    }

    private IEnumerable<ProximityOccurrence>? FindWindow(
        ProximityOccurrence occurrence, List<ProximityOccurrence> occurrences, ProximityWindows?[] windows)
    {
        List<ProximityOccurrence> near = [.. occurrences.Where(other => MayGoWith(occurrence, other))];
        near.Add(occurrence with { Kind = _plan.Kinds.Count });
        near.Sort();
        for (int unit = Array.IndexOf(_plan.KindOfUnit, occurrence.Kind); unit >= 0; unit = NextUnit(unit))
        {
            ProximityWindows apart = windows[unit] ??= new ProximityWindows(_plan.WithUnitApart(unit));
            apart.Start(near);
            if (apart.Next())
            {
                return apart.Window;
            }
        }

        return null;
    }

    // Where the order counts, an occurrence may stand for any of several equal units; else it does not matter for which.
    private int NextUnit(int unit) => _plan.IsOrdered ? Array.IndexOf(_plan.KindOfUnit, _plan.KindOfUnit[unit], unit + 1) : -1;

    private bool MayGoWith(ProximityOccurrence occurrence, ProximityOccurrence other)
    {
        bool areApart = other.End <= occurrence.Start || other.Start >= occurrence.End;
        int first = Math.Min(occurrence.Start, other.Start);
        int end = Math.Max(occurrence.End, other.End);
        return areApart && (long)end - first <= _plan.LongestWindow;
    }
}
