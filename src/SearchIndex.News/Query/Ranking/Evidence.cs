namespace SearchIndex.News.Query.Ranking;

/// <summary>What an article, or one field of it, has of a <see cref="Question"/>.</summary>
/// <param name="Closeness">How many different characters stand together where they are most.</param>
/// <param name="Passage">The rarity of the different characters in the passage that has most of it.</param>
/// <param name="Sentence">The rarity of the different pairs in the sentence that has most of it.</param>
/// <param name="Subject">How many characters the text begins with that stand so in the question, from 2; else 0.</param>
/// <param name="Words">The words that are not Han, as bits.</param>
/// <param name="Length">The UTF-16 units of the text.</param>
/// <param name="Asked">How many different characters of the question count.</param>
internal readonly record struct Evidence(int Closeness, float Passage, float Sentence, int Subject, ulong Words, int Length, int Asked)
{
    private const double LongLength = 1 << 16;

    /// <summary>The most words that are told apart.</summary>
    public const int MaxWords = 64;

    /// <summary>Gets the rarity of those words of an article.</summary>
    public float WordRarity { get; init; }

    /// <summary>
    /// Gets how many times the text goes into one of 65,536 units, as a natural logarithm, for each character of the question; 0 for longer
    /// texts. A long text has more of every question, and the more the question has.
    /// </summary>
    public float Shortness => Asked * (float)Math.Max(0, Math.Log(LongLength / Math.Max(1, Length)));

    /// <summary>Returns what two fields of an article have together.</summary>
    public Evidence With(Evidence other) => new(
        Math.Max(Closeness, other.Closeness),
        Math.Max(Passage, other.Passage),
        Math.Max(Sentence, other.Sentence),
        Math.Max(Subject, other.Subject),
        Words | other.Words,
        Length + other.Length,
        Math.Max(Asked, other.Asked));
}
