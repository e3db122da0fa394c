using System.Numerics;
using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// What documents of a disjunction have to match besides, and what they must not: plain walks are set as bits of a window before anything
/// is scored; what needs a check is asked only about the documents that are left.
/// </summary>
internal sealed class WindowFilter
{
    private const int WordBits = 64;

    private readonly DocIdSetIterator[] _walks;
    private readonly Scorer[] _checks;
    private readonly Scorer? _excluded;
    private readonly ulong[] _bits;
    private readonly ulong[] _next;
    private readonly int[] _docs = new int[128];

    /// <summary>Creates the filter.</summary>
    /// <param name="required">What must match; may be empty.</param>
    /// <param name="excluded">What must not match, or null.</param>
    /// <param name="windowSize">The documents of a window, a multiple of 64.</param>
    public WindowFilter(IEnumerable<Scorer> required, Scorer? excluded, int windowSize)
    {
        ILookup<bool, Scorer> byKind = required.ToLookup(scorer => scorer.TwoPhase is null);
        _walks = [.. byKind[true].Select(scorer => scorer.Iterator).OrderBy(walk => walk.Cost)];
        _checks = [.. byKind[false]];
        _excluded = excluded;
        _bits = new ulong[windowSize / WordBits];
        _next = new ulong[_walks.Length > 1 ? _bits.Length : 0];
    }

    /// <summary>Gets whether there is a mask.</summary>
    public bool HasMask => _walks.Length > 0;

    /// <summary>Gets the documents of the window that pass, a bit each.</summary>
    public ReadOnlySpan<ulong> Mask => _bits;

    /// <summary>Gets whether documents must be asked about by <see cref="Passes"/>.</summary>
    public bool HasChecks => _checks.Length > 0 || _excluded is not null;

    /// <summary>Returns a document at or behind another before which none passes, or <see cref="DocIdSetIterator.NoMoreDocs"/>.</summary>
    public int NextCandidate(int doc)
    {
        foreach (DocIdSetIterator walk in _walks)
        {
            doc = Math.Max(doc, MoveTo(walk, doc));
        }

        return doc;
    }

    /// <summary>Sets the mask of a window and returns how many documents pass.</summary>
    public int SetMask(int windowStart, int windowEnd)
    {
        SetBits(_walks[0], windowStart, windowEnd, _bits);
        foreach (DocIdSetIterator walk in _walks.AsSpan(1))
        {
            SetBits(walk, windowStart, windowEnd, _next);
            for (int index = 0; index < _bits.Length; index++)
            {
                _bits[index] &= _next[index];
            }
        }

        int count = 0;
        foreach (ulong word in _bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Tells whether a document passes the checks; documents must be asked about in ascending order, each once.</summary>
    public bool Passes(int doc)
    {
        foreach (Scorer check in _checks)
        {
            if (!Matches(check, doc))
            {
                return false;
            }
        }

        return _excluded is null || !Matches(_excluded, doc);
    }

    private static int MoveTo(DocIdSetIterator walk, int doc) => walk.DocId < doc ? walk.Advance(doc) : walk.DocId;

    private static bool Matches(Scorer scorer, int doc) =>
        MoveTo(scorer.Approximation, doc) == doc && (scorer.TwoPhase is not { } check || check.Matches());

    private void SetBits(DocIdSetIterator walk, int windowStart, int windowEnd, ulong[] bits)
    {
        bits.AsSpan().Clear();
        int doc = MoveTo(walk, windowStart);
        if (walk is PostingsEnum postings)
        {
            int count;
            while ((count = postings.NextDocs(windowEnd, _docs, [])) > 0)
            {
                foreach (int taken in _docs.AsSpan(0, count))
                {
                    Set(bits, taken - windowStart);
                }
            }

            return;
        }

        for (; doc < windowEnd; doc = walk.NextDoc())
        {
            Set(bits, doc - windowStart);
        }
    }

    private static void Set(ulong[] bits, int slot) => bits[slot / WordBits] |= 1UL << slot;
}
