namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Questions that cost much, cursors that were changed, and what the reader of hostile files made of them.</content>
internal static partial class AttackTable
{
    private static IEnumerable<Attack> Queries() =>
    [
        new("a query of 20,000 letters", Door.Open, "GET /api/v1/search?q={a*20000}", "200 application/json"),
        new("a thousand brackets within each other", Door.Open, "GET /api/v1/search?q={(*1000}a{)*1000}", "200 application/json"),
        new("a thousand negations", Door.Open, "GET /api/v1/search?q={-*1000}a", "200 application/json"),
        new("600 alternatives", Door.Open, "GET /api/v1/search?q={a|*600}b", "200 application/json"),
        new("a word with a regional variant, 600 times in one text", Door.Open, "GET /api/v1/search?q={%e9%9d%b6%e5%ad%90*600}", "200 application/json"),
        new("wildcards alone", Door.Open, "GET /api/v1/search?q=‹* ?* ** *?* a* 靶*›", "200 application/json"),
        new("a page of -1 hits", Door.Open, "GET /api/v1/search?size=-1", "400 wrong-parameter"),
        new("a page of 2^31 hits", Door.Open, "GET /api/v1/search?size=2147483648&page=2147483648", "400 wrong-parameter"),
        new("a page whose place overflows", Door.Open, "GET /api/v1/search?size=100&page=21474837", "400 wrong-parameter"),
        new("a number in other digits", Door.Open, "GET /api/v1/search?size=‹１０›", "400 wrong-parameter"),
        new("a parameter twice", Door.Open, "GET /api/v1/search?q=a&q=‹<script>›&size=1&size=2", "400 wrong-parameter", Defences.TextInJson),
        new("5,000 values of a filter", Door.Open, "GET /api/v1/search?q=a{&outlet=x*5000}", "200 application/json"),
        new("5,000 parameters that do not exist", Door.Open, "GET /api/v1/search?q=a{&x=1*5000}", "200 application/json"),
        new("years beyond all calendars", Door.Open, "GET /api/v1/search?from=99999&to=-1", "400 wrong-parameter"),
        new("a cursor that was cut", Door.Open, "GET /api/v1/search?q=‹靶子›&after={cut cursor}", "400 wrong-parameter"),
        new("a cursor of another search", Door.Open, "GET /api/v1/search?q=‹别的›&after={cursor}", "400 cursor-of-another-search"),
        new("a cursor in place of a whole other question", Door.Open, "GET /api/v1/search?q=‹靶子›&sort=newest&after={cursor}", "400 cursor-of-another-search"),
        new("a cursor of 20,000 letters", Door.Open, "GET /api/v1/search?q=‹靶子›&after={A*20000}", "400 wrong-parameter"),
        new("a cursor that holds a path", Door.Open, "GET /api/v1/search?q=‹靶子›&after=..%2f..%2fetc%2fpasswd", "400 wrong-parameter"),
        new("marks of a thousand brackets in an article", Door.Open, "GET /articles/{the script}?q={(*1000}‹靶子›", "200 text/html", Defences.TextInPage),
    ];

    private static IEnumerable<Attack> Archive() =>
    [
        new("100,000 elements within each other", Door.Open, "GET /api/v1/search?q=‹\"deepest\"›", "200 application/json", Found("deep")),
        new("an attribute of two million letters", Door.Open, "GET /api/v1/search?q=‹title:attribute›", "200 application/json", Found("attribute")),
        new("a title of 100,000 letters, on the page", Door.Open, "GET /articles/{the huge}", "200 text/html", Defences.TextInPage),
        new("a billion laughs in entities", Door.Open, "GET /api/v1/search?q=‹title:entities›", "200 application/json", Found("entities")) { Never = ["lollol"] },
        new("links out of the archive, to files and folders", Door.Open, $"GET /api/v1/search?q={HostileArchive.Secret[..6]}", "200 application/json", new Defence("nothing behind them is found", answer =>
            Assert.Contains("\"total\":{\"value\":0", answer.Body, StringComparison.Ordinal))),
    ];

    private static Defence Found(string file) => new("the article was read and is found", answer =>
        Assert.Contains($"\"source\":\"{file}.", answer.Body, StringComparison.Ordinal));
}
