using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Variants;

namespace SearchIndex.Benchmarks.Variants;

/// <summary>An article whose text is looked through without the help of an index.</summary>
/// <param name="Id">The id of the article.</param>
/// <param name="Source">The path of its file.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its body.</param>
internal sealed record CorpusArticle(string Id, string Source, string Title, string Body)
{
    /// <summary>Gets the fields of the text, by the names that the list of cases has for them.</summary>
    public IReadOnlyList<(string Name, string Text)> Fields => [(ArticleSchema.Title, Title), (ArticleSchema.Body, Body)];

    /// <summary>Reads the texts of all articles of an index, in the order of their sources.</summary>
    public static IReadOnlyList<CorpusArticle> ReadAll(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var articles = new List<CorpusArticle>();
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            var article = new StoredArticle();
            reader.VisitDocument(doc, article);
            articles.Add(new CorpusArticle(article.Id, article.Sources[0], article.Title, article.Body));
        }

        return [.. articles.OrderBy(article => article.Source, StringComparer.Ordinal)];
    }

    /// <summary>Returns title and body folded and without the dots in names; the two do not touch.</summary>
    public string Key() => VariantText.Key(Title) + "\n" + VariantText.Key(Body);

    /// <summary>Returns the places of a form, given as a key, in the folded fields.</summary>
    public IEnumerable<(string Field, int Offset)> PlacesOf(string key)
    {
        foreach ((string name, string text) in Fields)
        {
            string folded = CharacterFold.Fold(text);
            for (int at = folded.IndexOf(key, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(key, at + 1, StringComparison.Ordinal))
            {
                yield return (name, at);
            }
        }
    }
}
