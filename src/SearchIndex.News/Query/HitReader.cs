using SearchIndex.Engine.Highlight;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Provenance;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Fetches found articles and marks why they were found.</summary>
internal sealed class HitReader
{
    private const int MaxPassages = 3;
    private const int MaxVersions = 20;

    private readonly IndexSnapshot _snapshot;
    private readonly ArticleMarks _marks;

    /// <summary>Creates the reader.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="marks">What to mark; null for nothing.</param>
    public HitReader(IndexSnapshot snapshot, EngineQuery? marks)
    {
        _snapshot = snapshot;
        _marks = new ArticleMarks(marks, snapshot.Searcher);
    }

    /// <summary>Fetches a hit with its passages.</summary>
    /// <param name="found">The article.</param>
    /// <param name="versions">The other versions of it that were found.</param>
    public SearchHit ReadHit(ScoreDoc found, IReadOnlyList<int> versions)
    {
        StoredArticle article = _snapshot.ReadArticle(found.Doc);
        var forms = new List<string>();
        IReadOnlyList<MatchRange> titleMarks = MarksOf(found.Doc, ArticleSchema.Title, article.Title, forms);
        IReadOnlyList<MatchRange> bodyMarks = MarksOf(found.Doc, ArticleSchema.Body, article.Body, forms);
        IReadOnlyList<Passage> passages = PassageFinder.Find(article.Body, bodyMarks, MaxPassages);
        if (passages.Count == 0 && PassageFinder.Lead(article.Body) is { } lead)
        {
            passages = [lead];
        }

        return new SearchHit
        {
            Id = article.Id,
            Score = found.Score,
            Title = article.Title,
            TitleMarks = Ranges(titleMarks, 0),
            TitleSourceRange = TitleRange(article),
            Url = article.Url,
            Outlet = new HitOutlet(article.OutletId, article.OutletName),
            Author = article.Author,
            Published = article.Published,
            Script = article.Script,
            Source = article.Sources[0],
            MatchedForms = [.. forms.Distinct(StringComparer.Ordinal)],
            Occurrences = titleMarks.Count + bodyMarks.Count,
            Passages = [.. passages.Select(passage => ToHit(article, passage))],
            VersionCount = versions.Count,
            Versions = [.. versions.Take(MaxVersions).Select(ReadVersion)],
        };
    }

    /// <summary>Fetches a whole article with all marks.</summary>
    public ArticleView ReadArticle(int docId)
    {
        StoredArticle article = _snapshot.ReadArticle(docId);
        return new ArticleView
        {
            Id = article.Id,
            Title = article.Title,
            TitleMarks = Ranges(MarksOf(docId, ArticleSchema.Title, article.Title, []), 0),
            TitleSourceRange = TitleRange(article),
            Url = article.Url,
            Outlet = new HitOutlet(article.OutletId, article.OutletName),
            Author = article.Author,
            Editors = article.Editors,
            Published = article.Published,
            PublishedEvidence = article.PublishedEvidence,
            Evidence = article.Evidence,
            Script = article.Script,
            Sources = article.Sources,
            Tags = article.Tags,
            Body = article.Body,
            BodySourceRange = article.BodySource?.Find(article.Body, 0, article.Body.Length, article.Sources[0]),
            BodyMarks = Ranges(MarksOf(docId, ArticleSchema.Body, article.Body, []), 0),
        };
    }

    private HitVersion ReadVersion(int docId)
    {
        StoredArticle article = _snapshot.ReadArticle(docId);
        return new HitVersion(article.Id, article.Title, new HitOutlet(article.OutletId, article.OutletName), article.Published);
    }

    private static HitPassage ToHit(StoredArticle article, Passage passage) =>
        new(ArticleSchema.Body, passage.Start, article.Body[passage.Start..passage.End], Ranges(passage.Marks, passage.Start))
        {
            SourceRange = article.BodySource?.Find(article.Body, passage.Start, passage.End, article.Sources[0]),
        };

    private static SourceRange? TitleRange(StoredArticle article) =>
        article.TitleSource?.Find(article.Title, 0, article.Title.Length, article.Sources[0]);

    private static TextRange[] Ranges(IReadOnlyList<MatchRange> marks, int origin) =>
        [.. marks.Select(mark => new TextRange(mark.Start - origin, mark.End - mark.Start))];

    private IReadOnlyList<MatchRange> MarksOf(int docId, string field, string text, List<string> forms)
    {
        LeafReaderContext leaf = _snapshot.Reader.LeafOf(docId);
        return _marks.Find(leaf, docId - leaf.DocBase, field, text, forms);
    }
}
