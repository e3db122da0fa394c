using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>The page of somebody who has not asked anything yet: what this is, what to try, what the archive holds.</summary>
internal static class FrontPage
{
    private const int MaxOutlets = 24;

    private static readonly string[] Examples = ["林芳正", "北约", "\"2加2\"", "特朗普"];

    /// <summary>Returns the page.</summary>
    public static Html Render(PageText text, IndexStats stats)
    {
        var nothing = new SearchParameters();
        return PageLayout.FrontPage(text, Html.Of($"""
            <section class="hero">
              <h1>{text.Masthead}</h1>
              <p class="tagline">{text.Tagline}</p>
              {SearchForm.Box(text, nothing, takesFocus: true)}
              <p class="examples"><span>{text.Examples}</span> {Examples.Select(query => OperatorHelp.Example(text, query))}</p>
              {SearchForm.Filters(text, stats.Outlets)}
            </section>
            <p class="intro">{text.Intro}</p>
            <div class="columns">
              <section>
                <h2>{text.Archive}</h2>
                {Facts(text, stats)}
              </section>
              <section>
                <h2>{text.HowTo}</h2>
                {OperatorHelp.Lines(text)}
              </section>
              <section class="wide">
                <h2>{text.BrowseOutlets}</h2>
                <ul class="outlets">
                  {stats.Outlets.Take(MaxOutlets).Select(outlet => Outlet(text, outlet))}
                </ul>
              </section>
            </div>
            """));
    }

    private static Html Outlet(PageText text, OutletCount outlet) => Html.Of($"""
        <li><a href="{text.Links.Results(new SearchParameters { Outlets = [outlet.Id] })}" lang="zh">{outlet.Name}</a> <span class="count">{Grouped(outlet.Articles)}</span></li>

        """);

    private static Html Facts(PageText text, IndexStats stats) => Html.Of($"""
        <dl class="facts">
          {ArchiveFacts.Render(text, stats)}
          <div><dt>{text.Scripts}</dt><dd>{Scripts(text, stats)}</dd></div>
          {Html.If(stats.BuiltAt is not null, () => Html.Of($"<div><dt>{text.BuiltAt}</dt><dd>{ArticleText.Day(stats.BuiltAt, text)}</dd></div>"))}
        </dl>
        """);

    private static string Scripts(PageText text, IndexStats stats)
    {
        (string Id, string Name)[] names = [("hans", text.ScriptHans), ("hant", text.ScriptHant), ("mixed", text.ScriptMixed), ("none", text.ScriptNone)];
        return string.Join(" · ", names
            .Where(script => stats.Scripts.GetValueOrDefault(script.Id) > 0)
            .Select(script => $"{script.Name} {Grouped(stats.Scripts[script.Id])}"));
    }

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
