using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>How to cite an article: ready texts, and files for programs that keep references.</summary>
internal static class CitationPanel
{
    /// <summary>Returns the panel, folded.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="article">The article.</param>
    /// <param name="parameters">The search that led here; it is noted in the files.</param>
    /// <param name="today">The day.</param>
    public static Html Render(PageText text, ArticleView article, SearchParameters parameters, DateTimeOffset today)
    {
        var citation = new ArticleCitation(article, today);
        return Html.Of($"""
            <details class="citation" lang="{text.Language}">
              <summary>{text.Tools.Cite}</summary>
              <dl>
                {Style("GB/T 7714", citation.ByGbT7714())}
                {Style("APA", citation.ByApa())}
                {Style("MLA", citation.ByMla())}
              </dl>
              <p>{text.Tools.CitationFiles}
                <a href="{text.Links.Citation(article.Id, parameters, "ris")}">RIS</a> <a href="{text.Links.Citation(article.Id, parameters, "bibtex")}">BibTeX</a>
                <a href="{text.Links.Citation(article.Id, parameters, "csl")}">CSL-JSON</a></p>
            </details>
            """);
    }

    private static Html Style(string name, string citation) => Html.Of($"<div><dt>{name}</dt><dd lang=\"zh\">{citation}</dd></div>\n");
}
