using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The first page of a service that has several archives: what each is called and holds, and a way to search it.</summary>
internal static class ArchivesPage
{
    /// <summary>Returns the page.</summary>
    /// <param name="text">The words of the page.</param>
    /// <param name="archives">The archives, in the order to show them.</param>
    public static Html Render(PageText text, IReadOnlyList<ArchiveEntry> archives) => PageLayout.OfService(text, $"{text.SiteName} – {text.Tagline}", Html.Of($"""
        <section class="hero">
          <h1>{text.SiteName}</h1>
          <p class="tagline">{text.Tagline}</p>
        </section>
        <ul class="archives">
          {archives.Select(archive => Item(text, archive))}
        </ul>
        """));

    private static Html Item(PageText text, ArchiveEntry archive)
    {
        var links = new PageLinks(archive.Path);
        return Html.Of($"""
            <li>
              <h2><a href="{links.Home}">{archive.Title}</a></h2>
              {(archive.Stats is { } stats ? Holdings(text, archive, stats, links) : Html.Of($"<p class=\"note\">{text.NoIndexTitle}</p>"))}
            </li>

            """);
    }

    /// <summary>An archive without an index has nothing that could be searched.</summary>
    private static Html Holdings(PageText text, ArchiveEntry archive, IndexStats stats, PageLinks links) => Html.Of($"""
        <dl class="facts">
          {ArchiveFacts.Render(text, stats)}
        </dl>
        {SearchForm.BoxOf(text, links, PageText.Fill(text.Tools.SearchArchive, archive.Title))}
        """);
}
