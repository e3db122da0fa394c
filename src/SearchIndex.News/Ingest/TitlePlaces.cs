using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>Finds where a title stands in the file.</summary>
internal static class TitlePlaces
{
    /// <summary>Programs escape titles once too often; as often as the parser undoes it.</summary>
    private const int MaxReferenceRounds = 2;

    /// <summary>Finds a title in the head: in front matter, which may escape its quotes, or in a link.</summary>
    /// <param name="head">The text of the head.</param>
    /// <param name="byteStart">The byte of the file at which it begins.</param>
    /// <param name="title">The title.</param>
    /// <returns>The map of the title, or null when it does not stand there in a form that is known.</returns>
    public static SourceMap? InHead(ReadOnlySpan<char> head, int byteStart, string title)
    {
        var plain = TracedText.Of(head, byteStart);
        foreach (TracedText quoted in new[] { plain, Unquote(plain) })
        {
            TracedText decoded = quoted;
            for (int round = 0; round <= MaxReferenceRounds; round++)
            {
                if (InLetters(decoded.Letters(), title) is { } map)
                {
                    return map;
                }

                decoded = decoded.DecodeReferences();
            }
        }

        return null;
    }

    /// <summary>Finds a title among letters.</summary>
    public static SourceMap? InLetters(TracedText letters, string title)
    {
        TracedText sought = TracedText.Of(title, byteStart: 0).Letters();
        int at = letters.Text.IndexOf(sought.Text);
        if (sought.Length == 0 || at < 0)
        {
            return null;
        }

        var places = new ByteSpan[title.Length];
        for (int unit = 0; unit < title.Length; unit++)
        {
            places[unit] = TextCleaner.Special.Contains(title[unit]) ? ByteSpan.None : letters.Places[at++];
        }

        return Map(title, places);
    }

    /// <summary>Returns the map of a title that is a paragraph of the body.</summary>
    public static SourceMap? InParagraph(BodyParagraph paragraph) =>
        paragraph.Places.IsEmpty ? null : Map(paragraph.Text, paragraph.Places.Span);

    private static SourceMap Map(string title, ReadOnlySpan<ByteSpan> places)
    {
        var writer = new SourceMapWriter(static (_, _) => null);
        writer.Add(title, places);
        return writer.ToMap();
    }

    /// <summary>Takes the escapes of quotes in YAML back: a backslash before a quote, a slash or another, and a doubled single quote.</summary>
    private static TracedText Unquote(TracedText text)
    {
        var unquoted = new TracedText(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool hasNext = at + 1 < text.Length;
            bool isEscape = hasNext && text.Text[at] == '\\' && text.Text[at + 1] is '"' or '\\' or '/';
            bool isDoubled = hasNext && text.Text[at] == '\'' && text.Text[at + 1] == '\'';
            if (!isEscape && !isDoubled)
            {
                unquoted.Append(text, at, 1);
                continue;
            }

            unquoted.Append(text.Text.Slice(at + 1, 1), new ByteSpan(text.Places[at].Start, text.Places[at + 1].End));
            at++;
        }

        return unquoted;
    }
}
