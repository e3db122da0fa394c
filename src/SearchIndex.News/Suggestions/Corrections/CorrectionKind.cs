namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>How a corrected text differs from the typed one.</summary>
public enum CorrectionKind
{
    /// <summary>Characters that sound the same stand in the place of others.</summary>
    Homophone,

    /// <summary>A character that looks much the same stands in the place of another.</summary>
    LookAlike,

    /// <summary>A character was missing.</summary>
    Missing,

    /// <summary>A character was one too many.</summary>
    Extra,

    /// <summary>Two characters stood in the wrong order.</summary>
    Swapped,

    /// <summary>The form of another region.</summary>
    Region,

    /// <summary>What was typed was pinyin.</summary>
    Pinyin,
}
