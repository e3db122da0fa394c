using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The frame of every page: head, masthead, footer.</summary>
internal static class PageLayout
{
    /// <summary>Returns a page with a search box in its masthead.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="title">The title of the window.</param>
    /// <param name="parameters">The search, for the box.</param>
    /// <param name="main">The content.</param>
    public static Html WithSearchBox(PageText text, string title, SearchParameters parameters, Html main) => Document(text, $"{title} – {text.Masthead}", LinksOfArchive(text), Html.Of($"""
        <header class="masthead">
          <div class="masthead-row">
            {Name(text)}
            <div class="search-by-help">
              {SearchForm.Box(text, parameters, takesFocus: false)}
              {OperatorHelp.Folded(text)}
            </div>
          </div>
        </header>
        <main id="main">
          {main}
        </main>
        """));

    /// <summary>Returns the front page, whose masthead is its content.</summary>
    public static Html FrontPage(PageText text, Html main) => Document(text, $"{text.Masthead} – {text.Tagline}", LinksOfArchive(text), Html.Of($"""
        {Html.If(text.IsOneOfSeveral, () => Html.Of($"<header class=\"above\">{AllArchives(text)}</header>"))}
        <main id="main" class="front">
          {main}
        </main>
        """));

    /// <summary>Returns a page that belongs to none of the archives of a service, so that it has nothing to search or to tell of one.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="title">The title of the window.</param>
    /// <param name="main">The content.</param>
    public static Html OfService(PageText text, string title, Html main) => Document(text, title, Html.None, Html.Of($"""
        <main id="main" class="front">
          {main}
        </main>
        """));

    private static Html Name(PageText text)
    {
        Html name = Html.Of($"<a class=\"site-name\" href=\"{text.Links.Home}\">{text.Masthead}</a>");
        return !text.IsOneOfSeveral ? name : Html.Of($"<div class=\"archive-name\">{AllArchives(text)} {name}</div>");
    }

    private static Html AllArchives(PageText text) => Html.Of($"<a class=\"all-archives\" href=\"{PageLinks.AllArchives}\">{text.Tools.AllArchives}</a>");

    private static Html LinksOfArchive(PageText text) =>
        Html.Of($" · <a href=\"{text.Links.Status}\">{text.Tools.StatusPage}</a> · <a href=\"{text.Links.OpenApi}\">{text.MachineInterface}</a>");

    private static Html Document(PageText text, string title, Html links, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{text.Language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{title}</title>
          <link rel="icon" type="image/svg+xml" href="{SiteAssets.IconUrl}">
          <link rel="stylesheet" href="{SiteAssets.StyleUrl}">
          <script src="{SiteAssets.ScriptUrl}" data-base="{text.Links.Base}" data-suggestions="{text.Tools.Suggestions}" data-forget="{text.Tools.Forget}" defer></script>
        </head>
        <body>
        {body}
        <footer class="colophon">
          <nav aria-label="{text.Tools.Language}">{LanguageSwitch.Render(text)}</nav>
          <p>{text.SiteName} · {text.Tagline}{links}</p>
        </footer>
        </body>
        </html>

        """);
}
