namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Requests whose end is in doubt, that never end, or that grow when they are read.</content>
internal static partial class AttackTable
{
    private const string Smuggled = "{another request}";

    private static IEnumerable<Attack> Framing() =>
    [
        Raw("Content-Length and Transfer-Encoding at once", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Smuggled, "200 text/plain"),
        Raw("two lengths", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 68\r\n\r\n" + Smuggled, "400"),
        Raw("two lengths in one header", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0, 68\r\n\r\n" + Smuggled, "400"),
        Raw("a negative length", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n" + Smuggled, "400"),
        Raw("a length with a sign and a blank", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: + 0\r\n\r\n" + Smuggled, "400"),
        Raw("a length in hexadecimal digits", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0x10\r\n\r\n" + Smuggled, "400"),
        Raw("a length of 10^30", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000000000000000000000000\r\n\r\n" + Smuggled, "400"),
        Raw("a transfer coding that hides another", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + Smuggled, "400"),
        Raw("chunks that are not the last coding", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + Smuggled, "400"),
        Raw("a size of a chunk that is none", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nevil\r\n" + Smuggled, "400 wrong-request"),
        Raw("a size of a chunk of 2^64", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\n" + Smuggled, "400 wrong-request"),
        Raw("a chunk longer than its size", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n" + Smuggled, "400 wrong-request"),
        Raw("chunks with more bytes than allowed", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n{a*2000}\r\n0\r\n\r\n" + Smuggled, "413 body-too-large"),
        Raw("a length with more bytes than allowed", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{a*2000}", "413 body-too-large"),
        Raw("a promise of a huge body (Expect)", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\nExpect: 100-continue\r\n\r\n", "413 body-too-large", Defences.NoContinue),
        Raw("a body for an address that reads none, with a request in it", "GET /api/v1/stats HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n" + Smuggled, "413 body-too-large"),
        Raw("headers that never end", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a", "408"),
        Raw("a body that never comes", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\na", "408 wrong-request"),
        Raw("a chunk that never comes", "POST /api/v1/test/body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n10\r\na", "408 wrong-request"),
        new("a packed body, which may unpack to more than there is", Door.Open, "POST /api/v1/articles:bulk\nContent-Type: application/x-ndjson\nContent-Encoding: gzip\nContent-Length: 20\n\n{a*20}", "415 wrong-media-type"),
        new("a packed task", Door.Open, "POST /api/v1/tasks\nContent-Type: application/json\nContent-Encoding: gzip\nContent-Length: 18\n\n{a*18}", "415 wrong-media-type"),
        new("a task of a thousand brackets", Door.Open, "POST /api/v1/tasks\nContent-Type: application/json\nContent-Length: 1000\n\n{[*1000}", "400 wrong-body"),
        new("a task of more than 64 KB", Door.Open, "POST /api/v1/tasks\nContent-Type: application/json\nContent-Length: 70000\n\n{a*70000}", "413 body-too-large"),
        new("answers packed in every way at once", Door.Open, "GET /api/v1/stats\nAccept-Encoding: {gzip, br, deflate, *500}*;q=9", "200 application/json"),
        new("a thousand ranges of a file", Door.Open, "GET /assets/site.css\nRange: bytes=0-{,0-*1000}", "200 text/css"),
    ];

    /// <summary>Returns an attack on the service that takes small bodies. Whatever follows the request must not be answered.</summary>
    private static Attack Raw(string name, string sent, string answer, params Defence[] defences) =>
        new(name, Door.Impatient, sent, answer, [.. defences, Defences.OneAnswer]) { IsRaw = true };
}
