using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Finds author and editors. The author is, in this order: that of the front matter unless it is merely an outlet; one named after
/// 作者： or a like label; the reporter of a dateline such as （中央社記者某某台北25日電） or of a credit line such as 某台记者某某台北报道;
/// a name that stands alone before the date stamp; one before a bracket at the end such as 某某（综合报道）, or the agencies in it.
/// Names are looked for at both ends of the body only.
/// </summary>
internal static partial class BylineFinder
{
    private const int HeadParagraphs = 4;
    private const int TailParagraphs = 8;

    /// <summary>A dateline or label further inside a paragraph is running text.</summary>
    private const int MaxHeadChars = 120;

    /// <summary>A longer paragraph at the end is running text, unless it ends in a credit.</summary>
    private const int MaxCreditChars = 90;

    private const int MaxNameBeforeStamp = 30;

    private static readonly FrozenSet<string> NoNames = new[]
    {
        "unknown", "admin", "administrator", "anonymous", "author", "editor", "null", "none",
        "佚名", "匿名", "未知", "本报", "本報", "本台", "编辑部", "編輯部",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns what front matter and body tell.</summary>
    /// <param name="frontMatterAuthor">The author of the front matter, or null.</param>
    /// <param name="outlet">The outlet of the article.</param>
    /// <param name="body">All paragraphs of the body.</param>
    internal static Byline Find(string? frontMatterAuthor, Outlet outlet, IReadOnlyList<BodyParagraph> body)
    {
        string? author = IsPerson(frontMatterAuthor, outlet) ? frontMatterAuthor : null;
        string? reporter = null;
        string? labelled = null;
        var editors = new List<string>();
        foreach (string text in Ends(body))
        {
            List<CreditLine.Credit> credits = CreditLine.Parse(text);
            labelled ??= Join(credits.Where(credit => !credit.IsEditor).SelectMany(credit => credit.Names), outlet);
            reporter ??= Join(ReporterLine.Parse(text), outlet);
            editors.AddRange(credits.Where(credit => credit.IsEditor).SelectMany(credit => credit.Names).Except(editors));
        }

        if (author is not null)
        {
            return new Byline(author, FactSource.FrontMatter, editors);
        }

        string? inText = labelled ?? reporter ?? FindBeforeStamp(body, outlet) ?? FindSignature(body, outlet);
        return new Byline(inText, inText is null ? FactSource.None : FactSource.Text, editors);
    }

    /// <summary>Yields the beginnings of the first paragraphs, and the last paragraphs, from the first to the last.</summary>
    private static IEnumerable<string> Ends(IReadOnlyList<BodyParagraph> body)
    {
        int head = Math.Min(HeadParagraphs, body.Count);
        int tail = Math.Max(head, body.Count - TailParagraphs);
        for (int i = 0; i < head; i++)
        {
            string text = body[i].Text;
            yield return text.Length <= MaxHeadChars ? text : text[..MaxHeadChars];
            if (i >= body.Count - TailParagraphs && text.Length > MaxHeadChars)
            {
                yield return Credit(text);
            }
        }

        for (int i = tail; i < body.Count; i++)
        {
            yield return Credit(body[i].Text);
        }
    }

    /// <summary>A credit is a short paragraph, or stands in brackets at the end of a long one.</summary>
    private static string Credit(string text)
    {
        if (text.Length <= MaxCreditChars)
        {
            return text;
        }

        int bracket = text.LastIndexOfAny(['（', '('], text.Length - 1, MaxCreditChars);
        return bracket < 0 ? string.Empty : text[bracket..];
    }

    private static bool IsPerson(string? name, Outlet outlet) =>
        name is not null && !NoNames.Contains(name) && name != outlet.Name && OutletCatalog.FindByName(name) is null;

    private static string? Join(IEnumerable<string> names, Outlet outlet)
    {
        string joined = string.Join('、', names.Where(name => IsPerson(name, outlet)).Distinct());
        return joined.Length > 0 ? joined : null;
    }

    /// <summary>Some sites print the author on a line of its own right above the stamp.</summary>
    private static string? FindBeforeStamp(IReadOnlyList<BodyParagraph> body, Outlet outlet)
    {
        int count = Math.Min(PublishedDateFinder.HeadParagraphs, body.Count);
        for (int i = 1; i < count; i++)
        {
            if (DateForms.TryParseStamp(body[i].Text, out _))
            {
                string line = body[i - 1].Text;
                return line.Length <= MaxNameBeforeStamp ? Join(PersonNames.SplitLine(line), outlet) : null;
            }
        }

        return null;
    }

    /// <summary>Finds lines such as 某某/某某（综合报道） and （法新社、美联社） at the end.</summary>
    private static string? FindSignature(IReadOnlyList<BodyParagraph> body, Outlet outlet)
    {
        for (int i = Math.Max(0, body.Count - TailParagraphs); i < body.Count; i++)
        {
            Match match = Signature().Match(body[i].Text);
            if (!match.Success)
            {
                continue;
            }

            string? names = Join(PersonNames.SplitLine(match.Groups["names"].Value), outlet);
            if (names is not null || match.Groups["agencies"].Success)
            {
                return names ?? match.Groups["agencies"].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(
        "^(?<names>[^（(。！？：:]{2,24})?[（(](?:(?<agencies>(?:" + Agencies + @")(?:\s?[、，,/和及与與 ]\s?(?:" + Agencies + "))*)等?"
        + @"\s?(?:综合|綜合)?(?:报道|报导|報道|報導)?|(?:综合|綜合)(?:报道|报导|報道|報導)|摘编|摘編|编译|編譯)[）)]$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    private const string Agencies =
        "法新社|美联社|美聯社|路透社|路透|德新社|彭博社|彭博|新华社|新華社|中新社|中央社|共同社|时事社|時事社|韩联社|韓聯社|俄新社|塔斯社|埃菲社|安莎社|纽约时报|德国电视一台";
}
