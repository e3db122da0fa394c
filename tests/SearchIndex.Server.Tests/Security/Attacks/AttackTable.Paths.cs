namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Paths that want to lead elsewhere. No path of a client ever becomes the path of a file.</content>
internal static partial class AttackTable
{
    private static IEnumerable<Attack> Paths() =>
    [
        new("up and out, written out", Door.Open, "GET /assets/../../../../etc/passwd", "404 text/html") { Never = ["root:"] },
        new("up and out, encoded", Door.Open, "GET /assets/..%2f..%2f..%2fetc%2fpasswd", "404 text/html") { Never = ["root:"] },
        new("up and out, encoded twice", Door.Open, "GET /assets/%252e%252e%252f%252e%252e%252fetc%252fpasswd", "404 text/html") { Never = ["root:"] },
        new("up and out, with backslashes", Door.Open, "GET /assets/..%5c..%5c..%5cwindows%5cwin.ini", "404 text/html"),
        new("up and out, as overlong UTF-8", Door.Open, "GET /assets/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "404 text/html") { Never = ["root:"] },
        new("up and out, as the id of an article", Door.Open, "GET /api/v1/articles/..%2f..%2f..%2fetc%2fpasswd", "404 unknown-article") { Never = ["root:"] },
        new("up and out, as the name of a saved query", Door.Open, "GET /queries/..%2f..%2fkeys.json.atom", "404 unknown-query"),
        new("a zero byte in the path", Door.Open, "GET /assets/site.css%00.html", "400"),
        new("a zero byte in a parameter", Door.Open, "GET /api/v1/search?q=a%00b", "200 application/json", Defences.TextInJson),
        new("bytes that are no UTF-8 in a parameter", Door.Open, "GET /api/v1/search?q=%ff%fe%ed%a0%80", "200 application/json", Defences.TextInJson),
        new("bytes that are no UTF-8 in the path", Door.Open, "GET /articles/%ff%fe", "404 text/html", Defences.TextInPage),
        new("a path that begins with another host, to be linked to by the switch of languages", Door.Open, "GET //evil.example/?ui=en", "404 text/html", Defences.TextInPage, Defences.NoRedirect),
        new("the same with a backslash", Door.Open, "GET /%5cevil.example/%5c..?ui=en", "404 text/html", Defences.TextInPage, Defences.NoRedirect),
        new("another host as the language, to be led to", Door.Open, "GET /?ui=//evil.example/", "200 text/html", Defences.NoRedirect, Defences.NoCookie, Defences.NoMoreHeaders),
        new("a whole address as the target", Door.Open, "GET http://evil.example/feed.atom?q=‹靶子›\nHost: localhost", "400"),
        new("the service as a proxy to another port", Door.Open, "CONNECT evil.example:25\nHost: evil.example:25", "405 wrong-method"),
        new("a target without a path", Door.Open, "OPTIONS *", "405 wrong-method"),
        new("a target that is no path", Door.Open, "GET evil.example", "405"),
        new("a script as the target", Door.Open, "GET javascript:alert(1)", "400"),
        new("the address of a file", Door.Open, "GET file:///etc/passwd", "400") { Never = ["root:"] },
        new("an address of 70,000 letters", Door.Open, "GET /?q={a*70000}", "414"),
        new("10,000 slashes", Door.Open, "GET {/*10000}", "404 text/html", Defences.TextInPage),
    ];
}
