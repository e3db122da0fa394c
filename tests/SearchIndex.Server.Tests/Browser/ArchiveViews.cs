using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>Pages as a service with several archives has them, shown by one that has one.</summary>
internal static class ArchiveViews
{
    public const string Archives = "/views/archives";

    public const string Front = "/views/archive-front";

    public const string Missing = "/views/archive-missing";

    private const string Title = "华文报纸数字化档案库（一九四六年至一九八九年）";

    /// <summary>Adds the addresses of the pages.</summary>
    public static void Add(WebApplication app)
    {
        app.MapGet(Archives, context => SendAsync(context, (text, stats) => ArchivesPage.Render(text,
        [
            new(Title, ServiceBelowPath.Base, stats),
            new("Evening papers", "/archives/two", stats with { Articles = 0, Outlets = [], Oldest = null, Newest = null }),
            new("晚報", "/archives/three", Stats: null),
        ])));
        app.MapGet(Front, context => SendAsync(context, (text, stats) => FrontPage.Render(InArchive(text), stats)));
        app.MapGet(Missing, context => SendAsync(context, (text, _) => MessagePage.NotFound(InArchive(text))));
    }

    private static PageText InArchive(PageText text) => text with { ArchiveTitle = Title, Links = new PageLinks(ServiceBelowPath.Base) };

    private static Task SendAsync(HttpContext context, Func<PageText, IndexStats, Html> render)
    {
        IndexStats stats = context.RequestServices.GetRequiredService<CurrentIndex>().Searcher!.Stats();
        return PageAnswer.Of(context, render(LanguageSwitch.TextFor(context.Request), stats)).ExecuteAsync(context);
    }
}
