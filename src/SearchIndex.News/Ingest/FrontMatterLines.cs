namespace SearchIndex.News.Ingest;

/// <summary>
/// Reads broken front matter line by line: <c>key: value</c>, quotes around the value, <c>[ a, b ]</c> lists, <c>- item</c> lists, and
/// values in quotes that go on over several lines. What is no entry is passed over.
/// </summary>
internal static class FrontMatterLines
{
    internal static void Read(string block, FrontMatterEntries entries)
    {
        string[] lines = block.ReplaceLineEndings("\n").Split('\n');
        string? listKey = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            string item = line.TrimStart();
            if (listKey is not null && item.StartsWith("- ", StringComparison.Ordinal))
            {
                entries.Add(listKey, Unquote(item[2..].Trim()));
                continue;
            }

            if (!TrySplit(line, out string key, out string value))
            {
                continue;
            }

            listKey = value.Length == 0 ? key : null;
            AddValue(entries, key, IsOpenQuote(value) ? ReadToQuote(value, lines, ref i) : value);
        }
    }

    /// <summary>Joins the lines up to the one that ends in the quote which <paramref name="value"/> opens, or to the next entry.</summary>
    private static string ReadToQuote(string value, string[] lines, ref int at)
    {
        var parts = new List<string> { value };
        while (at + 1 < lines.Length && !TrySplit(lines[at + 1], out _, out _))
        {
            string line = lines[++at].Trim();
            parts.Add(line);
            if (line.EndsWith(value[0]))
            {
                break;
            }
        }

        return string.Join(' ', parts);
    }

    private static void AddValue(FrontMatterEntries entries, string key, string value)
    {
        if (value.Length < 2 || value[0] != '[' || value[^1] != ']' || key is not ("tags" or "categories"))
        {
            entries.Add(key, Unquote(value));
            return;
        }

        foreach (string item in value[1..^1].Split(','))
        {
            entries.Add(key, Unquote(item.Trim()));
        }
    }

    /// <summary>Splits at the colon, which a blank or the end follows; the key is a word of ASCII letters without indent.</summary>
    private static bool TrySplit(string line, out string key, out string value)
    {
        key = value = string.Empty;
        int colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')))
        {
            return false;
        }

        for (int i = 0; i < colon; i++)
        {
            if (!char.IsAsciiLetterOrDigit(line[i]) && line[i] is not ('_' or '-'))
            {
                return false;
            }
        }

        key = line[..colon].ToLowerInvariant();
        value = line[(colon + 1)..].Trim();
        return true;
    }

    private static bool IsOpenQuote(string value) =>
        value.Length > 0 && value[0] is '"' or '\'' && (value.Length == 1 || value[^1] != value[0]);

    private static string Unquote(string value)
    {
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            char quote = value[0];
            string inner = value.Length > 1 && value[^1] == quote ? value[1..^1] : value[1..];
            return quote == '"'
                ? inner.Replace("\\\"", "\"", StringComparison.Ordinal)
                : inner.Replace("''", "'", StringComparison.Ordinal);
        }

        return value;
    }
}
