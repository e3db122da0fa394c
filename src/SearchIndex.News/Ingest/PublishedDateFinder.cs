using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Finds when an article was published. The first of these wins: a machine-readable stamp at the head of the body, the front matter, the
/// epoch comment, a local form at the head of the body, the date in the file name.
/// </summary>
internal static partial class PublishedDateFinder
{
    /// <summary>The head of the body: a stamp stands in one of so many first paragraphs, after a name or a caption at most.</summary>
    internal const int HeadParagraphs = 5;

    internal static PublishedDate Find(ArticleHead head, IReadOnlyList<BodyParagraph> body, string fileName)
    {
        int count = Math.Min(HeadParagraphs, body.Count);
        for (int i = 0; i < count; i++)
        {
            if (DateForms.TryParseStamp(body[i].Text, out DateTimeOffset stamp))
            {
                return new PublishedDate(stamp, PublishedEvidence.BodyStamp);
            }
        }

        if (head.FrontMatter.Date is { } entry && DateForms.TryParseAny(entry, out DateTimeOffset given))
        {
            return new PublishedDate(given, PublishedEvidence.FrontMatter);
        }

        if (head.EpochMilliseconds is { } milliseconds && DateForms.TryFromEpoch(milliseconds, out DateTimeOffset epoch))
        {
            return new PublishedDate(epoch, PublishedEvidence.EpochComment);
        }

        for (int i = 0; i < count; i++)
        {
            if (DateForms.TryParseLocal(body[i].Text, out DateTimeOffset local))
            {
                return new PublishedDate(local, PublishedEvidence.LocalForm);
            }
        }

        return FindInName(fileName);
    }

    private static PublishedDate FindInName(string fileName)
    {
        foreach (Match match in DateInName().Matches(fileName))
        {
            if (DateForms.TryCreate(match.Groups["y"], match.Groups["m"], match.Groups["d"], out DateTimeOffset date))
            {
                return new PublishedDate(date, PublishedEvidence.FileName);
            }
        }

        return PublishedDate.None;
    }

    /// <summary>Parted by the same sign twice, or eight digits that neither digits nor letters touch.</summary>
    [GeneratedRegex(
        @"(?<![0-9])(?<y>(?:19|20)\d\d)(?:(?<s>[-_. ])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![0-9])|年(?<m>\d{1,2})月(?<d>\d{1,2})日)"
        + @"|(?<![0-9A-Za-z])(?<y>(?:19|20)\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex DateInName();
}
