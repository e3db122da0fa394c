using System.Buffers;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Reads the reporters of datelines such as <c>（中央社記者某某台北25日電）</c>, which open a text in brackets, and of lines that hold nothing but
/// a credit, such as <c>某台记者某某台北报道 责编：某某</c> or <c>某报记者 某某</c>. Running text speaks of reporters, too, and is let alone.
/// </summary>
internal static partial class ReporterLine
{
    private static readonly SearchValues<char> SentenceSigns = SearchValues.Create("，。？！“”「」");

    /// <summary>Returns the names, perhaps none.</summary>
    internal static List<string> Parse(string text)
    {
        Match match = Dateline().Match(text);
        if (!match.Success && !text.AsSpan().ContainsAny(SentenceSigns))
        {
            match = Credit().Match(text);
        }

        return match.Success ? PersonNames.SplitReporters(match.Groups["names"].Value) : [];
    }

    /// <summary>What makes other words of the word for reporter, or sentences: 记者会, 记者们, 记者说.</summary>
    private const string ReporterWord = @"[记記]者(?![会會们們协協证證节節站团團组組的在对對被称稱说說问問提获獲遭及和与與])";

    private const string Names = @"(?<names>[^（）()，,。；;：:\d]{2,30}?)";

    private const string Report = "(?:(?:综合|綜合|连线|連線|采访|採訪|专题|專題)?(?:报道|报导|報道|報導)|采访|採訪|摄影|攝影)";

    private const string EditorWord = "(?:责编|責編|责任编辑|責任編輯|编辑|編輯|网编|網編|审校|審校)";

    [GeneratedRegex(
        @"^(?:【[^】]{1,24}】\s?)?[（(][^（）()，,。；;：:]{0,14}" + ReporterWord + @"\s?" + Names
        + @"\s?(?:\d{1,2}日|(?:综合|綜合)?外?[电電](?![视視影话話])|[专專][电電]|" + Report + "|编译|編譯|" + EditorWord + "|[）)])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(
        @"^[（(]?[^（）()：:\s]{0,10}" + ReporterWord
        + @"(?:\s?" + Names + @"\s?(?:" + Report + @"\s?(?:[（(]?" + EditorWord + @".*)?|[;；\s]\s?" + EditorWord + ".*)"
        + @"|\s(?<names>\S{2,12}))[）)#]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
