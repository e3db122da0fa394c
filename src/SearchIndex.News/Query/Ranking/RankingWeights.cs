namespace SearchIndex.News.Query.Ranking;

/// <summary>
/// How much each way of matching counts, in one place. Found on the retrieval kit by <c>benchmarks -- tune</c>; see docs/ranking.md.
/// </summary>
internal sealed record RankingWeights
{
    /// <summary>Gets the weights of the service.</summary>
    public static RankingWeights Default { get; } = new();

    /// <summary>Gets what a contiguous text in the title counts, beside 1 in the body.</summary>
    public float TitlePhrase { get; init; } = 2f;

    /// <summary>Gets what a bigram of a longer text counts, beside 1 for a word.</summary>
    public float Bigram { get; init; } = 0.5f;

    /// <summary>Gets what three characters of a longer text that stand together count, beside 1 for a word; 0 to leave them out.</summary>
    public float Trigram { get; init; }

    /// <summary>Gets what a bigram or a word in the title counts, as a share of what it counts in the body.</summary>
    public float TitleTerm { get; init; } = 0.05f;

    /// <summary>Gets whether the words that make a question of a text are left out (<see cref="QuestionWords"/>).</summary>
    public bool DropsQuestionWords { get; init; } = true;

    /// <summary>Gets how much each kind of evidence counts for the hits that are looked at a second time; null not to look.</summary>
    public EvidenceWeights? Evidence { get; init; } = new();

    /// <summary>Gets the UTF-16 units of an article's text within which characters stand together.</summary>
    public int ClosenessWindow { get; init; } = 20;

    /// <summary>Gets the UTF-16 units of a passage.</summary>
    public int PassageWindow { get; init; } = 150;

    /// <summary>Gets how many of the first hits are looked at a second time (<see cref="Reranker"/>).</summary>
    public int RerankedHits { get; init; } = 20;

    /// <summary>Gets what the score of the newest articles grows by when fresh ones are asked for, as a share of it.</summary>
    public float FreshnessShare { get; init; } = 0.3f;

    /// <summary>Gets the age at which half of that is left.</summary>
    public TimeSpan FreshnessHalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets how slowly frequency saturates (BM25).</summary>
    public float K1 { get; init; } = 0.9f;

    /// <summary>Gets how much a long text loses (BM25).</summary>
    public float B { get; init; } = 0.9f;
}
