using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>What must hold of the answers to several attacks.</summary>
internal static partial class Defences
{
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    /// <summary>Nothing of a page can run, load or lead out but what the page itself is made of.</summary>
    public static readonly Defence TextInPage = new("as text", PageGuard.Check);

    public static readonly Defence TextInJson = new("as a text of JSON", answer =>
    {
        Assert.EndsWith("json", answer.HeaderOf("Content-Type")!.Split(';')[0], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.HeaderOf("X-Content-Type-Options"));
        _ = JsonDocument.Parse(answer.Body);
    });

    public static readonly Defence TextInFeed = new("as a text of XML", answer =>
    {
        string[] own = ["feed", "rss", "channel", "id", "title", "updated", "link", "entry", "item", "author", "name", "published", "summary", "description", "guid", "pubDate"];
        XElement feed = XElement.Parse(answer.Body);
        Assert.All(feed.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, own));
        Assert.All(feed.Descendants().Attributes("href"), link => Assert.StartsWith("http://localhost/", link.Value, StringComparison.Ordinal));
    });

    public static readonly Defence NoFormula = new("no cell begins as a formula does, and each row has its columns", answer =>
    {
        string[] rows = answer.Body.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.All(rows, row =>
        {
            string[] cells = [.. Cells().Matches(row).Select(match => match.Groups[1].Value.Trim('"'))];
            Assert.Equal(13, cells.Length);
            Assert.All(cells, cell => Assert.False(cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal), cell));
        });
    });

    public static readonly Defence OwnRisLines = new("it stands on one line; a record has one of each tag", answer =>
    {
        foreach (string record in answer.Body.Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] tags = [.. record.Split("\r\n").Select(line => line[..6])];
            Assert.All(tags, tag => Assert.Matches("^[A-Z][A-Z0-9]  - $", tag));
            Assert.Equal(tags.Length, tags.Distinct().Count());
        }
    });

    public static readonly Defence OwnBibTexEntries = new("braces and commands are escaped; there are no entries but those of the articles", answer =>
    {
        Assert.DoesNotContain("@article{evil", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\textbackslash\{\}|\\)\\input", answer.Body);
    });

    public static readonly Defence LinesOfJson = new("each line is one object", answer =>
        Assert.All(answer.Body.TrimEnd('\n').Split('\n'), line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind)));

    public static readonly Defence NoMoreHeaders = new("it is in no header", answer =>
    {
        Assert.DoesNotContain(answer.Headers, header => header.Name.Contains("evil", StringComparison.OrdinalIgnoreCase) || header.Value.Contains("evil", StringComparison.OrdinalIgnoreCase));
        Assert.Null(answer.HeaderOf("X-Evil"));
    });

    public static readonly Defence NoRedirect = new("it leads nowhere else", answer =>
    {
        Assert.Null(answer.HeaderOf("Location"));
        Assert.NotInRange(answer.Status, 300, 303);
    });

    public static readonly Defence NoCookie = new("no cookie is set", answer => Assert.Null(answer.HeaderOf("Set-Cookie")));

    public static readonly Defence OneAnswer = new("nothing after it is answered", answer => Assert.Equal(1, answer.Count));

    public static readonly Defence NoContinue = new("the body is not asked for", answer => Assert.DoesNotContain("100 Continue", answer.Whole, StringComparison.Ordinal));

    public static readonly Defence NoTag = new("no tag tells of the index", answer => Assert.Null(answer.HeaderOf("ETag")));

    public static readonly Defence NoSharing = new("no cache on the way keeps it", answer =>
    {
        Assert.Contains("private", answer.HeaderOf("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("Authorization", answer.HeaderOf("Vary"), StringComparison.Ordinal);
    });

    public static readonly Defence NoOtherOrigin = new("no header lets the origin read it", answer => Assert.Null(answer.HeaderOf("Access-Control-Allow-Origin")));

    public static readonly Defence Waits = new("it says when to come again", answer => Assert.NotNull(answer.HeaderOf("Retry-After")));

    [GeneratedRegex("(?:^|,)((?:\"(?:[^\"]|\"\")*\")|[^,\"]*)")]
    private static partial Regex Cells();
}
