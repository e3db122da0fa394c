namespace SearchIndex.Engine.Codecs;

/// <summary>What a caller needs of postings; each value includes those before it.</summary>
public enum PostingsFeatures
{
    /// <summary>Document numbers only.</summary>
    Docs,

    /// <summary>Also frequencies.</summary>
    Freqs,

    /// <summary>Also positions.</summary>
    Positions,

    /// <summary>Also offsets.</summary>
    Offsets,
}
