namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>A key for one archive of a service with several, in every spelling of another one, and what strangers learn of archives.</content>
internal static partial class AttackTable
{
    private const string WithKeyOfMine = "\nAuthorization: Bearer {key of mine}";

    private static IEnumerable<Attack> Collections() =>
    [
        new("no key, to learn whether there is an archive", Door.Several, "GET /collections/theirs/", "401 no-key"),
        new("no key, for an archive that is not there", Door.Several, "GET /collections/nobodys/", "401 no-key"),
        new("no key, for an archive without its slash", Door.Several, "GET /collections/theirs", "401 no-key", Defences.NoRedirect),
        new("no key, what only the service has, below an archive", Door.Several, "GET /collections/theirs/health/live", "401 no-key"),
        new("no key, for the list of archives", Door.Several, "GET /api/v1/collections", "401 no-key"),
        new("a key of one archive, for that", Door.Several, "GET /collections/mine/api/v1/stats" + WithKeyOfMine, "200 application/json", Defences.NoSharing),
        new("a key of one archive, for another", Door.Several, "GET /collections/theirs/api/v1/stats" + WithKeyOfMine, "403 wrong-scope"),
        new("a key of one archive, up and into another", Door.Several, "GET /collections/mine/../theirs/api/v1/stats" + WithKeyOfMine, "403 wrong-scope"),
        new("a key of one archive, up and into another, encoded", Door.Several, "GET /collections/mine/..%2ftheirs/api/v1/stats" + WithKeyOfMine, "404 text/html", Defences.TextInPage),
        new("a key of one archive, another within it", Door.Several, "GET /collections/mine/collections/theirs/api/v1/stats" + WithKeyOfMine, "404 text/html", Defences.TextInPage),
        new("a key of one archive, letters of another encoded", Door.Several, "GET /collections/%74heirs/api/v1/stats" + WithKeyOfMine, "403 wrong-scope"),
        new("a key of one archive, another in capitals", Door.Several, "GET /COLLECTIONS/THEIRS/api/v1/stats" + WithKeyOfMine, "404 text/html", Defences.TextInPage),
        new("a key of one archive, for the API's document, which names archives", Door.Several, "GET /openapi/v1.json" + WithKeyOfMine, "200 application/json") { Never = ["theirs"] },
        new("a key of one archive, to change another", Door.Several, $"POST /collections/theirs/api/v1/tasks{WithKeyOfMine}{Rebuild}", "403 wrong-scope"),
        new("a key of one archive, for the numbers of all", Door.Several, "GET /metrics" + WithKeyOfMine, "403 wrong-scope"),
        new("a key of one archive, for the numbers of all by way of it", Door.Several, "GET /collections/mine/metrics" + WithKeyOfMine, "404 text/html"),
        new("a name that begins with another host, to be linked to", Door.Several, "GET /collections//evil.example/?ui=en" + WithKeyOfMine, "404 text/html", Defences.TextInPage, Defences.NoRedirect),
        new("an archive by its name alone, with another host behind it", Door.Several, "GET /collections/mine?//evil.example/" + WithKeyOfMine, "308"),
    ];
}
