using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Related;

namespace SearchIndex.Server.Pages;

/// <summary>Two articles beside each other, with the marks of the search and the passages that both have; narrow windows show one after the other.</summary>
internal sealed class SideBySidePage
{
    private readonly PageText _text;
    private readonly ArticlePair _pair;
    private readonly RelatedArticles _related;
    private readonly SearchParameters _parameters;

    /// <summary>Creates the page.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="pair">The articles.</param>
    /// <param name="related">What the archive has around the first of them.</param>
    /// <param name="parameters">The search that led here, to lead back.</param>
    public SideBySidePage(PageText text, ArticlePair pair, RelatedArticles related, SearchParameters parameters)
    {
        _text = text;
        _pair = pair;
        _related = related;
        _parameters = parameters;
    }

    /// <summary>Returns the page.</summary>
    public Html Render() => PageLayout.WithSearchBox(_text, $"{_text.Tools.Beside}: {_pair.Article.Title}", _parameters, Html.Of($"""
        <div class="beside">
          <nav class="back"><a href="{_text.Links.Article(_pair.Article.Id, _parameters)}">← {_text.Tools.BackToArticle}</a></nav>
          <h1>{_text.Tools.Beside}</h1>
          <p class="hint">{(_pair.Shared.Passages.Count > 0 ? _text.Tools.SharedHint : _text.Tools.NothingShared)}</p>
          {Others()}
          <nav class="jumps" aria-label="{_text.Tools.Beside}"><a href="#one" lang="zh">{_pair.Article.Outlet.Name}</a> <a href="#other" lang="zh">{_pair.Other.Outlet.Name}</a></nav>
          <div class="pair">
            {Side(_pair.Article, _pair.Shared, "one", "m")}
            {Side(_pair.Other, _pair.OtherShared, "other", "n")}
          </div>
        </div>
        """));

    private Html Side(ArticleView article, SharedText shared, string name, string prefix)
    {
        string language = ArticleText.LanguageOf(article.Script);
        var titleSteps = new MarkSteps(_text, Before: 0, article.TitleMarks.Count + article.BodyMarks.Count, prefix);
        MarkSteps bodySteps = titleSteps with { Before = article.TitleMarks.Count };
        return Html.Of($"""
            <article id="{name}" lang="{language}">
              <header lang="{_text.Language}">
                <p class="meta"><span class="outlet" lang="zh">{article.Outlet.Name}</span> <span>{ArticleText.Day(article.Published, _text)}</span> <span class="badge">{_text.NameOf(article.Script)}</span></p>
                <h2 lang="{language}"><a href="{_text.Links.Article(article.Id, _parameters)}">{ArticleText.Marked(article.Title, article.TitleMarks)}</a></h2>
                {ArticlePage.MarkCount(_text, article, bodySteps)}
                {Html.If(shared.Passages.Count > 0, () => Html.Of($"<p class=\"mark-count\">{PageText.Fill(_text.Tools.SharedShare, Percent(shared))}</p>"))}
              </header>
              <div class="body">
                {ArticleText.Paragraphs(article.Body, article.BodyMarks, bodySteps, shared.Passages)}
              </div>
            </article>

            """);
    }

    /// <summary>The articles that the first can be put beside instead.</summary>
    private Html Others()
    {
        RelatedArticle[] others = [.. _related.Versions.Concat(_related.SameStory)];
        return Html.If(others.Length > 1, () => Html.Of($"""
            <ul class="choices" aria-label="{_text.Tools.CompareWith}">
              {others.Select(Choice)}
            </ul>
            """));
    }

    private Html Choice(RelatedArticle other) => Html.Of($"""
        <li><a href="{_text.Links.Beside(_pair.Article.Id, other.Id, _parameters)}" title="{other.Title}"{Html.If(other.Id == _pair.Other.Id, () => Html.Of($" aria-current=\"true\""))}><span lang="zh">{other.Outlet.Name}</span> {ArticleText.Day(other.Published, _text)}</a></li>

        """);

    private static string Percent(SharedText shared) => ((double)shared.Letters / shared.OfLetters).ToString("0%", CultureInfo.InvariantCulture);
}
