using SearchIndex.Engine.Search;
using SearchIndex.News.Query;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Suggestions;

/// <summary>How many articles of a snapshot have a text as it stands, without its regional variants. For one thread.</summary>
internal sealed class TextCounts(IndexSnapshot snapshot)
{
    private readonly BigramFrequencies _pairs = new(snapshot.Reader);

    /// <summary>Counts the articles with a text in title or body, and those with it in the title.</summary>
    public (int Articles, int Titles) Of(string text)
    {
        string key = SuggestionText.Key(text);
        bool isHan = key.All(unit => unit is >= '\u4E00' and <= '\u9FFF');
        if (isHan && _pairs.RarestOf(key) == 0)
        {
            return (0, 0);
        }

        int titles = Count(TextQueries.Contiguous(ArticleSchema.Title, text));
        EngineQuery[] fields = [.. new[] { ArticleSchema.Title, ArticleSchema.Body }.Select(field => TextQueries.Contiguous(field, text)).OfType<EngineQuery>()];
        return (Count(BooleanQuery.Of(Occur.Should, fields)), titles);
    }

    private int Count(EngineQuery? query) => query is null ? 0 : snapshot.Searcher.Count(query);
}
