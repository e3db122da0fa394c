namespace SearchIndex.Engine.Search;

/// <summary>
/// The formula of a <see cref="Similarity"/> for one term or phrase. Scores must not fall with rising frequency, nor rise with the norm
/// (compared as an unsigned number). Safe for several threads.
/// </summary>
public abstract class SimScorer
{
    /// <summary>Returns the score.</summary>
    /// <param name="freq">How often the term or phrase occurs, above 0; sloppy phrases have fractions.</param>
    /// <param name="norm">The norm byte of the document; 1 for a field without norms.</param>
    public abstract float Score(float freq, byte norm);

    /// <summary>Computes the scores of several documents; each is what <see cref="Score(float, byte)"/> gives.</summary>
    /// <param name="freqs">How often the term occurs in each.</param>
    /// <param name="norms">The norm byte of each.</param>
    /// <param name="scores">Receives the scores, and has as much room.</param>
    public virtual void Score(ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores)
    {
        for (int index = 0; index < freqs.Length; index++)
        {
            scores[index] = Score(freqs[index], norms[index]);
        }
    }

    /// <summary>Returns how a score comes about; its value equals <see cref="Score(float, byte)"/>.</summary>
    /// <param name="freq">How often the term or phrase occurs, above 0.</param>
    /// <param name="norm">The norm byte of the document; 1 for a field without norms.</param>
    public virtual Explanation Explain(float freq, byte norm) => Explanation.Match(Score(freq, norm), $"score(freq={freq}, norm={norm})");
}
