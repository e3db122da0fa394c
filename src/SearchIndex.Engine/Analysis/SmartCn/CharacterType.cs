namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>What a UTF-16 unit means to the word graph (spec 4).</summary>
internal enum CharacterType : byte
{
    /// <summary>Everything that has no other type; each unit counts as a word of letters.</summary>
    Other,

    /// <summary>Half of a surrogate pair.</summary>
    Surrogate,

    /// <summary>One of the Han characters U+4E00 to U+9FA5.</summary>
    Han,

    /// <summary>An ASCII letter.</summary>
    Letter,

    /// <summary>An ASCII digit.</summary>
    Digit,

    /// <summary>One of five spaces; words run across them.</summary>
    Space,

    /// <summary>A mark or sign.</summary>
    Delimiter,

    /// <summary>A full width letter.</summary>
    WideLetter,

    /// <summary>A full width digit.</summary>
    WideDigit,
}
