using System.Buffers;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>Reads credits such as <c>记者：某某 责编：某某、某某 网编：某某</c>: labels, each followed by names.</summary>
internal static partial class CreditLine
{
    /// <summary>A label and its names.</summary>
    /// <param name="IsEditor">Whether the label speaks of editing rather than of writing.</param>
    /// <param name="Names">The names, perhaps none.</param>
    internal readonly record struct Credit(bool IsEditor, IReadOnlyList<string> Names);

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("（()）。，,；;#】]：:！？?“「");

    /// <summary>Before one of these something is said rather than signed: interviews have 记者： before each question.</summary>
    private static readonly SearchValues<char> SentenceSigns = SearchValues.Create("。：:！？?“「");

    /// <summary>Returns the credits of a text in order; running text has none, or some without names.</summary>
    internal static List<Credit> Parse(string text)
    {
        var credits = new List<Credit>();
        for (Match label = Label().Match(text); label.Success;)
        {
            Match next = label.NextMatch();
            int start = label.Index + label.Length;
            int end = next.Success ? next.Index : text.Length;
            int stop = text.AsSpan(start, end - start).IndexOfAny(NameEnds);
            if (stop < 0 || !IsSpeech(text[start + stop], label))
            {
                string names = text.Substring(start, stop < 0 ? end - start : stop);
                credits.Add(new Credit(label.Groups["editor"].Success, PersonNames.SplitLine(names)));
            }

            label = next;
        }

        return credits;
    }

    private static bool IsSpeech(char sign, Match label) =>
        SentenceSigns.Contains(sign) || (sign is '，' or ',' && label.Groups["reporter"].Success);

    /// <summary>A colon or a bar follows the label; after the labels of editors a blank will do, if another credit went before.</summary>
    [GeneratedRegex(
        @"(?:作者|撰文|撰稿|采写|採寫|(?<reporter>(?:[^\s（(：:]{0,8})?[记記]者)|(?:(?<=^|[\s（(])文))\s?[:：丨｜|]\s?"
        + @"|(?:副|总|總|执行|執行)?(?<editor>责任编辑|責任編輯|责编|責編|网编|網編|编辑|編輯|主编|主編|审校|審校|核稿|校对|校對)(?:\s?[:：丨｜|]\s?|(?<=[\s；;、]\S{2,4})\s)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
