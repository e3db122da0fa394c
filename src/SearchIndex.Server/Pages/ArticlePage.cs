using SearchIndex.News.Query;
using SearchIndex.News.Query.Related;

namespace SearchIndex.Server.Pages;

/// <summary>A whole article with its marks, and what is known about it.</summary>
internal static class ArticlePage
{
    /// <summary>Returns the page.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="article">The article.</param>
    /// <param name="related">What the archive has around it.</param>
    /// <param name="parameters">The search that led here, to lead back.</param>
    /// <param name="today">The day, for citations.</param>
    public static Html Render(PageText text, ArticleView article, RelatedArticles related, SearchParameters parameters, DateTimeOffset today)
    {
        string language = ArticleText.LanguageOf(article.Script);
        var titleSteps = new MarkSteps(text, Before: 0, MarksOf(article));
        MarkSteps bodySteps = titleSteps with { Before = article.TitleMarks.Count };
        return PageLayout.WithSearchBox(text, article.Title, parameters, Html.Of($"""
            <div class="article-page">
              <nav class="back"><a href="{text.Links.Results(parameters)}">← {(IsSearch(parameters) ? text.BackToResults : text.BackToSearch)}</a></nav>
              <article lang="{language}">
                <header lang="{text.Language}">
                  <p class="meta"><span class="outlet" lang="zh">{article.Outlet.Name}</span> <span>{ArticleText.Day(article.Published, text)}</span> <span class="badge">{text.NameOf(article.Script)}</span></p>
                  <h1 lang="{language}">{ArticleText.Marked(article.Title, article.TitleMarks, titleSteps)}</h1>
                  {MarkCount(text, article, bodySteps)}
                </header>
                <div class="body">
                  {ArticleText.Paragraphs(article.Body, article.BodyMarks, bodySteps)}
                </div>
                {Original(text, article)}
                {CitationPanel.Render(text, article, parameters, today)}
              </article>
              <aside class="about">
                <h2>{text.About}</h2>
                <dl>
                  {new ArticleFacts(text, article).Render()}
                </dl>
                {Related(text, text.VersionsOfArticle, related.Versions, parameters, besideOf: article.Id)}
                {Related(text, text.SameStory, related.SameStory, parameters, besideOf: article.Id)}
                {Related(text, text.SimilarArticles, related.Similar, parameters)}
              </aside>
            </div>
            """));
    }

    private static bool IsSearch(SearchParameters parameters) => !string.IsNullOrWhiteSpace(parameters.Query) || SearchForm.HasFilters(parameters);

    private static int MarksOf(ArticleView article) => article.TitleMarks.Count + article.BodyMarks.Count;

    /// <summary>Returns how many places are marked, and the way to the first of the body.</summary>
    public static Html MarkCount(PageText text, ArticleView article, MarkSteps steps)
    {
        int marks = MarksOf(article);
        return Html.If(marks > 0, () => Html.Of($"""
            <p class="mark-count">{PageText.Fill(text.MarkedPlaces, marks)}{Html.If(article.BodyMarks.Count > 0, () => Html.Of($" · <a href=\"#{steps.NameOf(article.TitleMarks.Count + 1)}\">{text.JumpToFirst}</a>"))}</p>
            """));
    }

    private static Html Original(PageText text, ArticleView article) => PageLinks.Outside(article.Url) is { } url
        ? Html.Of($"<p class=\"original\" lang=\"{text.Language}\"><a href=\"{url}\" rel=\"noopener noreferrer\">{text.ReadOriginal} ↗</a></p>")
        : Html.None;

    private static Html Related(PageText text, string heading, IReadOnlyList<RelatedArticle> articles, SearchParameters parameters, string? besideOf = null) =>
        Html.If(articles.Count > 0, () => Html.Of($"""
            <h2>{heading}</h2>
            <ul class="related">
              {articles.Select(article => Html.Of($"""
                <li><a lang="{ArticleText.LanguageOf(article.Script)}" href="{text.Links.Article(article.Id, parameters)}">{article.Title}</a>
                  <span class="outlet" lang="zh">{article.Outlet.Name}</span> <span>{ArticleText.Day(article.Published, text)}</span>{Html.If(besideOf is not null, () => Html.Of($" · <a class=\"compare\" href=\"{text.Links.Beside(besideOf!, article.Id, parameters)}\">{text.Tools.Beside}</a>"))}</li>

                """))}
            </ul>
            """));
}
