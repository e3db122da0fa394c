namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Scripts and markup in whatever the pages and the API show.</content>
internal static partial class AttackTable
{
    private static IEnumerable<Attack> Outputs() =>
    [
        new("script in a title, on the page of results", Door.Open, "GET /?q=‹title:script›", "200 text/html", Defences.TextInPage),
        new("script in titles, bodies and authors, in all hits and facets", Door.Open, "GET /?q=‹靶子›&size=100&collapse=off", "200 text/html", Defences.TextInPage),
        new("script in the title and body of an article, on its page", Door.Open, "GET /articles/{the script}?q=‹靶子›", "200 text/html", Defences.TextInPage),
        new("end tags in a title", Door.Open, "GET /articles/{the title}", "200 text/html", Defences.TextInPage),
        new("an attribute's end in an author, script in a tag", Door.Open, "GET /articles/{the author}", "200 text/html", Defences.TextInPage),
        new("script in the name of an outlet", Door.Open, "GET /articles/{the outlet}", "200 text/html", Defences.TextInPage),
        new("an article that says it is from a `javascript:` address", Door.Open, "GET /articles/{the javascript}", "200 text/html", Defences.TextInPage) { Never = ["href=\"javascript:"] },
        new("an article that says it is from a `data:` address", Door.Open, "GET /articles/{the data}", "200 text/html", Defences.TextInPage) { Never = ["href=\"data:"] },
        new("bidi overrides in a title, to make a name read backwards", Door.Open, "GET /articles/{the bidi}", "200 text/html", Defences.TextInPage) { Never = ["\u202E", "\u2066"] },
        new("control characters in a title, for terminals", Door.Open, "GET /articles/{the control}", "200 text/html", Defences.TextInPage) { Never = ["\u001b", "\0", "\u0007"] },
        new("script in an article, from the API", Door.Open, "GET /api/v1/articles/{the script}?q=‹靶子›", "200 application/json", Defences.TextInJson),
        new("script in the query, on the page", Door.Open, "GET /?q=‹<script>alert(1)</script>›", "200 text/html", Defences.TextInPage),
        new("an attribute's end in a query that finds nothing", Door.Open, "GET /?q=‹\"zzqqxx\"›‹\"><svg onload=alert(1)>›", "200 text/html", Defences.TextInPage),
        new("script in the query, from the API", Door.Open, "GET /api/v1/search?q=‹<script>alert(1)</script>›", "200 application/json", Defences.TextInJson),
        new("bidi override in the query", Door.Open, "GET /?q=‹\u202Eabc›", "200 text/html", Defences.TextInPage) { Never = ["\u202E"] },
        new("script in filters and facet values", Door.Open, "GET /?q=‹靶子›&outlet=‹<script>alert(1)</script>›&author=‹\"><img src=x onerror=alert(1)>›", "200 text/html", Defences.TextInPage),
        new("script in a filter that is not allowed", Door.Open, "GET /?q=a&from=‹<script>alert(1)</script>›&period=‹\"onfocus=alert(1) autofocus=\"›", "400 text/html", Defences.TextInPage),
        new("script in the name of a view, a chart and a cited index", Door.Open, "GET /?q=a&chart=‹\"><script>alert(1)</script>›&index=‹<script>alert(1)</script>›", "200 text/html", Defences.TextInPage),
        new("script in a notice about the query", Door.Open, "GET /?q=‹nosuchfield:<script>alert(1)</script> AND (\"<img src=x onerror=alert(1)>›", "200 text/html", Defences.TextInPage),
        new("script in the details of a problem", Door.Open, "GET /api/v1/search?size=‹<script>alert(1)</script>›", "400 wrong-parameter", Defences.TextInJson),
        new("script in an unknown address of the API", Door.Open, "GET /api/v1/‹<script>alert(1)</script>›", "404 unknown-address", Defences.TextInJson),
        new("script in an unknown address of the pages", Door.Open, "GET /‹<script>alert(1)</script>›", "404 text/html", Defences.TextInPage),
        new("script in the id of an article", Door.Open, "GET /api/v1/articles/‹<script>alert(1)<›", "404 unknown-article", Defences.TextInJson),
        new("script in what is typed, to come back as a suggestion", Door.Open, "GET /api/v1/suggest?q=‹<script›", "200 application/json", Defences.TextInJson),
        new("titles with script as suggestions", Door.Open, "GET /api/v1/suggest?q=‹靶子›&size=20", "200 application/json", Defences.TextInJson),
        new("markup in the file of regional variants", Door.Open, "GET /?q=‹靶子›", "200 text/html", Defences.TextInPage),
        new("script in the title of a saved query", Door.Open, "GET /api/v1/queries", "200 application/json", Defences.TextInJson),
        new("script in the title of a saved query, as a feed", Door.Open, "GET /queries/aim.atom", "200 application/atom+xml", Defences.TextInFeed),
        new("script in the name of a saved query", Door.Open, "GET /queries/‹<script>alert(1)<›.rss", "404 unknown-query", Defences.TextInJson),
        new("script and ends of CDATA in titles, as an Atom feed", Door.Open, "GET /feed.atom?q=‹靶子›&collapse=off", "200 application/atom+xml", Defences.TextInFeed) { Never = ["\u202E", "\u001b", "\0"] },
        new("script and ends of CDATA in titles, as an RSS feed", Door.Open, "GET /feed.rss?q=‹靶子›&collapse=off", "200 application/rss+xml", Defences.TextInFeed) { Never = ["\u202E", "\u001b", "\0"] },
        new("script in the query, as a feed", Door.Open, "GET /feed.atom?q=‹]]><script>alert(1)</script>›", "200 application/atom+xml", Defences.TextInFeed),
    ];
}
