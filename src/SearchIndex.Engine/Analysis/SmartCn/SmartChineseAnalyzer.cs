namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Cuts Simplified Chinese text into dictionary words, token for token like Apache Lucene's analyzer of this name; English words
/// are stemmed. The lexicon is unpacked when the first stream is made.
/// </summary>
public sealed class SmartChineseAnalyzer : Analyzer
{
    private readonly bool _useDefaultStopWords;
    private readonly bool _fold;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="useDefaultStopWords">Whether marks are left out, each with a gap of one position; else each becomes <c>,</c>.</param>
    /// <param name="fold">
    /// Whether text is folded first (<see cref="Folding.CharacterFold"/>), so that Traditional text is cut as well; only marks are not.
    /// Lucene's analyzer does not fold.
    /// </param>
    public SmartChineseAnalyzer(bool useDefaultStopWords = true, bool fold = false)
    {
        _useDefaultStopWords = useDefaultStopWords;
        _fold = fold;
    }

    /// <inheritdoc/>
    public override TokenStream CreateTokenStream(string field) => new SmartChineseTokenizer(_useDefaultStopWords, _fold);
}
