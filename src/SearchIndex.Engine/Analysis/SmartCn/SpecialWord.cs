namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>Dictionary entries that stand for a kind of text (spec 1, KEY_…), numbered as their ids follow those of the words.</summary>
internal enum SpecialWord
{
    /// <summary>The place before a sentence.</summary>
    SentenceBegin,

    /// <summary>The place behind a sentence.</summary>
    SentenceEnd,

    /// <summary>Any run of digits.</summary>
    Number,

    /// <summary>Any run of letters, and any unit that has no other type.</summary>
    Letters,
}
