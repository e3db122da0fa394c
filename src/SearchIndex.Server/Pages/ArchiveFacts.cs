using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>How much an archive holds and of when, as lines of a list of facts.</summary>
internal static class ArchiveFacts
{
    /// <summary>Returns the numbers of articles and outlets, and the span.</summary>
    public static Html Render(PageText text, IndexStats stats) => Html.Of($"""
        <div><dt>{text.Articles}</dt><dd>{Grouped(stats.Articles)}</dd></div>
        <div><dt>{text.Outlets}</dt><dd>{Grouped(stats.Outlets.Count)}</dd></div>
        {Span(text, stats)}
        """);

    /// <summary>Returns the span from the oldest article to the newest; nothing when none has a date.</summary>
    public static Html Span(PageText text, IndexStats stats) => Html.If(stats.Oldest is not null && stats.Newest is not null, () => Html.Of(
        $"<div><dt>{text.Span}</dt><dd>{ArticleText.Day(stats.Oldest, text)} – {ArticleText.Day(stats.Newest, text)}</dd></div>"));

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
