using SearchIndex.Engine.Util;
using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Search;

/// <summary>BM25 for one term or phrase: <c>weight - weight / (1 + freq * factor[norm])</c> in single precision (spec 13.1).</summary>
internal sealed class BM25Scorer : SimScorer
{
    private readonly float _boost;
    private readonly float _idf;
    private readonly float _averageLength;
    private readonly BM25Similarity _similarity;
    private readonly float _weight;
    private readonly float[] _lengthFactors;

    /// <summary>Creates the scorer.</summary>
    /// <param name="boost">What multiplies the score.</param>
    /// <param name="idf">The rarity of the term, or the sum over the phrase.</param>
    /// <param name="averageLength">The average length of the field.</param>
    /// <param name="similarity">The constants.</param>
    /// <param name="lengthFactors">For each norm byte what the frequency is multiplied with.</param>
    public BM25Scorer(float boost, float idf, float averageLength, BM25Similarity similarity, float[] lengthFactors)
    {
        _boost = boost;
        _idf = idf;
        _averageLength = averageLength;
        _similarity = similarity;
        _weight = boost * idf;
        _lengthFactors = lengthFactors;
    }

    /// <inheritdoc/>
    public override float Score(float freq, byte norm) => _weight - (_weight / (1f + (freq * _lengthFactors[norm])));

    /// <inheritdoc/>
    public override void Score(ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores)
    {
        scores = scores[..freqs.Length];
        float[] factors = _lengthFactors;
        for (int index = 0; index < freqs.Length; index++)
        {
            scores[index] = freqs[index] * factors[norms[index]];
        }

        Saturation.Run(scores, _weight);
    }

    /// <inheritdoc/>
    public override Explanation Explain(float freq, byte norm)
    {
        float saturation = 1f - (1f / (1f + (freq * _lengthFactors[norm])));
        return Explanation.Match(
            Score(freq, norm),
            "boost * idf * tf",
            Explanation.Match(_boost, "boost"),
            Explanation.Match(_idf, "idf, sum over the terms of ln(1 + (N - n + 0.5) / (n + 0.5))"),
            Explanation.Match(
                saturation,
                "tf, freq / (freq + k1 * (1 - b + b * length / average))",
                Explanation.Match(freq, "freq"),
                Explanation.Match(_similarity.K1, "k1"),
                Explanation.Match(_similarity.B, "b"),
                Explanation.Match(SmallFloat.Byte4ToInt(norm), $"length, rounded (norm {norm})"),
                Explanation.Match(_averageLength, "average length")));
    }
}
