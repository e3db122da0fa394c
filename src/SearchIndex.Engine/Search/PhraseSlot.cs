using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>A place in a phrase: which terms may fill it.</summary>
internal sealed class PhraseSlot
{
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

    /// <summary>Gets what a highlighter marks; whole terms unless the slot is a prefix.</summary>
    public PrefixMarks Marks { get; }

    /// <summary>Gets the bytes of the first term, or of the prefix.</summary>
    public ReadOnlySpan<byte> FirstBytes => _terms[0].Bytes;

    /// <summary>Tells whether the same terms fit another slot.</summary>
    public bool HasTermsOf(PhraseSlot other) =>
        _isPrefix == other._isPrefix && _terms.Count == other._terms.Count && _terms.All(term => other._terms.Contains(term));

    /// <summary>Adds the statistics of the terms that the index has; a prefix counts as one term (see <see cref="PhrasePrefixQuery"/>).</summary>
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

    /// <summary>Returns the postings of the terms of a segment that fit, or null when there are none.</summary>
    public PostingsEnum? Postings(Terms terms, PostingsFeatures features)
    {
        List<PostingsEnum> postings = _isPrefix ? PrefixPostings(terms, features) : TermPostings(terms, features);
        return postings.Count switch
        {
            0 => null,
            1 => postings[0],
            _ => new UnionPostingsEnum(postings),
        };
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

    private List<PostingsEnum> TermPostings(Terms terms, PostingsFeatures features)
    {
        var postings = new List<PostingsEnum>(_terms.Count);
        TermsEnum current = terms.Iterator();
        foreach (Term term in _terms)
        {
            if (current.SeekExact(term.Bytes))
            {
                postings.Add(current.Postings(features));
            }
        }

        return postings;
    }

    private List<PostingsEnum> PrefixPostings(Terms terms, PostingsFeatures features)
    {
        var postings = new List<PostingsEnum>();
        var expansion = new PrefixTerms(terms, FirstBytes);
        while (expansion.Next())
        {
            postings.Add(expansion.Current.Postings(features));
        }

        return postings;
    }
}
