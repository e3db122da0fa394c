using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchIndex.Engine.Util.Simd;

/// <summary>
/// Searches ascending numbers. A vector holds eight of them; the first vector with a number that is not below the target ends the
/// search, and the count of its lanes below is the place. What is left after the last whole vector is searched one by one.
/// </summary>
internal static class BlockSearch
{
    private const int Lanes = 8;

    /// <summary>
    /// Returns the index of the first number at or above <paramref name="target"/>, not before <paramref name="from"/>; the length
    /// when there is none.
    /// </summary>
    public static int FirstAtLeast(ReadOnlySpan<int> ascending, int from, int target) =>
        FirstAtLeast<HardwareVectors>(ascending, from, target);

    /// <summary>Does so with the body that <typeparamref name="TVectors"/> asks for.</summary>
    public static int FirstAtLeast<TVectors>(ReadOnlySpan<int> ascending, int from, int target)
        where TVectors : struct, IVectorProbe
    {
        if (TVectors.HasVector256)
        {
            ref int first = ref MemoryMarshal.GetReference(ascending);
            Vector256<int> targets = Vector256.Create(target);
            for (; from <= ascending.Length - Lanes; from += Lanes)
            {
                Vector256<int> below = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)from), targets);
                uint bits = below.ExtractMostSignificantBits();
                if (bits != 0xFF)
                {
                    return from + System.Numerics.BitOperations.PopCount(bits);
                }
            }
        }

        while (from < ascending.Length && ascending[from] < target)
        {
            from++;
        }

        return from;
    }
}
