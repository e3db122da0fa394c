using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Opens the units of a <see cref="ProximityQuery"/> in one segment, those of few documents first: the many terms of a beginning then
/// matter only in the documents of the units before.
/// </summary>
internal sealed class ProximitySources
{
    private readonly LeafReaderContext _leaf;
    private readonly List<ProximitySource> _opened = [];
    private FixedBitSet? _documents;
    private int _narrowed;

    private ProximitySources(LeafReaderContext leaf)
    {
        _leaf = leaf;
    }

    /// <summary>Returns what each of the different units has in a segment, the cheapest first, or null when one has nothing.</summary>
    public static List<ProximitySource>? Open(ProximityPlan plan, LeafReaderContext leaf)
    {
        if (leaf.Reader.Terms(plan.Kinds[0].Field) is not { } terms)
        {
            return null;
        }

        var sources = new ProximitySources(leaf);
        foreach (int kind in Enumerable.Range(0, plan.Kinds.Count).OrderBy(kind => CostOfChoices(plan.Kinds[kind], terms)))
        {
            if (ProximitySource.Open(plan.Kinds[kind], kind, leaf, sources.Documents) is not { } source)
            {
                return null;
            }

            sources._opened.Add(source);
        }

        sources._opened.Sort((left, right) => left.Documents.Cost.CompareTo(right.Documents.Cost));
        return sources._opened;
    }

    /// <summary>Returns the documents that all units opened so far may have, or null when that is not known.</summary>
    private FixedBitSet? Documents()
    {
        for (; _narrowed < _opened.Count; _narrowed++)
        {
            if (_opened[_narrowed].Candidates(_leaf) is { } candidates)
            {
                _documents = Intersect(_documents, candidates);
            }
        }

        return _documents;
    }

    private static long CostOfChoices(ProximityUnit unit, Terms terms)
    {
        long cost = 0;
        foreach (ProximityForm form in unit.Forms)
        {
            IReadOnlyList<PhraseSlot> slots = form.Pattern().Slots;
            cost += slots.Any(slot => slot.OnlyTerm is not null) ? 0 : slots.Min(slot => slot.Cost(terms));
        }

        return cost;
    }

    private static FixedBitSet Intersect(FixedBitSet? documents, FixedBitSet others)
    {
        if (documents is null)
        {
            return others;
        }

        Span<ulong> words = others.Words;
        for (int index = 0; index < words.Length; index++)
        {
            words[index] &= documents.Words[index];
        }

        return others;
    }
}
