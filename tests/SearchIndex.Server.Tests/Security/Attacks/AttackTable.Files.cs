namespace SearchIndex.Server.Tests.Security.Attacks;

/// <content>Formulas, further records and further headers by way of files to take away.</content>
internal static partial class AttackTable
{
    private static IEnumerable<Attack> Files() =>
    [
        new("formulas in titles and authors (`=`, `+`, `@`, `＝`), as CSV", Door.Open, "GET /api/v1/export?format=csv&collapse=off&q=‹靶子›", "200 text/csv", Defences.NoFormula),
        new("a formula in the query, as CSV", Door.Open, "GET /api/v1/export?format=csv&match=any&q=‹=1+1 靶子›", "200 text/csv", Defences.NoFormula),
        new("a formula behind a tab and a line end", Door.Open, "GET /api/v1/export?format=csv&match=any&q=‹\t=1+1 靶子\r\n=2+2›", "200 text/csv", Defences.NoFormula),
        new("line ends in a title and a query, to add RIS fields", Door.Open, "GET /api/v1/export?format=ris&collapse=off&match=any&q=‹靶子\r\nUR  - http://evil.example›", "200 application/x-research-info-systems", Defences.OwnRisLines),
        new("braces and commands in a title, to add BibTeX entries", Door.Open, "GET /api/v1/export?format=bibtex&collapse=off&q=‹靶子›", "200 application/x-bibtex", Defences.OwnBibTexEntries),
        new("line ends in a title and a query, to add JSON lines", Door.Open, "GET /api/v1/export?format=jsonl&collapse=off&match=any&q=‹靶子\n{}›", "200 application/jsonl", Defences.LinesOfJson),
        new("script in an export that a browser might show", Door.Open, "GET /api/v1/export?format=csl&collapse=off&q=‹靶子›", "200 application/vnd.citationstyles.csl+json", Defences.TextInJson),
        new("line ends in the format of an export, for its file name", Door.Open, "GET /api/v1/export?format=‹csv\r\nX-Evil: evil›", "400 wrong-parameter", Defences.NoMoreHeaders),
        new("line ends in the id of an article, for the file name of its citation", Door.Open, "GET /articles/‹x\"\r\nX-Evil: evil›/citation?format=ris", "404 text/html", Defences.NoMoreHeaders),
        new("a path as the format of a citation", Door.Open, "GET /articles/{the script}/citation?format=‹../../keys.json›", "404 text/html", Defences.TextInPage),
    ];
}
