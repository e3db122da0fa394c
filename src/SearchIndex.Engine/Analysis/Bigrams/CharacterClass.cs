namespace SearchIndex.Engine.Analysis.Bigrams;

/// <summary>What a character means to <see cref="HanBigramTokenizer"/>.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Ends a run and leaves a gap: punctuation, symbols, controls, lone surrogates.</summary>
    Punctuation,

    /// <summary>A Han character or kana: one position each.</summary>
    Han,

    /// <summary>A letter, number or combining mark of another script: a run of them is one token.</summary>
    Word,

    /// <summary>White space other than a line feed: ends a run, leaves no gap.</summary>
    Space,

    /// <summary>The border of a paragraph.</summary>
    LineFeed,

    /// <summary>A dot as in 冯·德莱恩: passed over between Han characters, else punctuation.</summary>
    MiddleDot,

    /// <summary>Invisible, passed over everywhere: format characters (zero width space, byte order mark) and variation selectors.</summary>
    Ignorable,

    /// <summary>Half of a pair: the class is that of the pair.</summary>
    Surrogate,
}
