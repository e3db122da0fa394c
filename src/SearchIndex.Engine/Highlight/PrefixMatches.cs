using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Highlight;

/// <summary>Finds the terms that begin with a prefix.</summary>
internal sealed class PrefixMatches : LeafMatches
{
    private readonly PrefixQuery _query;
    private readonly int _markLimit;

    /// <summary>Creates the part.</summary>
    public PrefixMatches(PrefixQuery query)
    {
        _query = query;
        _markLimit = LimitOf(query.Marks, query.Prefix.Bytes);
    }

    /// <inheritdoc/>
    public override string Field => _query.Prefix.Field;

    /// <summary>Returns how many UTF-16 units of a term that begins with a prefix are marked at most.</summary>
    public static int LimitOf(PrefixMarks marks, ReadOnlySpan<byte> prefix) =>
        marks == PrefixMarks.WholeTerm ? int.MaxValue : Encoding.UTF8.GetCharCount(prefix);

    /// <inheritdoc/>
    public override void AddTo(MatchList matches, Terms terms, int doc)
    {
        var expansion = new PrefixTerms(terms, _query.Prefix.Bytes);
        PostingsEnum? postings = null;
        while (expansion.Next())
        {
            postings = expansion.Current.Postings(PostingsFeatures.Offsets, postings);
            if (postings.Advance(doc) == doc)
            {
                AddOccurrences(matches, postings);
            }
        }
    }

    private void AddOccurrences(MatchList matches, PostingsEnum postings)
    {
        for (int left = postings.Freq; left > 0; left--)
        {
            postings.NextPosition();
            int length = Math.Min(postings.EndOffset - postings.StartOffset, _markLimit);
            matches.Add(new MatchRange(postings.StartOffset, postings.StartOffset + length));
        }
    }
}
