namespace SearchIndex.News.Query;

/// <summary>Says where a passage needs dots, to show that the text goes on.</summary>
public static class PassageEllipsis
{
    private const string Dots = "…";

    // Closing quotes and brackets may follow the end of a sentence.
    private const string SentenceEnds = "。！？；…!?;.」』”’）)》】";

    /// <summary>Returns what stands before a passage: dots unless the text starts with it.</summary>
    public static string Before(HitPassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return passage.Offset > 0 ? Dots : string.Empty;
    }

    /// <summary>Returns what stands after a passage: dots unless a sentence ends there.</summary>
    public static string After(HitPassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return passage.Text.Length == 0 || SentenceEnds.Contains(passage.Text[^1], StringComparison.Ordinal) ? string.Empty : Dots;
    }
}
