using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>A term looked up in every segment once: for the statistics, and again for the postings.</summary>
internal sealed class TermStates
{
    private readonly TermsEnum?[] _enums;

    /// <summary>Looks a term up.</summary>
    public TermStates(IndexSearcher searcher, Term term)
    {
        IReadOnlyList<LeafReaderContext> leaves = searcher.Reader.Leaves;
        _enums = new TermsEnum?[leaves.Count];
        long docFreq = 0;
        long totalTermFreq = 0;
        for (int ord = 0; ord < _enums.Length; ord++)
        {
            if (Seek(leaves[ord], term) is { } found)
            {
                _enums[ord] = found;
                docFreq += found.DocFreq;
                totalTermFreq += found.TotalTermFreq;
            }
        }

        Statistics = new TermStatistics(term, docFreq, totalTermFreq);
    }

    /// <summary>Gets the sums over all segments.</summary>
    public TermStatistics Statistics { get; }

    /// <summary>Returns an enum that stands at a term of a segment, or null when the segment has no such term.</summary>
    public static TermsEnum? Seek(LeafReaderContext leaf, Term term)
    {
        TermsEnum? terms = leaf.Reader.Terms(term.Field)?.Iterator();
        return terms is not null && terms.SeekExact(term.Bytes) ? terms : null;
    }

    /// <summary>Returns the enum that stands at the term in a segment, or null when the segment does not have it.</summary>
    public TermsEnum? In(LeafReaderContext leaf) => _enums[leaf.Ord];
}
