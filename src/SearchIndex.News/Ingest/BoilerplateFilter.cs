using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Leaves out the paragraphs that are no part of what an article says: date stamps, its own title again, captions given twice, labels and
/// "more" links, copyright lines, footers of feeds, and lines without a letter or a digit. When in doubt a paragraph stays.
/// </summary>
internal static partial class BoilerplateFilter
{
    /// <summary>A longer paragraph is no notice, however it begins.</summary>
    private const int MaxNoticeChars = 200;

    /// <summary>Shorter texts may well come twice, in tables and lists.</summary>
    private const int MinRepeatedChars = 10;

    private static readonly FrozenSet<string> Lines = Boilerplate.Of("line").Select(Bare).ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] Starts = [.. Boilerplate.Of("start").Select(Squeeze)];

    /// <summary>Returns the paragraphs that stay.</summary>
    internal static List<BodyParagraph> Filter(IReadOnlyList<BodyParagraph> paragraphs, string title)
    {
        var kept = new List<BodyParagraph>(paragraphs.Count);
        var seen = new Dictionary<string, BodyParagraphKind>(StringComparer.Ordinal);
        bool inFeedFooter = false;
        for (int i = 0; i < paragraphs.Count; i++)
        {
            BodyParagraph paragraph = paragraphs[i];
            inFeedFooter = IsFeedFooter(paragraph.Text) || (inFeedFooter && IsAddress(paragraph.Text));
            bool isHeadMatter = i < PublishedDateFinder.HeadParagraphs && IsHeadMatter(paragraph, title);
            if (inFeedFooter || isHeadMatter || IsNotice(paragraph.Text) || IsRepeated(paragraph, kept, seen))
            {
                continue;
            }

            kept.Add(paragraph);
            seen.TryAdd(paragraph.Text, paragraph.Kind);
        }

        return kept;
    }

    private static bool IsFeedFooter(string text) => text.Length <= MaxNoticeChars && FeedFooter().IsMatch(text);

    private static bool IsAddress(string text) => Address().IsMatch(text);

    private static bool IsNotice(string text)
    {
        if (text.Length > MaxNoticeChars)
        {
            return false;
        }

        if (Lines.Contains(Bare(text)) || CopyrightSign().IsMatch(text) || !text.Any(char.IsLetterOrDigit))
        {
            return true;
        }

        string squeezed = Squeeze(text);
        foreach (string start in Starts)
        {
            if (squeezed.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The stamp or date of the article on a line of its own, or its title once more.</summary>
    private static bool IsHeadMatter(BodyParagraph paragraph, string title)
    {
        if (paragraph.Kind == BodyParagraphKind.Heading && Squeeze(paragraph.Text) == Squeeze(title))
        {
            return true;
        }

        return !paragraph.Text.StartsWith('【') && (DateForms.TryParseAny(paragraph.Text, out _) || RelativeTime().IsMatch(paragraph.Text));
    }

    /// <summary>A caption that came before, as caption or as text; text that came as a caption; and the same text twice in a row.</summary>
    private static bool IsRepeated(BodyParagraph paragraph, List<BodyParagraph> kept, Dictionary<string, BodyParagraphKind> seen)
    {
        if (!seen.TryGetValue(paragraph.Text, out BodyParagraphKind earlier))
        {
            return false;
        }

        bool isCaption = paragraph.Kind == BodyParagraphKind.Caption || earlier == BodyParagraphKind.Caption;
        return (isCaption || kept[^1].Text == paragraph.Text) && paragraph.Text.Length >= MinRepeatedChars;
    }

    /// <summary>Lower case, without white space.</summary>
    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant));

    /// <summary>The same without punctuation and signs at both ends.</summary>
    private static string Bare(string text)
    {
        string squeezed = Squeeze(text);
        int start = 0;
        int end = squeezed.Length;
        while (start < end && !char.IsLetterOrDigit(squeezed[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(squeezed[end - 1]))
        {
            end--;
        }

        return squeezed[start..end];
    }

    /// <summary>What feeds add: where to find more of them, and where the post came from, with its title once more.</summary>
    [GeneratedRegex(
        @"^[獲获]取更多\s*RSS|^更多\s*RSS|^RSS\s*(?:订阅|訂閱|源)|^The post .+ (?:first appeared|appeared first) on .+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedFooter();

    [GeneratedRegex(@"^https?://\S+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:©|ⓒ|\(c\)\s*\d{4}|&copy;)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CopyrightSign();

    [GeneratedRegex(@"^\d{1,3}\s?(?:分钟|分鐘|小时|小時|天|日|周|週|个月|個月|年)(?:之)?前$", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeTime();
}
