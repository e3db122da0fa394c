using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Language;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Turns text into engine queries over the bigram and word fields.</summary>
internal static class TextQueries
{
    /// <summary>
    /// Finds a text as it stands, in one field: its bigrams at their positions. The last character alone of a longer run needs no term of its
    /// own, the pair before holds it; a run of one character that may go on in the article (B站 in B站宣布, or 林 before a wildcard) is a
    /// prefix, and so is a word of letters at the end of a text with a star.
    /// </summary>
    /// <param name="field">A field of bigrams.</param>
    /// <param name="text">The text; wildcards count unless the form is exact.</param>
    /// <param name="form">How it was typed.</param>
    /// <returns>The query, or null when the text has nothing that can be searched.</returns>
    public static EngineQuery? Contiguous(string field, string text, TextForm form = TextForm.Quoted)
    {
        List<PhrasePart> parts = form == TextForm.Exact ? PartsOf(field, text, out _) : PartsWithWildcards(field, text, out _);
        if (parts.Count == 0)
        {
            return null;
        }

        bool wordGoesOn = form == TextForm.Prefix && !parts[^1].IsPrefix && !HanText.StartsWithHan(parts[^1].Term.Text);
        if (wordGoesOn)
        {
            parts[^1] = parts[^1] with { IsPrefix = true };
        }

        bool marksWord = wordGoesOn && parts.Count(part => part.IsPrefix) == 1;
        PrefixMarks marks = marksWord ? PrefixMarks.WholeTerm : PrefixMarks.PrefixOnly;
        return parts switch
        {
            [{ IsPrefix: false } only] => new TermQuery(only.Term),
            [PhrasePart only] => new PrefixQuery(only.Term) { Marks = marks },
            _ when !parts.Any(part => part.IsPrefix) => new PhraseQuery(parts.Select(part => part.Term), parts.Select(part => part.Position)),
            _ => new PhrasePrefixQuery(parts) { Marks = marks },
        };
    }

    /// <summary>Returns the number of positions that a contiguous text takes.</summary>
    public static int LengthOf(string field, string text)
    {
        PartsWithWildcards(field, text, out int length);
        return length;
    }

    /// <summary>Lists the terms of a text in a bigram field, each once, for a ranked OR.</summary>
    public static IEnumerable<EngineQuery> BigramTerms(string field, string text) =>
        BigramsOf(text).Distinct(StringComparer.Ordinal).Select(term => new TermQuery(new Term(field, term)));

    /// <summary>Lists the terms of a text in a bigram field: pairs of Han characters, lone ones, and words that are not Han.</summary>
    public static IEnumerable<string> BigramsOf(string text) => Bigrams(text).Select(token => token.Text);

    /// <summary>Lists the runs of three Han characters of a text in a bigram field, each once, for a ranked OR.</summary>
    public static IEnumerable<EngineQuery> Trigrams(string field, string text)
    {
        List<BigramToken> pairs = [.. Bigrams(text).Where(token => token.IsHanPair)];
        return pairs.Zip(pairs.Skip(1))
            .Where(pair => pair.Second.Position == pair.First.Position + 1)
            .Select(pair => (First: pair.First.Text, Second: pair.Second.Text))
            .Distinct()
            .Select(pair => new PhraseQuery(field, pair.First, pair.Second));
    }

    /// <summary>Lists the words of a text in a word field, each once, for a ranked OR.</summary>
    public static IEnumerable<EngineQuery> WordTerms(string field, string text)
    {
        var words = new List<string>();
        TokenStream stream = ArticleSchema.WordAnalyzer.CreateTokenStream(field);
        stream.Reset(text.AsMemory());
        while (stream.IncrementToken())
        {
            words.Add(stream.Term.ToString());
        }

        return words.Distinct(StringComparer.Ordinal).Select(word => new TermQuery(new Term(field, word)));
    }

    /// <summary>Returns the parts of a text, and the number of positions that it takes.</summary>
    private static List<PhrasePart> PartsWithWildcards(string field, string text, out int length)
    {
        var parts = new List<PhrasePart>();
        int start = 0;
        foreach ((string piece, int wildcards) in TextPattern.Cut(text))
        {
            start += wildcards;
            List<PhrasePart> pieceParts = PartsOf(field, piece, out int pieceLength);
            int from = start;
            parts.AddRange(pieceParts.Select(part => part with { Position = part.Position + from }));
            start += pieceLength;
        }

        length = start;
        return parts;
    }

    /// <summary>Returns the parts of a text without wildcards, the first at position 0, and the number of positions that it takes.</summary>
    private static List<PhrasePart> PartsOf(string field, string text, out int length)
    {
        List<BigramToken> tokens = Bigrams(text);
        int first = tokens.Count == 0 ? 0 : tokens[0].Position;
        length = tokens.Count == 0 ? 0 : tokens[^1].Position + (tokens[^1].IsHanPair ? 2 : 1) - first;
        return [.. tokens.Select((token, index) =>
            new PhrasePart(new Term(field, token.Text), token.Position - first, token.IsSingleHan && index == tokens.Count - 1))];
    }

    private static List<BigramToken> Bigrams(string text)
    {
        var tokens = new List<BigramToken>();
        TokenStream stream = ArticleSchema.BigramAnalyzer.CreateTokenStream(ArticleSchema.Body);
        stream.Reset(text.AsMemory());
        int position = -1;
        int coveredUpTo = 0;
        while (stream.IncrementToken())
        {
            position += stream.PositionIncrement;
            bool isCovered = stream.StartOffset < coveredUpTo && IsSingleHan(stream.Term);
            if (!isCovered)
            {
                tokens.Add(new BigramToken(stream.Term.ToString(), position));
            }

            coveredUpTo = stream.EndOffset;
        }

        return tokens;
    }

    private static bool IsSingleHan(ReadOnlySpan<char> term) => HanText.StartsWithHan(term) && FirstLength(term) == term.Length;

    private static int FirstLength(ReadOnlySpan<char> term)
    {
        Rune.DecodeFromUtf16(term, out _, out int units);
        return units;
    }

    private readonly record struct BigramToken(string Text, int Position)
    {
        public bool IsSingleHan => TextQueries.IsSingleHan(Text);

        public bool IsHanPair => !IsSingleHan && HanText.StartsWithHan(Text);
    }
}
