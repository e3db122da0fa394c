using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The links from a page of results to the others.</summary>
internal sealed class Pager
{
    /// <summary>How many pages to either side of this one have a link of their own.</summary>
    private const int Reach = 2;

    private readonly PageText _text;
    private readonly SearchParameters _parameters;

    public Pager(PageText text, SearchParameters parameters)
    {
        _text = text;
        _parameters = parameters;
    }

    /// <summary>Returns the number of pages that can be asked for.</summary>
    public static int PagesOf(SearchPage page)
    {
        int reachable = Math.Min(page.Total.Value, SearchRequest.MaxDepth);
        int pages = (reachable + page.Size - 1) / page.Size;
        return Math.Min(pages, SearchRequest.MaxDepth / page.Size);
    }

    /// <summary>Returns the links; nothing when there is one page.</summary>
    public Html Render(SearchPage page)
    {
        int last = PagesOf(page);
        if (last <= 1)
        {
            return Html.None;
        }

        return Html.Of($"""
            <nav class="pager" aria-label="{_text.Pages}">
              {Html.If(page.Page > 1, () => Link(page.Page - 1, _text.Previous, "prev"))}
              {Numbers(page.Page, last)}
              {Html.If(page.Page < last, () => Link(page.Page + 1, _text.Next, "next"))}
            </nav>
            {Html.If(page.Page == last && page.Total.Value > SearchRequest.MaxDepth, Deepest)}
            """);
    }

    private IEnumerable<Html> Numbers(int current, int last)
    {
        int shown = 0;
        for (int number = 1; number <= last; number++)
        {
            bool isShown = number == 1 || number == last || Math.Abs(number - current) <= Reach;
            if (!isShown)
            {
                continue;
            }

            yield return Html.If(number > shown + 1, () => Html.Of($"<span class=\"gap\">…</span>\n"));
            yield return number == current ? Html.Of($"<span class=\"current\" aria-current=\"page\">{number}</span>\n") : Link(number);
            shown = number;
        }
    }

    private Html Link(int number) => Html.Of($"<a href=\"{Address(number)}\">{number}</a>\n");

    private Html Link(int number, string words, string relation) => Html.Of($"<a class=\"step\" rel=\"{relation}\" href=\"{Address(number)}\">{words}</a>\n");

    private Html Deepest() => Html.Of($"<p class=\"deepest\">{PageText.Fill(_text.Deepest, SearchRequest.MaxDepth.ToString("N0", CultureInfo.InvariantCulture))}</p>");

    private string Address(int page) => PageLinks.Results(_parameters with { Page = page.ToString(CultureInfo.InvariantCulture) });
}
