using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>Pages that say one thing: not found, no index yet.</summary>
internal static class MessagePage
{
    /// <summary>Returns the page for an address or an article that does not exist.</summary>
    public static Html NotFound(PageText text) => PageLayout.WithSearchBox(text, text.NotFoundTitle, new SearchParameters(), Html.Of($"""
        <div class="message">
          <h1>{text.NotFoundTitle}</h1>
          <p>{text.NotFoundText}</p>
          <p><a href="{text.Links.Home}">{text.BackToSearch}</a></p>
        </div>
        """));

    /// <summary>Returns the page for an address that lies in none of several archives.</summary>
    public static Html NotFoundOutside(PageText text) => PageLayout.OfService(text, $"{text.NotFoundTitle} – {text.SiteName}", Html.Of($"""
        <div class="message">
          <h1>{text.NotFoundTitle}</h1>
          <p><a href="{PageLinks.AllArchives}">{text.Tools.AllArchives}</a></p>
        </div>
        """));

    /// <summary>Returns the page for a list of hits that cannot go on.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="parameters">The search, to begin again.</param>
    public static Html Stale(PageText text, SearchParameters parameters) => PageLayout.WithSearchBox(text, text.StaleTitle, parameters, Html.Of($"""
        <div class="message">
          <h1>{text.StaleTitle}</h1>
          <p>{text.StaleText}</p>
          <p><a href="{text.Links.Results(PageLinks.FirstPage(parameters))}">{text.FirstPage}</a></p>
        </div>
        """));

    /// <summary>Returns the page while there is no index.</summary>
    public static Html NoIndex(PageText text) => PageLayout.FrontPage(text, Html.Of($"""
        <div class="message">
          <h1>{text.NoIndexTitle}</h1>
          <p>{text.NoIndexText}</p>
          <pre><code>searchindex rebuild PATH</code></pre>
        </div>
        """));
}
