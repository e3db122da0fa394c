using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// How many bodies have two Han characters next to each other: a term of the index, so that a text can be refused without reading postings.
/// For one thread.
/// </summary>
internal sealed class BigramFrequencies
{
    private const int MaxBytes = 6;

    private readonly TermsEnum[] _terms;

    /// <summary>Creates the frequencies of an index.</summary>
    public BigramFrequencies(DirectoryReader reader)
    {
        _terms = [.. reader.Leaves.Select(leaf => leaf.Reader.Terms(ArticleSchema.Body)).OfType<Terms>().Select(terms => terms.Iterator())];
    }

    /// <summary>Gets how many pairs were looked up.</summary>
    public int Lookups { get; private set; }

    /// <summary>Returns the number of bodies with a pair, deleted ones included.</summary>
    public int Of(char first, char second)
    {
        Lookups++;
        Span<byte> term = stackalloc byte[MaxBytes];
        int length = Encoding.UTF8.GetBytes([first, second], term);
        int count = 0;
        foreach (TermsEnum terms in _terms)
        {
            count += terms.SeekExact(term[..length]) ? terms.DocFreq : 0;
        }

        return count;
    }

    /// <summary>Returns the frequency of the rarest pair of a folded text of Han characters: no more bodies have the whole.</summary>
    public int RarestOf(string text)
    {
        int rarest = int.MaxValue;
        for (int at = 1; at < text.Length && rarest > 0; at++)
        {
            rarest = Math.Min(rarest, Of(text[at - 1], text[at]));
        }

        return rarest;
    }
}
