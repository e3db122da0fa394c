using System.Text;
using SearchIndex.News;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>An archive of articles that mean harm. All have the word <c>靶子</c>.</summary>
internal sealed class HostileArchive : IDisposable
{
    public const string Script = "<script>alert(1)</script>";
    public const string Image = "\"><img src=x onerror=alert(1)>";

    /// <summary>What stands in the files beside the archive; it must never be found.</summary>
    public const string Secret = "secret-beside-the-archive";

    private const int DeepLevels = 100_000;
    private const int HugeLetters = 2_000_000;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Gets the folder of the index.</summary>
    public string Index => _folder.At("index");

    /// <summary>Returns the path of something beside the archive.</summary>
    public string At(string name) => _folder.At(name);

    /// <summary>Writes the articles and builds the index.</summary>
    public async Task BuildAsync()
    {
        Link("script", Script + "靶子", "https://www.dw.com/zh/script/a-1", "<p>靶子 &lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>");
        Link("title", "</title></textarea></style>" + Script + " 靶子", "https://www.dw.com/zh/title/a-2", "<p>靶子]]><evil/><!-- --></p>");
        Link("javascript", "靶子 javascript", "javascript:alert(1)//https://www.dw.com/", "<p>靶子 <a href=\"javascript:alert(1)\">link</a></p>");
        Link("data", "靶子 data", "data:text/html,<script>alert(1)</script>://", "<p>靶子 <a href=\"data:text/html,x\">link</a></p>");
        Link("formula", "=HYPERLINK(\"http://evil.example\",\"靶子\")", "https://www.dw.com/zh/formula/a-3", "<p>靶子</p>");
        Link("wide", "＝1+1 靶子", "https://www.dw.com/zh/wide/a-4", "<p>靶子</p>");
        Link("bidi", "靶子 \u202Efdp.exe", "https://www.dw.com/zh/bidi/a-5", "<p>靶子 \u202Efdp.exe\u2066</p>");
        Link("ris", "靶子 RIS\r\nUR  - http://evil.example\r\nER  - ", "https://www.dw.com/zh/ris/a-6", "<p>靶子</p>");
        Link("bibtex", "靶子 } } @article{evil, title={\\input{/etc/passwd}} %", "https://www.dw.com/zh/bibtex/a-7", "<p>靶子</p>");
        Link("deep", "靶子 deep", "https://www.dw.com/zh/deep/a-8", Repeat("<div>", DeepLevels) + "靶子 deepest" + Repeat("</div>", DeepLevels));
        Link("attribute", "靶子 attribute", "https://www.dw.com/zh/attribute/a-9", $"<p title=\"{Repeat("a", HugeLetters)}\">靶子 attribute</p>");
        Link("control", "靶子 \u001b[31m", "https://www.dw.com/zh/control/a-10", "<p>靶子</p>");
        Link("huge", "靶子 " + Repeat("长", HugeLetters / 20), "https://www.dw.com/zh/huge/a-11", "<p>靶子</p>");
        Front("author", "title: 靶子 author\nauthor: '" + Image + "'\nfrom: https://author.example/1\ntags: ['" + Script + "']");
        Front("outlet", "title: 靶子 outlet\nauthor: '" + Script + "'\ncategories: ['" + Script + "']");
        Front("cells", "title: '@SUM(1+1) 靶子'\nauthor: '+1+1'\nfrom: https://cells.example/1");
        _folder.Write("articles/entities.html", EntityBomb());
        LeadOut();
        await NewsIndexer.RebuildAsync([_folder.At("articles")], Index, new RebuildOptions { Threads = 1 }, progress: null, CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();

    private void Link(string name, string title, string url, string body) =>
        _folder.Write($"articles/{name}.txt", $"<!--1700000000000-->\n[{title}]({url})\n------\n\n<div>{body}</div>\n");

    private void Front(string name, string entries) =>
        _folder.Write($"articles/{name}.md", $"---\n{entries}\n---\n<!--1700000000000-->\n<div><p>靶子 {name}</p></div>\n");

    /// <summary>A billion laughs: nine lines, each of which means the one before ten times.</summary>
    private static string EntityBomb()
    {
        var bomb = new StringBuilder("<!DOCTYPE html [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY l{level} \"{Repeat($"&l{level - 1};", 10)}\">");
        }

        return bomb + "]><html><head><title>靶子 entities</title></head><body><p>靶子 &l9;</p></body></html>";
    }

    /// <summary>Links out of the archive: to a file, to a folder, and to a file by way of that folder.</summary>
    private void LeadOut()
    {
        string text = $"<!--1700000000000-->\n[靶子 {Secret}](https://www.dw.com/zh/secret/a-12)\n------\n\n<div><p>靶子 {Secret}</p></div>\n";
        _folder.Write("outside/secret.txt", text);
        if (OperatingSystem.IsWindows())
        {
            return; // Links need a right there that tests do not have.
        }

        File.CreateSymbolicLink(_folder.At("articles/leak.txt"), _folder.At("outside/secret.txt"));
        File.CreateSymbolicLink(_folder.At("articles/relative.txt"), "../outside/secret.txt");
        Directory.CreateSymbolicLink(_folder.At("articles/leak"), _folder.At("outside"));
        File.CreateSymbolicLink(_folder.At("articles/roundabout.txt"), "leak/secret.txt");
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
