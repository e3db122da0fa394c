using System.Runtime.CompilerServices;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Duplicates;

/// <summary>
/// A short stand-in for a text by which the likeness of two texts is estimated: one-permutation MinHash (Li, Owen and Zhang, 2012) over
/// all runs of <see cref="ShingleLength"/> letters of the folded text, so that script, punctuation, white space and letter case make no
/// difference. Each of <see cref="Bins"/> bins keeps seven bits of its smallest hash, as one ASCII character.
/// </summary>
public static class TextSignature
{
    /// <summary>The bins of a signature, and its characters.</summary>
    public const int Bins = 256;

    /// <summary>The letters of a shingle: as many UTF-16 units as fit a 64-bit number.</summary>
    public const int ShingleLength = 4;

    /// <summary>A text with fewer shingles has no signature: captions and stubs would all be alike.</summary>
    public const int MinShingles = 40;

    private const int BinShift = 56;
    private const ulong ValueMask = (1UL << BinShift) - 1;
    private const int ValueBits = 7;
    private const double ChanceOfEqualBins = 1.0 / (1 << ValueBits);

    /// <summary>Returns the signature of a text; null when it is too short to have one.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<ulong> smallest = stackalloc ulong[Bins];
        smallest.Fill(ulong.MaxValue);
        if (Collect(text, smallest) < MinShingles)
        {
            return null;
        }

        FillEmptyBins(smallest);
        Span<char> signature = stackalloc char[Bins];
        for (int bin = 0; bin < Bins; bin++)
        {
            signature[bin] = (char)(Mix(smallest[bin]) >> (64 - ValueBits));
        }

        return new string(signature);
    }

    /// <summary>
    /// Estimates how much two texts are alike: the share of their shingles that both have (Jaccard), from 0 to 1; the standard error is
    /// about 0.03.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Likeness(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int equal = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            equal += left[bin] == right[bin] ? 1 : 0;
        }

        return Math.Max(0, (((double)equal / Bins) - ChanceOfEqualBins) / (1 - ChanceOfEqualBins));
    }

    /// <summary>Puts the hash of every shingle into its bin.</summary>
    /// <returns>How many shingles there are.</returns>
    private static int Collect(string text, Span<ulong> smallest)
    {
        ulong shingle = 0;
        int letters = 0;
        foreach (char unit in text)
        {
            if (!char.IsLetterOrDigit(unit) && !char.IsSurrogate(unit))
            {
                continue;
            }

            shingle = (shingle << 16) | CharacterFold.Fold(unit);
            if (++letters >= ShingleLength)
            {
                ulong hash = Mix(shingle);
                ref ulong bin = ref smallest[(int)(hash >> BinShift)];
                bin = Math.Min(bin, hash & ValueMask);
            }
        }

        return Math.Max(0, letters - ShingleLength + 1);
    }

    /// <summary>
    /// Gives an empty bin the value of another, chosen by its number alone, so that it is empty or equal in like texts together
    /// (Shrivastava, 2017).
    /// </summary>
    private static void FillEmptyBins(Span<ulong> smallest)
    {
        Span<ulong> filled = stackalloc ulong[Bins];
        smallest.CopyTo(filled);
        for (int bin = 0; bin < Bins; bin++)
        {
            for (ulong attempt = 1; filled[bin] == ulong.MaxValue; attempt++)
            {
                filled[bin] = smallest[(int)(Mix(((ulong)bin << 32) | attempt) >> BinShift)];
            }
        }

        filled.CopyTo(smallest);
    }

    /// <summary>The finisher of SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
