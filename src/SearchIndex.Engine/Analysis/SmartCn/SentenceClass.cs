namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>What a code point means to the sentence splitter (spec 3.1); the first eleven are the columns of its machine.</summary>
internal enum SentenceClass : byte
{
    /// <summary>Class O: everything else.</summary>
    Other,

    /// <summary>Class S: spaces, also the line feed.</summary>
    Space,

    /// <summary>Class T: marks that end a sentence, as 。！？.</summary>
    Terminator,

    /// <summary>Class Q: straight quotes.</summary>
    Quote,

    /// <summary>Class C: closing brackets and quotes.</summary>
    Close,

    /// <summary>Class N: numbers and the ASCII comma.</summary>
    Number,

    /// <summary>Class P: full stops.</summary>
    Period,

    /// <summary>Class U: letters that are not small, all Han among them.</summary>
    Upper,

    /// <summary>Class L: small letters.</summary>
    Lower,

    /// <summary>Class D: the Indic marks U+0964 and U+0965.</summary>
    Danda,

    /// <summary>Class B: the paragraph separator.</summary>
    Break,

    /// <summary>Class I: marks and invisible characters, which never change the state.</summary>
    Ignored,

    /// <summary>U+FFFF, which ends the scan.</summary>
    Stop,
}
