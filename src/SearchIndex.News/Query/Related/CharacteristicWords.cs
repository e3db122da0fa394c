using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Related;

/// <summary>Chooses the words of an article that say what it is about: frequent in it and rare in the archive.</summary>
internal static class CharacteristicWords
{
    private const int MinLength = 2;
    private const int WeightInTitle = 3;

    // How soon further occurrences of a word stop adding to its weight, as in BM25.
    private const double Saturation = 1.2;

    /// <summary>Returns up to <paramref name="count"/> words, the best first. Words that no other article has are of no use here.</summary>
    public static IReadOnlyList<string> Of(StoredArticle article, IndexSearcher searcher, int count)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(article.Title, WeightInTitle, frequencies);
        Count(article.Body, 1, frequencies);
        int articles = searcher.Reader.MaxDoc;
        return [.. frequencies
            .Select(word => (Word: word.Key, Weight: WeightOf(word.Value, searcher.TermStatistics(new Term(ArticleSchema.BodyWords, word.Key)).DocFreq, articles)))
            .Where(word => word.Weight > 0)
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(count)
            .Select(word => word.Word)];
    }

    private static void Count(string text, int weight, Dictionary<string, int> frequencies)
    {
        TokenStream stream = ArticleSchema.WordAnalyzer.CreateTokenStream(ArticleSchema.BodyWords);
        stream.Reset(text.AsMemory());
        while (stream.IncrementToken())
        {
            if (stream.Term.Length >= MinLength)
            {
                string word = stream.Term.ToString();
                frequencies[word] = frequencies.GetValueOrDefault(word) + weight;
            }
        }
    }

    private static double WeightOf(int frequency, long articlesWith, int articles) =>
        articlesWith <= 1 ? 0 : frequency / (frequency + Saturation) * Math.Log((double)articles / articlesWith);
}
