namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Headers that want to be believed, or to break something; methods that the service does not have.</content>
internal static partial class AttackTable
{
    private static IEnumerable<Attack> Hosts() =>
    [
        new("a name of this machine under a stranger's control (DNS rebinding)", Door.Listed, "GET /api/v1/search?q=a\nHost: evil.example", "400"),
        new("a listed name as part of another", Door.Listed, "GET /\nHost: news.example.evil.example", "400"),
        new("a listed name and a user", Door.Listed, "GET /\nHost: news.example@evil.example", "400"),
        new("a path in the name", Door.Open, "GET /feed.atom\nHost: evil.example/x", "400"),
        new("script in the name", Door.Open, "GET /feed.atom\nHost: \"><script>alert(1)</script>", "400"),
        new("a list of names", Door.Listed, "GET /\nHost: news.example, evil.example", "400"),
        new("two Host headers", Door.Listed, "GET /\nHost: news.example\nHost: evil.example", "400"),
        new("no Host header", Door.Open, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400") { IsRaw = true },
        new("an empty Host header where names are listed", Door.Listed, "GET /\nHost: ", "400"),
        new("HTTP/1.0 without a Host where names are listed", Door.Listed, "GET / HTTP/1.0\r\n\r\n", "400") { IsRaw = true },
        new("HTTP/1.0 without a Host, for the API's document", Door.Open, "GET /openapi/v1.json HTTP/1.0\r\n\r\n", "200 application/json") { IsRaw = true },
        new("a name that no address can be made of, for the API's document", Door.Open, "GET /openapi/v1.json\nHost: news..example:99999", "200 application/json"),
        new("another name by X-Forwarded-Host, for links in feeds", Door.Open, "GET /feed.atom?q=‹靶子›\nX-Forwarded-Host: evil.example\nX-Forwarded-Proto: https\nForwarded: host=evil.example", "200 application/atom+xml", Defences.TextInFeed) { Never = ["evil.example/articles", "https://localhost"] },
    ];

    private static IEnumerable<Attack> Headers() =>
    [
        new("another method by X-HTTP-Method-Override", Door.Open, "POST /api/v1/stats\nX-HTTP-Method-Override: GET\nContent-Length: 0", "405 wrong-method"),
        new("a deletion by X-HTTP-Method-Override", Door.Open, "GET /api/v1/stats\nX-HTTP-Method-Override: DELETE\nX-Method-Override: DELETE", "200 application/json"),
        new("another address by X-Original-URL and X-Rewrite-URL", Door.Keyed, "GET /health/live\nX-Original-URL: /api/v1/test/admin\nX-Rewrite-URL: /api/v1/test/admin", "200 text/plain") { Never = ["for operators"] },
        new("TRACE, to read headers back", Door.Open, "TRACE /\nX-Evil: evil-in-a-header", "405 wrong-method") { Never = ["evil-in-a-header"] },
        new("methods of WebDAV", Door.Open, "PROPFIND /", "405 wrong-method"),
        new("a method that is none", Door.Open, "GARBAGE-METHOD /api/v1/stats", "405 wrong-method"),
        new("a line end in a parameter, encoded, for a further header", Door.Open, "GET /?q=a&ui=‹en\r\nSet-Cookie: evil=1›&index=‹x\r\nX-Evil: evil›", "200 text/html", Defences.NoMoreHeaders, Defences.NoCookie),
        new("a line end in the path, encoded", Door.Open, "GET /‹x\r\nX-Evil: evil›", "404 text/html", Defences.NoMoreHeaders),
        new("a line end of carriage return alone in a header", Door.Open, "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\rX-Evil: evil\r\nConnection: close\r\n\r\n", "400") { IsRaw = true },
        new("a header that goes on in the next line", Door.Open, "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n evil\r\nConnection: close\r\n\r\n", "400") { IsRaw = true },
        new("a blank before the colon of a header", Door.Open, "GET / HTTP/1.1\r\nHost : localhost\r\nConnection: close\r\n\r\n", "400") { IsRaw = true },
        new("a zero byte in a header", Door.Open, "GET /\nX-A: a\0b", "400"),
        new("200 headers", Door.Open, "GET /\n{X-A: a\n*200}X-B: b", "431"),
        new("a header of 100,000 letters", Door.Open, "GET /\nX-A: {a*100000}", "431"),
        new("a cookie of 100,000 letters", Door.Open, "GET /\nCookie: ui={a*100000}", "431"),
        new("script in the cookie of the language", Door.Open, "GET /\nCookie: ui=\"><script>alert(1)</script>", "200 text/html", Defences.TextInPage, Defences.NoCookie),
        new("script in the language that the browser prefers", Door.Open, "GET /\nAccept-Language: \"><script>alert(1)</script>, ;;;q=a,en;q=9e99", "200 text/html", Defences.TextInPage),
        new("a thousand languages", Door.Open, "GET /\nAccept-Language: {xx;q=0.1,*1000}en", "200 text/html", Defences.TextInPage),
        new("a protocol of the year 9", Door.Open, "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "505") { IsRaw = true },
        new("HTTP/2 without being asked", Door.Open, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "no answer, the connection ends") { IsRaw = true },
        new("a TLS handshake", Door.Open, "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u0003\u0003\r\n\r\n", "400") { IsRaw = true },
        new("no request at all", Door.Open, "evil\r\n\r\n", "400") { IsRaw = true },
    ];
}
