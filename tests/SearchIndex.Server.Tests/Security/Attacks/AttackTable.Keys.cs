namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Keys that are guessed, borrowed or too small, caches that mix answers up, and pages of other sites.</content>
internal static partial class AttackTable
{
    private const string Rebuild = "\nContent-Type: application/json\nContent-Length: 18\n\n{\"kind\":\"rebuild\"}";

    private const string WithSearchKey = "\nAuthorization: Bearer {search key}";

    private static IEnumerable<Attack> Keys() =>
    [
        new("guessing keys", Door.Rated, "GET /api/v1/stats\nAuthorization: Bearer guess-{n}", "429 too-many-requests", Defences.Waits) { Times = 3 },
        new("guessing keys from many addresses by X-Forwarded-For", Door.Rated, "GET /api/v1/stats\nAuthorization: Bearer guess-{n}\nX-Forwarded-For: 192.0.2.{n}\nX-Real-IP: 192.0.2.{n}", "429 too-many-requests", Defences.Waits) { Times = 3 },
        new("the hash of a key for the key", Door.Keyed, "GET /api/v1/stats\nAuthorization: Bearer {hash of a key}", "401 no-key"),
        new("a key in small letters", Door.Keyed, "GET /api/v1/stats\nAuthorization: Bearer {small key}", "401 no-key"),
        new("a key that has ended", Door.Keyed, "GET /api/v1/stats\nAuthorization: Bearer {ended key}", "401 no-key"),
        new("a key in the address", Door.Keyed, "GET /api/v1/stats?key={admin key}&access_token={admin key}", "401 no-key"),
        new("a key in a cookie", Door.Keyed, "GET /api/v1/stats\nCookie: key={admin key}; Authorization=Bearer {admin key}", "401 no-key"),
        new("a key as a password", Door.Keyed, "GET /api/v1/stats\nAuthorization: Basic {admin key}", "401 no-key"),
        new("two keys, of which one is right", Door.Keyed, "GET /api/v1/stats\nAuthorization: Bearer guess\nAuthorization: Bearer {admin key}", "401 no-key"),
        new("two keys in one header", Door.Keyed, "GET /api/v1/stats\nAuthorization: Bearer guess, Bearer {admin key}", "401 no-key"),
        new("a key of 20,000 letters", Door.Keyed, "GET /api/v1/stats\nAuthorization: Bearer {a*20000}", "401 no-key"),
        new("no key, by HEAD", Door.Keyed, "HEAD /api/v1/stats", "401 application/problem+json"),
        new("no key, through an address that needs none", Door.Keyed, "GET /assets/..%2fapi/v1/stats", "401 no-key"),
        new("no key, dots within the path", Door.Keyed, "GET /health/live/../../api/v1/stats", "401 no-key"),
        new("no key, for the document of the API", Door.Keyed, "GET /openapi/v1.json", "401 no-key"),
        .. Scopes(),
    ];

    /// <summary>An address for operators, in every spelling that means it.</summary>
    private static IEnumerable<Attack> Scopes() =>
    [
        new("a key to search, for operators", Door.Keyed, "GET /api/v1/test/admin" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, in capitals", Door.Keyed, "GET /API/V1/TEST/ADMIN" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, with a slash at the end", Door.Keyed, "GET /api/v1/test/admin/" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, with two slashes", Door.Keyed, "GET /api//v1/test/admin" + WithSearchKey, "404 unknown-address"),
        new("a key to search, with two slashes within", Door.Keyed, "GET /api/v1//test/admin" + WithSearchKey, "404 unknown-address"),
        new("a key to search, without the version", Door.Keyed, "GET /api/test/admin" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, letters encoded", Door.Keyed, "GET /api/v1/%74est/%61dmin" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, letters encoded twice", Door.Keyed, "GET /api/v1/%2574est/admin" + WithSearchKey, "404 unknown-address"),
        new("a key to search, slashes encoded", Door.Keyed, "GET /api/v1/test%2fadmin" + WithSearchKey, "404 unknown-address"),
        new("a key to search, dots within", Door.Keyed, "GET /api/v1/search/../test/./admin" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, with a parameter of the path", Door.Keyed, "GET /api/v1/test/admin;x=1" + WithSearchKey, "404 unknown-address"),
        new("a key to search, with a blank at the end", Door.Keyed, "GET /api/v1/test/admin%20" + WithSearchKey, "404 unknown-address"),
        new("a key to search, for the numbers of the service", Door.Keyed, "GET /metrics" + WithSearchKey, "403 wrong-scope"),
        new("a key to search, to start a task", Door.Keyed, $"POST /api/v1/tasks{WithSearchKey}{Rebuild}", "403 wrong-scope"),
        new("a key to search, to start a task in another spelling", Door.Keyed, $"POST /API/%74asks/{WithSearchKey}{Rebuild}", "403 wrong-scope"),
        new("a key to search, to delete an article", Door.Keyed, "DELETE /api/v1/articles/{the script}" + WithSearchKey, "403 wrong-scope"),
        new("no key, to send an article", Door.Keyed, "PUT /api/v1/articles/{the script}\nContent-Length: 0", "401 no-key"),
        new("a key to change the index, for a snapshot", Door.Keyed, "POST /api/v1/tasks\nAuthorization: Bearer {index key}\nContent-Type: application/json\nContent-Length: 19\n\n{\"kind\":\"snapshot\"}", "403 wrong-scope"),
        new("a key to change the index, for operators", Door.Keyed, "GET /api/v1/test/admin\nAuthorization: Bearer {index key}", "403 wrong-scope"),
    ];

    private static IEnumerable<Attack> Caches() =>
    [
        new("the tag of an answer to a key, without the key", Door.Keyed, "GET /api/v1/stats\nIf-None-Match: {tag}", "401 no-key", Defences.NoTag),
        new("any tag, without the key", Door.Keyed, "GET /api/v1/stats\nIf-None-Match: *", "401 no-key", Defences.NoTag),
        new("an answer to a key, for a cache that many share", Door.Keyed, "GET /api/v1/stats" + WithSearchKey, "200 application/json", Defences.NoSharing),
        new("a tag for a key, asked again", Door.Keyed, "GET /api/v1/stats\nIf-None-Match: {tag}" + WithSearchKey, "304", Defences.NoSharing),
        new("2,000 tags", Door.Open, "GET /api/v1/stats\nIf-None-Match: {\"a\", *2000}\"b\"", "200 application/json"),
        new("20,000 tags", Door.Open, "GET /api/v1/stats\nIf-None-Match: {\"a\", *20000}\"b\"", "431"),
        new("a tag that is none", Door.Open, "GET /api/v1/stats\nIf-None-Match: W/\"\"\"evil,,,;;;", "200 application/json"),
        new("another site's name in what a cache keeps", Door.Open, "GET /articles/{the wide}\nX-Forwarded-Host: evil.example\nX-Host: evil.example\nX-Forwarded-Prefix: /evil", "200 text/html", Defences.TextInPage) { Never = ["evil.example", "/evil"] },
        new("a problem, for a cache to keep", Door.Open, "GET /api/v1/articles/0000000000000000", "404 unknown-article", Defences.NoTag),
    ];

    private static IEnumerable<Attack> Origins() =>
    [
        new("a page of another site reads the API", Door.Open, "GET /api/v1/stats\nOrigin: https://evil.example", "200 application/json", Defences.NoOtherOrigin),
        new("a form of another site starts a task", Door.Open, "POST /api/v1/tasks\nOrigin: https://evil.example\nContent-Type: text/plain\nContent-Length: 18\n\n{\"kind\":\"rebuild\"}", "415 wrong-media-type", Defences.NoOtherOrigin),
        new("a form of another site starts a task, sent as a form", Door.Open, "POST /api/v1/tasks\nOrigin: null\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 12\n\nkind=rebuild", "415 wrong-media-type", Defences.NoOtherOrigin),
        new("a page without an origin (sandbox)", Door.Listed, "GET /api/v1/stats\nHost: news.example\nOrigin: null", "200 application/json", Defences.NoOtherOrigin),
        new("an origin that begins as a listed one", Door.Listed, "GET /api/v1/stats\nHost: news.example\nOrigin: https://library.example.evil.example", "200 application/json", Defences.NoOtherOrigin),
        new("a listed origin without TLS", Door.Listed, "GET /api/v1/stats\nHost: news.example\nOrigin: http://library.example", "200 application/json", Defences.NoOtherOrigin),
        new("a listed origin reads a page for people", Door.Listed, "GET /\nHost: news.example\nOrigin: https://library.example", "200 text/html", Defences.NoOtherOrigin),
        new("a question whether another site may write", Door.Listed, "OPTIONS /api/v1/stats\nHost: news.example\nOrigin: https://evil.example\nAccess-Control-Request-Method: DELETE", "204", Defences.NoOtherOrigin),
    ];
}
