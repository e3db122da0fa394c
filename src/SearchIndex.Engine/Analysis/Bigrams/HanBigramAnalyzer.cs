namespace SearchIndex.Engine.Analysis.Bigrams;

/// <summary>Cuts folded text into pairs of Han characters and whole words of other scripts, see <see cref="HanBigramTokenizer"/>.</summary>
public sealed class HanBigramAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override TokenStream CreateTokenStream(string field) => new HanBigramTokenizer();

    /// <summary>Returns the gap of a paragraph, so that no phrase runs from one value of a field into the next.</summary>
    public override int PositionIncrementGap(string field) => HanBigramTokenizer.ParagraphGap;
}
