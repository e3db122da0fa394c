using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Turns text into engine queries over the bigram and word fields.</summary>
internal static class TextQueries
{
    /// <summary>
    /// Finds a text as it stands, in one field: its bigrams at their positions. The last character alone of a longer run needs no term of its
    /// own, the pair before holds it; a run of one character at the very end may go on in the article (B站 in B站宣布), so it is a prefix.
    /// </summary>
    /// <returns>The query, or null when the text has nothing that can be searched.</returns>
    public static EngineQuery? Contiguous(string field, string text)
    {
        List<BigramToken> tokens = Bigrams(text);
        if (tokens.Count == 0)
        {
            return null;
        }

        int first = tokens[0].Position;
        BigramToken last = tokens[^1];
        if (!last.IsSingleHan)
        {
            return tokens.Count == 1 ? new TermQuery(new Term(field, last.Text)) : Phrase(field, tokens, first);
        }

        var prefix = new Term(field, last.Text);
        IEnumerable<BigramToken> before = tokens.SkipLast(1);
        return tokens.Count == 1
            ? new PrefixQuery(prefix) { Marks = PrefixMarks.PrefixOnly }
            : new PhrasePrefixQuery(
                before.Select(token => new Term(field, token.Text)), before.Select(token => token.Position - first), prefix, last.Position - first)
            {
                Marks = PrefixMarks.PrefixOnly,
            };
    }

    /// <summary>Lists the terms of a text in a bigram field, each once, for a ranked OR.</summary>
    public static IEnumerable<EngineQuery> BigramTerms(string field, string text) =>
        Bigrams(text).Select(token => token.Text).Distinct(StringComparer.Ordinal).Select(term => new TermQuery(new Term(field, term)));

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

    private static PhraseQuery Phrase(string field, List<BigramToken> tokens, int first) =>
        new(tokens.Select(token => new Term(field, token.Text)), tokens.Select(token => token.Position - first));

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

    private static bool IsSingleHan(ReadOnlySpan<char> term) =>
        Rune.DecodeFromUtf16(term, out Rune character, out int units) == System.Buffers.OperationStatus.Done
        && units == term.Length
        && HanText.IsHan(character);

    private readonly record struct BigramToken(string Text, int Position)
    {
        public bool IsSingleHan => TextQueries.IsSingleHan(Text);
    }
}
