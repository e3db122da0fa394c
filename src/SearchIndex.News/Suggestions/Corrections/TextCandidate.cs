namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>A text that may be meant by another.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">How it differs from the typed one.</param>
/// <param name="Likelihood">How likely such a slip is, as a logarithm.</param>
/// <param name="MostArticles">No more articles than this have the piece that was changed.</param>
/// <param name="IsKnown">Whether it comes from a name or word of the archive, not only from characters that stand side by side in it.</param>
internal readonly record struct TextCandidate(string Text, CorrectionKind Kind, float Likelihood, int MostArticles, bool IsKnown)
{
    /// <summary>Gets how promising it is before its articles are counted.</summary>
    public float Promise => ScoreWith(MostArticles);

    /// <summary>Returns how likely it is meant when it finds so many articles.</summary>
    public float ScoreWith(int articles) => Likelihood + (MathF.Log2(1 + articles) / 2);
}
