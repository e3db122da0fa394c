namespace SearchIndex.News.Ingest;

/// <summary>The script of a text, judged by the characters that exist in only one of them.</summary>
public enum ArticleScript
{
    /// <summary>No character tells: the text has no Chinese, or only characters that both share.</summary>
    None,

    /// <summary>Simplified characters.</summary>
    Hans,

    /// <summary>Traditional characters.</summary>
    Hant,

    /// <summary>Both, neither of them by accident.</summary>
    Mixed,
}
