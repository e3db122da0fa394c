using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SearchIndex.News.Query.Saved;

/// <summary>
/// An <see cref="ArticleJournal"/> as a file of lines, whole or not at all: it is written under another name, brought to stable storage and then
/// renamed, and its last line tells whether the others are all there.
/// <code>
/// File  := "# searchindex first seen 1" Batch* "# SHA-256 " digits of all bytes before this line
/// Batch := "@ " ("beginning" | time, ISO 8601 in UTC) Id*
/// Id    := 16 hexadecimal digits
/// </code>
/// </summary>
internal static class ArticleJournalFile
{
    private const string Header = "# searchindex first seen 1";
    private const string Footer = "# SHA-256 ";
    private const string BatchSign = "@ ";
    private const string Beginning = "beginning";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const char LineFeed = '\n';

    /// <summary>Writes a journal in the place of the one that is there.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, ArticleJournal journal)
    {
        string temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(ToBytes(journal));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a journal; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another kind.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ArticleJournal? Read(string path) => File.Exists(path) ? Parse(File.ReadAllBytes(path)) : null;

    private static byte[] ToBytes(ArticleJournal journal)
    {
        var text = new StringBuilder();
        text.Append(Header).Append(LineFeed);
        foreach ((DateTimeOffset? time, List<ulong> ids) in journal.Batches)
        {
            text.Append(BatchSign).Append(time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) ?? Beginning).Append(LineFeed);
            foreach (ulong id in ids.Order())
            {
                text.Append(CultureInfo.InvariantCulture, $"{id:x16}").Append(LineFeed);
            }
        }

        byte[] lines = Encoding.ASCII.GetBytes(text.ToString());
        return [.. lines, .. Encoding.ASCII.GetBytes(Footer + Convert.ToHexStringLower(SHA256.HashData(lines)) + LineFeed)];
    }

    private static ArticleJournal Parse(byte[] bytes)
    {
        int footerLength = Footer.Length + (2 * SHA256.HashSizeInBytes) + 1;
        if (bytes.Length < footerLength)
        {
            throw new InvalidDataException("the file ends too early");
        }

        ReadOnlySpan<byte> lines = bytes.AsSpan(0, bytes.Length - footerLength);
        string footer = Encoding.ASCII.GetString(bytes.AsSpan(lines.Length));
        if (footer != Footer + Convert.ToHexStringLower(SHA256.HashData(lines)) + LineFeed)
        {
            throw new InvalidDataException("its checksum does not agree with its contents");
        }

        return ParseLines(Encoding.ASCII.GetString(lines).Split(LineFeed, StringSplitOptions.RemoveEmptyEntries));
    }

    private static ArticleJournal ParseLines(string[] lines)
    {
        if (lines.Length == 0 || lines[0] != Header)
        {
            throw new InvalidDataException($"its first line is not '{Header}'");
        }

        var journal = new ArticleJournal();
        var ids = new List<ulong>();
        DateTimeOffset? time = null;
        foreach (string line in lines.Skip(1))
        {
            if (line.StartsWith(BatchSign, StringComparison.Ordinal))
            {
                journal.Note(ids, time);
                ids.Clear();
                time = ParseTime(line[BatchSign.Length..]);
            }
            else if (ArticleJournal.TryParse(line, out ulong id))
            {
                ids.Add(id);
            }
            else
            {
                throw new InvalidDataException($"'{line}' is neither an id nor a time");
            }
        }

        journal.Note(ids, time);
        return journal;
    }

    private static DateTimeOffset? ParseTime(string text)
    {
        if (text == Beginning)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new InvalidDataException($"'{text}' is no time");
    }
}
