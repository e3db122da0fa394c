using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>Says where an article stands, in the styles that papers ask for. What is not known is left out.</summary>
/// <param name="article">The article.</param>
/// <param name="today">The day on which its original may be looked up.</param>
internal sealed class ArticleCitation(ArticleView article, DateTimeOffset today)
{
    // Months of more than four letters are cut, by the MLA handbook.
    private static readonly string[] MlaMonths =
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    private readonly string? _url = PageLinks.Outside(article.Url);

    /// <summary>Returns the citation by GB/T 7714—2015, as an article of a newspaper.</summary>
    public string ByGbT7714()
    {
        string kind = _url is null ? "[N]" : "[N/OL]";
        string published = article.Published is { } date ? ", " + IsoDay(date) : string.Empty;
        string place = _url is null ? "." : $"[{IsoDay(today)}]. {_url}.";
        return $"{Author(". ")}{article.Title.Trim()}{kind}. {article.Outlet.Name}{published}{place}";
    }

    /// <summary>Returns the citation by APA 7; the title comes first where no author is known.</summary>
    public string ByApa()
    {
        string date = article.Published is { } published
            ? published.UtcDateTime.ToString("yyyy, MMMM d", CultureInfo.InvariantCulture)
            : "n.d.";
        string address = _url is null ? string.Empty : " " + _url;
        return string.IsNullOrWhiteSpace(article.Author)
            ? $"{Ended(article.Title)} ({date}). {Ended(article.Outlet.Name)}{address}"
            : $"{Ended(article.Author)} ({date}). {Ended(article.Title)} {Ended(article.Outlet.Name)}{address}";
    }

    /// <summary>Returns the citation by MLA 9.</summary>
    public string ByMla()
    {
        string published = article.Published is { } date ? ", " + MlaDay(date) : string.Empty;
        string address = _url is null ? "." : $", {_url}. Accessed {MlaDay(today)}.";
        return $"{Author(". ")}“{Ended(article.Title)}” {article.Outlet.Name}{published}{address}";
    }

    private string Author(string end) => string.IsNullOrWhiteSpace(article.Author) ? string.Empty : article.Author.Trim() + end;

    /// <summary>A title may end with a sign of its own.</summary>
    private static string Ended(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length > 0 && ".?!。？！…".Contains(trimmed[^1], StringComparison.Ordinal) ? trimmed : trimmed + ".";
    }

    private static string IsoDay(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MlaDay(DateTimeOffset date)
    {
        DateTime day = date.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MlaMonths[day.Month - 1]} {day.Year}");
    }
}
