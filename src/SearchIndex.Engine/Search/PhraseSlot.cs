using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>A place in a phrase: which terms may fill it.</summary>
internal sealed class PhraseSlot
{
    // Few terms are merged as they are walked; more are read in advance.
    private const int MergedTerms = 16;

    private readonly IReadOnlyList<Term> _terms;
    private readonly bool _isPrefix;

    /// <summary>Creates the slot.</summary>
    /// <param name="position">Its position in the phrase.</param>
    /// <param name="terms">The terms of which any fits, one or more.</param>
    /// <param name="isPrefix">Whether the one term is the beginning of those that fit.</param>
    /// <param name="marks">What a highlighter marks of a term that fits a prefix.</param>
    public PhraseSlot(int position, IReadOnlyList<Term> terms, bool isPrefix = false, PrefixMarks marks = PrefixMarks.WholeTerm)
    {
        Position = position;
        _terms = terms;
        _isPrefix = isPrefix;
        Marks = marks;
    }

    /// <summary>Gets the position in the phrase.</summary>
    public int Position { get; }

    /// <summary>Gets the field.</summary>
    public string Field => _terms[0].Field;

    /// <summary>Gets the only term that fits, or null when there may be several.</summary>
    public Term? OnlyTerm => _isPrefix || _terms.Count > 1 ? null : _terms[0];

    /// <summary>Gets what a highlighter marks; whole terms unless the slot is a prefix.</summary>
    public PrefixMarks Marks { get; }

    /// <summary>Gets the bytes of the first term, or of the prefix.</summary>
    public ReadOnlySpan<byte> FirstBytes => _terms[0].Bytes;

    /// <summary>Tells whether the same terms fit another slot.</summary>
    public bool HasTermsOf(PhraseSlot other) =>
        _isPrefix == other._isPrefix && _terms.Count == other._terms.Count && _terms.All(term => other._terms.Contains(term));

    /// <summary>Adds the statistics of the terms that the index has; a prefix counts as one term.</summary>
    public void AddStatistics(IndexSearcher searcher, CollectionStatistics collection, List<TermStatistics> statistics)
    {
        if (_isPrefix)
        {
            AddIfKnown(PrefixStatistics(searcher, collection), statistics);
            return;
        }

        foreach (Term term in _terms)
        {
            AddIfKnown(searcher.TermStatistics(term), statistics);
        }
    }

    /// <summary>Returns how many documents the terms of a segment that fit have in sum.</summary>
    public long Cost(Terms terms)
    {
        long cost = 0;
        foreach (TermsEnum term in Fitting(terms))
        {
            cost += term.DocFreq;
        }

        return cost;
    }

    /// <summary>Returns the postings with positions of the terms of a segment that fit, or null when there are none.</summary>
    /// <param name="terms">The terms of the field in the segment.</param>
    /// <param name="documents">
    /// Asked when the slot has many terms: the only documents that matter, or null for all. Others may then be missing.
    /// </param>
    public PostingsEnum? Postings(Terms terms, Func<FixedBitSet?> documents)
    {
        var merged = new List<PostingsEnum>();
        using IEnumerator<TermsEnum> fitting = Fitting(terms).GetEnumerator();
        while (fitting.MoveNext())
        {
            merged.Add(fitting.Current.Postings(PostingsFeatures.Positions));
            if (merged.Count > MergedTerms)
            {
                return Gather(merged, fitting, documents());
            }
        }

        return Join(merged);
    }

    /// <summary>
    /// Returns the postings of the terms of a segment that fit and are in a document, at that document, or null when there are none.
    /// </summary>
    public PostingsEnum? PostingsAt(Terms terms, PostingsFeatures features, int doc)
    {
        var found = new List<PostingsEnum>();
        PostingsEnum? reused = null;
        foreach (TermsEnum term in Fitting(terms))
        {
            PostingsEnum postings = term.Postings(features, reused);
            bool hasDocument = postings.Advance(doc) == doc;
            reused = hasDocument ? null : postings;
            if (hasDocument)
            {
                found.Add(postings);
            }
        }

        return Join(found);
    }

    /// <summary>Returns <c>one</c>, <c>(one two)</c> or <c>on*</c>.</summary>
    public override string ToString()
    {
        string terms = string.Join(' ', _terms.Select(term => term.Text));
        return _terms.Count > 1 ? "(" + terms + ")" : terms + (_isPrefix ? "*" : string.Empty);
    }

    private static void AddIfKnown(TermStatistics term, List<TermStatistics> statistics)
    {
        if (term.DocFreq > 0)
        {
            statistics.Add(term);
        }
    }

    private TermStatistics PrefixStatistics(IndexSearcher searcher, CollectionStatistics collection)
    {
        long docFreq = 0;
        long totalTermFreq = 0;
        foreach (LeafReaderContext leaf in searcher.Reader.Leaves)
        {
            if (leaf.Reader.Terms(Field) is not { } terms)
            {
                continue;
            }

            var expansion = new PrefixTerms(terms, FirstBytes);
            while (expansion.Next())
            {
                docFreq += expansion.Current.DocFreq;
                totalTermFreq += expansion.Current.TotalTermFreq;
            }
        }

        return new TermStatistics(_terms[0], Math.Min(docFreq, collection.DocCount), totalTermFreq);
    }

    private static GatheredPostingsEnum Gather(List<PostingsEnum> first, IEnumerator<TermsEnum> rest, FixedBitSet? documents)
    {
        var gathered = new GatheredPostingsEnum();
        foreach (PostingsEnum postings in first)
        {
            gathered.Add(postings, documents);
        }

        PostingsEnum? reused = null;
        while (rest.MoveNext())
        {
            reused = rest.Current.Postings(PostingsFeatures.Positions, reused);
            gathered.Add(reused, documents);
        }

        gathered.Sort();
        return gathered;
    }

    private static PostingsEnum? Join(List<PostingsEnum> postings) => postings.Count switch
    {
        0 => null,
        1 => postings[0],
        _ => new UnionPostingsEnum(postings),
    };

    // One enum, at each of the terms in turn.
    private IEnumerable<TermsEnum> Fitting(Terms terms)
    {
        if (_isPrefix)
        {
            var expansion = new PrefixTerms(terms, FirstBytes);
            while (expansion.Next())
            {
                yield return expansion.Current;
            }

            yield break;
        }

        TermsEnum current = terms.Iterator();
        foreach (Term term in _terms)
        {
            if (current.SeekExact(term.Bytes))
            {
                yield return current;
            }
        }
    }
}
