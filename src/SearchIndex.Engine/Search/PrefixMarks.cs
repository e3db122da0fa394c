namespace SearchIndex.Engine.Search;

/// <summary>What a highlighter marks where a term matched by its beginning.</summary>
public enum PrefixMarks
{
    /// <summary>The whole term.</summary>
    WholeTerm,

    /// <summary>
    /// Only as many UTF-16 units as the prefix has: right for a field of bigrams, where a prefix of one character finds the character and
    /// the second one of the bigram is not meant.
    /// </summary>
    PrefixOnly,
}
