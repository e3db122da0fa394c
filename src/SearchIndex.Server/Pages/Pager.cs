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

    /// <summary>Returns the number of pages.</summary>
    public static int PagesOf(SearchPage page) => (int)(((long)page.Total.Value + page.Size - 1) / page.Size);

    /// <summary>Returns the links; nothing when there is one page.</summary>
    public Html Render(SearchPage page)
    {
        int last = Math.Min(PagesOf(page), SearchRequest.MaxDepth / page.Size);
        if (!string.IsNullOrWhiteSpace(_parameters.After))
        {
            return BehindNumbers(page);
        }

        if (PagesOf(page) <= 1)
        {
            return Html.None;
        }

        return Html.Of($"""
            <nav class="pager" aria-label="{_text.Pages}">
              {Html.If(page.Page > 1, () => Link(page.Page - 1, _text.Previous, "prev"))}
              {Numbers(page.Page, last)}
              {Html.If(page.Page < last, () => Link(page.Page + 1, _text.Next, "next"))}
              {Html.If(page.Page == last, () => NextBehind(page))}
            </nav>
            """);
    }

    /// <summary>Behind the pages with numbers there is a way on and a way back to the first.</summary>
    private Html BehindNumbers(SearchPage page) => Html.Of($"""
        <nav class="pager" aria-label="{_text.Pages}">
          <a class="step" rel="first" href="{_text.Links.Results(PageLinks.FirstPage(_parameters))}">{_text.FirstPage}</a>
          <span class="current" aria-current="page">{page.Page}</span>
          {NextBehind(page)}
        </nav>
        """);

    private Html NextBehind(SearchPage page) => Html.If(page.Next is not null, () => Html.Of(
        $"<a class=\"step\" rel=\"next\" href=\"{_text.Links.Results(_parameters with { Page = null, After = page.Next })}\">{_text.Next}</a>\n"));

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

    private string Address(int page) => _text.Links.Results(_parameters with { After = null, Page = page.ToString(CultureInfo.InvariantCulture) });
}
