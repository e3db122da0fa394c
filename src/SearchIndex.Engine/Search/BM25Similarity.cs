using System.Collections.Concurrent;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Okapi BM25 as Lucene 8 has it, to the last bit (spec 13.1): every float is rounded after every operation, and the constant factor
/// <c>k1 + 1</c> of older versions is left out.
/// </summary>
public sealed class BM25Similarity : Similarity
{
    /// <summary>The usual strength with which frequency counts.</summary>
    public const float DefaultK1 = 1.2f;

    /// <summary>The usual strength with which the length of the field counts, 0 to 1.</summary>
    public const float DefaultB = 0.75f;

    private const int NormValues = 256;

    // One index has a few fields; a similarity that outlives many of them starts over now and then.
    private const int MaxCachedTables = 64;

    // A table takes as long as seeking a term, and the fields of an index always ask for the same ones.
    private readonly ConcurrentDictionary<float, float[]> _lengthFactors = new();

    /// <summary>Creates the similarity.</summary>
    /// <param name="k1">How slowly frequency saturates, finite and not negative.</param>
    /// <param name="b">How much a long field loses, 0 (nothing) to 1.</param>
    public BM25Similarity(float k1 = DefaultK1, float b = DefaultB)
    {
        if (!float.IsFinite(k1) || k1 < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(k1), k1, "k1 must be finite and not negative");
        }

        if (!(b >= 0f && b <= 1f))
        {
            throw new ArgumentOutOfRangeException(nameof(b), b, "b must be from 0 to 1");
        }

        K1 = k1;
        B = b;
    }

    /// <summary>Gets how slowly frequency saturates.</summary>
    public float K1 { get; }

    /// <summary>Gets how much a long field loses.</summary>
    public float B { get; }

    /// <summary>Returns the weight of a term by its rarity.</summary>
    /// <param name="docFreq">The number of documents that hold it.</param>
    /// <param name="docCount">The number of documents that have its field.</param>
    public static float Idf(long docFreq, long docCount) => (float)Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));

    /// <inheritdoc/>
    public override SimScorer Scorer(float boost, CollectionStatistics collection, params ReadOnlySpan<TermStatistics> terms)
    {
        float idf = SumOfIdfs(collection, terms);
        float averageLength = (float)(collection.SumTotalTermFreq / (double)collection.DocCount);
        return new BM25Scorer(boost, idf, averageLength, this, CachedLengthFactors(averageLength));
    }

    private static float SumOfIdfs(CollectionStatistics collection, ReadOnlySpan<TermStatistics> terms)
    {
        double sum = 0;
        foreach (TermStatistics term in terms)
        {
            sum += Idf(term.DocFreq, collection.DocCount);
        }

        return (float)sum;
    }

    private float[] CachedLengthFactors(float averageLength)
    {
        if (_lengthFactors.TryGetValue(averageLength, out float[]? known))
        {
            return known;
        }

        if (_lengthFactors.Count >= MaxCachedTables)
        {
            _lengthFactors.Clear();
        }

        return _lengthFactors.GetOrAdd(averageLength, LengthFactors(averageLength));
    }

    private float[] LengthFactors(float averageLength)
    {
        var factors = new float[NormValues];
        for (int norm = 0; norm < factors.Length; norm++)
        {
            float length = SmallFloat.Byte4ToInt((byte)norm);
            factors[norm] = 1f / (K1 * ((1f - B) + (B * length / averageLength)));
        }

        return factors;
    }
}
