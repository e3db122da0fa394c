using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Duplicates;
using SearchIndex.News.Query.Language;
using SearchIndex.News.Variants;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query.Related;

/// <summary>Finds what has to do with an article: by its characteristic words, which are folded and so meet across scripts, and in the forms of other regions.</summary>
internal sealed class RelatedFinder(IndexSnapshot snapshot, VariantTable variants)
{
    private const int MaxArticles = 10;
    private const int MaxWords = 25;

    /// <summary>News of one event appear within this time on either side.</summary>
    private static readonly TimeSpan StoryTime = TimeSpan.FromDays(4);

    /// <summary>The share of the words that an article of the same days has on the same event, and any article on the same subject.</summary>
    private const double WordsOfStory = 0.2;
    private const double WordsOfSubject = 0.25;

    /// <summary>Returns what has to do with an article.</summary>
    public RelatedArticles Find(int docId, CancellationToken cancellation)
    {
        StoredArticle article = snapshot.ReadArticle(docId);
        int[] versions = VersionsOf(docId);
        HashSet<int> known = [docId, .. versions];
        IReadOnlyList<string> words = CharacteristicWords.Of(article, snapshot.Searcher, MaxWords);
        if (words.Count == 0)
        {
            return new RelatedArticles([.. versions.Take(MaxArticles).Select(Read)], [], []);
        }

        int[] story = article.Published is { } published ? Search(Story(words, article, published), known, cancellation) : [];
        known.UnionWith(story);
        int[] similar = Search(Subject(words, WordsOfSubject), known, cancellation);
        return new RelatedArticles([.. versions.Take(MaxArticles).Select(Read)], [.. story.Select(Read)], [.. similar.Select(Read)]);
    }

    private BooleanQuery Story(IReadOnlyList<string> words, StoredArticle article, DateTimeOffset published) =>
        new BooleanQuery.Builder()
            .Add(Subject(words, WordsOfStory), Occur.Must)
            .Add(FilterQueries.Published(published - StoryTime, published + StoryTime), Occur.Filter)
            .Add(new TermQuery(new Term(ArticleSchema.Outlet, article.OutletId)), Occur.MustNot)
            .Build();

    private BooleanQuery Subject(IReadOnlyList<string> words, double share)
    {
        var subject = new BooleanQuery.Builder().SetMinimumShouldMatch((int)Math.Ceiling(words.Count * share));
        foreach (string word in words)
        {
            subject.Add(AnyForm(word), Occur.Should);
        }

        return subject.Build();
    }

    private EngineQuery AnyForm(string word)
    {
        var typed = new TermQuery(new Term(ArticleSchema.BodyWords, word));
        EngineQuery[] others = [.. new TextForms(variants, word).Parts(word)
            .Select(form => FormQueries.Any(ArticleSchema.Body, [form], TextForm.Quoted)).OfType<EngineQuery>()];
        return others.Length == 0 ? typed : new DisjunctionMaxQuery([typed, .. others]);
    }

    /// <summary>Finds the best articles that are not known yet, of each group of versions one.</summary>
    private int[] Search(EngineQuery query, HashSet<int> known, CancellationToken cancellation)
    {
        var collector = new CollapsingCollector(snapshot.Duplicates.GroupOf, MaxArticles + known.Count);
        snapshot.Searcher.Search(query, collector, cancellation);
        return [.. collector.TopDocs().ScoreDocs.Select(doc => doc.Doc).Where(doc => !known.Contains(doc)).Take(MaxArticles)];
    }

    private int[] VersionsOf(int docId)
    {
        int group = snapshot.Duplicates.GroupOf(docId);
        return group == DuplicateGroups.None
            ? []
            : [.. Enumerable.Range(0, snapshot.Reader.MaxDoc).Where(doc => doc != docId && snapshot.Duplicates.GroupOf(doc) == group)];
    }

    private RelatedArticle Read(int docId)
    {
        StoredArticle article = snapshot.ReadArticle(docId);
        return new RelatedArticle(article.Id, article.Title, new HitOutlet(article.OutletId, article.OutletName), article.Published, article.Script);
    }
}
