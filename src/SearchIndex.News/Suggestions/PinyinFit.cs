namespace SearchIndex.News.Suggestions;

/// <summary>How well typed letters stand for a text.</summary>
internal enum PinyinFit
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>They are initials or parts of syllables of its beginning: lf for 林芳正.</summary>
    Beginning,

    /// <summary>They are whole syllables of its beginning, the last perhaps not finished: linfan for 林芳正.</summary>
    Syllables,

    /// <summary>They are its initials, or a mixture of these and syllables, to the end: lfz for 林芳正.</summary>
    Initials,

    /// <summary>They are all of its syllables: linfangzheng for 林芳正.</summary>
    Whole,
}
