namespace SearchIndex.News.Query;

/// <summary>
/// How much each way of matching counts, in one place. Found on the retrieval kit by <c>benchmarks -- relevance</c>; see
/// docs/decisions/0002-bigrams-and-smartcn.md.
/// </summary>
internal static class RankingWeights
{
    /// <summary>A contiguous text in the title, beside 1 in the body.</summary>
    public const float TitlePhrase = 2f;

    /// <summary>A bigram of a longer text, beside 1 for a word.</summary>
    public const float Bigram = 0.5f;

    /// <summary>A bigram or a word in the title, as a share of what it counts in the body.</summary>
    public const float TitleTerm = 0.05f;
}
