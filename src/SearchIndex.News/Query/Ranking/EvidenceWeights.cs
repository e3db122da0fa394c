namespace SearchIndex.News.Query.Ranking;

/// <summary>
/// How much each kind of <see cref="Evidence"/> counts, beside 1 for the first score. Found on the retrieval kit by <c>benchmarks -- tune</c>;
/// see docs/ranking.md.
/// </summary>
internal sealed record EvidenceWeights
{
    /// <summary>Gets what each character counts that stands together with the others.</summary>
    public float Closeness { get; init; } = 2.6f;

    /// <summary>Gets what the rarity of the characters in a passage counts.</summary>
    public float Passage { get; init; } = 1.4f;

    /// <summary>Gets what the rarity of the pairs in a sentence counts.</summary>
    public float Sentence { get; init; } = 0.36f;

    /// <summary>Gets what each character counts that the article begins with.</summary>
    public float Subject { get; init; } = 1.4f;

    /// <summary>Gets what the rarity of the numbers and words of letters counts that the article has.</summary>
    public float Word { get; init; } = 4f;

    /// <summary>Gets what an article gains for each character of the question when it is shorter by a factor of e.</summary>
    public float Shortness { get; init; } = 0.54f;

    /// <summary>Returns what an article gains by each kind of evidence, in the order of <see cref="Describe"/>.</summary>
    public float[] GainsOf(Evidence evidence) =>
    [
        Closeness * evidence.Closeness,
        Passage * evidence.Passage,
        Sentence * evidence.Sentence,
        Subject * evidence.Subject,
        Word * evidence.WordRarity,
        Shortness * evidence.Shortness,
    ];

    /// <summary>Says for people how each gain comes about.</summary>
    public string[] Describe(Evidence evidence) =>
    [
        $"closeness: {evidence.Closeness} of {evidence.Asked} characters stand together, {Closeness} for each",
        $"passage: rarity {evidence.Passage} of the characters in one passage, times {Passage}",
        $"sentence: rarity {evidence.Sentence} of the pairs in one sentence, times {Sentence}",
        $"subject: the text begins with {evidence.Subject} characters of the question, {Subject} for each",
        $"words: rarity {evidence.WordRarity} of the numbers and words of letters, times {Word}",
        $"shortness: {evidence.Shortness} at {evidence.Length} units and {evidence.Asked} characters, times {Shortness}",
    ];
}
