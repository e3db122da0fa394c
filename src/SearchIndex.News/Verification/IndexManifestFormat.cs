using System.Globalization;
using System.Text;

namespace SearchIndex.News.Verification;

/// <summary>
/// The text of an <see cref="IndexManifest"/>, in UTF-8 with line feeds:
/// <code>
/// searchindex manifest 1
/// commit = segments_1
/// note options = rebuild --max-segments 5 --buffer 256 --reproducible
/// …
/// files = 2
///
/// 6d1a… 157 _0.fdm
/// 03ff… 3727309 _0.fdt
/// </code>
/// </summary>
internal static class IndexManifestFormat
{
    private const string Title = "searchindex manifest ";
    private const string Version = "1";
    private const string Equal = " = ";
    private const string FilesKey = "files";
    private const int HashDigits = 64;

    public static string Write(IndexManifest manifest)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Title}{Version}\n");
        foreach ((string name, string value) in manifest.Facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{Equal}{value}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{FilesKey}{Equal}{manifest.Files.Count}\n\n");
        foreach (IndexFile file in manifest.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Sha256} {file.SizeBytes} {file.Name}\n");
        }

        return text.ToString();
    }

    public static IndexManifest Parse(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (!lines[0].StartsWith(Title, StringComparison.Ordinal))
        {
            throw new FormatException($"the first line is not '{Title}{Version}'");
        }

        if (lines[0][Title.Length..] is var version && version != Version)
        {
            throw new FormatException($"the manifest is of version {version}, and this program knows version {Version}");
        }

        int blank = Array.IndexOf(lines, string.Empty);
        if (blank < 0)
        {
            throw new FormatException("the manifest ends before its files");
        }

        List<KeyValuePair<string, string>> facts = [.. lines[1..blank].Select(ParseFact)];
        IndexFile[] files = [.. lines[(blank + 1)..].Select(ParseFile)];
        string counted = files.Length.ToString(CultureInfo.InvariantCulture);
        if (facts.Count == 0 || facts[^1].Key != FilesKey || facts[^1].Value != counted)
        {
            throw new FormatException($"the manifest is incomplete: it has {counted} files and says another number");
        }

        return new IndexManifest(facts[..^1], files);
    }

    private static KeyValuePair<string, string> ParseFact(string line)
    {
        int equal = line.IndexOf(Equal, StringComparison.Ordinal);
        return equal > 0
            ? new KeyValuePair<string, string>(line[..equal], line[(equal + Equal.Length)..])
            : throw new FormatException($"a line is not 'name = value': '{line}'");
    }

    private static IndexFile ParseFile(string line)
    {
        string[] parts = line.Split(' ', 3);
        bool isFile = parts.Length == 3 && parts[0].Length == HashDigits && parts[2].Length > 0;
        return isFile && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? new IndexFile(parts[2], size, parts[0])
            : throw new FormatException($"a line is not 'sha256 size name': '{line}'");
    }
}
